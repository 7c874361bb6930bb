/** One line of /giao, read against the units that are known. Pure; never throws. */
import type { WorkCalendar } from '../../calendar/workCalendar.ts';
import { closingDeadline } from '../deadlines/closing.ts';
import type { FoundDeadline } from '../deadlines/deadline.ts';
import { findDeadlines } from '../deadlines/findDeadlines.ts';
import { findUnits, nearestUnits } from '../matching/matchUnits.ts';
import type { UnitMention } from '../matching/unit.ts';
import type { UnitIndex } from '../matching/unitIndex.ts';
import { type Word, wordsOf } from '../matching/words.ts';
import type { AssignmentReading, PartRole, Span, UnknownUnit } from './assignmentReading.ts';
import { withLineEnds } from './lineEnds.ts';
import type { RoledList, UnitRole } from './roleRules.ts';
import { type FoundSource, findSourceDocument } from './sourceDocument.ts';
import { titlePieces, titleText } from './title.ts';
import { sourceSpan, type TokenSpan, tokenSpan } from './tokenSpan.ts';
import { unitLists } from './unitLists.ts';
import { unitRoles } from './unitRoles.ts';
import { findUrgency } from './urgency.ts';

export type AssignmentContext = { now: Temporal.ZonedDateTime; calendar: WorkCalendar; units: UnitIndex };

/**
 * The line as one task. Each piece of it is taken for one thing: a unit with its part, the deadline, the urgency, the source
 * document, or the title, which is what is left over. Units named inside the work ("trình Cục CNTT") have no part in the task.
 */
export function readAssignment(line: string, context: AssignmentContext): AssignmentReading {
  const marked = withLineEnds(line);
  const tokens = wordsOf(marked);
  const source = findSourceDocument(line, tokens, context.now.toPlainDate());
  const dates = findDeadlines(marked, { now: context.now, calendar: context.calendar });
  const deadline = closingDeadline(
    dates.filter((each) => !source || !overlaps(each, sourceSpan(tokens, source.tokens))),
  );
  const urgency = findUrgency(tokens);

  const labels: (PartRole | null)[] = tokens.map(() => null);
  if (deadline) label(labels, tokenSpan(tokens, deadline), 'deadline');
  if (source?.apart) label(labels, source.tokens, 'source');
  if (urgency) label(labels, urgency, 'urgency');

  const taken = labels.map((each) => each !== null);
  for (const each of dates) if (each.closes) label(taken, tokenSpan(tokens, each), true);
  const mentions = findUnits(marked, context.units).filter(
    (mention) => !taken[tokenSpan(tokens, mention).start],
  );
  const roled = unitRoles(tokens, unitLists(tokens, mentions, taken), taken);
  for (const list of roled) labelList(labels, list);

  const pieces = titleOrSource(tokens, labels, source);
  const units = (role: UnitRole): UnitMention[] =>
    roled
      .filter((list) => list.role === role)
      .flatMap(({ list }) => list.units.flatMap(({ mention }) => mention ?? []));
  return {
    from: 0,
    to: line.length,
    text: line,
    leads: units('lead'),
    coordinating: units('coordinating'),
    followers: units('follower'),
    excluded: units('excluded'),
    unknown: roled.flatMap((list) => unknownUnits(line, tokens, list, context.units)),
    deadline,
    otherDeadlines: dates.filter((each) => each !== deadline),
    recurrence: deadline?.recurrence ?? null,
    urgency: urgency?.level ?? 'normal',
    urgencySpan: urgency && sourceSpan(tokens, urgency),
    source: source?.document ?? null,
    title: titleText(line, tokens, pieces),
    titleSpans: pieces.map((piece) => sourceSpan(tokens, piece)),
    parts: parts(tokens, labels),
  };
}

function overlaps(found: FoundDeadline, span: Span): boolean {
  return found.from < span.to && span.from < found.to;
}

function label<T>(labels: T[], { start, end }: TokenSpan, value: T): void {
  labels.fill(value, start, end);
}

/** The units get their part; the words that gave it, and those between them, hold together. What is taken stays taken. */
function labelList(labels: (PartRole | null)[], { list, role, start, end }: RoledList): void {
  for (let at = start; at < end; at += 1) labels[at] ??= 'connecting';
  for (const unit of list.units) label(labels, unit, unit.mention ? role : 'unknown');
}

/** "Triển khai CV 123/UBDT-TTTT" alone: the document is the work. */
function titleOrSource(
  tokens: readonly Word[],
  labels: (PartRole | null)[],
  source: FoundSource | null,
): TokenSpan[] {
  const before = [...labels];
  const pieces = titlePieces(tokens, labels);
  if (pieces.length > 0 || !source?.apart) return pieces;
  for (const [at, each] of before.entries()) labels[at] = each;
  label(labels, source.tokens, null);
  return titlePieces(tokens, labels);
}

function unknownUnits(
  line: string,
  tokens: readonly Word[],
  roled: RoledList,
  units: UnitIndex,
): UnknownUnit[] {
  const { role } = roled;
  if (role === 'excluded') return [];
  return roled.list.units
    .filter((unit) => unit.mention === null)
    .map((unit) => {
      const { from, to } = sourceSpan(tokens, unit);
      const text = line.slice(from, to);
      return { from, to, text, role, nearest: nearestUnits(text, units) };
    });
}

/** Neighbours with one label become one part, each unit one of its own. */
function parts(tokens: readonly Word[], labels: readonly (PartRole | null)[]): AssignmentReading['parts'] {
  const joined: AssignmentReading['parts'] = [];
  for (const [at, token] of tokens.entries()) {
    const role = labels[at] ?? 'connecting';
    const last = joined.at(-1);
    if (last && last.role === role) last.to = token.to;
    else joined.push({ from: token.from, to: token.to, role });
  }
  return joined;
}
