/** The language of patterns: what it takes, what it forgives, and mistakes that are named when the program starts. */
import { expect, test } from 'vitest';
import { pattern } from '../../../src/language/deadlines/pattern.ts';
import { slots } from '../../../src/language/deadlines/slots.ts';
import { rowOf } from '../../../src/language/deadlines/spelling.ts';
import { tokenize } from '../../../src/language/tokens.ts';

const matched = (text: string, typed: string) => {
  const match = pattern(text, slots).match(rowOf(tokenize(typed)), 0);
  return match && { tokens: match.to, ...match.caught };
};

test.each([
  ['giữa tháng <month>', 'giữa tháng 4', { tokens: 3, month: 4 }],
  ['giữa tháng <month>', 'GIUA THANG tu', { tokens: 3, month: 4 }],
  ['giữa tháng <month>', 'giữa tháng 13', null],
  ['giữa|cuối tháng', 'cuối tháng', { tokens: 2 }],
  ['[của] tháng <month> [năm <year>]', 'tháng 4', { tokens: 2, month: 4 }],
  ['[của] tháng <month> [năm <year>]', 'của tháng 4 năm 2016', { tokens: 5, month: 4, year: 2016 }],
  ['<first=day> đến <day>', '5 đến 7', { tokens: 3, first: 5, day: 7 }],
  ['(kể từ | sau) ngày', 'kể từ ngày', { tokens: 3 }],
  ['(kể từ | sau) ngày', 'sau ngày', { tokens: 2 }],
  ['\\( <day> \\)', '(5)', { tokens: 3, day: 5 }],
  ['quý <quarter>', 'qúy III', { tokens: 2, quarter: 3 }],
  ['hết tháng', 'hệt tháng', null],
  ['hết tháng', 'hêt thang', { tokens: 2 }],
  ['năm <year>', 'Việt Nam 2016'.slice(5), { tokens: 2, year: 2016 }],
])('%s on "%s"', (text, typed, result) => {
  expect(matched(text, typed)).toEqual(result);
});

test.each([
  ['giữa [tháng', 'stays open'],
  ['giữa tháng]', 'closes nothing'],
  ['tháng <moon>', 'no slot is called "moon"'],
  ['[tháng] [<month>]', 'would match nothing at all'],
])('the mistake in "%s" is named', (text, words) => {
  expect(() => pattern(text, slots)).toThrow(words);
});

test('the first and second words of a pattern are known, so that it is tried only there', () => {
  const { first, second } = pattern('[trong] quý|quí <quarter>', slots);
  expect([...first].sort()).toEqual(['quy', 'qui', 'trong'].sort());
  expect(second?.has('ii')).toBe(true);
  expect(second?.has('thang')).toBe(false);
});
