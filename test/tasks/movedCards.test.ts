import { beforeAll, expect, it } from 'vitest';
import { inTransaction } from '../../src/database/transaction.ts';
import { rememberLiveCard } from '../../src/delivery/liveCards.ts';
import { bindRoom, moveRooms } from '../../src/people/rooms.ts';
import { showCardsInNewPlace } from '../../src/tasks/movedCards.ts';
import { testDatabase } from '../support/database.ts';
import { giveNow, makeOffice, minutesLater, type Office, storyTime } from './office.ts';

const database = testDatabase();
let office: Office;
let messages = 0;

beforeAll(async () => {
  office = await makeOffice(database.db);
});

/** A group of its own for each test, bound to a department. */
async function groupOf(departmentId: number, chatId: string) {
  const { tttt } = office;
  const place = { platform: 'telegram', chatId, threadId: '', title: '' } as const;
  return await inTransaction(database.db, (trx) =>
    bindRoom(trx, storyTime, place, { agencyId: tttt, departmentId }),
  );
}

async function shown(taskId: number, roomId: number, chatId: string, minutes: number) {
  messages += 1;
  const message = { chatId, threadId: '', messageId: String(messages) };
  await inTransaction(database.db, (trx) =>
    rememberLiveCard(trx, minutesLater(minutes), {
      subject: { kind: 'task', id: taskId },
      platform: 'telegram',
      message,
      for: { roomId },
    }),
  );
}

async function move(from: string, to: string) {
  await inTransaction(database.db, async (trx) => {
    await moveRooms(trx, minutesLater(60), { platform: 'telegram', from, to });
    await showCardsInNewPlace(trx, minutesLater(60), { platform: 'telegram', from, to });
  });
}

const toldTo = (roomId: number) =>
  database.db
    .selectFrom('notification')
    .select(['facts', 'kind'])
    .where('room_id', '=', roomId)
    .where('key', 'like', 'tasks.cardMoved:%')
    .orderBy('id')
    .execute();

const leftIn = async (chatId: string) =>
  (
    await database.db
      .selectFrom('live_card')
      .select('id')
      .where('chat_id', '=', chatId)
      .where('gone_at', 'is', null)
      .execute()
  ).length;

it('open tasks are shown once each in the new place, the oldest first; old cards change no more', async () => {
  const { th } = office;
  const [late, early, over] = [
    await giveNow(database.db, office, { lead: [th], title: 'sau' }),
    await giveNow(database.db, office, { lead: [th], title: 'trước' }),
    await giveNow(database.db, office, { lead: [th], title: 'đã xong' }),
  ];
  const room = await groupOf(th, '-71');
  await shown(late.taskId, room.id, '-71', 20);
  await shown(early.taskId, room.id, '-71', 10);
  await shown(over.taskId, room.id, '-71', 5);
  await shown(early.taskId, room.id, '-71', 30);
  await database.db
    .updateTable('task')
    .set({ status: 'completed', closed_at: minutesLater(40) })
    .where('id', '=', over.taskId)
    .execute();
  await move('-71', '-10071');
  // The service message and a refused send both tell of the same move.
  await move('-71', '-10071');
  expect(await toldTo(room.id)).toEqual(
    [early, late].map(({ taskId }) => ({
      kind: 'tasks.card',
      facts: { taskId, assignmentId: null, live: true },
    })),
  );
  expect(await leftIn('-71')).toBe(0);
});

it('shows them in a place that was bound anew meanwhile only to the same unit', async () => {
  const { th, kh } = office;
  const task = await giveNow(database.db, office, { lead: [th] });
  for (const [chatId, boundTo, count] of [
    ['-72', th, 1],
    ['-73', kh, 0],
  ] as const) {
    const before = await groupOf(th, chatId);
    await shown(task.taskId, before.id, chatId, 10);
    const newer = await groupOf(boundTo, `-100${chatId}`);
    await move(chatId, `-100${chatId}`);
    expect(await toldTo(newer.id)).toHaveLength(count);
    expect(await toldTo(before.id)).toEqual([]);
    expect(await leftIn(chatId)).toBe(0);
  }
});
