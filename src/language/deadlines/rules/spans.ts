/** Lengths of time, in Vietnamese: the first day is not counted (Civil Code 2015, art. 147). A bare "10 ngày" or "5 năm" is a
 *  length of the work as often as a deadline, so it needs "trong", "sau", "nữa" … */
import type { Meaning } from '../meaning.ts';
import { SPAN_UNIT_NAMES } from '../phrases.ts';
import { type Rule, rule } from '../rule.ts';

export const spans: readonly Rule[] = [
  rule({
    name: 'N ngày',
    pattern: '<count> <unit>',
    read: ({ count = 0, unit = 0 }) => span(count, unit, unit === WORKING_DAYS ? 'alone' : 'marked'),
    examples: [
      ['trong vòng 2 tuần', '2019-06-17', 'trong vòng 2 tuần', '2019-07-01'],
      [
        'trong thời hạn 05 (năm) ngày làm việc',
        '2026-03-11',
        'trong thời hạn 05 (năm) ngày làm việc',
        '2026-03-18',
      ],
      ['trong 04 ngày làm việc', '2024-02-05', 'trong 04 ngày làm việc', '2024-02-16'],
      ['sau 10 ngày', '2016-04-05', 'sau 10 ngày', '2016-04-15'],
      ['trong vòng một tháng', '2016-01-31', 'trong vòng một tháng', '2016-02-29'],
      ['3 ngày lv', '2026-03-11', '3 ngày lv', '2026-03-16'],
    ],
    silent: [
      'dự thảo nội dung phối hợp 5 năm',
      'chương trình kéo dài 12 tháng của hai bên',
      '3 ngày trước đã gửi',
    ],
  }),
  rule({
    name: 'trong N giờ',
    pattern: 'trong|sau|ngoài|quá [vòng|thời|khoảng] [gian|hạn] <count> giờ|h|g|tiếng [đồng] [hồ] [tới|nữa]',
    read: ({ count = 0 }) => span(count, HOURS, 'alone'),
    examples: [
      ['trong 24h', '2026-03-11', 'trong 24h', '2026-03-12T09:00'],
      ['trong vòng 48 giờ', '2026-03-11', 'trong vòng 48 giờ', '2026-03-13T09:00'],
    ],
  }),
  rule({
    name: 'N ngày nữa',
    pattern: '<count> <unit> (nữa | tới | sắp tới | tiếp theo | kế tiếp | sau)',
    // "25 tháng sau" is a day of the next month
    read: ({ count = 0, unit = 0 }) => (unit === MONTHS && count > 12 ? null : span(count, unit, 'alone')),
    examples: [
      ['2 tuần nữa', '2016-04-05', '2 tuần nữa', '2016-04-19'],
      ['trong 3 ngày tới', '2016-04-05', 'trong 3 ngày tới', '2016-04-08'],
    ],
  }),
  rule({
    name: '2-3 ngày',
    pattern: '<least=count> -|–|đến|hoặc|tới <count> <unit> [nữa | tới]',
    read: ({ least = 0, count = 0, unit = 0 }) =>
      least < count ? span(count, unit, unit === WORKING_DAYS ? 'alone' : 'marked') : null,
    examples: [
      ['trong 2-3 ngày tới', '2026-03-11', 'trong 2-3 ngày tới', '2026-03-14'],
      ['trong vòng 3 - 5 ngày làm việc', '2026-03-11', 'trong vòng 3 - 5 ngày làm việc', '2026-03-18'],
    ],
  }),
  rule({
    name: 'ngày làm việc tiếp theo',
    pattern: 'ngày làm việc (tiếp theo | kế tiếp | sau | hôm sau | liền kề | liền sau)',
    read: () => span(1, WORKING_DAYS, 'alone'),
    examples: [
      ['trong ngày làm việc tiếp theo', '2026-03-13', 'trong ngày làm việc tiếp theo', '2026-03-16'],
    ],
  }),
  rule({
    name: 'N giờ làm việc',
    pattern: '[trong|sau] [vòng|thời] [gian|hạn] <count> giờ|h|tiếng làm việc',
    read: () => ({ day: { is: 'event' } }), // hours of an office are not counted: a person is asked
    examples: [['trong 4 giờ làm việc', '2026-03-11', 'trong 4 giờ làm việc', null]],
  }),
  rule({
    name: 'nửa tháng',
    pattern: 'nửa tháng [nữa | tới]',
    read: () => span(15, DAYS, 'marked'),
    examples: [['trong vòng nửa tháng', '2016-04-05', 'trong vòng nửa tháng', '2016-04-20']],
  }),
  rule({
    name: 'nửa năm',
    pattern: 'nửa năm [nữa | tới]',
    read: () => span(6, MONTHS, 'marked'),
    examples: [['trong nửa năm tới', '2016-04-05', 'trong nửa năm tới', '2016-10-05']],
  }),
  rule({
    name: 'một tháng rưỡi',
    pattern: '<count> tháng rưỡi [nữa | tới]',
    read: ({ count = 0 }) => span(30 * count + 15, DAYS, 'marked'),
    examples: [['trong một tháng rưỡi', '2016-04-05', 'trong một tháng rưỡi', '2016-05-20']],
  }),
  rule({
    name: 'kể từ ngày nhận',
    pattern:
      '<count> <unit> [tính] [,] ([kể|tính] từ [thời] [điểm] | sau) ngày|khi|lúc <eventWords> | <count> <unit> [,] kể|tính từ',
    read: ({ count = 0, unit = 0 }) => {
      const meaning = span(count, unit, 'alone');
      return meaning && { day: { ...meaning.day, fromEvent: true }, needs: 'alone' };
    },
    examples: [
      [
        'trong 5 ngày làm việc, kể từ ngày nhận được văn bản này',
        '2026-03-11',
        'trong 5 ngày làm việc, kể từ ngày nhận được văn bản này',
        '2026-03-18',
      ],
      ['trong vòng 10 ngày kể từ ngày ký', '2016-04-05', 'trong vòng 10 ngày kể từ ngày ký', '2016-04-15'],
    ],
  }),
  rule({
    name: 'N ngày qua',
    pattern:
      '[trong] <count> <unit> (qua | vừa qua | gần đây | trước <notOn> | trước đó | trở lại đây | nay | liên tiếp)',
    read: () => ({ silent: 'past' }),
    examples: [],
    silent: ['trong 5 ngày qua chưa có báo cáo', 'chậm 10 ngày trước khi họp', 'trong 6 tháng vừa qua'],
  }),
];

const HOURS = 1;
const DAYS = 2;
const WORKING_DAYS = 3;
const MONTHS = 5;

/** Longer spans are no deadline of a task; the calendar need not go there. */
const COUNT_MAX = 1500;

export function span(amount: number, unit: number, needs: 'alone' | 'marked') {
  const name = SPAN_UNIT_NAMES[unit];
  if (!name || amount < 1 || amount > COUNT_MAX || (name === 'year' && amount > 50)) return null;
  return { day: { is: 'span', amount, unit: name }, needs } satisfies Meaning;
}
