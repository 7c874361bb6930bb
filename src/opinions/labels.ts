/** Options and outcomes in the reader's words. Pure. */
import type { Locale } from '../locale/locale.ts';
import { hasAnswered, type OpinionOption, type RoundView } from './round.ts';

/** The usual three in the reader's language, options of the question's own as they were written. */
export function optionLabel(
  { options }: { options: readonly OpinionOption[] },
  key: string,
  t: Locale,
): string {
  const usual: Readonly<Record<string, string>> = t.opinions.options;
  return usual[key] ?? options.find((option) => option.key === key)?.label ?? key;
}

/** One line that says what the round has come to. */
export function outcomeText(round: Pick<RoundView, 'outcome' | 'options' | 'seats'>, t: Locale): string {
  const words = t.opinions.outcome;
  const { outcome } = round;
  if (!outcome) return words.open.missing;
  if (outcome.result === 'open') return words.open[outcome.reason];
  const [first = ''] = outcome.keys;
  const label = optionLabel(round, first, t);
  const remarks = round.seats.filter(
    (seat) =>
      hasAnswered(seat) && outcome.keys.includes(seat.opinion?.optionKey ?? '') && seat.opinion?.words,
  ).length;
  return words.concluded(label, remarks);
}
