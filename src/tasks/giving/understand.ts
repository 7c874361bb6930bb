/** Turns what was read in a line into a preview: what is sure is settled, what is not becomes a question. Pure. */
import { lastMoment } from '../../calendar/deadlineMoment.ts';
import type { AssignmentReading, UnknownUnit } from '../../language/assignments/assignmentReading.ts';
import type { FoundDeadline } from '../../language/deadlines/deadline.ts';
import { firstOccurrence, type Recurrence, writeRecurrence } from '../../language/deadlines/recurrence.ts';
import type { UnitCandidate, UnitMention } from '../../language/matching/unit.ts';
import type { PreviewDue, PreviewTask, PreviewUnit, UnitRole } from './preview.ts';

/** `now` in the zone of the giver. */
export type GivenBy = { agencyId: number | null; now: Temporal.ZonedDateTime };

export function previewOf(reading: AssignmentReading, { agencyId, now }: GivenBy): PreviewTask {
  const { leads, coordinating, followers, unknown } = reading;
  const units = [
    ...leads.map((mention) => ({ unit: namedUnit(mention, 'lead', agencyId), from: mention.from })),
    ...coordinating.map((mention) => ({
      unit: namedUnit(mention, 'coordinating', agencyId),
      from: mention.from,
    })),
    ...followers.map((mention) => ({ unit: namedUnit(mention, 'follower', agencyId), from: mention.from })),
    ...unknown.map((each) => ({ unit: unknownUnit(each), from: each.from })),
  ].sort((a, b) => a.from - b.from);
  return {
    agencyId,
    title: reading.title.trim(),
    units: withoutRepeats(units.map(({ unit }) => unit)),
    excluded: reading.excluded.map((mention) => mention.text),
    due: previewDue(reading.deadline, reading.recurrence, now),
    otherDates: reading.otherDeadlines.flatMap((found) => previewDue(found, null, now) ?? []),
    recurrence: reading.recurrence ? writeRecurrence(reading.recurrence) : null,
    urgency: reading.urgency,
    source: reading.source ? { number: reading.source.number, date: reading.source.date } : null,
    sourceMessage: null,
    batch: null,
  };
}

/** A deadline as it was found. A recurrence without a day begins with its first one. */
export function previewDue(
  found: FoundDeadline | null,
  recurrence: Recurrence | null,
  now: Temporal.ZonedDateTime,
): PreviewDue | null {
  const first = recurrence ? firstOccurrence(recurrence, now.toPlainDate()) : null;
  if (!found) {
    return first ? { ...noDoubt, words: '', dueOn: first, time: null } : null;
  }
  const { text: words, time, convention, sure } = found;
  const dueOn = found.dueOn ?? first;
  const problem = dueOn !== null && found.problem !== 'no-such-day' ? null : found.problem;
  return { words, dueOn, time, convention, sure, problem: problem ?? dayProblem(dueOn, time, now) };
}

/** What is wrong with a day as a deadline, seen from now. */
export function dayProblem(
  dueOn: Temporal.PlainDate | null,
  time: Temporal.PlainTime | null,
  now: Temporal.ZonedDateTime,
): PreviewDue['problem'] {
  if (dueOn === null) return null;
  if (dueOn.year > now.year + YEARS_AHEAD_MAX) return 'too-far';
  const past = Temporal.Instant.compare(lastMoment(dueOn, time, now.timeZoneId), now.toInstant()) <= 0;
  return past ? 'past' : null;
}

/** A department has one part in a task: the first that leads, then that coordinates, then that follows. */
export function withoutRepeats(units: readonly PreviewUnit[]): PreviewUnit[] {
  const best = new Map<number, PreviewUnit>();
  for (const unit of units) {
    const known = unit.departmentId === null ? undefined : best.get(unit.departmentId);
    if (unit.departmentId === null || (known && ranks[known.role] <= ranks[unit.role])) continue;
    best.set(unit.departmentId, unit);
  }
  return units.filter((unit) => unit.departmentId === null || best.get(unit.departmentId) === unit);
}

/** Plans of the state reach ten years ahead; what lies further is a slip of the keyboard. */
const YEARS_AHEAD_MAX = 20;

const ranks: Readonly<Record<UnitRole, number>> = { lead: 0, coordinating: 1, follower: 2 };

const noDoubt = { convention: null, sure: 'said', problem: null } as const;

function namedUnit(
  { text, candidates, sure }: UnitMention,
  role: UnitRole,
  homeAgencyId: number | null,
): PreviewUnit {
  const open = candidates.filter(({ unit }) => unit.closed !== true);
  const options = optionsOf(open);
  const [only] = open;
  if (!only) return { words: text, role, departmentId: null, question: 'closed', options: [] };
  const own = ownDepartment(open, homeAgencyId);
  if (own) {
    const others = optionsOf(open.filter((each) => each !== own && each.unit.kind === 'department'));
    return { words: text, role, departmentId: own.unit.id, question: null, options: others };
  }
  if (options.length > 1) return { words: text, role, departmentId: null, question: 'several', options };
  if (only.unit.kind === 'agency') {
    return { words: text, role, departmentId: null, question: 'agency', options };
  }
  if (!sure) return { words: text, role, departmentId: null, question: 'spelling', options };
  return { words: text, role, departmentId: only.unit.id, question: null, options: [] };
}

/** "VP" said without the name of an agency is one's own, where there is exactly one that bears the name as well as any other does.
 *  The preview says so and offers the others: nothing is taken silently. */
function ownDepartment(
  candidates: readonly UnitCandidate[],
  homeAgencyId: number | null,
): UnitCandidate | null {
  const best = Math.max(...candidates.map(({ score }) => score));
  const [own, another] = candidates.filter(({ unit }) => unit.agencyId === homeAgencyId);
  const fits = own?.unit.kind === 'department' && own.score === best && best >= WELL_NAMED;
  return own && !another && fits && candidates.length > 1 ? own : null;
}

/** A name, alias or code as it is written, with or without its head; slips of the keyboard score less. */
const WELL_NAMED = 0.9;

function unknownUnit({ text, role, nearest }: UnknownUnit): PreviewUnit {
  const open = nearest.filter(({ unit }) => unit.closed !== true);
  return { words: text, role, departmentId: null, question: 'unknown', options: optionsOf(open) };
}

function optionsOf(candidates: readonly UnitCandidate[]): PreviewUnit['options'] {
  return candidates.map(({ unit }) => ({ kind: unit.kind, id: unit.id }));
}
