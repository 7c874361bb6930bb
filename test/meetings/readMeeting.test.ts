import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildCalendar } from '../../src/calendar/buildCalendar.ts';
import { buildUnitIndex } from '../../src/language/matching/matchUnits.ts';
import type { KnownUnit } from '../../src/language/matching/unit.ts';
import { readMeeting, readMeetingDay, readMeetingTime } from '../../src/meetings/readMeeting.ts';

const agency = (id: number, code: string, name: string, aliases: string[]): KnownUnit => ({
  id,
  kind: 'agency',
  agencyId: id,
  code,
  name,
  aliases,
  agencyCode: code,
});
const units = buildUnitIndex(
  [agency(1, 'TTTT', 'Trung tâm Thông tin', []), agency(2, 'CNTT', 'Cục Công nghệ thông tin', ['Cục CNTT'])],
  { agencyId: 1 },
);
const context = {
  now: Temporal.ZonedDateTime.from('2016-04-05T16:41+07:00[Asia/Ho_Chi_Minh]'),
  calendar: buildCalendar({ timeZone: 'Asia/Ho_Chi_Minh', announced: [], overrides: [] }),
};

describe('the announcement of a meeting', () => {
  it.each([
    [
      'Làm việc giữa TTTT và Cục CNTT, 14h ngày 5/4 tại phòng họp A',
      ['Làm việc giữa TTTT và Cục CNTT', '2016-04-05', '14:00', 'phòng họp A', '1,2'],
    ],
    [
      'Giao ban tuần, 8h30 thứ Hai tại hội trường',
      ['Giao ban tuần', '2016-04-11', '08:30', 'hội trường', ''],
    ],
    ['Họp giao ban sáng nay tại phòng 302', ['Họp giao ban', '2016-04-05', '', 'phòng 302', '']],
    ['Họp với Cục CNTT ngày 28/3', ['Họp với Cục CNTT', '2016-03-28', '', '', '2']],
    ['Họp giao ban chiều 4/4', ['Họp giao ban', '2016-04-04', '', '', '']],
    ['Họp hôm qua lúc 14h', ['Họp', '2016-04-04', '14:00', '', '']],
    [
      'Họp lúc 14 giờ 30 phút ngày 05 tháng 4 năm 2016 tại Trung tâm',
      ['Họp', '2016-04-05', '14:30', 'Trung tâm', ''],
    ],
    [
      'Meeting with CNTT on 4 April at 2pm in meeting room A',
      ['Meeting with CNTT', '2016-04-04', '14:00', 'meeting room A', '2'],
    ],
    ['Tại phòng họp B, họp tổ công tác', ['họp tổ công tác', '', '', 'phòng họp B', '']],
    ['Họp tổ biên tập', ['Họp tổ biên tập', '', '', '', '']],
    ['', ['', '', '', '', '']],
  ])('%s', (line, [title, day, time, place, agencies]) => {
    const reading = readMeeting(line, { ...context, units });
    expect([
      reading.title,
      reading.heldOn?.toString() ?? '',
      reading.startTime?.toString({ smallestUnit: 'minute' }) ?? '',
      reading.place,
      reading.agencyIds.join(','),
    ]).toEqual([title, day, time, place, agencies]);
  });
});

it('reads any words without an error', () => {
  const pieces = fc.constantFrom(
    'tại',
    'ngày',
    '5/4',
    '32/13',
    '14h',
    '25h99',
    'lúc',
    'hôm qua',
    ',',
    'TTTT',
    'in room',
  );
  const words = fc.array(fc.oneof(pieces, fc.string({ maxLength: 12 })), { maxLength: 12 });
  fc.assert(
    fc.property(words, (parts) => {
      const line = parts.join(' ');
      const reading = readMeeting(line, { ...context, units });
      expect(reading.title.length).toBeLessThanOrEqual(line.normalize('NFC').length);
      readMeetingDay(line, context);
      readMeetingTime(line, context);
    }),
  );
});

it.each([
  ['2016-04-05', '2016-04-05'],
  ['5/4', '2016-04-05'],
  ['hôm qua', '2016-04-04'],
  ['2016-02-30', ''],
  ['32/4', ''],
  ['chưa biết', ''],
])('the day %s', (words, day) => {
  expect(readMeetingDay(words, context)?.toString() ?? '').toBe(day);
});

it.each([
  ['14h', '14:00'],
  ['8h30', '08:30'],
  ['14:05', '14:05'],
  ['9 giờ', '09:00'],
  ['2 giờ chiều', '14:00'],
  ['2pm', '14:00'],
  ['25h', ''],
  ['buổi sáng', ''],
])('the time %s', (words, time) => {
  expect(readMeetingTime(words, context)?.toString({ smallestUnit: 'minute' }) ?? '').toBe(time);
});
