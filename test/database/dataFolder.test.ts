import { chmod, chown, lstat, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { DatabaseUnavailable } from '../../src/database/databaseUnavailable.ts';
import { startProgram } from '../support/childProgram.ts';
import { ask, dataFolder, holdServer, isRoot } from '../support/dataFolder.ts';
import { problemOf } from '../support/problem.ts';

const here = dataFolder();

describe('one folder, one bot', () => {
  it('tells the second who is there, and lets it in afterwards', async () => {
    here.useAgain();
    const bot = startProgram(holdServer, [here.dataDir]);
    await bot.nextLine();
    const error = await problemOf(here.start());
    expect(error.problem).toBe('folderInUse');
    expect(error.message).toBe(
      `Another bot (process ${bot.pid}) already uses the folder ${here.dataDir}. Stop it first, or give this one its own DATA_DIR.`,
    );
    await bot.kill('SIGTERM');
    await here.start();
  });

  it('holds within one process too', async () => {
    here.useAgain();
    await here.start();
    expect((await problemOf(here.start())).problem).toBe('folderInUse');
  });

  it('lets exactly one of several in that start together', async () => {
    const outcomes = await Promise.allSettled([here.start(), here.start(), here.start()]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('gives the folder free when the start fails', async () => {
    await writeFile(join(await made(here.dataDir), 'postgres'), 'a file in the way');
    expect((await problemOf(here.start())).problem).toBe('folderNotWritable');
    await rm(join(here.dataDir, 'postgres'));
    await here.start();
  });
});

async function made(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  return folder;
}

describe('a folder that cannot serve', () => {
  it('holds the data of another version', async () => {
    here.useAgain();
    const file = join(here.dataDir, 'postgres/data/PG_VERSION');
    await writeFile(file, '16\n');
    const error = await problemOf(here.start());
    await writeFile(file, '18\n');
    expect(error.problem).toBe('otherVersion');
    expect(error.message).toContain('was made by Postgres 16; this bot brings Postgres 18');
  });

  it('holds something else', async () => {
    await writeFile(join(await made(join(here.dataDir, 'postgres/data')), 'letter.txt'), 'Kính gửi');
    expect((await problemOf(here.start())).problem).toBe('folderNotADatabase');
    expect(await readFile(join(here.dataDir, 'postgres/data/letter.txt'), 'utf8')).toBe('Kính gửi');
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
    await writeFile(here.dataDir, '');
    expect((await problemOf(here.start())).problem).toBe('folderNotWritable');
  });

  // Only root may start a program as somebody else; whoever runs the tests as a normal user is that somebody.
  it.runIf(isRoot)('belongs to another account', async () => {
    const nobody = { uid: 65534, gid: 65534 };
    await chmod(await made(here.dataDir), 0o755);
    const closed = startProgram(holdServer, [here.dataDir], nobody);
    expect(JSON.parse(await closed.nextLine())).toMatchObject({ problem: 'folderNotWritable' });
    expect(await closed.ended()).toBe(1);
    await chmod(here.dataDir, 0o777);
    await made(join(here.dataDir, 'postgres'));
    const foreign = startProgram(holdServer, [here.dataDir], nobody);
    expect(JSON.parse(await foreign.nextLine())).toMatchObject({ problem: 'folderNotOurs' });
  });
});

async function withoutPart(path: string): Promise<DatabaseUnavailable> {
  here.useAgain();
  const part = join(here.dataDir, 'postgres', path);
  await rename(part, join(here.used, 'away'));
  try {
    return await problemOf(here.start());
  } finally {
    await rename(join(here.used, 'away'), part);
  }
}

describe.runIf(isRoot)('as root', () => {
  it('works as a normal user does, too', async () => {
    const nobody = { uid: 65534, gid: 65534 };
    await chown(await made(here.dataDir), nobody.uid, nobody.gid);
    const bot = startProgram(holdServer, [here.dataDir], nobody);
    expect(JSON.parse(await bot.nextLine())).toHaveProperty('url');
    await bot.kill('SIGTERM');
    // Root finds the files of that account and runs the server under it.
    const { url } = await here.start();
    expect(await ask(url, 'select 1')).toEqual([1]);
    expect((await stat(join(here.dataDir, 'postgres/data'))).uid).toBe(nobody.uid);
  });

  it('says so when files made before have come out of reach', async () => {
    here.useAgain();
    await chmod(here.used, 0o700);
    const error = await problemOf(here.start());
    expect((await stat(here.used)).mode & 0o777).toBe(0o700);
    await chmod(here.used, 0o755);
    expect(error.problem).toBe('folderUnreachable');
  });

  it('shelters the files when a parent folder is closed to the server, and leaves that closed', async () => {
    const home = await made(join(here.base, 'home'));
    await chmod(home, 0o700);
    here.dataDir = join(home, 'bot/data');
    const first = await here.start();
    await ask(first.url, 'create table kept as select 1 as number');
    await here.stop(first);
    const second = await here.start();
    expect(await ask(second.url, 'select number from kept')).toEqual([1]);
    expect((await stat(home)).mode & 0o777).toBe(0o700);
    expect((await lstat(join(here.dataDir, 'postgres'))).isSymbolicLink()).toBe(true);
    expect(here.messages).toHaveLength(1);
    expect(here.messages[0]).toContain(join(here.base, 'shelter'));
  });
});
