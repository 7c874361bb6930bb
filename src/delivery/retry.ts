/** What becomes of a message that a platform did not take. Pure. */
import type { Failure } from '../chat/errors.ts';

/** How long a message is tried. Both must be used up: a bot that was off for a day still tries a few times. */
export type Patience = { attempts: number; forMs: number };

/** Production: a day. While the clock stands nobody waits that long: a minute or so (2 + 4 + 8 + 16 + 32 s). */
export const patience = {
  ofTheDay: { attempts: 6, forMs: 24 * 3_600_000 },
  ofARehearsal: { attempts: 6, forMs: 0 },
} satisfies Record<string, Patience>;

/** A drawing that fails is a bug, and seldom passes by waiting. */
export const drawAttemptsMax = 4;

/** As many attempts a recipient's later messages wait for an earlier one (about half a minute): order matters more than
 *  haste at first, but a message that can never be sent must not hold back the rest for a day. */
export const orderedAttempts = 5;

/** 2, 4, 8 … 300 s after the first, second, third … failure; longer when the platform asks for it. */
export function retryDelayMs(attempts: number, failure: Pick<Failure, 'retryAfterMs'>): number {
  const grown = Math.min(2 ** Math.min(attempts, 20) * 1_000, 300_000);
  return Math.max(grown, failure.retryAfterMs ?? 0);
}

/** `waitedMs`: since it was to be sent. `attempts`: with the one that just failed. */
export function givesUp(attempts: number, waitedMs: number, { attempts: least, forMs }: Patience): boolean {
  return attempts >= least && waitedMs >= forMs;
}
