import { expect, it } from 'vitest';
import { buildUnitIndex } from '../../../src/language/matching/matchUnits.ts';
import type { KnownUnit } from '../../../src/language/matching/unit.ts';
import { readProgramme, readYears } from '../../../src/language/programmes/readProgramme.ts';

const agency = (id: number, code: string, name: string, aliases: string[]): KnownUnit => ({
  id,
  kind: 'agency',
  agencyId: id,
  code,
  name,
  aliases,
  agencyCode: code,
});
const department = (id: number, of: KnownUnit, code: string, name: string, aliases: string[]): KnownUnit => ({
  id,
  kind: 'department',
  agencyId: of.id,
  code,
  name,
  aliases,
  agencyCode: of.code,
});
const tttt = agency(1, 'TTTT', 'Trung tâm Thông tin – Ủy ban Dân tộc', ['Trung tâm Thông tin', 'UBDT']);
const cntt = agency(2, 'CNTT', 'Cục Công nghệ thông tin – Bộ Tài nguyên và Môi trường', [
  'Cục Công nghệ thông tin',
  'Cục CNTT',
]);
const units = [
  tttt,
  cntt,
  department(11, tttt, 'TH', 'Phòng Tổng hợp', ['P. Tổng hợp', 'P. TH']),
  department(12, tttt, 'VP', 'Văn phòng Trung tâm', ['Văn phòng']),
  department(21, cntt, 'VP', 'Văn phòng Cục', ['Văn phòng']),
  department(22, cntt, 'KHTC', 'Phòng Kế hoạch – Tài chính', ['P. KHTC']),
];
const read = (text: string) => readProgramme(text, buildUnitIndex(units, { agencyId: 1 }), 2016);

it.each([
  [
    'Chương trình phối hợp 5 năm 2016–2020 giữa TTTT và CNTT, đầu mối P. TH và VP Cục',
    'Chương trình phối hợp 5 năm 2016–2020 giữa TTTT và CNTT',
    [2016, 2020],
    [1, 2],
    [11, 21],
  ],
  [
    'Chương trình phối hợp với Cục CNTT giai đoạn 2016 - 2020',
    'Chương trình phối hợp với Cục CNTT giai đoạn 2016 - 2020',
    [2016, 2020],
    [2],
    [],
  ],
  [
    'chuong trinh phoi hop 5 nam giua Trung tam Thong tin va Cuc CNTT; dau moi: P. TH, P. KHTC',
    'chuong trinh phoi hop 5 nam giua Trung tam Thong tin va Cuc CNTT',
    [2016, 2020],
    [1, 2],
    [11, 22],
  ],
  [
    'Five-year cooperation programme 2016 to 2020 between TTTT and CNTT, focal points: TTTT/TH and CNTT/VP',
    'Five-year cooperation programme 2016 to 2020 between TTTT and CNTT',
    [2016, 2020],
    [1, 2],
    [11, 21],
  ],
] as const)('%s', (text, title, years, agencyIds, departmentIds) => {
  const reading = read(text);
  expect(reading.title).toBe(title);
  expect(reading.years && [reading.years.from, reading.years.to]).toEqual(years);
  expect(reading.agencyIds).toEqual(agencyIds);
  expect(reading.departmentIds).toEqual(departmentIds);
  expect(reading.unclear).toEqual([]);
});

it('says which departments a name may mean when two bear it, and asks about one that nobody bears', () => {
  const reading = read('Chương trình phối hợp 2016–2020 giữa TTTT và CNTT, đầu mối VP, P. Vật tư');
  expect(reading.departmentIds).toEqual([]);
  expect(reading.unclear.map(({ words, mayMean }) => [words, mayMean.map((unit) => unit.id)])).toEqual([
    ['VP', [12, 21]],
    ['P. Vật tư', []],
  ]);
});

it.each([
  ['giai đoạn 2016–2020', 2016, 2020],
  ['2016-20', 2016, 2020],
  ['từ 2016 đến năm 2018', 2016, 2018],
  ['5 năm từ năm 2017', 2017, 2021],
  ['3 năm', 2016, 2018],
  ['3 years from 2018', 2018, 2020],
  ['năm 2019', 2019, 2019],
] as const)('years: %s', (text, from, to) => {
  expect(readYears(text, 2016)).toMatchObject({ from, to });
});

it.each(['', 'phối hợp lâu dài', '2020–2016', 'số 05/2016', 'ngày 5/4/2016'])('no years: %s', (text) => {
  expect(readYears(text, 2016)).toBeNull();
});
