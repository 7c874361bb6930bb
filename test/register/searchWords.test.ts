import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readItemCode } from '../../src/register/item.ts';
import { kindOfWords } from '../../src/register/kindWords.ts';
import { readRequest, writeRequest } from '../../src/register/listRequest.ts';
import { searchable, searchWords } from '../../src/register/searchWords.ts';

it.each([
  ['Cơ sở dữ liệu (dùng chung)', 'co so du lieu dung chung'],
  ['  Ủy ban – Uỷ ban  ', 'uy ban uy ban'],
  ['100% “GIS”, đất_đai', '100 gis dat dai'],
  ['…', ''],
])('“%s” is kept as “%s”', (text, kept) => {
  expect(searchable(text)).toBe(kept);
});

it('a search takes each word once, and not endlessly many', () => {
  expect(searchWords('dữ liệu Dữ LIỆU')).toEqual(['du', 'lieu']);
  expect(searchWords('a b c d e f g h i j')).toHaveLength(8);
});

it('no text brings a sign that SQL’s like would take for a pattern', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(searchWords(text).join('')).not.toMatch(/[%_\\\s]/u);
    }),
  );
});

it.each([
  ['dự án Cổng thông tin', 'project', 'Cổng thông tin'],
  ['Vấn đề cần phối hợp: chia sẻ dữ liệu', 'matter', 'chia sẻ dữ liệu'],
  ['van de chia sẻ', 'matter', 'chia sẻ'],
  ['THẾ MẠNH', 'strength', ''],
  ['programme – training', 'programme', 'training'],
])('“%s” begins with the kind %s', (text, kind, rest) => {
  expect(kindOfWords(text)).toEqual({ kind, rest });
});

it.each(['Cổng thông tin', 'dựán gì', 'thế giới', 'vấn'])('“%s” begins with no kind', (text) => {
  expect(kindOfWords(text)).toBeNull();
});

it.each([
  ['VD-3', 3],
  ['vd 12', 12],
  ['vd7', 7],
  ['3', null],
  ['VD-', null],
  ['VD-0', null],
  ['VD-99999999999999999', null],
])('“%s” is item %s', (text, id) => {
  expect(readItemCode(text)).toBe(id);
});

it('what a button holds is read back as it was', () => {
  const words = fc.array(
    fc.string({ minLength: 1, maxLength: 12 }).map((text) => searchable(text).replaceAll(' ', '')),
    { maxLength: 6 },
  );
  fc.assert(
    fc.property(
      fc.constantFrom('project', 'programme', 'strength', 'matter', null),
      words,
      fc.integer({ min: 0, max: 40_000 }),
      (kind, given, offset) => {
        const request = { kind, words: searchWords(given.join(' ')), offset };
        const text = writeRequest(request);
        if (text === null) return;
        expect(new TextEncoder().encode(`matter.list:${text}`).length).toBeLessThanOrEqual(64);
        expect(readRequest(text)).toEqual(request);
      },
    ),
  );
});

it.each(['', 'x0', 'a', 'a0.', "a0.'; drop table", 'a0.%', 'm99999'])('“%s” is no request', (text) => {
  expect(readRequest(text)).toBeNull();
});
