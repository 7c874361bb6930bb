/** Before and after public holidays: the last working day before the leave, the first after it. Both languages. */
import type { Holiday } from '../deadline.ts';
import type { Meaning } from '../meaning.ts';
import { type Rule, rule } from '../rule.ts';
import { sure } from './meanings.ts';

const LEAVE = '[dịp|khi|kỳ|kì|ngày|đợt|thời|lúc] [gian] [nghỉ|đón|vào] [lễ]';
const YEAR = '[năm] [<year>]';
const TET = `tết [nguyên|âm|cổ|ta] [đán|lịch|truyền] [<stemAndBranch>] ${YEAR}`;

export const holidays: readonly Rule[] = [
  ...sides('Tết', TET, 'tet', [
    ['xong trước Tết', '2026-01-20', 'trước Tết', '2026-02-13'],
    ['trước Tết Nguyên đán Mậu Tuất 2018', '2017-12-11', 'trước Tết Nguyên đán Mậu Tuất 2018', '2018-02-13'],
    ['trước Tết Nguyên đán 2027', '2026-03-11', 'trước Tết Nguyên đán 2027', '2027-02-03'],
    ['ngay sau Tết', '2026-01-20', 'ngay sau Tết', '2026-02-23'],
    ['sau kỳ nghỉ Tết', '2018-02-01', 'sau kỳ nghỉ Tết', '2018-02-21'],
  ]),
  ...sides('Tết Dương lịch', `tết (dương lịch | dương | tây) ${YEAR}`, 'new-year', [
    ['trước Tết Dương lịch', '2026-12-01', 'trước Tết Dương lịch', '2026-12-31'],
    ['sau Tết Dương lịch 2024', '2023-12-01', 'sau Tết Dương lịch 2024', '2024-01-02'],
  ]),
  ...sides('năm mới', 'năm mới', 'new-year', [
    ['xong trước năm mới', '2025-12-01', 'trước năm mới', '2025-12-31'],
    ['ngay sau năm mới', '2023-12-01', 'ngay sau năm mới', '2024-01-02'],
  ]),
  ...sides('Giỗ Tổ', 'giỗ tổ [hùng vương]', 'hung-kings', [
    ['trước lễ Giỗ Tổ', '2026-04-01', 'trước lễ Giỗ Tổ', '2026-04-24'],
    ['sau Giỗ Tổ Hùng Vương', '2026-04-01', 'sau Giỗ Tổ Hùng Vương', '2026-04-28'],
  ]),
  ...sides('lễ 30/4', '(lễ 30 / 4 | lễ 30 - 4 | giải phóng [miền nam]) [-|và|,] [1] [/|-] [5]', 'victory', [
    ['trước lễ 30/4', '2026-04-10', 'trước lễ 30/4', '2026-04-29'],
    ['sau lễ 30/4 - 1/5', '2026-04-10', 'sau lễ 30/4 - 1/5', '2026-05-04'],
  ]),
  ...sides('Quốc khánh', '(quốc khánh [2 / 9] | lễ 2 / 9 | lễ 2 - 9)', 'national', [
    ['trước lễ Quốc khánh', '2019-08-10', 'trước lễ Quốc khánh', '2019-08-30'],
    ['sau nghỉ lễ Quốc khánh', '2019-08-10', 'sau nghỉ lễ Quốc khánh', '2019-09-03'],
  ]),
  rule({
    name: 'trước Tết N ngày',
    pattern: `trước|sau ${LEAVE} ${TET} <count> <unit>`,
    read: () => ({ day: { is: 'event' } }), // from the first day of Tết or of the leave: a person is asked
    examples: [['xong trước Tết 10 ngày', '2026-01-05', 'trước Tết 10 ngày', null]],
  }),
  rule({
    name: 'before Tet',
    pattern: 'before|by [the] [lunar] (tet | new year) [holiday|holidays] [<year>]',
    read: ({ year }) => holiday('tet', 'before', year),
    examples: [['please finish before Tet', '2026-01-20', 'before Tet', '2026-02-13']],
  }),
  rule({
    name: 'after Tet',
    pattern: '[right] after [the] [lunar] tet [holiday|holidays] [<year>]',
    read: ({ year }) => holiday('tet', 'after', year),
    examples: [['right after Tet', '2026-01-20', 'right after Tet', '2026-02-23']],
  }),
];

function sides(name: string, words: string, which: Holiday, examples: Rule['examples']): Rule[] {
  const after = examples.filter(([sentence]) => sentence.includes('sau'));
  return [
    rule({
      name: `trước ${name}`,
      pattern: `trước|trc ${LEAVE} ${words}`,
      read: ({ year }) => holiday(which, 'before', year),
      examples: examples.filter((each) => !after.includes(each)),
    }),
    rule({
      name: `sau ${name}`,
      pattern: `[ngay] [trong] sau ${LEAVE} ${words}`,
      read: ({ year }) => holiday(which, 'after', year),
      examples: after,
    }),
  ];
}

function holiday(which: Holiday, side: 'before' | 'after', year: number | undefined): Meaning {
  return { day: { is: 'holiday', holiday: which, side, ...sure({ year }) } };
}
