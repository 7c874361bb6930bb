/** Two agencies, a group that both write in, and a way to speak to the feature as each of their people: one transaction per event,
 *  as in the bot. */
import type { Kysely } from 'kysely';
import type { CommandLine, Context } from '../../src/chat/context.ts';
import { UserError } from '../../src/chat/errors.ts';
import type { Mark } from '../../src/chat/incoming.ts';
import type { Place } from '../../src/chat/place.ts';
import type { Reply } from '../../src/chat/reply.ts';
import type { Database } from '../../src/database/tables.ts';
import { inTransaction } from '../../src/database/transaction.ts';
import { localeFor } from '../../src/locale/locale.ts';
import { meetingsFeature } from '../../src/meetings/feature.ts';
import { loadActorOf } from '../../src/people/identify.ts';
import { storyTime } from '../tasks/giving/office.ts';

/** Bound to nobody: people of both agencies are in it. */
export const group: Place = {
  platform: 'web',
  chatId: 'nhom-chung',
  threadId: '',
  private: false,
  title: 'Nhóm chung',
};

export type Voice = ReturnType<typeof voice>;

export function voice(db: Kysely<Database>, personId: number, place: Place = group) {
  const run = <T>(work: (context: Context) => Promise<T>, at = storyTime): Promise<T> =>
    inTransaction(db, async (trx) => {
      const who = await loadActorOf(trx, personId);
      if (!who) throw new Error(`there is no person ${personId}`);
      const account = { platform: 'web' as const, userId: `person-${personId}`, displayName: who.name };
      const t = localeFor('vi', who.timeZone);
      return work({ trx, now: at, who, account, place, t, message: null });
    });
  const action = (name: string) => {
    const found = meetingsFeature.actions.find((each) => each.name === name);
    if (!found) throw new Error(`there is no action ${name}`);
    return found;
  };
  return {
    says: (text: string, more: Partial<CommandLine> = {}) =>
      run(async (context) => {
        const [command] = meetingsFeature.commands;
        if (!command || command.guests) throw new Error('/cuochop is a command of known people');
        const line = { text, word: 'cuochop', replyTo: null, quoted: null, files: [], ...more };
        return command.handle(line, context);
      }),
    presses: (name: string, id: number | string, at = storyTime) =>
      run(async (context) => {
        const { press } = action(name);
        if (!press) throw new Error(`${name} takes no press`);
        return press(`${id}`, context);
      }, at),
    sends: (name: string, id: number | string, values: Record<string, string[]>) =>
      run(async (context) => {
        const { submit } = action(name);
        if (!submit) throw new Error(`${name} takes no form`);
        return submit(`${id}`, values, context);
      }),
    marks: (messageId: string, mark: Mark, text: string | null, added = true) =>
      run(async (context) => {
        const message = { chatId: place.chatId, threadId: '', messageId };
        const read = async () => (text === null ? null : { text, by: 'Người viết', link: null });
        return meetingsFeature.onReaction?.({ mark, added, message, read }, context) ?? null;
      }),
  };
}

/** Somebody of the agency who has no role, and not a word in any record. */
export async function newPerson(db: Kysely<Database>, agencyId: number): Promise<number> {
  const name = `Chuyên viên ${performance.now()}`;
  const { id } = await db
    .insertInto('person')
    .values({ agency_id: agencyId, name, created_at: storyTime })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** What somebody is told who may not, or cannot. */
export async function refusal(answer: Promise<Reply | null>): Promise<string> {
  try {
    const reply = await answer;
    throw new Error(`it was not refused: ${JSON.stringify(reply)}`);
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
}

/** The title of the card that came back. */
export function titleOf(reply: Reply | null): string {
  return reply?.kind === 'card' ? reply.card.title : (reply?.kind ?? '');
}
