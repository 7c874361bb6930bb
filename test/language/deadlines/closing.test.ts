/** Sentences of offices and of the press: which dates are found, which close no task (✗), which one closes it (last column). */
import { expect, test } from 'vitest';
import { closingDeadline } from '../../../src/language/deadlines/closing.ts';
import { findDeadlines } from '../../../src/language/deadlines/findDeadlines.ts';
import { contextAt } from './reading.ts';

const rows: readonly (readonly [sentence: string, found: string[], closing: string | null])[] = [
  [
    'Giao P. Tổng hợp hoàn thành trước 15/4, báo cáo lãnh đạo giữa tháng 4',
    ['trước 15/4', 'giữa tháng 4'],
    'trước 15/4',
  ],
  ['trình trước 15/4; hoàn thành trước 30/4', ['trước 15/4', 'trước 30/4'], 'trước 30/4'],
  [
    'Theo Công văn số 123/UBDT-TTTT ngày 01/4/2016, giao VP tổng hợp trước 15/4/2016',
    ['trước 15/4/2016'],
    'trước 15/4/2016',
  ],
  [
    'Ngày 10/3, UBND tỉnh đã có công văn, báo cáo trước ngày 20/3',
    ['✗Ngày 10/3', 'trước ngày 20/3'],
    'trước ngày 20/3',
  ],
  ['Ngay trong chiều 9/4, Bộ đã gửi công văn', ['✗Ngay trong chiều 9/4'], null],
  ['Ngày 15/4, phòng Tổng hợp nộp báo cáo', ['Ngày 15/4'], 'Ngày 15/4'],
  ['Tại cuộc họp ngày 5/4, giao P. TH dự thảo trước 15/4', ['trước 15/4'], 'trước 15/4'],
  ['họp lúc 14h ngày 15/3 tại phòng số 2', ['✗lúc 14h ngày 15/3'], null],
  ['thực hiện từ ngày 1/7/2026', ['✗ngày 1/7/2026'], null],
  ['dời từ 15/4 sang 20/4', ['✗15/4', 'sang 20/4'], 'sang 20/4'],
  [
    'hoàn thành trong quý 2 năm 2018, thay vì quý một năm 2019',
    ['trong quý 2 năm 2018', '✗quý một năm 2019'],
    'trong quý 2 năm 2018',
  ],
  ['lập báo cáo tuần này', ['✗tuần này'], null],
  ['P TH làm báo cáo quý I, hạn 15/4', ['hạn 15/4'], 'hạn 15/4'],
  ['Thứ hai, đề nghị các đơn vị rà soát, báo cáo trước 20/3', ['✗Thứ hai', 'trước 20/3'], 'trước 20/3'],
  ['trình tại kỳ họp cuối năm, dự thảo trước 20/3', ['tại kỳ họp cuối năm', 'trước 20/3'], 'trước 20/3'],
  ['gửi chị Mai xem, thứ 5 trả lời', ['thứ 5'], 'thứ 5'],
  ['Hằng tháng, các đơn vị báo cáo trước ngày 25', ['trước ngày 25'], 'trước ngày 25'],
  ['kinh phí 1,5 tỷ đồng giai đoạn 2016-2020 theo Nghị định 30/2020/NĐ-CP', [], null],
];

test.each(rows)('%s', (sentence, words, closing) => {
  const found = findDeadlines(sentence, contextAt('2026-03-11'));
  expect(found.map(({ text, closes }) => (closes ? text : `✗${text}`))).toEqual(words);
  expect(closingDeadline(found)?.text ?? null).toBe(closing);
});

test.each([
  ['trước 15/4', 'said', null, null],
  ['giữa tháng 4', 'convention', null, { name: 'part-of-period', unit: 'month', part: 'middle' }],
  ['hạn 10/2/2026', 'said', 'past', null],
  ['trước ngày 10/1', 'ask', null, { name: 'year-implied', year: 2027 }],
  ['trước ngày 31/4', 'ask', 'no-such-day', null],
  ['tại buổi làm việc', 'ask', 'event-unknown', null],
  ['thứ Năm, ngày 20/3', 'ask', null, { name: 'date-beside', agrees: false }],
  ['chiều mai', 'convention', null, { name: 'part-of-day', part: 'afternoon' }],
  ['trước 3h ngày 20/3', 'ask', null, null],
  ['thứ Sáu', 'convention', null, { name: 'coming-weekday', weekday: 5 }],
  ['hằng quý', 'convention', null, { name: 'end-of-each-period', unit: 'quarter' }],
  ['trước Tết', 'convention', null, { name: 'before-holiday', holiday: 'tet' }],
] as const)('%s: how sure, what is wrong, which convention', (text, sure, problem, convention) => {
  const [only] = findDeadlines(text, contextAt('2026-03-11'));
  expect({ sure: only?.sure, problem: only?.problem, convention: only?.convention }).toEqual({
    sure,
    problem,
    convention,
  });
});

test('the marked span and the start of a duration are told', () => {
  const [only] = findDeadlines('xong trong 5 ngày kể từ ngày nhận', contextAt('2026-03-11'));
  expect(only?.marked).toBe(true);
  expect(only?.sure).toBe('ask');
  expect(only?.convention).toEqual({ name: 'counted-from-now', from: Temporal.PlainDate.from('2026-03-11') });
});
