/** What words without a code mean: a programme to be opened, or one that is there. */
import type { Context } from '../chat/context.ts';
import type { Reply } from '../chat/reply.ts';
import { fold } from '../language/folding.ts';
import { buildUnitIndex } from '../language/matching/unitIndex.ts';
import { type ProgrammeReading, readProgramme } from '../language/programmes/readProgramme.ts';
import { loadUnits } from '../people/units.ts';
import { givingAgencies } from '../tasks/giving/givers.ts';
import { cardReply } from './drawCard.ts';
import { visibleProgrammes } from './find.ts';
import { listProgrammes } from './lists.ts';
import { openProgramme } from './locked.ts';
import { previewFromLine } from './opening.ts';

/** "Chương trình phối hợp 5 năm 2016–2020 với Cục CNTT" is one to be opened; "phối hợp dữ liệu", "phối hợp thế nào" ask about one that
 *  the asker sees. */
export async function fromWords(text: string, context: Context): Promise<Reply> {
  const { trx, who, now } = context;
  const units = buildUnitIndex(await loadUnits(trx), { agencyId: who.agencyId });
  const reading = readProgramme(text, units, now.toZonedDateTimeISO(who.timeZone).year);
  const seen = await visibleProgrammes(trx, who);
  const opens = givingAgencies(who).length > 0;
  if (describesOne(reading) || (seen.length === 0 && opens)) return previewFromLine(titled(text), context);
  const words = fold(text)
    .replace(/[?!.,…]+/gu, '')
    .trim();
  const named = seen.filter((each) => each.titleFolded.includes(words));
  const [only] = named.length > 0 ? named : seen;
  // Whoever may open one may have meant a new one: the list offers both.
  if (only && (named.length === 1 || (seen.length === 1 && !opens))) {
    return cardReply(await openProgramme(only.id, 'see', context), context);
  }
  return listProgrammes(context);
}

/** With whom, through whom, or from when to when: a question names none of them. */
function describesOne({ agencyIds, departmentIds, unclear, years }: ProgrammeReading): boolean {
  return (
    agencyIds.length + departmentIds.length + unclear.length > 0 || (years !== null && years.to > years.from)
  );
}

/** The word of the command is the first of the title when it is typed without a slash. */
function titled(text: string): string {
  return /^(?:phối hợp|phoi hop|hợp tác|hop tac)(?=\s)/iu.test(text) ? `Chương trình ${text}` : text;
}
