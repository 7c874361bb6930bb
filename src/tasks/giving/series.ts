/** Recurring tasks: when the deadline of one has come, or it is completed, the next is opened – exactly once. */
import { lastMoment } from '../../calendar/deadlineMoment.ts';
import type { Tick } from '../../chat/feature.ts';
import { inTransaction, type Trx } from '../../database/transaction.ts';
import { touchLiveCards } from '../../delivery/liveCards.ts';
import { notify } from '../../delivery/notify.ts';
import { recordEvent } from '../../history/recordEvent.ts';
import { nextOccurrence, readRecurrence } from '../../language/deadlines/recurrence.ts';
import { calendarOf } from '../../reminders/calendars.ts';
import { updateTask } from '../store.ts';
import { giveTask, type NewTask } from './giveTask.ts';
import { dueSeries, lockDueTail, markContinued, nextSeriesAt } from './seriesStore.ts';
import { whenOpen } from './whenOpen.ts';

export const seriesTick: Tick = {
  name: 'giving.series',
  nextAt: nextSeriesAt,
  /** Each series in its own transaction: one that fails does not hold the others up. */
  async run(db, now) {
    const failures: unknown[] = [];
    for (const id of await dueSeries(db, now, atOnceMax)) {
      try {
        await inTransaction(db, (trx) => continueSeries(trx, now, id));
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw new AggregateError(failures, `${failures.length} series could not go on`);
  },
};

/** As many as a minute can open; the rest comes with the next. */
const atOnceMax = 200;

type Tail = NonNullable<Awaited<ReturnType<typeof lockDueTail>>>;

async function continueSeries(trx: Trx, now: Temporal.Instant, id: number): Promise<void> {
  const tail = await lockDueTail(trx, now, id);
  if (!tail) return;
  const { timeZone } = await calendarOf(trx, tail.agency_id);
  const dueOn = nextDay(tail, now, timeZone);
  const { parts, followers } = await whoGoesOn(trx, tail);
  if (dueOn === null || !parts.some((part) => part.part === 'lead')) return stopSeries(trx, now, tail);
  const next: NewTask = {
    title: tail.title,
    agencyId: tail.agency_id,
    timeZone,
    givenBy: tail.given_by,
    by: null,
    due: { dueOn, time: tail.due_time },
    dueWords: tail.due_words,
    dueConvention: tail.due_convention,
    urgency: tail.urgency,
    source: tail.source_number === null ? null : { number: tail.source_number, date: tail.source_date },
    sourceMessage: tail.source_message,
    recurrence: tail.recurrence,
    seriesId: tail.series_id,
    // The next of a series belongs where the last one did.
    belonging: {
      programme: tail.programme_id === null ? null : { id: tail.programme_id, contentId: tail.content_id },
      origin: null,
    },
    parts,
    followers,
  };
  const agencyIds = [tail.agency_id, ...parts.map((part) => part.agencyId)];
  const { taskId } = await giveTask(trx, now, next, await whenOpen(trx, now, agencyIds));
  await markContinued(trx, tail.id, taskId);
  await touchLiveCards(trx, now, [tail.id]);
}

/** The first day of the rhythm after the last one that is not over yet: a bot that was off for months opens one task, not
 *  twelve. The rhythm goes on from the day this occurrence stands for, wherever its own deadline was moved. Null when the
 *  rhythm cannot be read. */
function nextDay(tail: Tail, now: Temporal.Instant, timeZone: string): Temporal.PlainDate | null {
  const recurrence = readRecurrence(tail.recurrence ?? '');
  const from = tail.occurrence_on ?? tail.due_on;
  if (!recurrence || !from) return null;
  let day = nextOccurrence(recurrence, from);
  const isOver = (each: Temporal.PlainDate) =>
    Temporal.Instant.compare(lastMoment(each, tail.due_time, timeZone), now) <= 0;
  while (isOver(day)) day = nextOccurrence(recurrence, day);
  return day;
}

/** Open departments that still had their part; those of another agency that agreed once have agreed to the rhythm. */
async function whoGoesOn(trx: Trx, tail: Tail) {
  const rows = await trx
    .selectFrom('assignment as a')
    .innerJoin('department as d', 'd.id', 'a.department_id')
    .select(['a.department_id', 'a.agency_id', 'a.part', 'a.status'])
    .where('a.task_id', '=', tail.id)
    .where('a.status', 'not in', ['declined', 'cancelled'])
    .where('d.closed_at', 'is', null)
    .orderBy('a.id')
    .execute();
  const followers = await trx
    .selectFrom('follower')
    .select(['person_id', 'department_id'])
    .where('task_id', '=', tail.id)
    .orderBy('id')
    .execute();
  return {
    parts: rows.map((row) => ({
      departmentId: row.department_id,
      agencyId: row.agency_id,
      part: row.part,
      status: row.status === 'proposed' ? ('proposed' as const) : ('assigned' as const),
    })),
    followers: followers.flatMap((row): NewTask['followers'] => {
      if (row.person_id !== null) return [{ personId: row.person_id }];
      return row.department_id === null ? [] : [{ departmentId: row.department_id }];
    }),
  };
}

/** Nobody is left to lead: the giver hears of it. */
async function stopSeries(trx: Trx, now: Temporal.Instant, tail: Tail): Promise<void> {
  await updateTask(trx, tail.id, { recurrence: null });
  await recordEvent(trx, {
    at: now,
    kind: 'task.seriesStopped',
    personId: null,
    platform: null,
    agencyId: tail.agency_id,
    taskId: tail.id,
    data: { recurrence: tail.recurrence },
  });
  await touchLiveCards(trx, now, [tail.id]);
  await notify(trx, now, {
    key: `giving.seriesStopped:${tail.id}`,
    to: { personId: tail.given_by },
    kind: 'giving.seriesStopped',
    facts: { taskId: tail.id },
    at: now,
    about: [{ taskId: tail.id, assignmentId: null }],
  });
}
