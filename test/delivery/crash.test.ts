import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startProgram } from '../support/childProgram.ts';
import { testDatabase } from '../support/database.ts';
import { makeOffice } from './office.ts';
import { deliveryStage } from './stage.ts';

const database = testDatabase();
const stage = deliveryStage(database);
const program = join(import.meta.dirname, 'programs/crashAt.ts');

/** Kills a bot at this step of its first message, then lets another finish. Gives what the platform has taken. */
async function crashAt(step: string): Promise<{ taken: string[]; statusAfterCrash: string; id: number }> {
  const folder = await mkdtemp(join(tmpdir(), 'daumoi-crash-'));
  const taken = join(folder, 'taken');
  await writeFile(taken, '');
  const office = await makeOffice(database.db);
  const room = await office.room('phòng');
  const [id = 0] = await stage.write({ to: room, title: `${step} 1` }, { to: room, title: `${step} 2` });
  try {
    const dying = startProgram(program, [database.url, step, taken]);
    await dying.ended();
    const { status } = await stage.row(id);
    const next = startProgram(program, [database.url, 'never', taken]);
    expect(await next.nextLine()).toBe('delivered');
    await next.ended();
    return { taken: (await readFile(taken, 'utf8')).trim().split('\n'), statusAfterCrash: status, id };
  } finally {
    await rm(folder, { recursive: true });
  }
}

test.each(['while drawing', 'before sending', 'after recording'])(
  'a bot that dies %s: the next one sends what is missing, everything once',
  async (step) => {
    const { taken, statusAfterCrash, id } = await crashAt(step);
    expect(statusAfterCrash).toBe(step === 'after recording' ? 'sent' : 'pending');
    expect(taken).toEqual([`${step} 1`, `${step} 2`]);
    expect((await stage.row(id)).status).toBe('sent');
  },
);

test('a bot that dies between the platform’s answer and the record: that message comes twice, none is lost', async () => {
  const step = 'before recording';
  const { taken, statusAfterCrash, id } = await crashAt(step);
  expect(statusAfterCrash).toBe('pending');
  expect(taken).toEqual([`${step} 1`, `${step} 1`, `${step} 2`]);
  expect((await stage.row(id)).status).toBe('sent');
});
