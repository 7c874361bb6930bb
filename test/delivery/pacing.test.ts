import { expect, test } from 'vitest';
import { pause, takeSlot } from '../../src/delivery/pacing.ts';
import { testDatabase } from '../support/database.ts';
import { movableClock } from './stage.ts';

const database = testDatabase();
const endless = Number.POSITIVE_INFINITY;

function slots(
  platform: 'slack' | 'telegram' | 'web',
  perChatMs: number,
  overallPerSecond: number,
  waitMaxMs = 60_000,
) {
  const clock = movableClock();
  const pacing = { perChatMs, overallPerSecond };
  const take = (chatId: string) => takeSlot(database.db, clock, { platform, chatId, pacing, waitMaxMs });
  return { clock, take };
}

test('one conversation is written to no closer than its platform allows; others need not wait for it', async () => {
  const { clock, take } = slots('slack', 1_000, endless);
  expect(await take('a')).toBe(0);
  expect(await take('a')).toBe(1_000);
  expect(await take('a')).toBe(2_000);
  expect(await take('b')).toBe(0);
  clock.advance(10);
  expect(await take('a')).toBe(0);
});

test('a whole platform has its own pace', async () => {
  const { take } = slots('telegram', 0, 20);
  const waits = [];
  for (const chatId of ['a', 'b', 'c', 'd']) waits.push(await take(chatId));
  expect(waits).toEqual([0, 50, 100, 150]);
});

test('slots taken at the same time are different slots', async () => {
  const { take } = slots('telegram', 500, endless);
  const waits = await Promise.all(Array.from({ length: 8 }, () => take('x')));
  expect(waits.sort((a, b) => a - b)).toEqual([0, 500, 1_000, 1_500, 2_000, 2_500, 3_000, 3_500]);
});

test('a pause that was asked for counts from when it was asked, and is never shortened', async () => {
  const { clock, take } = slots('web', 1_000, endless);
  const ask = (forMs: number) => pause(database.db, clock, { platform: 'web', chatId: 'c', forMs });
  await ask(30_000);
  await ask(5_000);
  expect(await take('c')).toBe(30_000);
});

test('a slot that is too far away is not taken: those who come back later find the way free', async () => {
  const { clock, take } = slots('telegram', 3_200, endless, 5_000);
  expect([await take('g'), await take('g')]).toEqual([0, 3_200]);
  // Two that go away again, as often as they like, push nobody farther.
  for (let times = 0; times < 4; times += 1) expect(await take('g')).toBe(6_400);
  clock.advance(7);
  expect([await take('g'), await take('g')]).toEqual([0, 3_200]);
});
