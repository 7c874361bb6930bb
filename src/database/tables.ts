/** The tables as Kysely sees them: one type a table, kept beside `migrations/` by hand. `test/database/tables.test.ts`
 *  compares the two. Times are `Temporal` (see temporal.ts), `jsonb` columns carry the type their feature writes. */
import type { ColumnType, GeneratedAlways, JSONColumnType } from 'kysely';

export type Database = {
  agency: AgencyTable;
  department: DepartmentTable;
  unit_alias: UnitAliasTable;
  person: PersonTable;
  account: AccountTable;
  person_role: PersonRoleTable;
  invitation: InvitationTable;
  invitation_failure: InvitationFailureTable;
  room: RoomTable;
  active_platform: ActivePlatformTable;
  organisation_version: OrganisationVersionTable;
  task: TaskTable;
  assignment: AssignmentTable;
  follower: FollowerTable;
  extension: ExtensionTable;
  comment: CommentTable;
  task_preview: TaskPreviewTable;
  event: EventTable;
  undo_step: UndoStepTable;
  notification: NotificationTable;
  notification_task: NotificationTaskTable;
  live_card: LiveCardTable;
  incoming_event: IncomingEventTable;
  pace: PaceTable;
  calendar_announcement: CalendarAnnouncementTable;
  calendar_override: CalendarOverrideTable;
  reminder_policy: ReminderPolicyTable;
  reminder: ReminderTable;
  reminder_sent: ReminderSentTable;
  urge: UrgeTable;
  agency_digest: AgencyDigestTable;
  rehearsal_clock: RehearsalClockTable;
};

type Instant = Temporal.Instant;
type Day = Temporal.PlainDate;
type Time = Temporal.PlainTime;
/** A column that may be left out when a row is made. */
type Optional<T> = ColumnType<T, T | undefined, T>;
/** `jsonb`: written as text (`JSON.stringify`), read as the value. */
type Json = JSONColumnType<object>;
type OptionalJson = ColumnType<object | null, string | null | undefined, string | null>;

export type LanguageCode = 'vi' | 'en';
export type PlatformCode = 'slack' | 'telegram' | 'web';
export type RoleName = 'leader' | 'official' | 'member' | 'admin';
export type TaskStatus = 'open' | 'completed' | 'cancelled';
export type AssignmentPart = 'lead' | 'coordinating';
export type AssignmentStatus =
  | 'proposed'
  | 'assigned'
  | 'accepted'
  | 'submitted'
  | 'completed'
  | 'declined'
  | 'returned'
  | 'cancelled';
export type Urgency = 'normal' | 'urgent' | 'very_urgent' | 'express';

type AgencyTable = {
  id: GeneratedAlways<number>;
  code: string;
  name: string;
  language: Optional<LanguageCode>;
  time_zone: Optional<string>;
  created_at: Instant;
};

type DepartmentTable = {
  id: GeneratedAlways<number>;
  agency_id: number;
  code: string;
  name: string;
  created_at: Instant;
  closed_at: Optional<Instant | null>;
};

type UnitAliasTable = {
  id: GeneratedAlways<number>;
  agency_id: number;
  department_id: number | null;
  alias: string;
  folded: string;
  created_at: Instant;
  former_until: Optional<Day | null>;
};

type PersonTable = {
  id: GeneratedAlways<number>;
  agency_id: number | null;
  name: string;
  code: Optional<string>;
  language: Optional<LanguageCode | null>;
  created_at: Instant;
  left_at: Optional<Instant | null>;
};

type AccountTable = {
  id: GeneratedAlways<number>;
  person_id: number;
  platform: PlatformCode;
  user_id: string;
  display_name: Optional<string>;
  bound_at: Instant;
  unreachable_at: Optional<Instant | null>;
  unreachable_reason: Optional<string | null>;
};

type PersonRoleTable = {
  id: GeneratedAlways<number>;
  person_id: number;
  role: RoleName;
  agency_id: number | null;
  department_id: Optional<number | null>;
  head: Optional<boolean>;
};

type InvitationTable = {
  id: GeneratedAlways<number>;
  code_hash: string;
  person_id: number | null;
  created_by: number | null;
  created_at: Instant;
  expires_at: Instant;
  used_at: Optional<Instant | null>;
  used_by_account: Optional<number | null>;
};

type InvitationFailureTable = {
  platform: PlatformCode;
  user_id: string;
  failed_count: number;
  last_at: Instant;
};

type RoomTable = {
  id: GeneratedAlways<number>;
  platform: PlatformCode;
  chat_id: string;
  thread_id: Optional<string>;
  agency_id: number;
  department_id: number | null;
  title: Optional<string>;
  bound_at: Instant;
  closed_at: Optional<Instant | null>;
  unreachable_at: Optional<Instant | null>;
  unreachable_reason: Optional<string | null>;
  proven_at: Optional<Instant | null>;
  proven_by: Optional<number | null>;
};

type OrganisationVersionTable = { the_one: Optional<boolean>; mark: string };

type ActivePlatformTable = {
  platform: PlatformCode;
  /** The address of an invitation up to its code; null: the platform has none, or has not told its name yet. */
  invitation_link: ColumnType<string | null, string | null | undefined>;
};

type TaskTable = {
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
};

type AssignmentTable = {
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

type FollowerTable = {
  id: GeneratedAlways<number>;
  task_id: number;
  person_id: number | null;
  department_id: number | null;
  added_by: number;
  added_at: Instant;
};

type ExtensionTable = {
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

type CommentTable = {
  id: GeneratedAlways<number>;
  task_id: number;
  person_id: number;
  said_at: Instant;
  platform: PlatformCode;
  text: string;
};

type TaskPreviewTable = {
  id: GeneratedAlways<number>;
  person_id: number;
  created_at: Instant;
  line: string;
  content: Json;
  status: Optional<'open' | 'given' | 'dropped'>;
  task_id: Optional<number | null>;
  version: Optional<number>;
};

type EventTable = {
  id: GeneratedAlways<number>;
  at: Instant;
  kind: string;
  person_id: number | null;
  platform: PlatformCode | null;
  agency_id: number | null;
  task_id: number | null;
  assignment_id: number | null;
  data: Json;
};

type UndoStepTable = {
  id: GeneratedAlways<number>;
  event_id: number;
  person_id: number;
  at: Instant;
  task_id: number | null;
  before: Json;
  undone_at: Optional<Instant | null>;
};

type NotificationTable = {
  id: GeneratedAlways<number>;
  key: string;
  room_id: number | null;
  person_id: number | null;
  kind: string;
  facts: Json;
  created_at: Instant;
  send_at: Instant;
  stale_after: Instant | null;
  status: Optional<'pending' | 'sent' | 'failed' | 'dropped'>;
  attempts: Optional<number>;
  next_try_at: Instant;
  sent_at: Optional<Instant | null>;
  platform: Optional<PlatformCode | null>;
  chat_id: Optional<string | null>;
  thread_id: Optional<string | null>;
  message_id: Optional<string | null>;
  failure_code: Optional<string | null>;
  failed_at: Optional<Instant | null>;
  audited_at: Optional<Instant | null>;
  answered_at: Optional<Instant | null>;
  answered_by: Optional<number | null>;
};

type NotificationTaskTable = { notification_id: number; task_id: number; assignment_id: number | null };

type LiveCardTable = {
  id: GeneratedAlways<number>;
  task_id: number;
  platform: PlatformCode;
  chat_id: string;
  thread_id: Optional<string>;
  message_id: string;
  room_id: number | null;
  person_id: number | null;
  shown_at: Instant;
  dirty_at: Optional<Instant | null>;
  next_try_at: Optional<Instant | null>;
  attempts: Optional<number>;
  /** Raised by every change of the task: what was drawn before the last one is not the latest. */
  changes: Optional<number>;
  gone_at: Optional<Instant | null>;
};

type IncomingEventTable = { platform: PlatformCode; event_id: string; received_at: Instant };

type PaceTable = { platform: PlatformCode; chat_id: string; free_at: Instant };

type CalendarAnnouncementTable = {
  day: Day;
  working: boolean;
  name: string;
  imported_by: number | null;
  imported_at: Instant;
};

type CalendarOverrideTable = {
  agency_id: number;
  day: Day;
  working: boolean;
  name: string;
  set_by: number | null;
  set_at: Instant;
};

type ReminderPolicyTable = {
  agency_id: number;
  before_days: number[];
  on_the_day: boolean;
  after_first_days: number;
  after_every_days: number;
  after_max_count: number;
  at_time: Time;
  hours_start: Time;
  hours_end: Time;
  not_accepted_days: number;
  no_progress_days: number;
  escalate_head_days: number;
  escalate_leader_days: number;
  changed_by: number | null;
  changed_at: Instant;
};

type ReminderTable = {
  assignment_id: number;
  remind_at: Instant;
  kind: string;
  settled_through: Instant;
  snoozed_until: Optional<Instant | null>;
  snoozed_by: Optional<number | null>;
  facts: Json;
};

type ReminderSentTable = {
  assignment_id: number;
  kind: string;
  planned_at: Instant;
  sent_at: Instant;
  notification_id: number | null;
};

type UrgeTable = {
  id: GeneratedAlways<number>;
  task_id: number;
  department_id: number;
  day: Day;
  urged_by: number;
  urged_at: Instant;
  words: Optional<string | null>;
};

type AgencyDigestTable = { agency_id: number; kind: string; next_at: Instant };

type RehearsalClockTable = { the_one: Optional<boolean>; stands_at: Instant };
