import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { afterEach, expect, test } from 'vitest';
import { testDatabase } from './support/database.ts';

const database = testDatabase();
const main = join(import.meta.dirname, '../src/main.ts');
let started: ChildProcess[] = [];

afterEach(() => {
  for (const child of started) if (child.exitCode === null) child.kill('SIGKILL');
  started = [];
});

function start(environment: NodeJS.ProcessEnv) {
  const child = spawn(process.execPath, [main], {
    cwd: tmpdir(),
    env: { PATH: process.env.PATH, DATABASE_URL: database.url, PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.push(child);
  const ended = once(child, 'exit').then(() => child.exitCode);
  return { child, ended, complaints: text(child.stderr) };
}

/** What it prints until it is ready. */
async function untilReady(child: ReturnType<typeof start>['child']): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line);
    if (!line.includes('"Ready"')) continue;
    child.stdout.resume();
    return lines;
  }
  throw new Error(`it ended before it was ready:\n${lines.join('\n')}`);
}

test('it says where it is to be found and gives the admin code once; a signal stops it in peace', async () => {
  const first = start({});
  const lines = await untilReady(first.child);
  const address = lines.join('\n').match(/http:\/\/127\.0\.0\.1:\d+\//)?.[0];
  expect(lines.join('\n')).toMatch(/\/thamgia \S+/);
  expect((await fetch(`${address}healthz`)).status).toBe(200);
  first.child.kill('SIGTERM');
  expect(await first.ended).toBe(0);

  const second = start({});
  expect((await untilReady(second.child)).join('\n')).not.toMatch(/\/thamgia/);
  second.child.kill('SIGINT');
  expect(await second.ended).toBe(0);
});

test('a port that is taken is said in one line', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const address = taken.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const { ended, complaints } = start({ PORT: String(port) });
  expect(await ended).toBe(1);
  expect((await complaints).trim()).toMatch(new RegExp(`^Port ${port} is taken by another program\\..*$`));
  taken.close();
});

test('every wrong variable is said at once', async () => {
  const wrong = start({ PORT: 'x', TIME_ZONE: 'Hanoi' });
  expect(await wrong.ended).toBe(1);
  expect(await wrong.complaints).toMatch(/PORT[\s\S]*TIME_ZONE/);
});
