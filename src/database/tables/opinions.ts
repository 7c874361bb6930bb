/** Rounds of opinions, and directions of leaders. */
import type { GeneratedAlways } from 'kysely';
import type { OpinionRule, PlatformCode } from '../codes.ts';
import type { Day, Instant, Json, Optional, OptionalJson, Time } from '../columns.ts';

export type OpinionRoundTable = {
  id: GeneratedAlways<number>;
  task_id: number | null;
  programme_id: number | null;
  version_id: number | null;
  purpose: Optional<'opinion' | 'signingLevel'>;
  question: string;
  options: Json;
  rule: OpinionRule;
  lead_agency_id: number | null;
  hidden: Optional<boolean>;
  agency_id: number;
  opened_by: number;
  opened_at: Instant;
  due_on: Day;
  due_time: Time | null;
  due_at: Instant;
  due_words: string | null;
  status: Optional<'open' | 'closed' | 'cancelled'>;
  closed_at: Optional<Instant | null>;
  closed_by: Optional<number | null>;
  outcome: OptionalJson;
  summary_file_id: Optional<number | null>;
  version: Optional<number>;
};

export type OpinionSeatTable = {
  id: GeneratedAlways<number>;
  round_id: number;
  person_id: number;
  agency_id: number;
  deputy_id: Optional<number | null>;
  delegated_at: Optional<Instant | null>;
  confirm_version_id: Optional<number | null>;
  remind_at: Optional<Instant | null>;
  remind_kind: Optional<'before' | 'onTheDay' | null>;
  urged_on: Optional<Day | null>;
};

export type OpinionTable = {
  id: GeneratedAlways<number>;
  seat_id: number;
  person_id: number;
  option_key: string;
  words: string | null;
  version_id: number | null;
  file_id: Optional<number | null>;
  given_at: Instant;
  platform: PlatformCode;
};

export type OpinionPreviewTable = {
  id: GeneratedAlways<number>;
  person_id: number;
  content: Json;
  status: Optional<'open' | 'sent' | 'dropped'>;
  round_id: Optional<number | null>;
  created_at: Instant;
};

export type OpinionWordsTable = {
  id: GeneratedAlways<number>;
  seat_id: number;
  person_id: number;
  words: string;
  file_id: number | null;
  said_at: Instant;
};

export type DirectionTable = {
  id: GeneratedAlways<number>;
  task_id: number;
  person_id: number;
  agency_id: number;
  text: string;
  given_at: Instant;
  platform: PlatformCode;
  due_on: Optional<Day | null>;
  due_time: Optional<Time | null>;
  due_words: Optional<string | null>;
  withdrawn_at: Optional<Instant | null>;
};

export type DirectionReaderTable = {
  direction_id: number;
  department_id: number;
  agency_id: number;
  read_at: Optional<Instant | null>;
  read_by: Optional<number | null>;
  ask_at: Optional<Instant | null>;
  asked_at: Optional<Instant | null>;
};
