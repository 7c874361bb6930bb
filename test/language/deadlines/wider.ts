/**
 * A wider set of labelled expressions: forms × days on which they are written (ends of months, quarters and years, leap
 * years, Tết) × spellings. The deadlines are worked out here by plain calendar arithmetic, not by the reader.
 */
import { byHand } from './byHand.ts';
import type { Labelled } from './reading.ts';
import { spellings } from './spellings.ts';
import { wideForms } from './wideForms.ts';
import { wideRelativeForms } from './wideRelativeForms.ts';

/** The day one counts from, in the forms below. */
export type Day = Temporal.PlainDate;
/** For a day of writing: the expression and its deadline; null where the form says nothing on that day. */
export type WideForm = {
  kind: string;
  write: (today: Day) => readonly [text: string, expect: string] | null;
};

const DAYS_OF_WRITING = [
  '2016-04-05', // the story's Tuesday
  '2016-02-26', // before a leap day
  '2017-12-29', // the last working day of a year
  '2018-03-31', // the last day of a quarter, a Saturday
  '2019-06-30', // the middle of a year, a Sunday
  '2020-01-17', // before Tết
  '2024-02-29', // a leap day
  '2024-08-30', // before the National Day
  '2025-04-28', // between a swap day and a holiday
  '2026-10-01', // the first day of a quarter
];

export function wider(): Labelled[] {
  const forms = [...wideForms, ...wideRelativeForms];
  const crossed = forms.flatMap(({ kind, write }, form) =>
    DAYS_OF_WRITING.flatMap((day, place) => {
      const written = write(Temporal.PlainDate.from(day));
      if (!written) return [];
      const [text, expect] = written;
      const ref = `${day}T09:00:00+07:00`;
      const spelt = [text, ...spellings(text, form + place)];
      return [...new Set(spelt)].map((each) => ({ text: each, ref, expect, kind }));
    }),
  );
  return [...crossed, ...handwritten()];
}

function handwritten(): Labelled[] {
  return byHand.map(([text, deadline, day = '2026-03-11']) => ({
    text,
    ref: `${day}T09:00:00+07:00`,
    expect: deadline && deadline.length > 10 ? `${deadline}:00+07:00` : deadline,
    kind: 'by hand',
  }));
}
