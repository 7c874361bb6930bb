/** The buttons of the page's clock. */
import type { z } from 'zod';
import type { WebPlatformDeps } from './playground.ts';
import type { clockMove } from './requests.ts';

/** `moved`: false when nothing is planned to move to. */
export type ClockMoved = { now: string; moved: boolean };

/** @throws UserError when the clock refuses */
export async function moveClock(
  deps: Pick<WebPlatformDeps, 'clock' | 'timeZone' | 'now'>,
  move: z.infer<typeof clockMove>,
): Promise<ClockMoved> {
  const { clock } = deps;
  if (!clock) return { now: deps.now().toString(), moved: false };
  if (move.move === 'nextReminder') {
    const reached = await clock.toNextReminder();
    return { now: (reached ?? clock.now()).toString(), moved: reached !== null };
  }
  const reached = await (move.move === 'workingDay'
    ? clock.nextWorkingDay()
    : move.move === 'hour'
      ? clock.moveBy('PT1H')
      : clock.moveTo(momentIn(move.at, deps.timeZone ?? 'Asia/Ho_Chi_Minh')));
  return { now: reached.toString(), moved: true };
}

/** '2016-04-06T08:30' of a date field, as a moment with its offset. */
function momentIn(local: string, timeZone: string): string {
  const moment = Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone);
  return moment.toString({ timeZoneName: 'never', smallestUnit: 'second' });
}
