/** What follows from a round's outcome by itself: who signs the programme. */

import { localeFor } from '../locale/locale.ts';
import { settleSigningLevel } from '../programmes/signing.ts';
import { optionLabel } from './labels.ts';
import type { Doer } from './record.ts';
import type { RoundView } from './round.ts';

/** Under the round's lock, with its outcome. Nothing follows from a round without a conclusion. */
export async function settleOutcome({ trx, now }: Doer, round: RoundView): Promise<void> {
  const { purpose, programme, outcome } = round;
  if (purpose !== 'signingLevel' || !programme || outcome?.result !== 'concluded') return;
  const [key = ''] = outcome.keys;
  // Who signs is written as the leaders chose it; only the usual options have words of their own in each language.
  const label = optionLabel(round, key, localeFor('vi', 'UTC'));
  await settleSigningLevel(trx, now, programme.id, { label, roundId: round.id, by: null });
}
