/** To which programme a task is given, as words, a form or a button say it: checked, whenever it is taken over. */
import type { Context } from '../../chat/context.ts';
import { UserError } from '../../chat/errors.ts';
import type { FormField } from '../../chat/form.ts';
import { programmeMentions } from '../../language/programmes/programmeMention.ts';
import type { Locale } from '../../locale/locale.ts';
import { allowedProgrammes } from '../../people/permissions.ts';
import { type BelongingLabel, belongingLabels } from '../../programmes/find.ts';
import { contentRows } from '../../programmes/load.ts';
import { programmeNotFound } from '../../programmes/locked.ts';
import { readProgrammeCode } from '../../programmes/programme.ts';
import { numbersOf } from '../../programmes/tree.ts';
import type { Belonging, PreviewTask } from './preview.ts';

type Programme = NonNullable<Belonging['programme']>;

/** @throws UserError when the giver does not direct that programme, or it has no such content */
export async function resolveProgramme(
  { programmeId, content }: { programmeId: number; content: string | null },
  context: Context,
  field: string | null = null,
): Promise<Programme> {
  const { trx, t } = context;
  await requireDirected(programmeId, context, field);
  if (content === null) return { id: programmeId, contentId: null };
  const rows = await contentRows(trx, programmeId);
  const numbers = numbersOf(rows);
  const found = rows.find((row) => !row.dropped && numbers.get(row.id) === content);
  if (found) return { id: programmeId, contentId: found.id };
  const words = t.programmes.refusals;
  throw new UserError(
    words.contentUnknown(content),
    words.seeProgramme(t.programmes.code(programmeId)),
    field,
  );
}

/** What was true when the preview was made has to be true when it is given. @throws UserError */
export async function checkBelonging({ belonging }: PreviewTask, context: Context): Promise<void> {
  const programme = belonging?.programme;
  if (!programme) return;
  await requireDirected(programme.id, context, null);
  if (programme.contentId === null) return;
  const { trx, t } = context;
  const rows = await contentRows(trx, programme.id);
  if (rows.some((row) => row.id === programme.contentId && !row.dropped)) return;
  const words = t.programmes.refusals;
  throw new UserError(words.contentGone, words.seeProgramme(t.programmes.code(programme.id)));
}

async function requireDirected(programmeId: number, context: Context, field: string | null): Promise<void> {
  const { trx, who, t } = context;
  if (!(await allowedProgrammes(trx, who, 'see', [programmeId])).has(programmeId)) {
    const { message, mend } = programmeNotFound(programmeId, t);
    throw new UserError(message, mend, field);
  }
  if (!(await allowedProgrammes(trx, who, 'direct', [programmeId])).has(programmeId)) {
    throw new UserError(t.common.notAllowed, t.programmes.whoMay.direct, field);
  }
  const { status } = await trx
    .selectFrom('programme')
    .select('status')
    .where('id', '=', programmeId)
    .executeTakeFirstOrThrow();
  if (status !== 'concluded') return;
  const words = t.programmes.refusals;
  throw new UserError(words.concluded(t.programmes.code(programmeId)), words.reopen, field);
}

/** Null: it belongs to no programme. */
export async function labelOf(
  { belonging }: PreviewTask,
  { trx }: Pick<Context, 'trx'>,
): Promise<BelongingLabel | null> {
  const programme = belonging?.programme;
  if (!programme) return null;
  const { id: programmeId, contentId } = programme;
  return (await belongingLabels(trx, [{ programmeId, contentId }]))(programmeId, contentId);
}

/** "CT-1 nội dung 1.2": as the form shows it, and as `readProgrammeField` reads it. */
export function programmeField(label: BelongingLabel, t: Locale): FormField {
  const { form } = t.giving;
  const initial = t.programmes.belonging.short(t.programmes.code(label.programmeId), label.number);
  return {
    name: 'programme',
    label: form.programme,
    hint: form.programmeHint,
    required: false,
    input: { kind: 'line', initial, maxLength: 100 },
  };
}

/** Null for an empty field: it belongs to none any more. @throws UserError at that field */
export async function readProgrammeField(words: string, context: Context): Promise<Programme | null> {
  if (words === '') return null;
  const code = readProgrammeCode(words);
  const [mention] = programmeMentions(words);
  if (code !== null) return resolveProgramme({ programmeId: code, content: null }, context, 'programme');
  if (mention) return resolveProgramme(mention, context, 'programme');
  const { programmeUnknown, programmeMend } = context.t.giving.error;
  throw new UserError(programmeUnknown(words.slice(0, 60)), programmeMend, 'programme');
}
