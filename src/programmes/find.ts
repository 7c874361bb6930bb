/** Programmes that somebody may see, and names of programmes and contents. Reads only. */
import { type Kysely, sql } from 'kysely';
import type { ProgrammeStatus } from '../database/codes.ts';
import type { Database } from '../database/tables.ts';
import type { Actor } from '../people/actor.ts';
import { allowedProgrammes } from '../people/permissions.ts';
import { contentRows } from './load.ts';
import { numbersOf } from './tree.ts';

export type FoundProgramme = {
  id: number;
  title: string;
  titleFolded: string;
  fromYear: number;
  toYear: number;
  status: ProgrammeStatus;
  /** An agency of the person has still to say whether it takes part. */
  asked: boolean;
};

/** Those in which an agency of the person takes part or is asked to; the latest first. Index: programme_agency_agency_idx. */
export async function visibleProgrammes(db: Kysely<Database>, actor: Actor): Promise<FoundProgramme[]> {
  const agencyIds = [...new Set([actor.agencyId ?? 0, ...actor.officialOf, ...actor.leaderOf])];
  const rows = await db
    .selectFrom('programme as p')
    .innerJoin('programme_agency as a', 'a.programme_id', 'p.id')
    .select(['p.id', 'p.title', 'p.title_folded as titleFolded', 'p.from_year as fromYear'])
    .select(['p.to_year as toYear', 'p.status'])
    .select(sql<boolean>`bool_or(a.status = 'asked')`.as('asked'))
    .groupBy('p.id')
    .where('a.agency_id', 'in', agencyIds)
    .orderBy('p.id', 'desc')
    .limit(foundMax)
    .execute();
  const ids = rows.map((row) => row.id);
  const allowed = await allowedProgrammes(db, actor, 'see', ids);
  return rows.filter((row) => allowed.has(row.id));
}

/** More than any agency has. */
const foundMax = 500;

/** Where a task belongs, in words. `number` and `contentTitle` null: to the programme as a whole. */
export type BelongingLabel = {
  programmeId: number;
  title: string;
  contentId: number | null;
  number: string | null;
  contentTitle: string | null;
};

/** For each pair asked for; one of a programme that does not exist has no entry. Two queries for each programme. */
export async function belongingLabels(
  db: Kysely<Database>,
  pairs: readonly { programmeId: number; contentId: number | null }[],
): Promise<(programmeId: number, contentId: number | null) => BelongingLabel | null> {
  const ids = [...new Set(pairs.map((pair) => pair.programmeId))];
  const rows =
    ids.length === 0
      ? []
      : await db.selectFrom('programme').select(['id', 'title']).where('id', 'in', ids).execute();
  const contents = new Map<number, { number: string; title: string }>();
  for (const id of new Set(pairs.flatMap((pair) => (pair.contentId === null ? [] : pair.programmeId)))) {
    const all = await contentRows(db, id);
    const numbers = numbersOf(all);
    for (const row of all) contents.set(row.id, { number: numbers.get(row.id) ?? '', title: row.title });
  }
  return (programmeId, contentId) => {
    const programme = rows.find((row) => row.id === programmeId);
    if (!programme) return null;
    const content = contentId === null ? undefined : contents.get(contentId);
    return {
      programmeId,
      title: programme.title,
      contentId,
      number: content?.number ?? null,
      contentTitle: content?.title ?? null,
    };
  };
}
