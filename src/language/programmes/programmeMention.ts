/** Words that say to which programme of cooperation a task belongs: "thuộc CT-1 nội dung 1.2". Pure; never throws. */
import { fold } from '../folding.ts';

/** `content`: "1.2"; null when only the programme was named. Offsets in the text, `to` exclusive. */
export type ProgrammeMention = {
  programmeId: number;
  content: string | null;
  from: number;
  to: number;
  /** The words stand outside the work ("…, thuộc CT-1"), so that the title does without them; "rà soát CT-1" is the work. */
  apart: boolean;
};

/** All of them, in order of place. "CT số 05/CT-TTg", "Chỉ thị CT 05/CT-TTg" are documents, not programmes: the code is written
 *  with a hyphen or without a gap, unless a word such as "thuộc" leads to it. */
export function programmeMentions(text: string): ProgrammeMention[] {
  // Letter by letter, so that every place stays what it is.
  const folded = text.replace(/\p{L}/gu, (letter) => {
    const plain = fold(letter);
    return plain.length === letter.length ? plain : letter;
  });
  return [...folded.matchAll(mention)].flatMap((match) => {
    const { joint, to, before, lead, gap, code, after } = match.groups ?? {};
    if (gap === ' ' && lead === undefined) return [];
    const programmeId = Number(code);
    if (!Number.isSafeInteger(programmeId) || programmeId < 1) return [];
    const start = match.index + match[0].search(/\S/u);
    const apart = [joint, to, before].some((part) => part !== undefined) || prepositionFirst.test(lead ?? '');
    const end = match.index + match[0].length;
    return [{ programmeId, content: before ?? after ?? null, from: start, to: end, apart }];
  });
}

/** The text with the words of the mentions that stand apart blanked out, so that every other place keeps its offset. */
export function withoutMentions(text: string, mentions: readonly ProgrammeMention[]): string {
  return mentions
    .filter((each) => each.apart)
    .reduce((rest, { from, to }) => `${rest.slice(0, from)}${' '.repeat(to - from)}${rest.slice(to)}`, text);
}

/** "nội dung 2 của CT-1", "thuộc CT-1, nội dung 1.2", "(CT-1, mục 3)", "for content 2 of CT-1". A comma before it goes with it. */
const content = String.raw`(?:noi dung|muc|nd|content|item)\s+(?:so\s+)?`;
const prepositionFirst = /^(?:thuoc|cua|trong|theo|for|of|under|in)\s/u;
const number = String.raw`\d{1,4}(?:\.\d{1,4}){0,2}`;
const mention = new RegExp(
  String.raw`(?:(?<joint>[,;(]\s*)|(?<![\p{L}\p{N}/-]))` +
    String.raw`(?<to>(?:thuoc|for|under)\s+)?(?:${content}(?<before>${number})\s*,?\s*)?` +
    String.raw`(?<lead>(?:(?:thuoc|cua|trong|theo|for|of|under|in)\s+)?(?:chuong trinh(?: phoi hop)?|programme)\s+|(?:thuoc|cua|for|of|under)\s+)?` +
    String.raw`ct(?<gap>[- –]?)(?<code>\d{1,9})(?![\p{L}\p{N}/]|[.-]\d)` +
    String.raw`(?:\s*[,:]?\s*(?:${content})(?<after>${number})(?!\d))?\)?`,
  'gu',
);
