import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compareTexts } from '../../src/drafts/compareTexts.ts';

const text = (...lines: string[]) => lines.join('\n');

const one = 'Điều 1. Hai bên phối hợp chia sẻ dữ liệu dân tộc và tài nguyên môi trường.';
const two = 'Điều 2. Hai bên cử Phòng Tổng hợp và Phòng Phát triển ứng dụng làm đầu mối.';
const three = 'Điều 3. Chương trình có hiệu lực từ ngày ký đến hết năm 2021.';

it.each([
  ['nothing', text(one, two), text(one, two), [0, 0, 0, 0]],
  ['a paragraph at the end', text(one), text(one, two), [1, 0, 0, 0]],
  ['a paragraph gone', text(one, two, three), text(one, three), [0, 1, 0, 0]],
  ['some words', text(one, three), text(one, three.replace('2021', '2020')), [0, 0, 1, 0]],
  ['a paragraph elsewhere', text(one, two, three), text(three, one, two), [0, 0, 0, 1]],
  ['everything', text(one), text('Kính gửi lãnh đạo'), [1, 1, 0, 0]],
  [
    'spaces and empty lines only',
    text(one, two),
    text(` ${one}  `, '', two.replace(' ', '  ')),
    [0, 0, 0, 0],
  ],
  ['the spelling of accents only', one.normalize('NFC'), one.normalize('NFD'), [0, 0, 0, 0]],
])('%s changed', (_, older, newer, [added, removed, changed, moved]) => {
  const found = compareTexts(older, newer);
  expect(found).toMatchObject({ kind: 'compared', added, removed, changed, moved });
});

it('quotes both sides as they were written, when words came in after a comma', () => {
  const older = 'Ứng dụng công nghệ thông tin trong quản lý chương trình, dự án.';
  const found = compareTexts(older, older.replace('quản lý', 'quản lý, điều hành'));
  expect(found).toMatchObject({
    samples: [
      {
        before: '… tin trong quản lý chương trình, dự án.',
        after: '… tin trong quản lý, điều hành chương trình, dự án.',
      },
    ],
  });
});

it('quotes what changed with a few words around it', () => {
  const found = compareTexts(three, three.replace('hết năm 2021', 'hết tháng 6 năm 2020'));
  expect(found).toMatchObject({
    samples: [
      {
        kind: 'changed',
        before: '… ngày ký đến hết năm 2021.',
        after: '… ngày ký đến hết tháng 6 năm 2020.',
      },
    ],
  });
});

it('quotes short, and only the first changes', () => {
  const lines = Array.from({ length: 30 }, (_, index) => `Khoản ${index}. ${'nội dung '.repeat(50)}`);
  const found = compareTexts('', lines.join('\n'));
  if (found.kind !== 'compared') throw new Error(found.why);
  expect(found.added).toBe(30);
  expect(found.samples).toHaveLength(5);
  for (const sample of found.samples) expect([...sample.after].length).toBeLessThanOrEqual(120);
});

const lines = fc.array(
  fc.oneof(
    fc.constantFrom(one, two, three, 'I.', 'II.', three.replace('2021', '2020')),
    fc.string({ unit: 'grapheme', maxLength: 30 }),
  ),
  { maxLength: 25 },
);
const count = (all: readonly string[]) =>
  all
    .join('\n')
    .normalize('NFC')
    .split(/[\n\r\u2028\u2029]/u)
    .filter((line) => line.trim() !== '').length;

it('every paragraph is counted once, whatever the texts', () => {
  fc.assert(
    fc.property(lines, lines, (older, newer) => {
      const found = compareTexts(older.join('\n'), newer.join('\n'));
      if (found.kind !== 'compared') throw new Error(found.why);
      expect(found.added - found.removed).toBe(count(newer) - count(older));
      expect(found.removed + found.changed + found.moved).toBeLessThanOrEqual(count(older));
      expect(compareTexts(newer.join('\n'), newer.join('\n'))).toMatchObject({
        added: 0,
        removed: 0,
        changed: 0,
      });
    }),
  );
});

it('gives up on texts that are too long, or too far apart', () => {
  expect(compareTexts('a'.repeat(1_000_001), 'b')).toEqual({ kind: 'notCompared', why: 'tooMuch' });
  const far = (prefix: string) => Array.from({ length: 9000 }, (_, index) => `${prefix}${index}`).join('\n');
  expect(compareTexts(far('x'), far('y'))).toEqual({ kind: 'notCompared', why: 'tooMuch' });
});
