/** Living cards: messages that show a task, a round of opinions, a programme or a meeting, and change with it. A card is a projection, not a message: mark it dirty, and
 *  delivery draws the latest state once, however many changes there were. */
import { type Kysely, sql } from 'kysely';
import type { MessageRef, PlatformName } from '../chat/place.ts';
import type { Subject } from '../chat/subject.ts';
import type { SubjectKind } from '../database/codes.ts';
import type { Database } from '../database/tables.ts';
import type { Trx } from '../database/transaction.ts';
import { subjectSpokenOf } from './shownMessages.ts';

/** These have changed: every card that shows one of them is drawn anew; with a task those of its programme, and of the meeting,
 *  the direction's task or the matter that it came from, too. */
export async function touchLiveCards(
  trx: Trx,
  now: Temporal.Instant,
  ids: readonly number[],
  kind: SubjectKind = 'task',
): Promise<void> {
  if (ids.length === 0) return;
  await trx
    .updateTable('live_card')
    .set({ dirty_at: now, next_try_at: now, attempts: 0, changes: sql`changes + 1` })
    .where(({ and, eb, or, selectFrom }) => {
      const shown = and([eb('subject_kind', '=', kind), eb('subject_id', 'in', [...ids])]);
      if (kind !== 'task') return shown;
      const programmes = selectFrom('task')
        .select('task.programme_id')
        .where('task.id', 'in', [...ids])
        .where('task.programme_id', 'is not', null);
      const meetings = selectFrom('task')
        .innerJoin('meeting_item', 'meeting_item.id', 'task.origin_id')
        .select('meeting_item.meeting_id')
        .where('task.id', 'in', [...ids])
        .where('task.origin_kind', '=', 'meeting');
      const directed = selectFrom('task')
        .innerJoin('direction', 'direction.id', 'task.origin_id')
        .select('direction.task_id')
        .where('task.id', 'in', [...ids])
        .where('task.origin_kind', '=', 'direction');
      const matters = selectFrom('task')
        .innerJoin('register_request', 'register_request.id', 'task.origin_id')
        .select('register_request.item_id')
        .where('task.id', 'in', [...ids])
        .where('task.origin_kind', '=', 'matter');
      return or([
        shown,
        and([eb('subject_kind', '=', 'task'), eb('subject_id', 'in', directed)]),
        and([eb('subject_kind', '=', 'matter'), eb('subject_id', 'in', matters)]),
        and([
          eb('subject_kind', '=', 'programme'),
          eb('subject_id', 'in', programmes.$castTo<{ programme_id: number }>()),
        ]),
        and([eb('subject_kind', '=', 'meeting'), eb('subject_id', 'in', meetings)]),
      ]);
    })
    .where('gone_at', 'is', null)
    .execute();
}

/** The last line of its history: every change adds one, so a card drawn before a change can be told from one drawn
 *  after it. 0 when nothing has happened yet. */
export async function lastEventOf(db: Kysely<Database>, { kind, id }: Subject): Promise<number> {
  const last = db.selectFrom('event as e').select(({ fn }) => fn.max('e.id').as('last'));
  const own =
    kind === 'task'
      ? await last.where('e.task_id', '=', id).executeTakeFirst()
      : await last.where('e.subject_kind', '=', kind).where('e.subject_id', '=', id).executeTakeFirst();
  if (kind !== 'programme') return own?.last ?? 0;
  // Its card shows how far its tasks are.
  const tasks = await last
    .innerJoin('task as t', 't.id', 'e.task_id')
    .where('t.programme_id', '=', id)
    .executeTakeFirst();
  return Math.max(own?.last ?? 0, tasks?.last ?? 0);
}

/** This message shows the subject from now on. `for`: whose eyes it was drawn for. `drawnAt`: the subject's last event when it
 *  was drawn; a card that was on its way while the subject changed is drawn once more. */
export async function rememberLiveCard(
  trx: Trx,
  now: Temporal.Instant,
  card: {
    subject: Subject;
    platform: PlatformName;
    message: MessageRef;
    for: { roomId: number } | { personId: number };
    drawnAt?: number;
  },
): Promise<void> {
  const { subject, platform, message } = card;
  const outdated = card.drawnAt !== undefined && (await lastChange(trx, subject)) !== card.drawnAt;
  await trx
    .insertInto('live_card')
    .values({
      subject_kind: subject.kind,
      subject_id: subject.id,
      platform,
      chat_id: message.chatId,
      thread_id: message.threadId,
      message_id: message.messageId,
      room_id: 'roomId' in card.for ? card.for.roomId : null,
      person_id: 'personId' in card.for ? card.for.personId : null,
      shown_at: now,
      ...(outdated ? { dirty_at: now, next_try_at: now } : {}),
    })
    .onConflict((conflict) => conflict.columns(['platform', 'chat_id', 'message_id']).doNothing())
    .execute();
}

/** No card in this conversation changes any more: its messages are out of reach for good. Gives them, the oldest first. */
export async function forgetCardsIn(
  trx: Trx,
  now: Temporal.Instant,
  platform: PlatformName,
  chatId: string,
): Promise<{ subject: Subject; roomId: number | null }[]> {
  const rows = await trx
    .updateTable('live_card')
    .set({ gone_at: now })
    .where('platform', '=', platform)
    .where('chat_id', '=', chatId)
    .where('gone_at', 'is', null)
    .returning(['id', 'subject_kind', 'subject_id', 'room_id', 'shown_at'])
    .execute();
  return rows
    .sort((a, b) => Temporal.Instant.compare(a.shown_at, b.shown_at) || a.id - b.id)
    .map((row) => ({ subject: { kind: row.subject_kind, id: row.subject_id }, roomId: row.room_id }));
}

/** What a message of the bot is about: what a living card shows, what an answer or news speaks of. */
export async function subjectOfMessage(
  trx: Trx,
  platform: PlatformName,
  message: MessageRef,
): Promise<Subject | null> {
  const row = await trx
    .selectFrom('live_card')
    .select(['subject_kind as kind', 'subject_id as id'])
    .where('platform', '=', platform)
    .where('chat_id', '=', message.chatId)
    .where('message_id', '=', message.messageId)
    .executeTakeFirst();
  return row ?? (await subjectSpokenOf(trx, platform, message));
}

/** The same, when that is a task. */
export async function taskOfMessage(
  trx: Trx,
  platform: PlatformName,
  message: MessageRef,
): Promise<number | null> {
  const subject = await subjectOfMessage(trx, platform, message);
  return subject?.kind === 'task' ? subject.id : null;
}

/** Where the row of each kind stands. */
const tableOf = {
  task: 'task',
  round: 'opinion_round',
  programme: 'programme',
  meeting: 'meeting',
  matter: 'register_item',
} as const satisfies Record<SubjectKind, keyof Database>;

/** Waits for a change that is being made: whoever changes a subject holds its row, and marked the cards before this one was
 *  among them. */
async function lastChange(trx: Trx, subject: Subject): Promise<number> {
  const query = trx.selectFrom(tableOf[subject.kind]).select('id').where('id', '=', subject.id);
  if (subject.kind === 'programme') {
    // Whoever gives a task of it, or moves one on, does not hold its row, but one that refers to it, or the task's.
    await query.forUpdate().execute();
    const tasks = trx.selectFrom('task').select('id').where('programme_id', '=', subject.id).orderBy('id');
    await tasks.forShare().execute();
  } else await query.forShare().execute();
  return lastEventOf(trx, subject);
}
