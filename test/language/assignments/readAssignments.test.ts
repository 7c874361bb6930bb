import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { readAssignments } from '../../../src/language/assignments/readAssignments.ts';
import { CONTEXT, summary } from './reading.ts';

describe('one message, several tasks', () => {
  test.each<[string, string[]]>([
    ['P. TH dự thảo báo cáo trước 15/4', ['lead TH; «dự thảo báo cáo; due 2016-04-15']],
    [
      '1. P. TH dự thảo báo cáo trước 15/4\n2. P. KH rà soát dự án trước 20/4',
      ['lead TH; «dự thảo báo cáo; due 2016-04-15', 'lead KH; «rà soát dự án; due 2016-04-20'],
    ],
    [
      '1. P. TH dự thảo báo cáo 2. P. KH rà soát dự án 3. VP chuẩn bị họp',
      ['lead TH; «dự thảo báo cáo', 'lead KH; «rà soát dự án', 'lead VP; «chuẩn bị họp'],
    ],
    [
      'P. TH dự thảo báo cáo trước 15/4; P. KH rà soát dự án trước 20/4',
      ['lead TH; «dự thảo báo cáo; due 2016-04-15', 'lead KH; «rà soát dự án; due 2016-04-20'],
    ],
    [
      'Giao P. TH dự thảo báo cáo trước 15/4, giao VP chuẩn bị phòng họp trước 12/4.',
      ['lead TH; «dự thảo báo cáo; due 2016-04-15', 'lead VP; «chuẩn bị phòng họp; due 2016-04-12'],
    ],
    // a line of units heads the list below it
    [
      'Giao P. TH:\n1. Dự thảo báo cáo trước 15/4\n2. Tổng hợp số liệu trước 20/4',
      ['lead TH; «Dự thảo báo cáo; due 2016-04-15', 'lead TH; «Tổng hợp số liệu; due 2016-04-20'],
    ],
    ['- P. TH: báo cáo tuần\n- VP: lịch họp', ['lead TH; «báo cáo tuần', 'lead VP; «lịch họp']],
    [
      'P. TH: 1) dự thảo báo cáo; 2) lập danh sách; hạn 10/4',
      ['lead TH; «dự thảo báo cáo', 'lead TH; «lập danh sách; due 2016-04-10'],
    ],
    [
      'Giao các phòng TH, KH thực hiện:\na) Rà soát quy chế\nb) Báo cáo kết quả',
      ['lead TH, KH; «Rà soát quy chế', 'lead TH, KH; «Báo cáo kết quả'],
    ],
    // greetings and headings are no tasks
    [
      'Chào các anh chị,\nNhờ P. TH tổng hợp số liệu trước 15/4 ạ.',
      ['lead TH; «tổng hợp số liệu; due 2016-04-15'],
    ],
    [
      'Kết luận giao ban:\n- P. TH dự thảo báo cáo\n- VP chuẩn bị hội nghị',
      ['lead TH; «dự thảo báo cáo', 'lead VP; «chuẩn bị hội nghị'],
    ],
    // lines and clauses that only add to a task
    [
      'P. TH dự thảo báo cáo quý\nPhối hợp: VP\nHạn: 15/4',
      ['lead TH; with VP; «dự thảo báo cáo quý; due 2016-04-15'],
    ],
    [
      'P. TH dự thảo báo cáo; trình lãnh đạo trước 15/4',
      ['lead TH; «dự thảo báo cáo; trình lãnh đạo; due 2016-04-15'],
    ],
    [
      'Giao P. TH dự thảo báo cáo. Trình lãnh đạo trước 15/4.',
      ['lead TH; «dự thảo báo cáo. Trình lãnh đạo; due 2016-04-15'],
    ],
    ['Giao P. TH dự thảo báo cáo, giao VP phối hợp', ['lead TH; with VP; «dự thảo báo cáo']],
    ['', ['']],
    ['\n\n', ['']],
  ])('%j', (text, expected) => {
    expect(readAssignments(text, CONTEXT).map(summary)).toEqual(expected);
  });

  it('counts places from the start of the whole message', () => {
    const text = '1. P. TH dự thảo báo cáo trước 15/4\n2. P. KH rà soát dự án trước 20/4';
    const second = readAssignments(text, CONTEXT)[1];
    expect(text.slice(second?.from, second?.to)).toBe('P. KH rà soát dự án trước 20/4');
    expect(second?.deadline && text.slice(second.deadline.from, second.deadline.to)).toBe('trước 20/4');
    expect(second?.titleSpans.map(({ from, to }) => text.slice(from, to))).toEqual(['rà soát dự án']);
  });
});

describe('for any text', () => {
  it('gives at least one reading whose spans equal the text', () => {
    const words = fc.constantFrom(
      'giao',
      'P. TH',
      'VP',
      ';',
      '\n',
      '1.',
      '2.',
      '-',
      ':',
      'báo cáo',
      'trước 15/4',
      '.',
      'Hạn',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(words).map((each) => each.join(' ')),
        ),
        (text) => {
          const readings = readAssignments(text, CONTEXT);
          expect(readings.length).toBeGreaterThan(0);
          for (const { from, to, text: own, leads } of readings) {
            expect(text.slice(from, to)).toBe(own);
            for (const lead of leads) expect(text.slice(lead.from, lead.to)).toBe(lead.text);
          }
        },
      ),
    );
  });

  it.each([';', ';\n', '1. ', '\n', 'P. TH báo cáo\n'])('reads 100,000 characters of %j', (seed) => {
    expect(readAssignments(seed.repeat(Math.ceil(100_000 / seed.length)), CONTEXT).length).toBeGreaterThan(0);
  });
});
