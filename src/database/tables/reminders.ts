/** Reminders, their policies and calendars. */
import type { GeneratedAlways } from 'kysely';
import type { Day, Instant, Json, Optional, Time } from '../columns.ts';

export type CalendarAnnouncementTable = {
  day: Day;
  working: boolean;
  name: string;
  imported_by: number | null;
  imported_at: Instant;
};

export type CalendarOverrideTable = {
  agency_id: number;
  day: Day;
  working: boolean;
  name: string;
  set_by: number | null;
  set_at: Instant;
};

export type ReminderPolicyTable = {
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

export type ReminderTable = {
  assignment_id: number;
  remind_at: Instant;
  kind: string;
  settled_through: Instant;
  snoozed_until: Optional<Instant | null>;
  snoozed_by: Optional<number | null>;
  facts: Json;
};

export type ReminderSentTable = {
  assignment_id: number;
  kind: string;
  planned_at: Instant;
  sent_at: Instant;
  notification_id: number | null;
};

export type UrgeTable = {
  id: GeneratedAlways<number>;
  task_id: number;
  department_id: number;
  day: Day;
  urged_by: number;
  urged_at: Instant;
  words: Optional<string | null>;
};

export type AgencyDigestTable = { agency_id: number; kind: string; next_at: Instant };

export type RehearsalClockTable = { the_one: Optional<boolean>; stands_at: Instant };
