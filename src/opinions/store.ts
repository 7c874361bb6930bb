/** Every INSERT and UPDATE on rounds, seats and opinions. Callers hold the round's lock. */
import { sql, type UpdateObject } from 'kysely';
import type { PlatformCode } from '../database/codes.ts';
import type { Database } from '../database/tables.ts';
import type { Trx } from '../database/transaction.ts';
import type { OpinionOption, RoundView } from './round.ts';

export type NewRound = Pick<RoundView, 'purpose' | 'question' | 'rule' | 'hidden' | 'agencyId'> & {
  taskId: number | null;
  programmeId: number | null;
  versionId: number | null;
  options: readonly OpinionOption[];
  leadAgencyId: number | null;
  openedBy: number;
  due: { dueOn: Temporal.PlainDate; time: Temporal.PlainTime | null; at: Temporal.Instant };
  dueWords: string | null;
};

export async function insertRound(trx: Trx, now: Temporal.Instant, round: NewRound): Promise<number> {
  const { id } = await trx
    .insertInto('opinion_round')
    .values({
      task_id: round.taskId,
      programme_id: round.programmeId,
      version_id: round.versionId,
      purpose: round.purpose,
      question: round.question,
      options: JSON.stringify(round.options),
      rule: round.rule,
      lead_agency_id: round.leadAgencyId,
      hidden: round.hidden,
      agency_id: round.agencyId,
      opened_by: round.openedBy,
      opened_at: now,
      due_on: round.due.dueOn,
      due_time: round.due.time,
      due_at: round.due.at,
      due_words: round.dueWords,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function insertSeats(
  trx: Trx,
  roundId: number,
  people: readonly { personId: number; agencyId: number }[],
): Promise<void> {
  await trx
    .insertInto('opinion_seat')
    .values(
      people.map(({ personId, agencyId }) => ({
        round_id: roundId,
        person_id: personId,
        agency_id: agencyId,
      })),
    )
    .execute();
}

export type NewOpinion = {
  seatId: number;
  personId: number;
  optionKey: string;
  words: string | null;
  versionId: number | null;
  fileId: number | null;
  platform: PlatformCode;
};

export async function insertOpinion(trx: Trx, now: Temporal.Instant, opinion: NewOpinion): Promise<number> {
  const { id } = await trx
    .insertInto('opinion')
    .values({
      seat_id: opinion.seatId,
      person_id: opinion.personId,
      option_key: opinion.optionKey,
      words: opinion.words,
      version_id: opinion.versionId,
      file_id: opinion.fileId,
      given_at: now,
      platform: opinion.platform,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export type RoundChange = Omit<UpdateObject<Database, 'opinion_round'>, 'id' | 'version'>;

export async function updateRound(trx: Trx, id: number, change: RoundChange): Promise<void> {
  await trx
    .updateTable('opinion_round')
    .set({ ...change, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .execute();
}

export type SeatChange = Omit<UpdateObject<Database, 'opinion_seat'>, 'id'>;

export async function updateSeat(trx: Trx, id: number, change: SeatChange): Promise<void> {
  await trx.updateTable('opinion_seat').set(change).where('id', '=', id).execute();
}

/** Words that wait for their option; the id stands in the buttons that ask for it. */
export async function insertWords(
  trx: Trx,
  now: Temporal.Instant,
  said: { seatId: number; personId: number; words: string; fileId: number | null },
): Promise<number> {
  const { id } = await trx
    .insertInto('opinion_words')
    .values({
      seat_id: said.seatId,
      person_id: said.personId,
      words: said.words,
      file_id: said.fileId,
      said_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}
