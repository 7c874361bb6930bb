import { expect, test } from 'vitest';
import { loadPosition, openPosition } from '../src/rehearsalPosition.ts';
import { testDatabase } from './support/database.ts';

const database = testDatabase();

test('instances that start at once begin at one moment, and it stays', async () => {
  const day = (number: number) => Temporal.Instant.from(`2016-04-0${number}T16:41+07:00`);
  const starts = [1, 2, 3, 4, 5];
  const asked: number[] = [];
  const stand = await Promise.all(
    starts.map((number) =>
      openPosition(database.db, async () => {
        asked.push(number);
        return day(number);
      }),
    ),
  );
  expect(asked).toHaveLength(1);
  expect(new Set(stand.map(String)).size).toBe(1);
  expect(await loadPosition(database.db)).toEqual(stand[0]);
  expect(await openPosition(database.db, async () => day(9))).toEqual(stand[0]);
});
