/** The minute of the rounds: leaders are reminded, and a round whose date has come ends. */
import type { Kysely } from 'kysely';
import type { Tick } from '../chat/feature.ts';
import type { Database } from '../database/tables.ts';
import { inTransaction, type Trx } from '../database/transaction.ts';
import { notify } from '../delivery/notify.ts';
import { endRound } from './end.ts';
import { lockRound } from './locked.ts';
import { loadRules } from './record.ts';
import { nextSeatReminder, whenToSend } from './remind.ts';
import { hasAnswered, holderOf } from './round.ts';
import { updateSeat } from './store.ts';

/** Index: opinion_seat_remind_idx. */
export const remindTick: Tick = {
  name: 'opinions.remind',
  nextAt: async (db) => {
    const query = db.selectFrom('opinion_seat').select('remind_at').where('remind_at', 'is not', null);
    return (await query.orderBy('remind_at').limit(1).executeTakeFirst())?.remind_at ?? null;
  },
  async run(db, now) {
    const rows = await db
      .selectFrom('opinion_seat')
      .select(['id', 'round_id', 'person_id', 'deputy_id'])
      .where('remind_at', '<=', now)
      .orderBy('id')
      .execute();
    // What one person is reminded of at one time is one message.
    const byPerson = Map.groupBy(rows, (row) => row.deputy_id ?? row.person_id);
    await eachGuarded([...byPerson], 'reminders of opinions', ([personId, seats]) =>
      inTransaction(db, (trx) => remindPerson(trx, now, personId, seats)),
    );
  },
};

/** Index: opinion_round_due_idx. */
export const closeTick: Tick = {
  name: 'opinions.close',
  nextAt: async (db) => {
    const open = db.selectFrom('opinion_round').select('due_at').where('status', '=', 'open');
    return (await open.orderBy('due_at').limit(1).executeTakeFirst())?.due_at ?? null;
  },
  async run(db, now) {
    const rows = await dueRounds(db, now);
    await eachGuarded(rows, 'rounds of opinions', ({ id }) =>
      inTransaction(db, async (trx) => {
        const round = await lockRound(trx, id);
        if (round?.status !== 'open' || Temporal.Instant.compare(round.due.at, now) > 0) return;
        await endRound({ trx, now, personId: null, platform: null }, round, 'due');
      }),
    );
  },
};

function dueRounds(db: Kysely<Database>, now: Temporal.Instant): Promise<{ id: number }[]> {
  return db
    .selectFrom('opinion_round')
    .select('id')
    .where('status', '=', 'open')
    .where('due_at', '<=', now)
    .orderBy('due_at')
    .execute();
}

async function remindPerson(
  trx: Trx,
  now: Temporal.Instant,
  personId: number,
  rows: readonly { id: number; round_id: number }[],
): Promise<void> {
  const items: { seatId: number; roundId: number; kind: string }[] = [];
  for (const { id, round_id: roundId } of rows) {
    const round = await lockRound(trx, roundId);
    const seat = round?.seats.find((each) => each.id === id);
    // Nobody is called to a task that has ended meanwhile.
    const over = round?.status !== 'open' || round.task?.open === false;
    if (!round || !seat || over || hasAnswered(seat)) {
      await updateSeat(trx, id, { remind_at: null, remind_kind: null });
      continue;
    }
    const stored = await trx
      .selectFrom('opinion_seat')
      .select(['remind_at', 'remind_kind'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    const { remind_at: plannedAt, remind_kind: kind } = stored;
    // Somebody was quicker: another tick, a later date, another deputy.
    if (!plannedAt || !kind || Temporal.Instant.compare(plannedAt, now) > 0) continue;
    if (holderOf(seat).id !== personId) continue;
    const rules = (await loadRules(trx, [seat.agency.id]))(seat.agency.id);
    const at = whenToSend(plannedAt, now, round.due, rules);
    if (at && Temporal.Instant.compare(at, now) > 0) {
      await updateSeat(trx, id, { remind_at: at });
      continue;
    }
    const next = nextSeatReminder(round.due, round.openedAt, now, rules);
    await updateSeat(trx, id, { remind_at: next?.at ?? null, remind_kind: next?.kind ?? null });
    if (at) items.push({ seatId: id, roundId, kind });
  }
  const [first] = items;
  if (!first) return;
  await notify(trx, now, {
    key: `opinions.reminder:${first.seatId}:${now.epochMilliseconds.toString(36)}`,
    to: { personId },
    kind: 'opinions.reminder',
    facts: { items },
    at: now,
    about: [],
  });
}

/** One that fails does not hold up the others; it is tried again with the next minute. */
async function eachGuarded<T>(
  all: readonly T[],
  what: string,
  work: (each: T) => Promise<void>,
): Promise<void> {
  const failures: unknown[] = [];
  for (const each of all) {
    try {
      await work(each);
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0)
    throw new AggregateError(failures, `${failures.length} ${what} could not be settled`);
}
