/** A programme taken for change: its row locked, so that two people who act at once come one after the other. */
import type { Context } from '../chat/context.ts';
import { UserError } from '../chat/errors.ts';
import type { Trx } from '../database/transaction.ts';
import type { Locale } from '../locale/locale.ts';
import { allowedProgrammes, type ProgrammeAction } from '../people/permissions.ts';
import { loadProgramme } from './load.ts';
import type { ProgrammeView } from './programme.ts';

/** The programme that a button or command names, when the actor may do this with it; its row is held until the end of the
 *  transaction. @throws UserError in the same words for a programme that does not exist and one the actor may not see */
export async function openProgramme(
  id: number,
  action: ProgrammeAction,
  { trx, now, who, t }: Context,
): Promise<ProgrammeView> {
  await lockProgramme(trx, id);
  const programme = await loadProgramme(trx, id, now);
  if (!programme || !(await allowedProgrammes(trx, who, 'see', [id])).has(id)) throw programmeNotFound(id, t);
  if (!(await allowedProgrammes(trx, who, action, [id])).has(id)) {
    const { agreeFirst, agreeFirstMend } = t.programmes.refusals;
    // Who could do it once their agency takes part hears that it is theirs to agree.
    const waits = (await allowedProgrammes(trx, who, 'decideConsent', [id])).has(id);
    if (waits && (action === 'contribute' || action === 'direct')) {
      throw new UserError(agreeFirst, agreeFirstMend(t.programmes.code(id)));
    }
    throw new UserError(t.common.notAllowed, t.programmes.whoMay[action]);
  }
  return programme;
}

/** Holds its row; nothing when there is none. */
export async function lockProgramme(trx: Trx, id: number): Promise<void> {
  await trx.selectFrom('programme').select('id').where('id', '=', id).forUpdate().execute();
}

/** The programme of a content that a button names, and the content. @throws UserError likewise */
export async function openContent(id: number, action: ProgrammeAction, context: Context) {
  const row = await context.trx
    .selectFrom('programme_content')
    .select('programme_id')
    .where('id', '=', id)
    .executeTakeFirst();
  const { trx, who, t } = context;
  const seen = row && (await allowedProgrammes(trx, who, 'see', [row.programme_id])).has(row.programme_id);
  if (!seen) throw new UserError(t.programmes.refusals.contentGone, t.programmes.refusals.listProgrammes);
  const programme = await openProgramme(row.programme_id, action, context);
  const content = programme.contents.find((each) => each.id === id);
  if (!content) {
    const code = t.programmes.code(programme.id);
    throw new UserError(t.programmes.refusals.contentGone, t.programmes.refusals.seeProgramme(code));
  }
  return { programme, content };
}

export function programmeNotFound(id: number, t: Locale): UserError {
  const { notFound, listProgrammes } = t.programmes.refusals;
  return new UserError(notFound(t.programmes.code(id)), listProgrammes);
}

/** The id a button carries; 0, which nothing has, for anything that is no id. */
export function readId(text: string): number {
  return /^[1-9]\d{0,14}$/u.test(text) ? Number(text) : 0;
}
