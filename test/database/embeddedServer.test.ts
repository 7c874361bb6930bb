import { spawn } from 'node:child_process';
import { chown, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startProgram } from '../support/childProgram.ts';
import { ask, dataFolder, holdServer, isRoot } from '../support/dataFolder.ts';

const here = dataFolder();

describe('an ordinary life', () => {
  it('keeps data between runs, in the folder named', async () => {
    const first = await here.start();
    await ask(first.url, 'create table kept (word text)');
    await ask(first.url, "insert into kept values ('đầu mối')");
    await here.stop(first);
    const second = await here.start();
    expect(await ask(second.url, 'select word from kept')).toEqual(['đầu mối']);
    expect(here.messages).toEqual([]);
  });

  it('is the same on every machine, and open to this machine alone', async () => {
    here.useAgain();
    const { url } = await here.start();
    const show = async (name: string) => (await ask(url, `show ${name}`))[0];
    expect(new URL(url).hostname).toBe('127.0.0.1');
    expect(await show('listen_addresses')).toBe('127.0.0.1');
    expect(await show('server_encoding')).toBe('UTF8');
    expect(await show('timezone')).toBe('UTC');
    expect(await ask(url, "select lower('ĐẦU MỐI'), 'a' < 'B'")).toEqual(['đầu mối', false]);
  });

  it('asks for a password, which only the server and the bot can read', async () => {
    here.useAgain();
    const { url } = await here.start();
    const wrong = Object.assign(new URL(url), { password: 'wrong' }).href;
    await expect(ask(wrong, 'select 1')).rejects.toThrow(/password authentication failed/);
    const { mode } = await stat(join(here.dataDir, 'postgres/password'));
    expect(mode & 0o777).toBe(0o600);
  });

  it('lets the bot finish its work before the server stops, however it is told to end', async () => {
    here.useAgain();
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      const bot = startProgram(holdServer, [here.dataDir]);
      await bot.nextLine();
      bot.signalGroup(signal);
      expect(JSON.parse(await bot.nextLine())).toEqual({ stopped: 'answers' });
      expect(await bot.ended()).toBe(0);
    }
  });
});

describe('an end that nobody planned', () => {
  it('of the bot by an uncaught error takes the server along', async () => {
    here.useAgain();
    const bot = startProgram(holdServer, [here.dataDir]);
    await bot.nextLine();
    await bot.kill('SIGUSR2');
    await expect.poll(() => postmasterPid().catch(() => 'gone'), { timeout: 10_000 }).toBe('gone');
  });

  it.each(['SIGINT', 'SIGKILL'] as const)(
    'of the server by %s is told with the place of its log, and it is started again where it was',
    async (signal) => {
      here.useAgain();
      const server = await here.start();
      const first = await postmasterPid();
      process.kill(first, signal);
      await expect
        .poll(() => ask(server.url, 'select word from kept').catch(() => 'gone'), { timeout: 20_000 })
        .toEqual(['đầu mối']);
      expect(await postmasterPid()).not.toBe(first);
      expect(here.messages).toEqual([
        `The embedded database has stopped by itself and is started again; see ${join(here.dataDir, 'postgres/server.log')}`,
      ]);
      await here.stop(server);
      await expect(ask(server.url, 'select 1')).rejects.toThrow(/ECONNREFUSED/);
      await here.stop(await here.start());
    },
  );

  it('of the server while the bot is stopping leaves nothing running', async () => {
    here.useAgain();
    const server = await here.start();
    process.kill(await postmasterPid(), 'SIGKILL');
    await expect.poll(() => here.messages.length, { timeout: 10_000 }).toBe(1);
    await here.stop(server);
    await expect(ask(server.url, 'select 1')).rejects.toThrow(/ECONNREFUSED/);
    await here.stop(await here.start());
  });
});

describe('after a kill -9 of the bot', () => {
  it('stops the server left running and starts anew, with nothing lost', async () => {
    await leaveServerBehind();
    const left = await postmasterPid();
    expect(() => process.kill(left, 0)).not.toThrow();
    const { url } = await here.start();
    expect(here.messages.join()).toContain(
      `Stopping a database server that an earlier run left behind (process ${left})`,
    );
    expect(await ask(url, 'select word from kept')).toEqual(['chủ trì']);
  });

  it('recovers when the server was killed too', async () => {
    await leaveServerBehind();
    process.kill(await postmasterPid(), 'SIGKILL');
    const { url } = await here.start();
    expect(await ask(url, 'select word from kept')).toEqual(['chủ trì']);
  });

  it('leaves a stranger alone that has got the number of the dead server', async () => {
    here.useAgain();
    const stranger = spawn('sleep', ['60'], {
      ...(isRoot ? await ownerOf(join(here.dataDir, 'postgres')) : {}),
    });
    try {
      const data = join(here.dataDir, 'postgres/data');
      await writeFile(
        join(data, 'postmaster.pid'),
        `${stranger.pid}\n${data}\n1459845660\n5432\n\n127.0.0.1\n\nready\n`,
      );
      if (isRoot) {
        const { uid, gid } = await ownerOf(data);
        await chown(join(data, 'postmaster.pid'), uid, gid);
      }
      const { url } = await here.start();
      expect(await ask(url, 'select 1')).toEqual([1]);
      expect(stranger.exitCode ?? stranger.signalCode).toBeNull();
    } finally {
      stranger.kill();
    }
  });

  it('begins again when the first start was broken off', async () => {
    const folder = join(here.dataDir, 'postgres');
    await mkdir(join(folder, 'data.new/base'), { recursive: true });
    await writeFile(join(folder, 'data.new/PG_VERSION'), '18\n');
    const { url } = await here.start();
    expect(await ask(url, 'select 1')).toEqual([1]);
  });
});

async function ownerOf(path: string): Promise<{ uid: number; gid: number }> {
  const { uid, gid } = await stat(path);
  return { uid, gid };
}

function postmasterPid(): Promise<number> {
  return readFile(join(here.dataDir, 'postgres/data/postmaster.pid'), 'utf8').then((text) =>
    Number.parseInt(text, 10),
  );
}

/** A killed bot of which only the server is left, with one row in it. */
async function leaveServerBehind(): Promise<void> {
  here.useAgain();
  const bot = startProgram(holdServer, [here.dataDir]);
  const { url }: { url: string } = JSON.parse(await bot.nextLine());
  await ask(url, "update kept set word = 'chủ trì'");
  await bot.kill('SIGKILL');
}
