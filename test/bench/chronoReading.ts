/** How chrono-node reads an expression: Vietnamese first, English when that finds nothing; for comparison in the bench. */
import * as chrono from 'chrono-node';

/** The first date found, in the form of the corpus; a time only when the words gave one. */
export function chronoDeadline(text: string, ref: string): string | null {
  const reference = { instant: new Date(ref), timezone: 420 };
  const options = { forwardDate: true };
  const [found] = [chrono.vi, chrono.en]
    .flatMap((reader) => reader.parse(text, reference, options))
    .slice(0, 1);
  if (!found) return null;
  const { start } = found;
  const two = (part: chrono.Component) => `${start.get(part) ?? 0}`.padStart(2, '0');
  const day = `${start.get('year')}-${two('month')}-${two('day')}`;
  return start.isCertain('hour') ? `${day}T${two('hour')}:${two('minute')}:00+07:00` : day;
}
