import { beforeAll, expect, it } from 'vitest';
import { inTransaction } from '../../src/database/transaction.ts';
import { rememberLiveCard } from '../../src/delivery/liveCards.ts';
import { testDatabase } from '../support/database.ts';
import { giveNow, makeOffice, minutesLater, type Office, speaker, storyTime, taskOf } from './office.ts';
import { messagesOf, sendAll } from './told.ts';

const database = testDatabase();
let office: Office;
beforeAll(async () => {
  office = await makeOffice(database.db);
});

it('a reply under a card is carried to the giver and the other rooms, with its author and agency, and stands on the card', async () => {
  const { db } = database;
  const given = await giveNow(db, office, { lead: [office.th], coordinating: [office.kh, office.ptud] });
  await speaker(db, office.otherOfficial).presses('consent.give', given.partOf(office.ptud));
  const message = { chatId: `room-${office.ptud}`, threadId: '', messageId: 'card-1' };
  const room = await db
    .selectFrom('room')
    .select('id')
    .where('chat_id', '=', message.chatId)
    .executeTakeFirstOrThrow();
  const subject = { kind: 'task', id: given.taskId } as const;
  const card = { subject, platform: 'web' as const, message, for: { roomId: room.id } };
  await inTransaction(db, (trx) => rememberLiveCard(trx, storyTime, card));
  const reply = await speaker(db, office.ptudHead, { room: office.ptud }).replies(
    message,
    'Bên Cục đề nghị thêm phần dữ liệu đất đai',
  );
  expect(reply).not.toBeNull();
  const told = (await messagesOf(db, given.taskId, minutesLater(1))).filter(
    (each) => each.kind === 'tasks.comment',
  );
  expect(told.map((each) => each.to.split(' ')[0])).toEqual(['person', 'room', 'room']);
  expect(told.some((each) => each.to === `room ${room.id}`)).toBe(false);
  expect(JSON.stringify(told[0]?.card)).toContain('Bên Cục đề nghị thêm phần dữ liệu đất đai');
  expect(told[0]?.card?.title).toBe(`Trưởng phòng Phát triển ứng dụng trao đổi về NV-${given.taskId}`);
  const task = await taskOf(db, given.taskId);
  expect(task.comments).toMatchObject([{ by: 'Trưởng phòng Phát triển ứng dụng', agencyCode: 'CNTT' }]);
  const dirty = await db
    .selectFrom('live_card')
    .select('dirty_at')
    .where('subject_id', '=', given.taskId)
    .execute();
  expect(dirty.every((each) => each.dirty_at !== null)).toBe(true);
  // An answer to the news itself is a comment, too.
  await sendAll(db, minutesLater(2));
  const sent = { chatId: `chat-${told[0]?.id}`, threadId: '', messageId: `message-${told[0]?.id}` };
  await speaker(db, office.official).replies(sent, 'Đồng ý', minutesLater(3));
  expect((await taskOf(db, given.taskId)).comments.map((each) => each.text)).toEqual([
    'Bên Cục đề nghị thêm phần dữ liệu đất đai',
    'Đồng ý',
  ]);
});

it('a reply to something else is not its business', async () => {
  const message = { chatId: 'room-1', threadId: '', messageId: 'no-card' };
  expect(await speaker(database.db, office.official).replies(message, 'Chào')).toBeNull();
});

it('words of a department are a sign of life, and no change that overtakes an undo', async () => {
  const { db } = database;
  const given = await giveNow(db, office, { lead: [office.th] });
  const before = await taskOf(db, given.taskId);
  await speaker(db, office.thHead).sends(
    'task.comment',
    given.taskId,
    { words: ['đang làm'] },
    minutesLater(4),
  );
  const after = await taskOf(db, given.taskId);
  expect(after.assignments[0]?.progress.at?.equals(minutesLater(4))).toBe(true);
  expect(after.assignments[0]?.version).toBe(before.assignments[0]?.version);
  await expect(
    speaker(db, office.thHead).sends('task.comment', given.taskId, { words: ['  '] }),
  ).rejects.toThrow('Chưa có nội dung.');
});
