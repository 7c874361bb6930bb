/** A message with one task or several: lines, numbered lists, ";" between full orders. Pure; never throws. */
import type { UnitMention } from '../matching/unit.ts';
import { wordsOf } from '../matching/words.ts';
import type { AssignmentReading, Span } from './assignmentReading.ts';
import { type AssignmentContext, readAssignment } from './readAssignment.ts';
import { type Segment, segments } from './splitTasks.ts';

/**
 * The tasks of a message, in order; spans are offsets in `text`. Lines that only add to a task ("Hạn: 15/4", "Phối hợp: VP", a
 * sentence without a unit of its own) are read together with it. A line that only names units ("Giao P. TH:") heads the list below
 * it: its units go to every task there that has no lead. At least one reading, for any text.
 */
export function readAssignments(text: string, context: AssignmentContext): AssignmentReading[] {
  const tasks: Task[] = [];
  let head: Head | null = null;
  for (const segment of segments(text, wordsOf(text))) {
    const reading = readAssignment(text.slice(segment.from, segment.to), context);
    const leads = reading.leads.length + reading.unknown.filter(({ role }) => role === 'lead').length > 0;
    const last = tasks.at(-1);
    if (addsToLast(segment, reading, leads, last)) last.parts.push(segment);
    else if (heads(text, segment, reading, leads)) head = { reading, segment, used: false };
    else {
      if (leads && !segment.listed && segment.line) head = null;
      tasks.push({ parts: [segment], head: leads ? null : head, reading });
      if (head && !leads) head.used = true;
    }
  }
  if (head && !head.used) tasks.unshift({ parts: [head.segment], head: null, reading: head.reading });
  if (tasks.length === 0) return [readAssignment(text, context)];
  return tasks.slice(announces(text, tasks) ? 1 : 0).map((task) => finished(text, task, context));
}

/** "Kết luận giao ban:", "Chào các anh chị," above the tasks is none itself. */
function announces(text: string, [first, second]: readonly Task[]): boolean {
  if (!first?.reading || !second?.reading || first.parts.length > 1) return false;
  const { leads, unknown, deadline } = first.reading;
  const end = text[(first.parts[0]?.to ?? 0) - 1] ?? '';
  return leads.length + unknown.length === 0 && !deadline && /[:,!]/.test(end) && second.reading.title !== '';
}

/** What a head may say besides its units. */
const ANNOUNCING =
  /^(?:(?:thực hiện|triển khai|làm|khẩn trương)?(?: các)?(?: (?:nhiệm vụ|nội dung|công việc|việc))?(?: như)?(?: sau(?: đây)?)?)$/iu;

const ONLY_JOINS = /^(?:phối hợp|hỗ trợ|theo dõi)(?: thực hiện| chung)?$/i;

type Task = { parts: Span[]; head: Head | null; reading: AssignmentReading | null };
type Head = { reading: AssignmentReading; segment: Span; used: boolean };

/** Whether the segment goes on with the task before it instead of beginning one. */
function addsToLast(
  segment: Segment,
  reading: AssignmentReading,
  leads: boolean,
  last: Task | undefined,
): last is Task {
  if (!last) return false;
  // A line with nothing but a lead begins something new.
  if (reading.title === '') return !(leads && segment.line);
  if (!segment.line && ONLY_JOINS.test(reading.title)) return true; // "…, giao VP phối hợp"
  return !segment.listed && !leads;
}

/** "Giao P. TH:" and "Các phòng thực hiện:" name units, or nothing but a date, for the lines below. */
function heads(text: string, segment: Segment, reading: AssignmentReading, leads: boolean): boolean {
  const below = text.slice(segment.to, segment.to + 2).includes('\n') || text[segment.to - 1] === ':';
  return segment.line && !segment.listed && leads && below && ANNOUNCING.test(reading.title);
}

function finished(
  text: string,
  { parts, head, reading }: Task,
  context: AssignmentContext,
): AssignmentReading {
  const from = parts[0]?.from ?? 0;
  const to = parts.at(-1)?.to ?? text.length;
  const whole = parts.length === 1 && reading ? reading : readAssignment(text.slice(from, to), context);
  const own = moved(whole, from);
  return head ? { ...own, ...inherited(own, moved(head.reading, head.segment.from)) } : own;
}

/** What the head says and the line does not. */
function inherited(own: AssignmentReading, head: AssignmentReading): Partial<AssignmentReading> {
  return {
    leads: own.leads.length > 0 ? own.leads : head.leads,
    coordinating: [...own.coordinating, ...head.coordinating],
    followers: [...own.followers, ...head.followers],
    unknown: [...head.unknown, ...own.unknown],
    deadline: own.deadline ?? head.deadline,
    recurrence: own.recurrence ?? (own.deadline ? null : head.recurrence),
    urgency: own.urgencySpan ? own.urgency : head.urgency,
    urgencySpan: own.urgencySpan ?? head.urgencySpan,
    source: own.source ?? head.source,
  };
}

/** The reading of a piece with its places counted from the start of the whole text. */
function moved(reading: AssignmentReading, by: number): AssignmentReading {
  if (by === 0) return reading;
  const at = <T extends Span>(span: T): T => ({ ...span, from: span.from + by, to: span.to + by });
  const all = (mentions: UnitMention[]): UnitMention[] => mentions.map(at);
  return {
    ...at(reading),
    leads: all(reading.leads),
    coordinating: all(reading.coordinating),
    followers: all(reading.followers),
    excluded: all(reading.excluded),
    unknown: reading.unknown.map(at),
    deadline: reading.deadline && at(reading.deadline),
    otherDeadlines: reading.otherDeadlines.map(at),
    urgencySpan: reading.urgencySpan && at(reading.urgencySpan),
    source: reading.source && at(reading.source),
    titleSpans: reading.titleSpans.map(at),
    parts: reading.parts.map(at),
  };
}
