/** A programme as it was understood, waiting to be opened: kept in a row of its own, so that a restart loses nothing. */
import { z } from 'zod';
import type { Context } from '../chat/context.ts';
import { UserError } from '../chat/errors.ts';
import type { Trx } from '../database/transaction.ts';
import type { ProgrammeReading } from '../language/programmes/readProgramme.ts';
import type { Organisation } from '../tasks/giving/organisation.ts';

const content = z.object({
  title: z.string(),
  years: z.object({ from: z.int(), to: z.int(), said: z.enum(['both', 'length']) }).nullable(),
  /** Whose officials open it. */
  openingAgencyId: z.int(),
  /** The others that take part. */
  agencyIds: z.array(z.int()),
  departmentIds: z.array(z.int()),
  /** Names of departments that have still to be cleared up, with those they may mean. */
  unclear: z.array(z.object({ words: z.string(), departmentIds: z.array(z.int()) })),
});

export type PreviewContent = z.output<typeof content>;
export type ProgrammePreview = {
  id: number;
  status: 'open' | 'opened' | 'dropped';
  programmeId: number | null;
  content: PreviewContent;
};

/** The agency that opens it: of those the person gives for, one that the words name, else the first. */
export function previewFromReading(
  reading: ProgrammeReading,
  givingAgencyIds: readonly number[],
  { departments }: Organisation,
): PreviewContent {
  const named = reading.agencyIds.find((id) => givingAgencyIds.includes(id));
  const openingAgencyId = named ?? givingAgencyIds[0];
  if (openingAgencyId === undefined) throw new Error('a giver without an agency');
  const agencyIds = reading.agencyIds.filter((id) => id !== openingAgencyId);
  const taking = [openingAgencyId, ...agencyIds];
  return {
    title: reading.title,
    years: reading.years,
    openingAgencyId,
    agencyIds,
    departmentIds: reading.departmentIds.filter((id) => taking.includes(departments.get(id)?.agencyId ?? 0)),
    unclear: reading.unclear.map(({ words, mayMean }) => ({
      words,
      departmentIds: mayMean.map((unit) => unit.id),
    })),
  };
}

export async function insertPreview(
  { trx, now, who }: Pick<Context, 'trx' | 'now' | 'who'>,
  given: PreviewContent,
): Promise<ProgrammePreview> {
  const row = await trx
    .insertInto('programme_preview')
    .values({ person_id: who.personId, created_at: now, content: JSON.stringify(given) })
    .returning(['id'])
    .executeTakeFirstOrThrow();
  return { id: row.id, status: 'open', programmeId: null, content: given };
}

export async function savePreview(trx: Trx, { id, status, programmeId, content: given }: ProgrammePreview) {
  await trx
    .updateTable('programme_preview')
    .set({ status, programme_id: programmeId, content: JSON.stringify(given) })
    .where('id', '=', id)
    .execute();
}

/** The presser's own preview in whatever state, held until the end of the transaction. @throws UserError */
export async function ownPreview(id: number, { trx, who, t }: Context): Promise<ProgrammePreview> {
  const row = await trx
    .selectFrom('programme_preview')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  const { previewGone, openAgain } = t.programmes.refusals;
  if (!row || row.person_id !== who.personId) throw new UserError(previewGone, openAgain);
  return { id, status: row.status, programmeId: row.programme_id, content: content.parse(row.content) };
}

/** The same, and it still waits. @throws UserError */
export async function openPreview(id: number, context: Context): Promise<ProgrammePreview> {
  const preview = await ownPreview(id, context);
  const { previewGone, openAgain, previewOpened, seeProgramme } = context.t.programmes.refusals;
  if (preview.status === 'dropped') throw new UserError(previewGone, openAgain);
  if (preview.programmeId !== null) {
    const code = context.t.programmes.code(preview.programmeId);
    throw new UserError(previewOpened(code), seeProgramme(code));
  }
  return preview;
}
