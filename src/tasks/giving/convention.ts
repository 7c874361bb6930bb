/** Conventions of deadlines as they are kept beside a date: written as JSON, read back checked. Pure. */
import { z } from 'zod';
import type { Convention } from '../../language/deadlines/deadline.ts';

const periodUnit = z.enum(['week', 'month', 'quarter', 'year']);
const count = z.number().int();
const holiday = z.enum(['tet', 'new-year', 'hung-kings', 'victory', 'labour', 'national']);

/** Fails to compile when a convention of the reader of deadlines is missing here. */
export const conventionSchema: z.ZodType<Convention> = z.discriminatedUnion('name', [
  z.object({
    name: z.literal('part-of-period'),
    unit: periodUnit,
    part: z.enum([
      'whole',
      'early',
      'middle',
      'late',
      'first-half',
      'second-half',
      'first-ten-days',
      'second-ten-days',
      'last-ten-days',
      'first-months',
      'week-of-month',
      'before',
    ]),
  }),
  z.object({ name: z.literal('year-implied'), year: count }),
  z.object({ name: z.literal('month-implied'), month: count, year: count }),
  z.object({ name: z.literal('next-one'), unit: z.union([periodUnit, z.literal('day')]) }),
  z.object({ name: z.literal('coming-weekday'), weekday: count }),
  z.object({
    name: z.literal('part-of-day'),
    part: z.enum([
      'start-of-morning',
      'morning',
      'noon',
      'start-of-afternoon',
      'afternoon',
      'evening',
      'end-of-office-day',
    ]),
  }),
  z.object({
    name: z.literal('counted-from-now'),
    from: z.iso.date().transform((text) => Temporal.PlainDate.from(text)),
  }),
  z.object({ name: z.literal('working-days'), count }),
  z.object({ name: z.literal('lunar-day'), day: count, month: count }),
  z.object({ name: z.literal('date-beside'), agrees: z.boolean() }),
  z.object({ name: z.literal('end-of-range') }),
  z.object({ name: z.literal('before-holiday'), holiday }),
  z.object({ name: z.literal('after-holiday'), holiday }),
  z.object({ name: z.literal('end-of-each-period'), unit: periodUnit }),
]);
