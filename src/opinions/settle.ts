/** What follows from a round's outcome by itself: who signs the programme. */
import type { Doer } from './record.ts';
import type { RoundView } from './round.ts';

export async function settleOutcome(_doer: Doer, _round: RoundView): Promise<void> {}
