/** Loads rounds of opinions as the rest of the house sees them: one query per table, whatever the number of rounds. */
import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Database } from '../database/tables.ts';
import type { RoundFacts } from '../people/permissions.ts';
import { dueOf } from '../tasks/load.ts';
import type { OpinionView, Outcome, RoundView, SeatView, VersionView } from './round.ts';
import { type AboutFacts, aboutProgrammes, aboutTasks } from './subjectFacts.ts';

/** By id; ids that do not exist have no entry. */
export async function loadRounds(
  db: Kysely<Database>,
  roundIds: readonly number[],
): Promise<Map<number, RoundView>> {
  if (roundIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('opinion_round as r')
    .innerJoin('person as opener', 'opener.id', 'r.opened_by')
    .leftJoin('person as closer', 'closer.id', 'r.closed_by')
    .leftJoin('agency as lead', 'lead.id', 'r.lead_agency_id')
    .leftJoin('task as t', 't.id', 'r.task_id')
    .leftJoin('programme as p', 'p.id', 'r.programme_id')
    .selectAll('r')
    .select(['opener.name as openerName', 'closer.name as closerName', 'lead.name as leadName'])
    .select(['t.title as taskTitle', 't.status as taskStatus', 'p.title as programmeTitle'])
    .where('r.id', 'in', [...new Set(roundIds)])
    .orderBy('r.id')
    .execute();
  const seats = Map.groupBy(
    await loadSeats(
      db,
      rows.map((row) => row.id),
    ),
    (each) => each.roundId,
  );
  const versions = await loadVersions(
    db,
    rows.flatMap((row) => row.version_id ?? []),
  );
  const tasks = await aboutTasks(
    db,
    rows.flatMap((row) => row.task_id ?? []),
  );
  const programmes = await aboutProgrammes(
    db,
    rows.flatMap((row) => (row.task_id === null ? (row.programme_id ?? []) : [])),
  );
  return new Map(
    rows.map((row): [number, RoundView] => {
      const due = dueOf(row);
      if (!due) throw new Error(`round ${row.id} has no date`);
      const own = (seats.get(row.id) ?? []).map(({ roundId, ...seat }) => seat);
      const about = row.task_id === null ? programmes.get(row.programme_id ?? 0) : tasks.get(row.task_id);
      return [
        row.id,
        {
          id: row.id,
          task:
            row.task_id === null
              ? null
              : { id: row.task_id, title: row.taskTitle ?? '', open: row.taskStatus === 'open' },
          programme:
            row.programme_id === null ? null : { id: row.programme_id, title: row.programmeTitle ?? '' },
          version: row.version_id === null ? null : (versions.get(row.version_id) ?? null),
          purpose: row.purpose,
          question: row.question,
          options: optionsShape.parse(row.options),
          rule: row.rule,
          leadAgency:
            row.lead_agency_id === null ? null : { id: row.lead_agency_id, name: row.leadName ?? '' },
          hidden: row.hidden,
          agencyId: row.agency_id,
          openedBy: { id: row.opened_by, name: row.openerName },
          openedAt: row.opened_at,
          due,
          dueWords: row.due_words,
          status: row.status,
          closedAt: row.closed_at,
          closedBy: row.closed_by === null ? null : { id: row.closed_by, name: row.closerName ?? '' },
          outcome: row.outcome === null ? null : outcomeShape.parse(row.outcome),
          summaryFileId: row.summary_file_id,
          seats: own,
          facts: factsOf(row, about, own),
        },
      ];
    }),
  );
}

/** Drafts by id, also those that were withdrawn since. */
export async function loadVersions(
  db: Kysely<Database>,
  versionIds: readonly number[],
): Promise<Map<number, VersionView>> {
  if (versionIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('draft_version as v')
    .innerJoin('person as p', 'p.id', 'v.person_id')
    .innerJoin('agency as a', 'a.id', 'v.agency_id')
    .leftJoin('file as f', 'f.id', 'v.file_id')
    .select(['v.id', 'v.number', 'v.text', 'v.file_id', 'v.handed_in_at', 'p.name as by', 'a.code'])
    .select(['f.name as fileName', 'f.size_bytes'])
    .where('v.id', 'in', [...new Set(versionIds)])
    .execute();
  return new Map(
    rows.map((row): [number, VersionView] => [
      row.id,
      {
        id: row.id,
        number: row.number,
        file: fileOf(row.file_id, row.fileName, row.size_bytes),
        text: row.text,
        by: row.by,
        agencyCode: row.code,
        handedInAt: row.handed_in_at,
      },
    ]),
  );
}

function factsOf(
  row: { agency_id: number; opened_by: number },
  about: AboutFacts | undefined,
  seats: readonly SeatView[],
): RoundFacts {
  return {
    owningAgencyId: about?.owningAgencyId ?? row.agency_id,
    givenBy: about?.givenBy ?? null,
    askingAgencyIds: about?.askingAgencyIds ?? [row.agency_id],
    agencyIds: [...new Set([...(about?.agencyIds ?? []), ...seats.map((seat) => seat.agency.id)])],
    focalDepartmentIds: about?.focalDepartmentIds ?? [],
    openedBy: row.opened_by,
    askedIds: seats.flatMap((seat) => [seat.person.id, ...(seat.deputy ? [seat.deputy.id] : [])]),
  };
}

async function loadSeats(
  db: Kysely<Database>,
  roundIds: readonly number[],
): Promise<(SeatView & { roundId: number })[]> {
  if (roundIds.length === 0) return [];
  const rows = await db
    .selectFrom('opinion_seat as s')
    .innerJoin('person as p', 'p.id', 's.person_id')
    .innerJoin('agency as a', 'a.id', 's.agency_id')
    .leftJoin('person as d', 'd.id', 's.deputy_id')
    .selectAll('s')
    .select(['p.name', 'a.code', 'a.name as agencyName', 'd.name as deputyName'])
    .where('s.round_id', 'in', [...roundIds])
    .orderBy('s.id')
    .execute();
  const opinions = await loadLatest(
    db,
    rows.map((row) => row.id),
  );
  return rows.map((row) => ({
    id: row.id,
    roundId: row.round_id,
    person: { id: row.person_id, name: row.name },
    agency: { id: row.agency_id, code: row.code, name: row.agencyName },
    deputy:
      row.deputy_id === null || row.delegated_at === null
        ? null
        : { id: row.deputy_id, name: row.deputyName ?? '', since: row.delegated_at },
    confirmVersionId: row.confirm_version_id,
    opinion: opinions.get(row.id) ?? null,
  }));
}

/** The opinion of each seat that counts: the last. Index: opinion_seat_idx. */
async function loadLatest(
  db: Kysely<Database>,
  seatIds: readonly number[],
): Promise<Map<number, OpinionView>> {
  if (seatIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('opinion as o')
    .innerJoin('person as p', 'p.id', 'o.person_id')
    .leftJoin('draft_version as v', 'v.id', 'o.version_id')
    .leftJoin('file as f', 'f.id', 'o.file_id')
    .distinctOn('o.seat_id')
    .select(['o.id', 'o.seat_id', 'o.person_id', 'o.option_key', 'o.words', 'o.given_at', 'o.file_id'])
    .select(['p.name', 'v.number', 'f.name as fileName', 'f.size_bytes'])
    .where('o.seat_id', 'in', [...seatIds])
    .orderBy('o.seat_id')
    .orderBy('o.id', 'desc')
    .execute();
  return new Map(
    rows.map((row): [number, OpinionView] => [
      row.seat_id,
      {
        id: row.id,
        by: { id: row.person_id, name: row.name },
        optionKey: row.option_key,
        words: row.words,
        versionNumber: row.number,
        file: fileOf(row.file_id, row.fileName, row.size_bytes),
        at: row.given_at,
      },
    ]),
  );
}

function fileOf(fileId: number | null, name: string | null, sizeBytes: number | null) {
  return fileId === null || name === null ? null : { fileId, name, sizeBytes: sizeBytes ?? 0 };
}

const optionsShape = z.array(
  z.object({ key: z.string(), label: z.string(), agrees: z.boolean().nullable() }),
);

const outcomeShape: z.ZodType<Outcome> = z.discriminatedUnion('result', [
  z.object({ result: z.literal('concluded'), keys: z.array(z.string()) }),
  z.object({
    result: z.literal('open'),
    reason: z.enum(['nobody', 'missing', 'split', 'agenciesDiffer']),
  }),
]);
