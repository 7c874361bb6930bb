/** Times of the day, in Vietnamese. They are joined to the day beside them; alone they are today's, or tomorrow's when over. */
import { inPartOfDay } from '../clock.ts';
import type { Meaning } from '../meaning.ts';
import { DAY_PART_TIMES } from '../phrases.ts';
import { type Rule, rule } from '../rule.ts';

export const clockTimes: readonly Rule[] = [
  rule({
    name: '17h',
    pattern: '<clock> [<half>]',
    read: ({ clock = 0, half }) => atClock(clock, half),
    examples: [
      ['trước 17h00 ngày 15/4', '2016-04-05', 'trước 17h00 ngày 15/4', '2016-04-15T17:00'],
      ['trước 5 giờ chiều thứ 6', '2026-03-11', 'trước 5 giờ chiều thứ 6', '2026-03-13T17:00'],
      [
        'trước 17 giờ 30 phút, ngày 15/4',
        '2016-04-05',
        'trước 17 giờ 30 phút, ngày 15/4',
        '2016-04-15T17:30',
      ],
      ['nộp trước 12 giờ trưa', '2026-03-11', 'trước 12 giờ trưa', '2026-03-11T12:00'],
      ['trước 8h', '2026-03-11', 'trước 8h', '2026-03-12T08:00'],
      ['trước 16.00 giờ ngày 13/3', '2026-03-11', 'trước 16.00 giờ ngày 13/3', '2026-03-13T16:00'],
      ['trước 9 giờ kém 15 sáng mai', '2026-03-11', 'trước 9 giờ kém 15 sáng mai', '2026-03-12T08:45'],
      ['trước 9 rưỡi sáng mai', '2026-03-11', 'trước 9 rưỡi sáng mai', '2026-03-12T09:30'],
      ['trước 24h ngày 15/4', '2016-04-05', 'trước 24h ngày 15/4', '2016-04-15'],
    ],
    silent: ['làm việc 8h mỗi người', 'tỷ lệ 3:1'],
  }),
  rule({
    name: '17h nay',
    pattern: '<clock> [<half>] nay',
    read: ({ clock = 0, half }) => ({
      ...atClock(clock, half),
      day: { is: 'days away', days: 0 },
      needs: 'alone',
    }),
    examples: [['5h chiều nay', '2026-03-11', '5h chiều nay', '2026-03-11T17:00']],
  }),
  rule({
    name: 'chiều',
    pattern: '[trong] <dayPart>',
    read: ({ dayPart = 0 }) => inPart(dayPart),
    examples: [
      ['trong chiều 9/4', '2018-04-08', 'trong chiều 9/4', '2018-04-09T17:00'],
      ['sáng thứ 2 tuần sau', '2026-03-11', 'sáng thứ 2 tuần sau', '2026-03-16T12:00'],
      ['cuối ngày', '2026-03-11', 'cuối ngày', '2026-03-11T17:00'],
      ['đầu giờ chiều mai', '2026-03-11', 'đầu giờ chiều mai', '2026-03-12T14:00'],
    ],
    silent: ['có sáng kiến mới', 'chiều cao 5 m', 'tối đa 3 người'],
  }),
  rule({
    name: 'cuối ngày D',
    pattern: 'cuối <beforeDay>',
    read: () => ({ ...inPart(6), needs: 'joined' }),
    examples: [['gửi cuối ngày 15/4', '2016-04-05', 'cuối ngày 15/4', '2016-04-15T17:00']],
  }),
  rule({
    name: 'chiều nay',
    pattern: '[trong] [ngay] [trong] <dayPart> (nay | hôm nay)',
    read: ({ dayPart = 0 }) => ({ ...inPart(dayPart), day: { is: 'days away', days: 0 }, needs: 'alone' }),
    examples: [['chiều nay', '2026-03-11', 'chiều nay', '2026-03-11T17:00']],
  }),
];

export function atClock(clock: number, half: number | undefined): Meaning {
  const unsure = half === undefined && clock < 420; // "3h" may be in the afternoon: a person is asked
  return { time: { minutes: inPartOfDay(clock, half), part: null, unsure }, needs: 'marked' };
}

export function inPart(index: number): Meaning {
  const { minutes = 0, part = null, needs = 'joined' } = DAY_PART_TIMES[index] ?? {};
  return { time: { minutes, part }, needs };
}
