/** The rehearsal clock as the playground's page moves it: to the next reminder, to the next working day. */
import type { Kysely } from 'kysely';
import { buildCalendar } from './calendar/buildCalendar.ts';
import type { WorkCalendar } from './calendar/workCalendar.ts';
import { nextWorkingDay } from './calendar/workingDays.ts';
import { UserError } from './chat/errors.ts';
import type { Tick } from './chat/feature.ts';
import type { Config } from './config.ts';
import type { Database } from './database/tables.ts';
import { nextDue } from './due.ts';
import { localeFor } from './locale/locale.ts';
import type { Log } from './log.ts';
import { ClockRefused, type Moved, type RehearsalClock, yearsAtOnceMax } from './rehearsalClock.ts';
import { calendarsOf } from './reminders/calendars.ts';

export type PageClockParts = {
  db: Kysely<Database>;
  config: Config;
  rehearsal: RehearsalClock;
  ticks: readonly Tick[];
  log: Log;
};

export function playgroundClock({ db, config, rehearsal, ticks, log }: PageClockParts) {
  const words = localeFor(config.language, config.timeZone).delivery.clock;
  // What delivery does for itself (forgetting old keys) is nothing to see.
  const seen = ticks.filter((tick) => !tick.name.startsWith('delivery.'));

  async function moved(move: Promise<Moved>): Promise<Temporal.Instant> {
    try {
      return (await move).now;
    } catch (error) {
      if (!(error instanceof ClockRefused)) throw error;
      if (error.reason === 'backward') throw new UserError(words.backward, words.mendBackward);
      throw new UserError(words.tooFar(yearsAtOnceMax), words.mendTooFar);
    }
  }

  return {
    now: () => rehearsal.now(),
    moveBy: (duration: string) => moved(rehearsal.moveBy(Temporal.Duration.from(duration))),
    moveTo: (moment: string) => moved(rehearsal.moveTo(Temporal.Instant.from(moment))),
    /** Null: nothing is planned. */
    toNextReminder: async (): Promise<Temporal.Instant | null> => {
      const before = await lastSent(db);
      // Not everything planned ends in a message (its task may be done by then): go on until somebody sees one.
      for (let stops = 0; stops < stopsMax; stops += 1) {
        const next = await nextDue(db, seen, rehearsal.now(), log);
        if (!next) return stops === 0 ? null : rehearsal.now();
        await moved(rehearsal.moveTo(afterNow(next, rehearsal.now())));
        if ((await lastSent(db)) !== before) break;
      }
      return rehearsal.now();
    },
    nextWorkingDay: async () => {
      const calendar = await calendarOfTheHouse(db, config.timeZone);
      const local = rehearsal.now().toZonedDateTimeISO(calendar.timeZone);
      const day = nextWorkingDay(calendar, local.toPlainDate());
      const there = day.toZonedDateTime({ timeZone: calendar.timeZone, plainTime: local.toPlainTime() });
      return await moved(rehearsal.moveTo(there.toInstant()));
    },
  };
}

const stopsMax = 50;

/** The full minute at which it happens; the next one when it should have happened already. */
function afterNow(due: Temporal.Instant, now: Temporal.Instant): Temporal.Instant {
  const minute = due.round({ smallestUnit: 'minute', roundingMode: 'ceil' });
  return Temporal.Instant.compare(minute, now) > 0 ? minute : now.add({ minutes: 1 });
}

async function lastSent(db: Kysely<Database>): Promise<number> {
  const row = await db
    .selectFrom('notification')
    .select('id')
    .where('status', '=', 'sent')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? 0;
}

/** Of the first agency: the page has one clock for all. */
async function calendarOfTheHouse(db: Kysely<Database>, timeZone: string): Promise<WorkCalendar> {
  const first = await db.selectFrom('agency').select('id').orderBy('id').limit(1).executeTakeFirst();
  const calendar = first && (await calendarsOf(db, [first.id])).get(first.id);
  return calendar ?? buildCalendar({ timeZone, announced: [], overrides: [] });
}
