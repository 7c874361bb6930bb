/** Tasks, their history and what can be taken back. */
import type { GeneratedAlways } from 'kysely';
import type {
  AssignmentPart,
  AssignmentStatus,
  PlatformCode,
  TaskOrigin,
  TaskStatus,
  Urgency,
} from '../codes.ts';
import type { Day, Instant, Json, Optional, OptionalJson, Time } from '../columns.ts';

export type TaskTable = {
  id: GeneratedAlways<number>;
  title: string;
  title_folded: string;
  agency_id: number;
  given_by: number;
  given_at: Instant;
  due_on: Day | null;
  due_time: Time | null;
  due_at: Instant | null;
  due_words: string | null;
  due_convention: OptionalJson;
  urgency: Optional<Urgency>;
  source_number: Optional<string | null>;
  source_date: Optional<Day | null>;
  source_message: OptionalJson;
  recurrence: Optional<string | null>;
  series_id: Optional<number | null>;
  continued_by: Optional<number | null>;
  occurrence_on: Optional<Day | null>;
  status: Optional<TaskStatus>;
  closed_at: Optional<Instant | null>;
  version: Optional<number>;
  programme_id: Optional<number | null>;
  content_id: Optional<number | null>;
  origin_kind: Optional<TaskOrigin | null>;
  origin_id: Optional<number | null>;
};

export type AssignmentTable = {
  id: GeneratedAlways<number>;
  task_id: number;
  department_id: number;
  agency_id: number;
  part: AssignmentPart;
  status: AssignmentStatus;
  due_on: Day | null;
  due_time: Time | null;
  due_at: Instant | null;
  assigned_at: Instant;
  accepted_at: Optional<Instant | null>;
  submitted_at: Optional<Instant | null>;
  closed_at: Optional<Instant | null>;
  progress_percent: Optional<number>;
  progress_note: Optional<string | null>;
  progress_at: Optional<Instant | null>;
  note: Optional<string | null>;
  blocked_at: Optional<Instant | null>;
  blocked_note: Optional<string | null>;
  blocked_helper: Optional<string | null>;
  version: Optional<number>;
};

export type FollowerTable = {
  id: GeneratedAlways<number>;
  task_id: number;
  person_id: number | null;
  department_id: number | null;
  added_by: number;
  added_at: Instant;
};

export type ExtensionTable = {
  id: GeneratedAlways<number>;
  assignment_id: number;
  asked_by: number;
  asked_at: Instant;
  from_due_on: Day | null;
  from_due_time: Time | null;
  to_due_on: Day;
  to_due_time: Time | null;
  to_words: string;
  reason: string;
  status: Optional<'asked' | 'approved' | 'refused' | 'withdrawn'>;
  decided_by: Optional<number | null>;
  decided_at: Optional<Instant | null>;
  decision_note: Optional<string | null>;
};

export type CommentTable = {
  id: GeneratedAlways<number>;
  task_id: number;
  person_id: number;
  said_at: Instant;
  platform: PlatformCode;
  text: string;
};

export type TaskPreviewTable = {
  id: GeneratedAlways<number>;
  person_id: number;
  created_at: Instant;
  line: string;
  content: Json;
  status: Optional<'open' | 'given' | 'dropped'>;
  task_id: Optional<number | null>;
  version: Optional<number>;
};

export type EventTable = {
  id: GeneratedAlways<number>;
  at: Instant;
  kind: string;
  person_id: number | null;
  platform: PlatformCode | null;
  agency_id: number | null;
  task_id: number | null;
  assignment_id: number | null;
  subject_kind: Optional<'round' | 'programme' | 'meeting' | 'matter' | null>;
  subject_id: Optional<number | null>;
  data: Json;
};

export type UndoStepTable = {
  id: GeneratedAlways<number>;
  event_id: number;
  person_id: number;
  at: Instant;
  task_id: number | null;
  before: Json;
  undone_at: Optional<Instant | null>;
};
