/** Reads an opinion in words: which option is meant, and what is said beside it. Only what begins with its option is understood;
 *  everything else is asked back. Pure. */
import { fold } from '../language/folding.ts';
import type { OpinionOption } from './round.ts';

export type ReadOpinion = { optionKey: string; words: string | null };

/** Null: the words do not say which option is meant. */
export function readOpinion(text: string, options: readonly OpinionOption[]): ReadOpinion | null {
  const said = text.normalize('NFC').replace(/\s+/gu, ' ').trim();
  if (said === '' || said.endsWith('?')) return null;
  const own = options.filter((option) => option.agrees === null);
  return own.length > 0 ? readOwn(said, own) : readUsual(said, options);
}

/** "tôi cơ bản đồng ý": what may stand before. */
const lead = String.raw`^(?:(?:tôi|em|anh|chị|về cơ bản|cơ bản|hoàn toàn|xin|i|we|fully|basically)[\s,]+)*`;
const disagreeing = new RegExp(
  `${lead}(?:(?:không|chưa|ko|k) ?(?:đồng ý|nhất trí|thống nhất|tán thành)|(?:do not |don't )?disagree|(?:do not|don't) agree)`,
  'iu',
);
const agreeing = new RegExp(`${lead}(?:đồng ý|nhất trí|thống nhất|tán thành|ok|agree[ds]?)`, 'iu');
/** The same without diacritics, for who types so. */
const disagreeingPlain =
  /^(?:(?:toi|co ban|hoan toan) )*(?:khong|chua|ko|k) ?(?:dong y|nhat tri|thong nhat|tan thanh)/u;
const agreeingPlain = /^(?:(?:toi|co ban|hoan toan) )*(?:dong y|nhat tri|thong nhat|tan thanh)/u;

/** "đồng ý với dự thảo": agreement itself, no remark on it. */
const noRemark =
  /^(?:hoàn toàn|cả|(?:với |theo |về |như )?(?:toàn bộ |nội dung |bản )*(?:dự thảo|nội dung|đề xuất|phương án)[^,.;]*|with the (?:draft|proposal))?(?:\s*(?:ạ|nhé|thôi))?[\s.!]*$/iu;
/** With one of these it is a remark after all: "đồng ý với dự thảo nhưng cần bổ sung". */
const contrast =
  /(?<!\p{L})(?:nhưng|song|tuy|đề nghị|cần|nên|phải|bổ sung|sửa|trừ|xem lại|nếu|với điều kiện|but|however|except|if)(?!\p{L})/iu;
/** "đồng ý nhưng …", "đồng ý, đề nghị …". */
const remarkLead = /^[\s,.;:–-]*(?:nhưng|song|tuy nhiên|but|however)?[\s,:]*/iu;

function readUsual(said: string, options: readonly OpinionOption[]): ReadOpinion | null {
  const of = (agrees: boolean, remarks: boolean) =>
    options.find((option) => option.agrees === agrees && (option.key === 'remarks') === remarks);
  const no = disagreeing.exec(said) ?? plainMatch(said, disagreeingPlain);
  if (no && !/^don't disagree|do not disagree/iu.test(no[0])) {
    const option = of(false, false);
    return option && ends(said, no[0].length)
      ? { optionKey: option.key, words: wordsAfter(said, no[0].length) }
      : null;
  }
  const yes = agreeing.exec(said) ?? plainMatch(said, agreeingPlain);
  if (!yes || !ends(said, yes[0].length)) return null;
  const rest = said.slice(yes[0].length);
  if (noRemark.test(rest.replace(/^[\s,.;:–-]+/u, '')) && !contrast.test(rest)) {
    const option = of(true, false);
    return option ? { optionKey: option.key, words: wordsAfter(said, yes[0].length) } : null;
  }
  const remarks = withoutLabel(rest);
  const option = of(true, true) ?? of(true, false);
  return option ? { optionKey: option.key, words: remarks === '' ? null : remarks } : null;
}

/** The option's own name, "đồng ý, có ý kiến: …", is no remark. */
function withoutLabel(rest: string): string {
  return rest
    .replace(/^[\s,]*(?:có ý kiến|co y kien|with remarks|kèm ý kiến)/iu, '')
    .replace(remarkLead, '')
    .trim();
}

function wordsAfter(said: string, from: number): string | null {
  const words = said
    .slice(from)
    .replace(remarkLead, '')
    .replace(/^vì\s+/iu, '')
    .trim();
  return /^(?:ạ|nhé|thôi)?[\s.!]*$/iu.test(words) ? null : words;
}

/** Typed without diacritics the text is as long as its folded form. */
function plainMatch(said: string, pattern: RegExp): RegExpExecArray | null {
  return fold(said).length === said.length ? pattern.exec(fold(said)) : null;
}

/** The word is over: "đồng ýkiến" is none. */
function ends(said: string, at: number): boolean {
  return !/^[\p{L}\p{N}]/u.test(said.slice(at));
}

function readOwn(said: string, options: readonly OpinionOption[]): ReadOpinion | null {
  const text = said.replace(
    /^(?:tôi |em )?(?:chọn|phương án|đồng ý(?: với)?|ý kiến|option|i choose)[\s:]+/iu,
    '',
  );
  const numbered = /^(?<number>\d{1,2})(?=$|[\s,.;:–-])/u.exec(text)?.groups?.number;
  const byNumber = numbered === undefined ? undefined : options[Number(numbered) - 1];
  if (byNumber) return { optionKey: byNumber.key, words: wordsAfter(text, numbered?.length ?? 0) };
  const folded = fold(text);
  const named = options.filter((option) => folded.startsWith(fold(option.label)));
  const longest = named.sort((a, b) => b.label.length - a.label.length)[0];
  if (!longest || /^[\p{L}\p{N}]/u.test(folded.slice(fold(longest.label).length))) return null;
  return { optionKey: longest.key, words: wordsAfter(text, fold(longest.label).length) };
}
