/** Today, tomorrow and the days after, in Vietnamese. */
import { type Rule, rule } from '../rule.ts';

export const daysAway: readonly Rule[] = [
  rule({
    name: 'hôm nay',
    pattern: '[ngày] hôm nay',
    read: () => ({ day: { is: 'days away', days: 0 } }),
    examples: [['hết ngày hôm nay', '2026-03-11', 'hết ngày hôm nay', '2026-03-11']],
  }),
  rule({
    name: 'trong ngày',
    yields: true,
    pattern: 'trong|hết|nội [cùng] ngày',
    read: () => ({ day: { is: 'days away', days: 0 } }),
    examples: [['xong trong ngày', '2026-03-11', 'trong ngày', '2026-03-11']],
  }),
  rule({
    name: 'ngày mai',
    pattern: 'ngày mai | ngày hôm sau | bữa mai | hôm mai',
    read: () => ({ day: { is: 'days away', days: 1 } }),
    examples: [
      ['ngay mai', '2026-03-11', 'ngay mai', '2026-03-12'],
      ['trong ngày mai', '2026-02-28', 'trong ngày mai', '2026-03-01'],
    ],
    silent: ['mai kia sẽ tính', 'gửi chị Mai xem', 'sớm muộn nay mai'],
  }),
  rule({
    name: 'mai',
    pattern: '<tomorrow>',
    read: () => ({ day: { is: 'days away', days: 1 } }),
    examples: [
      ['mai nộp nhé', '2026-03-11', 'mai', '2026-03-12'],
      ['trước 9h sáng mai', '2026-03-11', 'trước 9h sáng mai', '2026-03-12T09:00'],
    ],
  }),
  rule({
    name: 'ngày kia',
    pattern: 'ngày kia|mốt | mốt',
    read: () => ({ day: { is: 'days away', days: 2 } }),
    examples: [
      ['xong ngày kia', '2026-03-11', 'ngày kia', '2026-03-13'],
      ['mốt nộp', '2026-03-11', 'mốt', '2026-03-13'],
    ],
    silent: ['hôm kia đã gửi'],
  }),
  rule({
    name: 'ngày kìa',
    pattern: 'ngày kìa',
    read: () => ({ day: { is: 'days away', days: 3 } }),
    examples: [['xong ngày kìa', '2026-03-11', 'ngày kìa', '2026-03-14']],
  }),
];
