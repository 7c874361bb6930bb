/** What the bot has to say, and what it has heard. */
import type { GeneratedAlways } from 'kysely';

import type { PlatformCode, SubjectKind } from '../codes.ts';
import type { Instant, Json, Optional } from '../columns.ts';

export type NotificationTable = {
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

export type NotificationTaskTable = {
  notification_id: number;
  task_id: number;
  assignment_id: number | null;
};

export type LiveCardTable = {
  id: GeneratedAlways<number>;
  subject_kind: Optional<SubjectKind>;
  subject_id: number;
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
  /** Raised by every change of its subject: what was drawn before the last one is not the latest. */
  changes: Optional<number>;
  gone_at: Optional<Instant | null>;
};

export type ShownMessageTable = {
  platform: PlatformCode;
  chat_id: string;
  message_id: string;
  subject_kind: SubjectKind;
  subject_id: number;
  shown_at: Instant;
};

export type IncomingEventTable = { platform: PlatformCode; event_id: string; received_at: Instant };

export type PaceTable = { platform: PlatformCode; chat_id: string; free_at: Instant };
