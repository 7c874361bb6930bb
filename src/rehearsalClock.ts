/** The clock of a rehearsal: it stands, and is moved forward by hand. Moving it is like letting every minute pass. */
import type { Clock } from './clock.ts';

export type RehearsalClock = Clock & {
  /** Resolves when all that fell due on the way has been handed to the platforms or has visibly failed. Moves wait for each
   *  other. @throws ClockRefused */
  moveTo(moment: Temporal.Instant): Promise<Moved>;
  /** From where the clock stands when it is this move's turn. @throws ClockRefused */
  moveBy(duration: Temporal.Duration): Promise<Moved>;
  /** Does what is due at the moment at which the clock stands, without moving it. */
  settle(): Promise<Moved>;
};

/** `undelivered`: messages and cards whose time has come, but which a platform still refuses. */
export type Moved = { now: Temporal.Instant; undelivered: number };

export type RehearsalOptions = {
  start: Temporal.Instant;
  /** For durations in days and longer. */
  timeZone: string;
  /** When something next has to be done, as far as is known. Null: never. */
  nextDue: (now: Temporal.Instant) => Promise<Temporal.Instant | null>;
  /** All ticks, as a minute of the machine's clock would. */
  runTicks: (now: Temporal.Instant) => Promise<void>;
  /** Gives how many are still on their way. */
  drain: () => Promise<number>;
  /** Keeps the position for the next start. */
  keep: (now: Temporal.Instant) => Promise<void>;
};

/** Why the clock does not move. */
export class ClockRefused extends Error {
  readonly reason: 'backward' | 'tooFar';

  constructor(reason: 'backward' | 'tooFar', message: string) {
    super(message);
    this.name = 'ClockRefused';
    this.reason = reason;
  }
}

export const yearsAtOnceMax = 5;

export function createRehearsalClock(options: RehearsalOptions): RehearsalClock {
  const { nextDue, runTicks, drain, keep, timeZone } = options;
  let stands = options.start;
  let lastMove: Promise<unknown> = Promise.resolve();

  async function standAt(moment: Temporal.Instant): Promise<Moved> {
    stands = moment;
    await keep(moment);
    await runTicks(moment);
    return { now: moment, undelivered: await drain() };
  }

  async function move(target: Temporal.Instant): Promise<Moved> {
    refuseIfSenseless(stands, target, timeZone);
    // What was said a moment ago and waits for its turn in a chat must not look late because the clock jumps.
    await drain();
    for (;;) {
      const next = await nextDue(stands);
      if (!next) break;
      const minute = minuteFor(next, stands);
      if (Temporal.Instant.compare(minute, target) >= 0) break;
      await standAt(minute);
    }
    return await standAt(target);
  }

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = lastMove.then(work, work);
    lastMove = turn.catch(() => {});
    return turn;
  }

  return {
    now: () => stands,
    moveTo: (moment) => inTurn(() => move(moment)),
    moveBy: (duration) => inTurn(() => move(stands.toZonedDateTimeISO(timeZone).add(duration).toInstant())),
    settle: () => inTurn(() => standAt(stands)),
  };
}

function refuseIfSenseless(from: Temporal.Instant, to: Temporal.Instant, timeZone: string): void {
  const there = to.toString({ timeZone, smallestUnit: 'second' });
  const here = from.toString({ timeZone, smallestUnit: 'second' });
  if (Temporal.Instant.compare(to, from) < 0) {
    throw new ClockRefused('backward', `the clock stands at ${here} and only moves forward, not to ${there}`);
  }
  const farthest = from.toZonedDateTimeISO(timeZone).add({ years: yearsAtOnceMax }).toInstant();
  if (Temporal.Instant.compare(to, farthest) > 0) {
    throw new ClockRefused(
      'tooFar',
      `the clock moves at most ${yearsAtOnceMax} years at once, not to ${there}`,
    );
  }
}

/** The first full minute at which a bot that looks every minute would see it; always after `stands`, so that what stays due
 *  (a tick that fails) costs a minute and not for ever. */
function minuteFor(due: Temporal.Instant, stands: Temporal.Instant): Temporal.Instant {
  const rounded = due.round({ smallestUnit: 'minute', roundingMode: 'ceil' });
  if (Temporal.Instant.compare(rounded, stands) > 0) return rounded;
  return stands.add({ nanoseconds: 1 }).round({ smallestUnit: 'minute', roundingMode: 'ceil' });
}
