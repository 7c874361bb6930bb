import { expect, it } from 'vitest';
import { buildCalendar } from '../../src/calendar/buildCalendar.ts';
import { saidDue } from '../../src/directions/saidDue.ts';

const calendar = buildCalendar({ timeZone: 'Asia/Ho_Chi_Minh' });
const now = Temporal.Instant.from('2016-04-05T16:41:00+07:00');

it.each([
  ['lùi hạn đến 20/4', '2016-04-20'],
  ['tập trung phần dữ liệu, xong trước ngày 18/4', '2016-04-18'],
  ['trình lại giữa tháng 4', '2016-04-15'],
  ['move the deadline to 20 April', '2016-04-20'],
])('“%s” names %s', (text, day) => {
  expect(saidDue(text, { now, calendar })?.dueOn.toString()).toBe(day);
});

it.each([
  'tập trung phần dữ liệu dùng chung',
  'theo công văn số 12/TB-UBDT ngày 1/4/2016',
  'đã nộp ngày 1/4',
  'xong trước 1/4/2016',
  'báo cáo trước ngày 25 hằng tháng',
  'xong trước 31/4',
])('“%s” names no new deadline', (text) => {
  expect(saidDue(text, { now, calendar })).toBeNull();
});
