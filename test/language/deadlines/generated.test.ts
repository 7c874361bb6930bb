/** Days written in a random form and spelling are read back to the same day; nothing typed makes the reader fail. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findDeadlines } from '../../../src/language/deadlines/findDeadlines.ts';
import { closingAt, contextAt, deadlineAt } from './reading.ts';
import { spellings } from './spellings.ts';

const EPOCH = Temporal.PlainDate.from('2016-01-01');
const day = fc.integer({ min: 0, max: 365 * 15 }).map((days) => EPOCH.add({ days }));

const fullForms: readonly ((date: Temporal.PlainDate) => string)[] = [
  (d) => `${d.day}/${d.month}/${d.year}`,
  (d) => `${d.day}-${d.month}-${d.year}`,
  (d) => `ngày ${d.day}.${d.month}.${d.year}`,
  (d) => `ngày ${d.day} tháng ${d.month} năm ${d.year}`,
  (d) => `${d.day} thg ${d.month}/${d.year}`,
  (d) => `ngày ${d.day}/${d.month} năm ${d.year}`,
  (d) => `${d.toLocaleString('en', { month: 'long' })} ${d.day}, ${d.year}`,
  (d) => d.toString(),
];
const shortForms: readonly ((date: Temporal.PlainDate) => string)[] = [
  (d) => `${d.day}/${d.month}`,
  (d) => `ngày ${d.day}/${d.month}`,
  (d) => `ngày ${d.day}-${d.month}`,
  (d) => `ngày ${d.day} tháng ${d.month}`,
  (d) => `${d.day} ${d.toLocaleString('en', { month: 'short' })}`,
];
const leads = ['', 'trước ', 'chậm nhất ', 'hạn ', 'đến hết ', 'gửi báo cáo trước ', 'by ', 'hạn chót: '];
const clock = fc.record({ hour: fc.integer({ min: 7, max: 23 }), minute: fc.integer({ min: 0, max: 59 }) });
const times: readonly ((hour: number, minute: string) => string)[] = [
  (hour, minute) => `${hour}h${minute}`,
  (hour, minute) => `${hour}:${minute}`,
  (hour, minute) => `${hour} giờ ${minute} phút`,
  (hour, minute) => `${hour}g${minute}`,
];

test('a day with its year, in any form and spelling', () => {
  fc.assert(
    fc.property(
      day,
      day,
      fc.constantFrom(...fullForms),
      fc.constantFrom(...leads),
      fc.nat(20),
      (due, now, form, lead, way) => {
        for (const text of [lead + form(due), ...spellings(lead + form(due), way)]) {
          expect(deadlineAt(text, now.toString()), text).toBe(due.toString());
        }
      },
    ),
  );
});

test('a day of the coming year without its year', () => {
  fc.assert(
    fc.property(
      day,
      fc.integer({ min: 0, max: 364 }),
      fc.constantFrom(...shortForms),
      fc.constantFrom(...leads),
      (now, days, form, lead) => {
        const due = now.add({ days });
        fc.pre(!(due.day === 29 && due.month === 2 && due.year !== now.year));
        expect(deadlineAt(lead + form(due), now.toString())).toBe(due.toString());
      },
    ),
  );
});

test('a time beside its day, on either side', () => {
  fc.assert(
    fc.property(
      day,
      clock,
      fc.constantFrom(...times),
      fc.boolean(),
      (due, { hour, minute }, form, timeFirst) => {
        const two = `${minute}`.padStart(2, '0');
        const date = `ngày ${due.day}/${due.month}/${due.year}`;
        const text = timeFirst ? `trước ${form(hour, two)} ${date}` : `${date}, ${form(hour, two)}`;
        const expected = `${due.toString()}T${`${hour}`.padStart(2, '0')}:${two}:00+07:00`;
        expect(deadlineAt(text, '2016-01-01'), text).toBe(expected);
      },
    ),
  );
});

test('the words of a deadline are a stretch of the text, and stretches do not overlap', () => {
  const words = fc.constantFrom(
    ...'trước ngày 15/4 , và tháng 5 quý II cuối hằng thứ sáu tuần sau 17h sáng mai hạn trong 10 làm việc ( ) Tết rằm - 2026 kể từ'.split(
      ' ',
    ),
  );
  fc.assert(
    fc.property(fc.array(words, { maxLength: 25 }), (typed) => {
      const text = typed.join(' ');
      let end = 0;
      for (const each of findDeadlines(text, contextAt('2026-03-11'))) {
        expect(each.from).toBeGreaterThanOrEqual(end);
        expect(each.to).toBeGreaterThan(each.from);
        expect(text.slice(each.from, each.to)).toBe(each.text);
        expect(each.dueOn === null).toBe(each.problem === 'no-such-day' || each.problem === 'event-unknown');
        end = each.to;
      }
    }),
    { numRuns: 500 },
  );
});

test('any string is answered, lone surrogates and other scripts too', () => {
  const unit = fc.integer({ min: 0, max: 0xffff });
  const text = fc.array(unit, { maxLength: 60 }).map((units) => String.fromCharCode(...units));
  fc.assert(fc.property(text, day, (typed, now) => void closingAt(typed, now.toString())));
});
