/** A task and its assignments as the rest of the house sees them, and the table of moves. Pure. */
import type { WorkCalendar } from '../calendar/workCalendar.ts';
import type { AssignmentPart, AssignmentStatus, TaskStatus, Urgency } from '../database/codes.ts';
import type { DirectionView } from '../directions/direction.ts';
import type { DraftVersion } from '../drafts/draft.ts';
import type { MeetingLabel } from '../meetings/meetingOfTasks.ts';
import type { TaskRound } from '../opinions/taskRounds.ts';
import type { BelongingLabel } from '../programmes/find.ts';

export type Due = { dueOn: Temporal.PlainDate; time: Temporal.PlainTime | null; at: Temporal.Instant };

export type TaskView = {
  id: number;
  title: string;
  agency: { id: number; code: string; name: string };
  giver: { id: number; name: string };
  givenAt: Temporal.Instant;
  due: Due | null;
  /** The words the deadline was given in. */
  dueWords: string | null;
  urgency: Urgency;
  source: { number: string; date: Temporal.PlainDate | null } | null;
  recurrence: string | null;
  /** The programme of cooperation it belongs to. */
  programme: BelongingLabel | null;
  /** The meeting it was given at. */
  meeting: MeetingLabel | null;
  status: TaskStatus;
  closedAt: Temporal.Instant | null;
  version: number;
  assignments: readonly AssignmentView[];
  followers: readonly { personId: number | null; departmentId: number | null; name: string }[];
  /** The last few, oldest first. */
  comments: readonly CommentView[];
  /** The last few directions of leaders, oldest first. */
  directions: readonly DirectionView[];
  /** The latest version of its draft. */
  draft: DraftVersion | null;
  /** The last few rounds of opinions on it, oldest first. */
  rounds: readonly TaskRound[];
  /** Of the giving agency. */
  calendar: WorkCalendar;
};

export type CommentView = { id: number; by: string; agencyCode: string; at: Temporal.Instant; text: string };

export type AssignmentView = {
  id: number;
  taskId: number;
  department: { id: number; code: string; name: string };
  agency: { id: number; code: string; name: string };
  part: AssignmentPart;
  status: AssignmentStatus;
  due: Due | null;
  assignedAt: Temporal.Instant;
  acceptedAt: Temporal.Instant | null;
  submittedAt: Temporal.Instant | null;
  closedAt: Temporal.Instant | null;
  progress: { percent: number; note: string | null; at: Temporal.Instant | null };
  note: string | null;
  blocked: { at: Temporal.Instant; note: string; helper: string | null } | null;
  /** An extension that waits for a decision. */
  extension: { id: number; to: Omit<Due, 'at'>; reason: string } | null;
  version: number;
  /** Of the agency whose department it is: its working days say how late the work is. */
  calendar: WorkCalendar;
};

export type Move =
  | 'consent'
  | 'refuseConsent'
  | 'accept'
  | 'decline'
  | 'submit'
  | 'complete'
  | 'return'
  | 'reassign'
  | 'cancel';

/** From which statuses a move starts, and where it leads. What is not here is refused. */
const moves: Readonly<Record<Move, { from: readonly AssignmentStatus[]; to: AssignmentStatus }>> = {
  consent: { from: ['proposed'], to: 'assigned' },
  refuseConsent: { from: ['proposed'], to: 'declined' },
  accept: { from: ['assigned'], to: 'accepted' },
  decline: { from: ['assigned', 'accepted', 'returned'], to: 'declined' },
  // A department that is done need not have pressed "nhận việc" first.
  submit: { from: ['assigned', 'accepted', 'returned'], to: 'submitted' },
  complete: { from: ['submitted'], to: 'completed' },
  return: { from: ['submitted'], to: 'returned' },
  // Given once more to a department that had declined it, or from which it was taken.
  reassign: { from: ['declined', 'cancelled'], to: 'assigned' },
  // A giver who calls a task off also lays what was declined aside.
  cancel: {
    from: ['proposed', 'assigned', 'accepted', 'submitted', 'returned', 'declined'],
    to: 'cancelled',
  },
};

export const closedStatuses: readonly AssignmentStatus[] = ['completed', 'declined', 'cancelled'];

/** Where the move leads from `status`, or null when it is not allowed. */
export function statusAfter(status: AssignmentStatus, move: Move): AssignmentStatus | null {
  const { from, to } = moves[move];
  return from.includes(status) ? to : null;
}

/** What becomes of the task when its assignments stand so: completed when all have ended and one was completed, cancelled
 *  when all were cancelled. Declined by all it stays open: the giver decides who does it, or cancels. */
export function taskStatusAfter(statuses: readonly AssignmentStatus[]): TaskStatus {
  if (statuses.some((status) => !closedStatuses.includes(status))) return 'open';
  if (statuses.includes('completed')) return 'completed';
  return statuses.every((status) => status === 'cancelled') ? 'cancelled' : 'open';
}

/** "NV-12", "nv12", "12" → 12; null for anything else. */
export function readTaskCode(text: string): number | null {
  const digits = /^(?:nv[\s-]*)?(?<id>\d{1,15})$/iu.exec(text.trim())?.groups?.id;
  const id = Number(digits ?? Number.NaN);
  return Number.isSafeInteger(id) && id > 0 ? id : null;
}
