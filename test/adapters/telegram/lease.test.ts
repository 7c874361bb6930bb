import { expect, it } from 'vitest';
import { leaveLease, takeLease } from '../../../adapters/telegram/lease.ts';
import type { TelegramTables } from '../../../adapters/telegram/tables.ts';
import { testDatabase } from '../../support/database.ts';

const database = testDatabase();
const start = Temporal.Instant.from('2016-04-05T09:41:00Z');

it('belongs to one; to the next when it is given back, or when its holder has not renewed it for a while', async () => {
  const db = database.db.$extendTables<TelegramTables>();
  const take = (holder: string, seconds: number) => takeLease(db, start.add({ seconds }), holder);
  const all = await Promise.all(['a', 'b', 'c'].map((holder) => take(holder, 1)));
  expect(all.filter(Boolean)).toHaveLength(1);
  const holder = ['a', 'b', 'c'].find((_, at) => all[at]) ?? '';
  const other = holder === 'a' ? 'b' : 'a';
  expect(await take(holder, 10)).toBe(true);
  expect(await take(other, 20)).toBe(false);
  expect(await take(other, 60)).toBe(true);
  expect(await take(holder, 61)).toBe(false);
  await leaveLease(db, other);
  expect(await take(holder, 62)).toBe(true);
});
