/** A piece and the words before it, resolved against the moment they were written. Pure. */
import type { Convention, DeadlineContext, DeadlineKind, FoundDeadline } from './deadline.ts';
import type { DayMeaning } from './meaning.ts';
import type { Piece } from './pieces.ts';
import { type ResolvedDay, resolveDay } from './resolveDays.ts';

export type Resolution = Pick<
  FoundDeadline,
  'kind' | 'dueOn' | 'time' | 'recurrence' | 'convention' | 'sure' | 'problem'
>;

export function resolve(piece: Piece, before: boolean, context: DeadlineContext): Resolution {
  const base = piece.base && baseOf(piece.base, context);
  const resolved = piece.day ? resolveDay(piece.day, context, before, base) : dayOfTime(piece, context);
  const dueOn = resolved.day;
  const time = dueOn && (resolved.time ?? clockTime(piece));
  const weekdayAgrees = piece.weekday === null || dueOn === null || dueOn.dayOfWeek === piece.weekday;
  const convention = conventionOf(piece, resolved, weekdayAgrees);
  const ask = resolved.ask || !weekdayAgrees || piece.time?.unsure === true;
  return {
    kind: kindOf(piece),
    dueOn,
    time,
    recurrence: piece.day?.is === 'every' ? piece.day.recurrence : null,
    convention,
    sure: ask ? 'ask' : convention ? 'convention' : 'said',
    problem: resolved.problem ?? (dueOn && isPast(dueOn, time, context.now) ? 'past' : null),
  };
}

/** A span is counted from a day that has mostly been: a date that had to be carried to the next year is this year's. */
function baseOf(meaning: DayMeaning, context: DeadlineContext): Temporal.PlainDate | null {
  const { day, convention } = resolveDay(meaning, context, false, null);
  return day && convention?.name === 'year-implied' ? day.subtract({ years: 1 }) : day;
}

/** A time alone is today's, or tomorrow's when it is over. */
function dayOfTime(piece: Piece, { now }: DeadlineContext): ResolvedDay {
  const today = now.toPlainDate();
  const time = clockTime(piece);
  const over = time !== null && Temporal.PlainTime.compare(time, now.toPlainTime()) < 0;
  const convention: Convention | null = over ? { name: 'next-one', unit: 'day' } : null;
  return { day: over ? today.add({ days: 1 }) : today, time: null, convention, problem: null, ask: false };
}

/** 24h is the end of the day, which needs no time. */
function clockTime({ time }: Piece): Temporal.PlainTime | null {
  if (!time || time.minutes >= 1440) return null;
  return Temporal.PlainTime.from({ hour: Math.floor(time.minutes / 60), minute: time.minutes % 60 });
}

function conventionOf(piece: Piece, resolved: ResolvedDay, weekdayAgrees: boolean): Convention | null {
  if (piece.joined === 'beside') return { name: 'date-beside', agrees: true };
  if (!weekdayAgrees) return { name: 'date-beside', agrees: false };
  if (piece.time?.part) return { name: 'part-of-day', part: piece.time.part };
  return resolved.convention ?? (piece.joined === 'range' ? { name: 'end-of-range' } : null);
}

function kindOf({ day, time }: Piece): DeadlineKind {
  const clock = time !== null && time.part === null;
  if (!day) return clock ? 'date' : 'relative';
  if (clock && (day.is === 'days away' || day.is === 'weekday')) return 'date';
  if (day.is === 'period') return day.unit === 'week' ? 'relative' : day.unit;
  if (day.is === 'span') return day.unit === 'workingDay' ? 'working_days' : 'duration';
  return KINDS[day.is];
}

const KINDS: Record<Exclude<DayMeaning['is'], 'period' | 'span'>, DeadlineKind> = {
  date: 'date',
  'day of quarter': 'date',
  weekday: 'relative',
  'weekday of month': 'relative',
  'days away': 'relative',
  lunar: 'date',
  holiday: 'relative',
  every: 'recurring',
  event: 'relative',
};

function isPast(
  day: Temporal.PlainDate,
  time: Temporal.PlainTime | null,
  now: Temporal.ZonedDateTime,
): boolean {
  const order = Temporal.PlainDate.compare(day, now.toPlainDate());
  return (
    order < 0 || (order === 0 && time !== null && Temporal.PlainTime.compare(time, now.toPlainTime()) < 0)
  );
}
