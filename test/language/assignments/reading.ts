/** What the tests of assignments share: the moment of the story, its units, and a short way to write a reading down. */
import { buildCalendar } from '../../../src/calendar/buildCalendar.ts';
import type { AssignmentReading } from '../../../src/language/assignments/assignmentReading.ts';
import type { AssignmentContext } from '../../../src/language/assignments/readAssignment.ts';
import { buildUnitIndex, type UnitMention } from '../../../src/language/matching/matchUnits.ts';
import { TTTT_HOME, UNITS } from '../matching/organisation.ts';

export const CONTEXT: AssignmentContext = {
  now: Temporal.ZonedDateTime.from('2016-04-05T16:41+07:00[Asia/Ho_Chi_Minh]'),
  calendar: buildCalendar({ timeZone: 'Asia/Ho_Chi_Minh' }),
  units: buildUnitIndex(UNITS, TTTT_HOME),
};

/** "lead TH, KH; with VP; dự thảo báo cáo; 2016-04-15": only what was said. */
export function summary(reading: AssignmentReading): string {
  const codes = (mentions: UnitMention[]): string =>
    mentions.map(({ candidates }) => candidates[0]?.unit.code).join(', ');
  const unknown = reading.unknown.map(({ role, text }) => `${role} ${text}`).join(', ');
  const said = [
    ['lead', codes(reading.leads)],
    ['with', codes(reading.coordinating)],
    ['watched by', codes(reading.followers)],
    ['not', codes(reading.excluded)],
    ['unknown', unknown],
    ['«', reading.title],
    ['due', reading.deadline?.dueOn?.toString() ?? ''],
    ['from', reading.source?.number ?? ''],
    ['', reading.urgency === 'normal' ? '' : reading.urgency],
  ];
  return said
    .filter(([, words]) => words !== '')
    .map(([label, words]) => `${label}${label === '' || label === '«' ? '' : ' '}${words}`)
    .join('; ');
}
