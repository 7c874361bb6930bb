import { expect, it } from 'vitest';
import { inTransaction, type Trx } from '../../src/database/transaction.ts';
import { cleanUpTick } from '../../src/delivery/cleanUp.ts';
import { subjectOfMessage } from '../../src/delivery/liveCards.ts';
import { rememberShown } from '../../src/delivery/shownMessages.ts';
import { testDatabase } from '../support/database.ts';

const database = testDatabase();
const now = Temporal.Instant.from('2016-04-05T16:41+07:00');
const message = { chatId: 'C1', threadId: '', messageId: '1.1' };
const inTrx = <Result>(work: (trx: Trx) => Promise<Result>) => inTransaction(database.db, work);
const about = (ref = message, platform: 'slack' | 'telegram' = 'slack') =>
  inTrx((trx) => subjectOfMessage(trx, platform, ref));

it('an answer is known by what it spoke of last, on its own platform and in its own conversation', async () => {
  const shown = (id: number) => ({
    subject: { kind: 'task', id } as const,
    platform: 'slack' as const,
    message,
  });
  await inTrx((trx) => rememberShown(trx, now, shown(1)));
  await inTrx((trx) => rememberShown(trx, now, shown(2)));
  expect(await about()).toEqual({ kind: 'task', id: 2 });
  expect(await about(message, 'telegram')).toBeNull();
  expect(await about({ ...message, chatId: 'C2' })).toBeNull();
});

it('answers are forgotten after three months', async () => {
  const clock = { now: () => now };
  await cleanUpTick(clock).run(database.db, now.add({ hours: 89 * 24 }));
  expect(await about()).not.toBeNull();
  await cleanUpTick(clock).run(database.db, now.add({ hours: 90 * 24 }));
  expect(await about()).toBeNull();
});
