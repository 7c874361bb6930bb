/** Ways in which people type the same words. */

/** Two spellings of the text, taken in turn by `turn`. */
export function spellings(text: string, turn: number): string[] {
  const first = WAYS[turn % WAYS.length];
  const second = WAYS[(turn * 3 + 1) % WAYS.length];
  return [first, second].flatMap((way) => (way ? [way(text)] : []));
}

const WAYS: readonly ((text: string) => string)[] = [
  (text) => text.toUpperCase(),
  (text) => text.normalize('NFD'),
  (text) => text.replaceAll(' ', '  '),
  (text) => text.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit))),
  (text) => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`,
  withoutMarks,
  (text) => text.replaceAll('quý', 'qúy').replaceAll('trước', 'trc').replaceAll('ngày làm việc', 'ngày lv'),
];

/** Without diacritics "tháng sáu" and "tháng sau" are one, so numbers in words keep theirs. */
function withoutMarks(text: string): string {
  if (/(tháng|quý|ngày|thứ) (một|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)/i.test(text)) return text;
  return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');
}
