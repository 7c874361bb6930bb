import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dayKeys, dayOf } from '../../../adapters/telegram/calendarKeys.ts';
import { telegram } from '../../../src/locale/vi/telegram.ts';

const make = (text: string, choice: string) => ({ text, callback_data: choice });
const today = Temporal.PlainDate.from('2016-04-05');
const keysFor = (chosen: string, month: string | null, near = '') =>
  dayKeys({ chosen: dayOf(chosen), near: dayOf(near), month, today, words: telegram.form, make });

it('shows each day of the month once, under its weekday', () => {
  const months = fc.tuple(fc.integer({ min: 1900, max: 2199 }), fc.integer({ min: 1, max: 12 }));
  fc.assert(
    fc.property(months, ([year, month]) => {
      const shown = Temporal.PlainYearMonth.from({ year, month });
      const [head, weekdays, ...weeks] = keysFor('', shown.toString());
      expect(head?.map((key) => key.text)).toEqual(['‹', `Tháng ${month}/${year}`, '›']);
      expect(weekdays).toHaveLength(7);
      const days = weeks.flatMap((week) =>
        week.flatMap((key, at) => {
          const choice = 'callback_data' in key ? key.callback_data : '';
          if (choice === 'x') return [];
          const day = Temporal.PlainDate.from(choice.slice(1));
          expect(day.dayOfWeek).toBe(at + 1);
          return [day.day];
        }),
      );
      expect(days).toEqual(Array.from({ length: shown.daysInMonth }, (_, at) => at + 1));
    }),
  );
});

it('opens at the chosen day and marks it and today, else near the day named, else now; made-up months count as none', () => {
  const texts = (...given: Parameters<typeof keysFor>) =>
    keysFor(...given)
      .flat()
      .map((key) => key.text);
  expect(texts('2016-05-20', null, '2016-08-15')).toEqual(expect.arrayContaining(['Tháng 5/2016', '✓20']));
  expect(texts('', null, '2016-08-15')).toEqual(expect.arrayContaining(['Tháng 8/2016', '15']));
  expect(texts('', null)).toEqual(expect.arrayContaining(['Tháng 4/2016', '·5·']));
  expect(texts('2016-02-31', '2016-13')).toContain('Tháng 4/2016');
  expect(texts('2016-05-20', '2016-07')).toContain('Tháng 7/2016');
});
