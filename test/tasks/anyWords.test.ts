import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { UserError } from '../../src/chat/errors.ts';
import type { Reply } from '../../src/chat/reply.ts';
import { inTransaction } from '../../src/database/transaction.ts';
import { rememberLiveCard } from '../../src/delivery/liveCards.ts';
import { tasksFeature } from '../../src/tasks/feature.ts';
import { testDatabase } from '../support/database.ts';
import { giveNow, makeOffice, minutesLater, type Office, saidIn, speaker, storyTime } from './office.ts';

const database = testDatabase();
let office: Office;
beforeAll(async () => {
  office = await makeOffice(database.db);
  await giveNow(database.db, office, { lead: [office.th] });
});

/** Words that mean something here, and words that mean nothing anywhere. */
const words = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc
    .array(
      fc.constantFrom(
        'NV-1',
        'nv1',
        '1',
        '99',
        '60%',
        '150%',
        'đến',
        '20/4',
        '31/4',
        'vì',
        'chờ số liệu',
        'Tết',
        '\0',
        '  ',
      ),
      { maxLength: 6 },
    )
    .map((each) => each.join(' ')),
);

it('any words behind any command end in an answer', async () => {
  const commands = tasksFeature.commands.map((each) => each.name);
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...commands),
      words,
      fc.constantFrom('thHead' as const, 'official' as const, 'stranger' as const),
      async (command, line, who) => {
        // A null byte never gets here: the router takes it out, because Postgres keeps no such text.
        const text = line.replaceAll('\0', '').toWellFormed();
        const answer = await speaker(database.db, office[who])
          .says(command, text, minutesLater(11)) // the giving itself can no longer be taken back
          .catch((error: unknown): Reply | string => {
            if (error instanceof UserError) return error.message;
            throw error;
          });
        expect(typeof answer === 'string' ? answer : saidIn(answer)).not.toBe('');
      },
    ),
    { numRuns: 120 },
  );
}, 120_000);

it('a command in reply to a card is about the task of the card', async () => {
  const { db } = database;
  const one = await giveNow(db, office, { lead: [office.kh] });
  await giveNow(db, office, { lead: [office.kh] });
  const message = { chatId: `room-${office.kh}`, threadId: '', messageId: 'card' };
  const subject = { kind: 'task', id: one.taskId } as const;
  const card = { subject, platform: 'web' as const, message, for: { personId: office.khHead } };
  await inTransaction(db, (trx) => rememberLiveCard(trx, storyTime, card));
  const said = await speaker(db, office.khHead, { room: office.kh }).says('xong', 'đã gửi', {
    replyTo: message,
  });
  expect(saidIn(said)).toBe(`Đã báo xong NV-${one.taskId}. Bên giao sẽ duyệt.`);
});

it('speaks the language of the asker', async () => {
  const { taskId } = await giveNow(database.db, office, { lead: [office.vp] });
  const reply = await speaker(database.db, office.vpHead, { language: 'en' }).says('nhan', `NV-${taskId}`);
  expect(saidIn(reply)).toBe(`Văn phòng has accepted NV-${taskId}.`);
});
