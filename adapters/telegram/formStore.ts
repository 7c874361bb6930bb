/** Forms in progress: one for each person in each place. They survive a restart. */
import type { Kysely } from 'kysely';
import type { Form } from '../../src/chat/form.ts';
import type { Place } from '../../src/chat/place.ts';
import type { FormState } from './formState.ts';
import type { TelegramTables } from './tables.ts';

export type OpenForm = {
  id: number;
  chatId: string;
  threadId: string;
  userId: string;
  form: Form;
  state: FormState;
  step: number;
  openedFrom: string | null;
  questionId: string | null;
  updateId: number;
};

/** What a day has not been touched is forgotten: a private message must not become the answer to an old question. */
const forgottenAfterHours = 24;

/** Takes the place of the one this person had open there. */
export async function startForm(
  db: Kysely<TelegramTables>,
  now: Temporal.Instant,
  given: Omit<OpenForm, 'id' | 'step' | 'questionId'>,
): Promise<OpenForm> {
  const { chatId, threadId, userId } = given;
  await db
    .deleteFrom('telegram_form')
    .where(({ or, and, eb }) =>
      or([
        and([eb('chat_id', '=', chatId), eb('thread_id', '=', threadId), eb('user_id', '=', userId)]),
        eb('touched_at', '<', now.subtract({ hours: forgottenAfterHours })),
      ]),
    )
    .execute();
  const { id } = await db
    .insertInto('telegram_form')
    .values({
      chat_id: chatId,
      thread_id: threadId,
      user_id: userId,
      form: JSON.stringify(given.form),
      state: JSON.stringify(given.state),
      opened_from: given.openedFrom,
      update_id: given.updateId,
      touched_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { ...given, id, step: 0, questionId: null };
}

export async function findForm(db: Kysely<TelegramTables>, id: number): Promise<OpenForm | null> {
  const row = await forms(db).where('id', '=', id).executeTakeFirst();
  return row ?? null;
}

/** The one this person is filling in there. */
export async function formOf(
  db: Kysely<TelegramTables>,
  now: Temporal.Instant,
  where: Pick<Place, 'chatId' | 'threadId'> & { userId: string },
): Promise<OpenForm | null> {
  const row = await forms(db)
    .where('chat_id', '=', where.chatId)
    .where('thread_id', '=', where.threadId)
    .where('user_id', '=', where.userId)
    .where('touched_at', '>=', now.subtract({ hours: forgottenAfterHours }))
    .executeTakeFirst();
  return row ?? null;
}

/** Null: somebody else has moved it on meanwhile. */
export async function moveForm(
  db: Kysely<TelegramTables>,
  now: Temporal.Instant,
  { id, step }: Pick<OpenForm, 'id' | 'step'>,
  to: { state: FormState; updateId: number },
): Promise<OpenForm | null> {
  const moved = await db
    .updateTable('telegram_form')
    .set({ state: JSON.stringify(to.state), step: step + 1, update_id: to.updateId, touched_at: now })
    .where('id', '=', id)
    .where('step', '=', step)
    .returning('id')
    .executeTakeFirst();
  return moved ? await findForm(db, id) : null;
}

export async function noteQuestion(
  db: Kysely<TelegramTables>,
  id: number,
  questionId: string,
): Promise<void> {
  await db.updateTable('telegram_form').set({ question_id: questionId }).where('id', '=', id).execute();
}

export async function endForm(db: Kysely<TelegramTables>, id: number): Promise<void> {
  await db.deleteFrom('telegram_form').where('id', '=', id).execute();
}

function forms(db: Kysely<TelegramTables>) {
  return db
    .selectFrom('telegram_form')
    .select([
      'id',
      'chat_id as chatId',
      'thread_id as threadId',
      'user_id as userId',
      'form',
      'state',
      'step',
    ])
    .select(['opened_from as openedFrom', 'question_id as questionId', 'update_id as updateId']);
}
