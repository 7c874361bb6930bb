import { spawn } from 'node:child_process';
import { chmod, chown, lstat, mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DatabaseUnavailable } from '../../src/database/databaseUnavailable.ts';
import { type EmbeddedServer, startEmbeddedServer } from '../../src/database/embeddedServer.ts';
import { startProgram } from '../support/childProgram.ts';

const holdServer = join(import.meta.dirname, 'programs/holdServer.ts');
const isRoot = process.getuid?.() === 0;

let base = '';
let dataDir = '';
let messages: string[] = [];
let running: EmbeddedServer[] = [];

/** A folder after a first run: a first run for each test would take too long. */
let used = '';

beforeAll(async () => {
  used = await openFolder();
  const server = await startEmbeddedServer({ dataDir: used, log: () => {}, durable: false });
  await ask(server.url, "create table kept as select 'đầu mối' as word");
  await server.stop();
});

afterAll(() => rm(used, { recursive: true, force: true }));

beforeEach(async () => {
  base = await openFolder();
  dataDir = join(base, 'data');
  messages = [];
});

/** Open to the server's account, when the tests run as root. */
async function openFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'daumoi-embedded-'));
  await chmod(folder, 0o755);
  return folder;
}

/** Lets the test work on it; it must leave it fit for the next. */
function useAgain(): void {
  dataDir = used;
}

afterEach(async () => {
  await Promise.all(running.map((server) => server.stop()));
  running = [];
  await rm(base, { recursive: true, force: true });
});

async function start(folder = dataDir): Promise<EmbeddedServer> {
  const server = await startEmbeddedServer({
    dataDir: folder,
    log: (message) => messages.push(message),
    durable: false,
    shelter: join(base, 'shelter'),
  });
  running.push(server);
  return server;
}

async function stop(server: EmbeddedServer): Promise<void> {
  running = running.filter((each) => each !== server);
  await server.stop();
}

async function ask(url: string, query: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query({ text: query, rowMode: 'array' })).rows.flat();
  } finally {
    await client.end();
  }
}

async function problemOf(started: Promise<unknown>): Promise<DatabaseUnavailable> {
  const error = await started.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof DatabaseUnavailable) return error;
  throw error ?? new Error('it started');
}

function postmasterPid(): Promise<number> {
  return readFile(join(dataDir, 'postgres/data/postmaster.pid'), 'utf8').then((text) =>
    Number.parseInt(text, 10),
  );
}

/** A killed bot of which only the server is left, with one row in it. */
async function leaveServerBehind(): Promise<void> {
  useAgain();
  const bot = startProgram(holdServer, [dataDir]);
  const { url }: { url: string } = JSON.parse(await bot.nextLine());
  await ask(url, "update kept set word = 'chủ trì'");
  await bot.kill('SIGKILL');
}

describe('an ordinary life', () => {
  it('keeps data between runs, in the folder named', async () => {
    const first = await start();
    await ask(first.url, 'create table kept (word text)');
    await ask(first.url, "insert into kept values ('đầu mối')");
    await stop(first);
    const second = await start();
    expect(await ask(second.url, 'select word from kept')).toEqual(['đầu mối']);
    expect(messages).toEqual([]);
  });

  it('is the same on every machine, and open to this machine alone', async () => {
    useAgain();
    const { url } = await start();
    const show = async (name: string) => (await ask(url, `show ${name}`))[0];
    expect(new URL(url).hostname).toBe('127.0.0.1');
    expect(await show('listen_addresses')).toBe('127.0.0.1');
    expect(await show('server_encoding')).toBe('UTF8');
    expect(await show('timezone')).toBe('UTC');
    expect(await ask(url, "select lower('ĐẦU MỐI'), 'a' < 'B'")).toEqual(['đầu mối', false]);
  });

  it('asks for a password, which only the server and the bot can read', async () => {
    useAgain();
    const { url } = await start();
    const wrong = Object.assign(new URL(url), { password: 'wrong' }).href;
    await expect(ask(wrong, 'select 1')).rejects.toThrow(/password authentication failed/);
    const { mode } = await stat(join(dataDir, 'postgres/password'));
    expect(mode & 0o777).toBe(0o600);
  });

  it('lets the bot finish its work before the server stops, however it is told to end', async () => {
    useAgain();
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      const bot = startProgram(holdServer, [dataDir]);
      await bot.nextLine();
      bot.signalGroup(signal);
      expect(JSON.parse(await bot.nextLine())).toEqual({ stopped: 'answers' });
      expect(await bot.ended()).toBe(0);
    }
  });
});

describe('an end that nobody planned', () => {
  it('of the bot by an uncaught error takes the server along', async () => {
    useAgain();
    const bot = startProgram(holdServer, [dataDir]);
    await bot.nextLine();
    await bot.kill('SIGUSR2');
    await expect.poll(() => postmasterPid().catch(() => 'gone'), { timeout: 10_000 }).toBe('gone');
  });

  it('of the server is told with the place of its log', async () => {
    useAgain();
    const server = await start();
    process.kill(await postmasterPid(), 'SIGINT');
    await expect
      .poll(() => messages, { timeout: 10_000 })
      .toEqual([`The embedded database has stopped by itself; see ${join(dataDir, 'postgres/server.log')}`]);
    await stop(server);
    await stop(await start());
  });
});

describe('after a kill -9 of the bot', () => {
  it('stops the server left running and starts anew, with nothing lost', async () => {
    await leaveServerBehind();
    const left = await postmasterPid();
    expect(() => process.kill(left, 0)).not.toThrow();
    const { url } = await start();
    expect(messages.join()).toContain(
      `Stopping a database server that an earlier run left behind (process ${left})`,
    );
    expect(await ask(url, 'select word from kept')).toEqual(['chủ trì']);
  });

  it('recovers when the server was killed too', async () => {
    await leaveServerBehind();
    process.kill(await postmasterPid(), 'SIGKILL');
    const { url } = await start();
    expect(await ask(url, 'select word from kept')).toEqual(['chủ trì']);
  });

  it('leaves a stranger alone that has got the number of the dead server', async () => {
    useAgain();
    const stranger = spawn('sleep', ['60'], { ...(isRoot ? await ownerOf(join(dataDir, 'postgres')) : {}) });
    try {
      const data = join(dataDir, 'postgres/data');
      await writeFile(
        join(data, 'postmaster.pid'),
        `${stranger.pid}\n${data}\n1459845660\n5432\n\n127.0.0.1\n\nready\n`,
      );
      if (isRoot) {
        const { uid, gid } = await ownerOf(data);
        await chown(join(data, 'postmaster.pid'), uid, gid);
      }
      const { url } = await start();
      expect(await ask(url, 'select 1')).toEqual([1]);
      expect(stranger.exitCode ?? stranger.signalCode).toBeNull();
    } finally {
      stranger.kill();
    }
  });

  it('begins again when the first start was broken off', async () => {
    const folder = join(dataDir, 'postgres');
    await mkdir(join(folder, 'data.new/base'), { recursive: true });
    await writeFile(join(folder, 'data.new/PG_VERSION'), '18\n');
    const { url } = await start();
    expect(await ask(url, 'select 1')).toEqual([1]);
  });
});

async function ownerOf(path: string): Promise<{ uid: number; gid: number }> {
  const { uid, gid } = await stat(path);
  return { uid, gid };
}

describe('one folder, one bot', () => {
  it('tells the second who is there, and lets it in afterwards', async () => {
    useAgain();
    const bot = startProgram(holdServer, [dataDir]);
    await bot.nextLine();
    const error = await problemOf(start());
    expect(error.problem).toBe('folderInUse');
    expect(error.message).toBe(
      `Another bot (process ${bot.pid}) already uses the folder ${dataDir}. Stop it first, or give this one its own DATA_DIR.`,
    );
    await bot.kill('SIGTERM');
    await start();
  });

  it('holds within one process too', async () => {
    useAgain();
    await start();
    expect((await problemOf(start())).problem).toBe('folderInUse');
  });

  it('lets exactly one of several in that start together', async () => {
    const outcomes = await Promise.allSettled([start(), start(), start()]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('gives the folder free when the start fails', async () => {
    await writeFile(join(await made(dataDir), 'postgres'), 'a file in the way');
    expect((await problemOf(start())).problem).toBe('folderNotWritable');
    await rm(join(dataDir, 'postgres'));
    await start();
  });
});

async function made(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  return folder;
}

describe('a folder that cannot serve', () => {
  it('holds the data of another version', async () => {
    useAgain();
    const file = join(dataDir, 'postgres/data/PG_VERSION');
    await writeFile(file, '16\n');
    const error = await problemOf(start());
    await writeFile(file, '18\n');
    expect(error.problem).toBe('otherVersion');
    expect(error.message).toContain('was made by Postgres 16; this bot brings Postgres 18');
  });

  it('holds something else', async () => {
    await writeFile(join(await made(join(dataDir, 'postgres/data')), 'letter.txt'), 'Kính gửi');
    expect((await problemOf(start())).problem).toBe('folderNotADatabase');
    expect(await readFile(join(dataDir, 'postgres/data/letter.txt'), 'utf8')).toBe('Kính gửi');
  });

  it('has lost its password', async () => {
    const error = await withoutPart('password');
    expect(error.problem).toBe('passwordMissing');
  });

  it('has lost something that the server needs: its own words are passed on', async () => {
    const error = await withoutPart('data/global');
    expect(error.problem).toBe('startFailed');
    expect(error.message).toMatch(/global/);
  });

  it('is a file', async () => {
    await writeFile(dataDir, '');
    expect((await problemOf(start())).problem).toBe('folderNotWritable');
  });

  // Only root may start a program as somebody else; whoever runs the tests as a normal user is that somebody.
  it.runIf(isRoot)('belongs to another account', async () => {
    const nobody = { uid: 65534, gid: 65534 };
    await chmod(await made(dataDir), 0o755);
    const closed = startProgram(holdServer, [dataDir], nobody);
    expect(JSON.parse(await closed.nextLine())).toMatchObject({ problem: 'folderNotWritable' });
    expect(await closed.ended()).toBe(1);
    await chmod(dataDir, 0o777);
    await made(join(dataDir, 'postgres'));
    const foreign = startProgram(holdServer, [dataDir], nobody);
    expect(JSON.parse(await foreign.nextLine())).toMatchObject({ problem: 'folderNotOurs' });
  });
});

async function withoutPart(path: string): Promise<DatabaseUnavailable> {
  useAgain();
  const part = join(dataDir, 'postgres', path);
  await rename(part, join(used, 'away'));
  try {
    return await problemOf(start());
  } finally {
    await rename(join(used, 'away'), part);
  }
}

describe.runIf(isRoot)('as root', () => {
  it('works as a normal user does, too', async () => {
    const nobody = { uid: 65534, gid: 65534 };
    await chown(await made(dataDir), nobody.uid, nobody.gid);
    const bot = startProgram(holdServer, [dataDir], nobody);
    expect(JSON.parse(await bot.nextLine())).toHaveProperty('url');
    await bot.kill('SIGTERM');
    // Root finds the files of that account and runs the server under it.
    const { url } = await start();
    expect(await ask(url, 'select 1')).toEqual([1]);
    expect((await stat(join(dataDir, 'postgres/data'))).uid).toBe(nobody.uid);
  });

  it('says so when files made before have come out of reach', async () => {
    useAgain();
    await chmod(used, 0o700);
    const error = await problemOf(start());
    expect((await stat(used)).mode & 0o777).toBe(0o700);
    await chmod(used, 0o755);
    expect(error.problem).toBe('folderUnreachable');
  });

  it('shelters the files when a parent folder is closed to the server, and leaves that closed', async () => {
    const home = await made(join(base, 'home'));
    await chmod(home, 0o700);
    dataDir = join(home, 'bot/data');
    const first = await start();
    await ask(first.url, 'create table kept as select 1 as number');
    await stop(first);
    const second = await start();
    expect(await ask(second.url, 'select number from kept')).toEqual([1]);
    expect((await stat(home)).mode & 0o777).toBe(0o700);
    expect((await lstat(join(dataDir, 'postgres'))).isSymbolicLink()).toBe(true);
    expect(messages).toHaveLength(1);
    expect(messages[0]).toContain(join(base, 'shelter'));
  });
});
