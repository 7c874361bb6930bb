import { expect, it } from 'vitest';
import { inTransaction } from '../../src/database/transaction.ts';
import { bindRoom, moveRooms, roomAt } from '../../src/people/rooms.ts';
import { testDatabase } from '../support/database.ts';

const database = testDatabase();
const now = Temporal.Instant.from('2016-04-05T09:41:00Z');
const place = (chatId: string, threadId = '') => ({ platform: 'telegram', chatId, threadId }) as const;

async function agency(code: string): Promise<number> {
  const { id } = await database.db
    .insertInto('agency')
    .values({ code, name: code, created_at: now })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

it('a group that goes on under another id keeps what it was bound to, topics too; a new binding there wins', async () => {
  const [old, newer] = [await agency('CU'), await agency('MOI')];
  const bind = (chatId: string, threadId: string, agencyId: number) =>
    inTransaction(database.db, (trx) =>
      bindRoom(trx, now, { ...place(chatId, threadId), title: '' }, { agencyId, departmentId: null }),
    );
  const whole = await bind('-7', '', old);
  const topic = await bind('-7', '3', old);
  const there = await bind('-1007', '3', newer);
  await inTransaction(database.db, (trx) =>
    moveRooms(trx, now, { platform: 'telegram', from: '-7', to: '-1007' }),
  );
  expect(await roomAt(database.db, place('-1007'))).toMatchObject({ id: whole.id, agencyId: old });
  expect(await roomAt(database.db, place('-1007', '3'))).toMatchObject({ id: there.id, agencyId: newer });
  expect(await roomAt(database.db, place('-7', '3'))).toBeNull();
  const { closed_at } = await database.db
    .selectFrom('room')
    .select('closed_at')
    .where('id', '=', topic.id)
    .executeTakeFirstOrThrow();
  expect(closed_at).not.toBeNull();
});
