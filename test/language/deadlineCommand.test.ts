/** What `daumoi deadline` answers, in the form that other programs rely on. */
import { expect, test } from 'vitest';
import { buildCalendar } from '../../src/calendar/buildCalendar.ts';
import {
  answerDeadline,
  answerDeadlineLine,
  BadDeadlineInput,
  explainDeadline,
  readMoment,
} from '../../src/language/deadlineCommand.ts';

const calendar = buildCalendar({ timeZone: 'Asia/Ho_Chi_Minh' });
const now = readMoment('2016-04-05T16:41+07:00', calendar.timeZone);

test('one object for one expression', () => {
  expect(answerDeadline('giữa tháng 4', now, calendar)).toEqual({
    text: 'giữa tháng 4',
    deadline: '2016-04-15',
    kind: 'month',
    recurrence: null,
  });
});

test.each([
  ['trước 17h00 ngày 15/4', '2016-04-15T17:00:00+07:00', 'date', null],
  ['trước ngày 25 hằng tháng', '2016-04-25', 'recurring', 'monthly:25'],
  ['trước ngày 10/2/2016', '2016-02-10', 'date', null],
  ['trước ngày 31/4', null, 'date', null],
  ['tại buổi làm việc', null, 'relative', null],
  ['khẩn trương', null, 'none', null],
  ['', null, 'none', null],
])('%s', (text, deadline, kind, recurrence) => {
  expect(answerDeadline(text, now, calendar)).toEqual({ text, deadline, kind, recurrence });
});

test('a line of JSON Lines, with "from" or "ref"', () => {
  const answer = {
    text: 'thứ Hai hằng tuần',
    deadline: '2026-09-21',
    kind: 'recurring',
    recurrence: 'weekly:1',
  };
  const moment = '2026-09-17T15:30:00+07:00';
  for (const key of ['from', 'ref']) {
    const line = JSON.stringify({ text: answer.text, [key]: moment });
    expect(JSON.parse(answerDeadlineLine(line, calendar))).toEqual(answer);
  }
});

test.each([
  '',
  '{',
  '[]',
  '{"text":"mai"}',
  '{"text":1,"from":"2016-04-05"}',
  '{"text":"mai","from":"hôm nay"}',
])('a bad line is refused: %s', (line) => {
  expect(() => answerDeadlineLine(line, calendar)).toThrow(BadDeadlineInput);
});

test('moments with and without offset', () => {
  const instant = '2016-04-05T16:41:00+07:00';
  expect(now.toInstant().toString({ timeZone: '+07:00' })).toBe(instant);
  expect(readMoment('2016-04-05T09:41Z', calendar.timeZone).equals(now)).toBe(true);
  expect(readMoment('2016-04-05T16:41', calendar.timeZone).equals(now)).toBe(true);
  expect(readMoment('2016-04-05', calendar.timeZone).hour).toBe(0);
});

test('the explanation names tokens, rules and the convention', () => {
  const lines = explainDeadline('trình lãnh đạo giữa tháng 4', now, calendar).join('\n');
  expect(lines).toContain('trình | lãnh | đạo | giữa | tháng | 4');
  expect(lines).toContain('rule "giữa tháng M" matches "giữa tháng 4"');
  expect(lines).toContain('"name":"part-of-period"');
  expect(lines).toContain('deadline: "giữa tháng 4" = 2016-04-15');
});
