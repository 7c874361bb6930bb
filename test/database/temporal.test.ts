import fc from 'fast-check';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { testDatabase } from '../support/database.ts';

const database = testDatabase();

/** What comes back when `value` is sent as a parameter of the given type. */
async function echo(value: unknown, type: string): Promise<unknown> {
  const { rows } = await sql<{ value: unknown }>`select ${value}::${sql.raw(type)} as value`.execute(
    database.db,
  );
  return rows[0]?.value;
}

describe('what goes into a column comes out of it', () => {
  const instant = Temporal.Instant.from('2016-04-05T09:41:00Z');
  const day = Temporal.PlainDate.from('2016-04-15');
  const time = Temporal.PlainTime.from('08:30');
  it.each([
    ['timestamptz', instant],
    ['timestamptz', Temporal.Instant.from('1945-09-02T07:00:00.123456Z')],
    ['timestamptz', Temporal.Instant.from('0033-04-03T00:00:00Z')],
    ['timestamptz[]', [instant, null, Temporal.Instant.from('2016-02-08T00:00:00+07:00')]],
    ['timestamptz[]', []],
    ['date', day],
    ['date[]', [day, null]],
    ['time', time],
    ['time', Temporal.PlainTime.from('23:59:59.999999')],
    ['time[]', [time, null]],
    ['int8', Number.MAX_SAFE_INTEGER],
    ['int8', -1],
    ['int8[]', [1, null, 3]],
    [
      'int8[]',
      [
        [1, 2],
        [3, 4],
      ],
    ],
    ['text[]', ['a "quoted" one', null, 'P. Tổng hợp, VP']],
    ['jsonb', { at: instant.toString() }],
  ])('%s', async (type, value) => {
    expect(await echo(value, type)).toEqual(value);
  });

  it.each(['timestamptz', 'date', 'time', 'int8', 'timestamptz[]'])('null %s', async (type) => {
    expect(await echo(null, type)).toBeNull();
  });

  it('any instant, to the microsecond', async () => {
    const microseconds = fc.bigInt({ min: -62_000_000_000_000_000n, max: 200_000_000_000_000_000n });
    await fc.assert(
      fc.asyncProperty(fc.array(microseconds, { maxLength: 20 }), async (list) => {
        const instants = list.map((each) => Temporal.Instant.fromEpochNanoseconds(each * 1000n));
        expect(await echo(instants, 'timestamptz[]')).toEqual(instants);
      }),
      { numRuns: 50 },
    );
  });
});

it('cuts off what is finer than a microsecond', async () => {
  const sent = Temporal.Instant.from('2016-04-05T09:41:00.000000999Z');
  expect(await echo(sent, 'timestamptz')).toEqual(Temporal.Instant.from('2016-04-05T09:41:00Z'));
});

it('compares inside SQL with the value meant', async () => {
  const days = ['2016-04-15', '2016-04-18'].map((text) => Temporal.PlainDate.from(text));
  const { rows } = await sql<{ found: boolean }>`
    select date '2016-04-18' = any(${days}::date[]) as found`.execute(database.db);
  expect(rows).toEqual([{ found: true }]);
});

it('carries a time inside a JSON parameter as its ISO form', async () => {
  const at = Temporal.Instant.from('2016-04-05T09:41:00Z');
  expect(await echo({ at }, 'jsonb')).toEqual({ at: '2016-04-05T09:41:00Z' });
});

it('refuses a number too large to be exact', async () => {
  await expect(echo('9007199254740993', 'int8')).rejects.toThrow(
    /9007199254740993 is outside the safe range/,
  );
});

it('counts in numbers', async () => {
  const { rows } = await sql<{ n: number }>`select count(*) as n from generate_series(1, 3)`.execute(
    database.db,
  );
  expect(rows).toEqual([{ n: 3 }]);
});

it('keeps days free of the machine and of the server: sessions stand in UTC', async () => {
  const { rows } = await sql<{ day: Temporal.PlainDate }>`
    select ${Temporal.Instant.from('2016-04-05T23:30:00Z')}::timestamptz::date as day`.execute(database.db);
  expect(rows).toEqual([{ day: Temporal.PlainDate.from('2016-04-05') }]);
});
