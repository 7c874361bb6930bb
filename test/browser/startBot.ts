/** The bot as `npm start` gives it: its own process, database and port. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type RunningBot = { address: string; stop(): Promise<void> };

const root = join(import.meta.dirname, '../..');

export async function startBot(): Promise<RunningBot> {
  const dataDir = await mkdtemp(join(tmpdir(), 'daumoi-browser-'));
  // The server under it runs under an account of its own when the tests run as root.
  await chmod(dataDir, 0o755);
  const port = await freePort();
  const child = spawn(process.execPath, [join(root, 'src/main.ts')], {
    cwd: dataDir,
    env: { PATH: process.env.PATH, DATA_DIR: join(dataDir, 'data'), PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const ready = new Promise<void>((resolve, reject) => {
    const hear = (text: string) => {
      said += text;
      if (said.includes('"Ready"')) resolve();
    };
    child.stdout.setEncoding('utf8').on('data', hear);
    child.stderr.setEncoding('utf8').on('data', hear);
    child.on('exit', () => reject(new Error(`the bot ended: ${said}`)));
  });
  await ready;
  return {
    address: `http://127.0.0.1:${port}/`,
    stop: async () => {
      child.kill('SIGTERM');
      if (child.exitCode === null) await once(child, 'exit');
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  if (address === null || typeof address === 'string') throw new Error('no port is free');
  return address.port;
}
