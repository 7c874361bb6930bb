/** A round as understood, kept until it is sent. */
import { z } from 'zod';
import type { Context } from '../chat/context.ts';
import { UserError } from '../chat/errors.ts';
import type { Trx } from '../database/transaction.ts';
import { previewDueShape } from '../tasks/giving/preview.ts';
import { readId } from '../tasks/locked.ts';
import type { About } from './askTarget.ts';

const content = z.object({
  taskId: z.int().nullable(),
  programmeId: z.int().nullable(),
  /** The draft it is about; null: a question only. */
  versionId: z.int().nullable(),
  question: z.string(),
  leaderIds: z.array(z.int()),
  /** Null: the usual three. */
  options: z.array(z.string()).nullable(),
  rule: z.enum(['all', 'majority', 'lead']),
  leadAgencyId: z.int().nullable(),
  hidden: z.boolean(),
  purpose: z.enum(['opinion', 'signingLevel']),
  due: previewDueShape.nullable(),
  /** "lãnh đạo 2 cơ quan" was said. */
  allAgencies: z.boolean(),
});

export type AskContent = z.output<typeof content>;
export type AskPreview = { id: number; ask: AskContent };

export function aboutOf(ask: Pick<AskContent, 'taskId' | 'programmeId'>): About {
  if (ask.taskId !== null) return { taskId: ask.taskId, programmeId: null };
  if (ask.programmeId !== null) return { taskId: null, programmeId: ask.programmeId };
  throw new Error('a round about nothing');
}

export async function insertPreview(
  { trx, now, who }: Pick<Context, 'trx' | 'now' | 'who'>,
  ask: AskContent,
): Promise<AskPreview> {
  const { id } = await trx
    .insertInto('opinion_preview')
    .values({ person_id: who.personId, content: JSON.stringify(ask), created_at: now })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { id, ask };
}

export async function savePreview(trx: Trx, { id, ask }: AskPreview): Promise<void> {
  await trx
    .updateTable('opinion_preview')
    .set({ content: JSON.stringify(ask) })
    .where('id', '=', id)
    .execute();
}

export async function endPreview(
  trx: Trx,
  id: number,
  end: { status: 'sent'; roundId: number } | { status: 'dropped' },
): Promise<void> {
  const roundId = end.status === 'sent' ? end.roundId : null;
  await trx
    .updateTable('opinion_preview')
    .set({ status: end.status, round_id: roundId })
    .where('id', '=', id)
    .execute();
}

/** The asker's own, while it waits; held until the end of the transaction. @throws UserError that says what became of it */
export async function takePreview(id: string, { trx, who, t }: Context): Promise<AskPreview> {
  const row = await trx
    .selectFrom('opinion_preview')
    .selectAll()
    .where('id', '=', readId(id))
    .forUpdate()
    .executeTakeFirst();
  const words = t.opinions.refusals;
  if (!row) throw new UserError(words.noPreview, words.askAgain);
  if (row.person_id !== who.personId) throw new UserError(words.othersPreview, words.askAgain);
  if (row.status === 'dropped') throw new UserError(words.dropped, words.askAgain);
  if (row.round_id !== null) {
    throw new UserError(words.sent(t.opinions.code(row.round_id)), words.lookAgain);
  }
  return { id: row.id, ask: content.parse(row.content) };
}
