import { describe, expect, it, test } from 'vitest';
import { buildCalendar } from '../../src/calendar/buildCalendar.ts';
import { extractFromLine, extractFromText } from '../../src/language/extractCommand.ts';

const calendar = buildCalendar({ timeZone: 'Asia/Ho_Chi_Minh' });

describe('extract', () => {
  it('answers with plain data for a passage', () => {
    const text =
      'Giao Sở Y tế chủ trì, phối hợp với Sở Nội vụ rà soát biên chế, báo cáo UBND tỉnh trước 16h ngày 20/4.';
    expect(extractFromText(text, Temporal.PlainDate.from('2016-04-05'), calendar)).toEqual([
      {
        lead: ['Sở Y tế'],
        coordinating: ['Sở Nội vụ'],
        action: 'rà soát biên chế',
        deadlineText: 'trước 16h ngày 20/4',
        deadline: '2016-04-20T16:00:00+07:00',
        recurrence: null,
      },
    ]);
  });

  it('writes what recurs', () => {
    const text = 'Yêu cầu các sở, ngành báo cáo kết quả về Sở Nội vụ trước ngày 25 hằng tháng.';
    const [task] = extractFromText(text, Temporal.PlainDate.from('2016-04-05'), calendar);
    expect(task).toMatchObject({ deadline: '2016-04-25', recurrence: 'monthly:25' });
  });

  it('reads a line of JSON Lines', () => {
    const line = JSON.stringify({ id: 'a1', text: 'Giao Sở Y tế rà soát biên chế.', date: '2016-04-05' });
    expect(extractFromLine(line, calendar)).toMatchObject({
      answer: { id: 'a1', tasks: [{ lead: ['Sở Y tế'], deadline: null }] },
    });
  });

  test.each([
    ['', 'not-json'],
    ['[]', 'not-json'],
    ['"text"', 'not-json'],
    ['{"id":1,"date":"2016-04-05"}', 'no-text'],
    ['{"id":1,"text":"Giao Sở Y tế"}', 'no-date'],
    ['{"id":1,"text":"Giao Sở Y tế","date":"2016-04-31"}', 'no-date'],
  ])('names what is wrong with %s', (line, problem) => {
    expect(extractFromLine(line, calendar)).toEqual({ problem });
  });
});
