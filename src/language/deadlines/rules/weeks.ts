/** Weeks and weekdays, in Vietnamese. Offices work Monday to Friday: a week ends on Friday (conventions, part 3). */
import type { PeriodPart } from '../deadline.ts';
import type { Meaning } from '../meaning.ts';
import { PART_NAMES } from '../phrases.ts';
import { type Rule, rule } from '../rule.ts';
import { sure } from './meanings.ts';

export const weeks: readonly Rule[] = [
  rule({
    name: 'tuần sau',
    pattern: 'tuần [lễ] <away>',
    read: ({ away }) => week('whole', away),
    examples: [
      ['trong tuần này', '2026-03-11', 'trong tuần này', '2026-03-13'],
      ['gửi tuần sau', '2026-03-11', 'tuần sau', '2026-03-20'],
      ['xong tuần sau nữa', '2026-03-11', 'tuần sau nữa', '2026-03-27'],
    ],
    silent: ['hai bên tuần tra', 'tuần qua có 3 văn bản'],
  }),
  rule({
    name: 'tuần đến',
    pattern: 'tuần đến',
    read: () => week('whole', 1),
    examples: [['gửi trong tuần đến', '2026-03-11', 'trong tuần đến', '2026-03-20']],
  }),
  rule({
    name: 'trong tuần',
    yields: true,
    pattern: 'trong|hết|nội tuần',
    read: () => week('whole', undefined),
    examples: [
      ['xong trong tuần', '2026-03-11', 'trong tuần', '2026-03-13'],
      ['het tuan', '2026-03-11', 'het tuan', '2026-03-13'],
    ],
  }),
  rule({
    name: 'đầu tuần',
    pattern: '<part> tuần [<away>]',
    read: ({ part = 0, away }) => week(PART_NAMES[part] ?? 'whole', away),
    examples: [
      ['cuối tuần', '2026-03-11', 'cuối tuần', '2026-03-13'],
      ['đầu tuần sau', '2026-03-11', 'đầu tuần sau', '2026-03-17'],
      ['giữa tuần tới', '2026-03-11', 'giữa tuần tới', '2026-03-18'],
      ['gửi đầu tuần', '2026-03-11', 'đầu tuần', '2026-03-17'],
    ],
  }),
  rule({
    name: 'sang tuần',
    yields: true,
    pattern: '[<part>] sang tuần',
    read: ({ part }) => week(part === undefined ? 'whole' : (PART_NAMES[part] ?? 'whole'), 1),
    examples: [['sang tuần nộp', '2026-03-11', 'sang tuần', '2026-03-20']],
  }),
  rule({
    name: 'thứ Sáu',
    pattern: '<weekday>',
    read: ({ weekday = 0 }) => ({ day: { is: 'weekday', weekday, weeksAway: null } }),
    examples: [
      ['gửi thứ 6', '2026-03-11', 'thứ 6', '2026-03-13'],
      ['trước thứ tư', '2026-03-11', 'trước thứ tư', '2026-03-18'],
      ['nộp t2', '2026-03-11', 't2', '2026-03-16'],
      ['nộp chủ nhật', '2026-03-11', 'chủ nhật', '2026-03-15'],
    ],
    silent: [
      'lần thứ hai',
      'kết2',
      'thu 2 tỷ đồng tiền phí của các hộ',
      'đứng thứ 3 toàn quốc',
      'thứ hạng 5',
    ],
  }),
  rule({
    name: 'CN',
    pattern: '<weekday=sunday>',
    read: ({ weekday = 0 }) => ({ day: { is: 'weekday', weekday, weeksAway: null }, needs: 'marked' }),
    examples: [['trước CN', '2026-03-11', 'trước CN', '2026-03-15']],
    silent: ['gửi Sở CN xem xét'],
  }),
  rule({
    name: 'thứ Sáu tới',
    pattern: '(<weekday> | <weekday=sunday>) tới|sau [đây]',
    read: ({ weekday = 0 }) => ({ day: { is: 'weekday', weekday, weeksAway: null } }),
    examples: [['thứ 3 tới', '2026-03-11', 'thứ 3 tới', '2026-03-17']],
  }),
  rule({
    name: 'thứ Sáu này',
    pattern: '(<weekday> | <weekday=sunday>) (này | trong tuần | tuần này | tuần nay | trong tuần này)',
    read: ({ weekday = 0 }) => ({ day: { is: 'weekday', weekday, weeksAway: 0 } }),
    examples: [
      ['thứ Sáu này', '2026-03-11', 'thứ Sáu này', '2026-03-13'],
      ['CN này', '2026-03-11', 'CN này', '2026-03-15'],
    ],
  }),
  rule({
    name: 'thứ Sáu tuần sau',
    pattern: '(<weekday> | <weekday=sunday>) [,] [của] tuần (<away> | đến)',
    read: ({ weekday = 0, away = 1 }) => ({ day: { is: 'weekday', weekday, weeksAway: away } }),
    examples: [
      ['t5 tuần sau', '2026-03-11', 't5 tuần sau', '2026-03-19'],
      ['chủ nhật tuần tới', '2026-03-11', 'chủ nhật tuần tới', '2026-03-22'],
      ['thu sau tuan sau', '2026-03-11', 'thu sau tuan sau', '2026-03-20'],
    ],
  }),
  rule({
    name: 'tuần sau thứ Sáu',
    pattern: 'tuần <away> [,] [vào|hôm] (<weekday> | <weekday=sunday>)',
    read: ({ weekday = 0, away = 1 }) => ({ day: { is: 'weekday', weekday, weeksAway: away } }),
    examples: [['tuần sau, thứ 5', '2026-03-11', 'tuần sau, thứ 5', '2026-03-19']],
  }),
  rule({
    name: 'thứ Hai đầu tuần',
    pattern: '<weekday> <part> tuần [<away>]',
    read: ({ weekday = 0, away }) => ({ day: { is: 'weekday', weekday, weeksAway: away ?? null } }),
    examples: [
      ['thứ 2 đầu tuần', '2026-03-11', 'thứ 2 đầu tuần', '2026-03-16'],
      ['thứ 6 cuối tuần này', '2026-03-11', 'thứ 6 cuối tuần này', '2026-03-13'],
    ],
  }),
  rule({
    name: 'thứ Sáu cuối cùng của tháng',
    pattern: '<weekday> <nth> [của] tháng [<number=month> [năm <year> | <markedYear>] | <away>]',
    read: ({ weekday = 0, nth = 1, number, year, away }) => ({
      day: { is: 'weekday of month', weekday, nth, ...sure({ number, year, away }) },
    }),
    examples: [
      ['thứ Sáu cuối cùng của tháng', '2026-03-11', 'thứ Sáu cuối cùng của tháng', '2026-03-27'],
      ['thứ Hai đầu tiên của tháng 5', '2026-03-11', 'thứ Hai đầu tiên của tháng 5', '2026-05-04'],
    ],
  }),
];

export function week(part: PeriodPart, away: number | undefined): Meaning {
  return { day: { is: 'period', unit: 'week', part, ...sure({ away }) } };
}
