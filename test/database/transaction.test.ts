import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inTransaction, type Trx } from '../../src/database/transaction.ts';
import { testDatabase } from '../support/database.ts';

const database = testDatabase();

beforeAll(() => sql`create table cup (name text primary key, fill int not null)`.execute(database.db));

beforeEach(async () => {
  await sql`truncate cup`.execute(database.db);
  await sql`insert into cup values ('left', 0), ('right', 0)`.execute(database.db);
});

function pour(trx: Trx, cup: 'left' | 'right'): Promise<unknown> {
  return sql`update cup set fill = fill + 1 where name = ${cup}`.execute(trx);
}

async function fills(): Promise<number[]> {
  const { rows } = await sql<{ fill: number }>`select fill from cup order by name`.execute(database.db);
  return rows.map((row) => row.fill);
}

/** Opens for everyone when `count` have come. */
function meetingOf(count: number): () => Promise<void> {
  const all = Promise.withResolvers<void>();
  let come = 0;
  return () => {
    come += 1;
    if (come >= count) all.resolve();
    return all.promise;
  };
}

it('gives back what the work gave, after the commit', async () => {
  const given = await inTransaction(database.db, async (trx) => {
    await pour(trx, 'left');
    return 'poured';
  });
  expect(given).toBe('poured');
  expect(await fills()).toEqual([1, 0]);
});

it('leaves nothing of a work that failed, and does not repeat it', async () => {
  let runs = 0;
  const work = inTransaction(database.db, async (trx) => {
    runs += 1;
    await pour(trx, 'left');
    throw new Error('no water');
  });
  await expect(work).rejects.toThrow('no water');
  expect([runs, await fills()]).toEqual([1, [0, 0]]);
});

describe('the loser of two', () => {
  it('runs again after a deadlock: both are done once', async () => {
    const bothHoldOne = meetingOf(2);
    let runs = 0;
    const fill = (first: 'left' | 'right', second: 'left' | 'right') =>
      inTransaction(database.db, async (trx) => {
        runs += 1;
        await pour(trx, first);
        await bothHoldOne();
        await pour(trx, second);
      });
    await Promise.all([fill('left', 'right'), fill('right', 'left')]);
    expect([runs, await fills()]).toEqual([3, [2, 2]]);
  });

  it('runs again after a serialization failure', async () => {
    const bothHaveRead = meetingOf(2);
    let runs = 0;
    const double = () =>
      inTransaction(database.db, async (trx) => {
        runs += 1;
        await sql`set transaction isolation level repeatable read`.execute(trx);
        await sql`select fill from cup`.execute(trx);
        await bothHaveRead();
        await pour(trx, 'left');
      });
    await Promise.all([double(), double()]);
    expect([runs, await fills()]).toEqual([3, [2, 0]]);
  });

  it('is told after three repeats', async () => {
    let runs = 0;
    const work = inTransaction(database.db, async (trx) => {
      runs += 1;
      await sql`do $$ begin raise exception 'always' using errcode = '40001'; end $$`.execute(trx);
    });
    await expect(work).rejects.toThrow('always');
    expect(runs).toBe(4);
  });
});
