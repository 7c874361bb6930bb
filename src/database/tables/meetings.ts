/** Records of meetings. */
import type { GeneratedAlways } from 'kysely';
import type { MeetingItemKind, MeetingStatus, PlatformCode } from '../codes.ts';
import type { Day, Instant, Optional, Time } from '../columns.ts';

export type MeetingTable = {
  id: GeneratedAlways<number>;
  title: string;
  held_on: Day;
  start_time: Time | null;
  place: Optional<string>;
  agency_id: number;
  programme_id: number | null;
  platform: PlatformCode;
  chat_id: string;
  thread_id: Optional<string>;
  opened_by: number;
  opened_at: Instant;
  status: Optional<MeetingStatus>;
  closed_at: Optional<Instant | null>;
  minutes_file_id: Optional<number | null>;
};

export type MeetingAgencyTable = { meeting_id: number; agency_id: number };

export type MeetingParticipantTable = {
  id: GeneratedAlways<number>;
  meeting_id: number;
  agency_id: number;
  person_id: number | null;
  name: string;
};

export type MeetingItemTable = {
  id: GeneratedAlways<number>;
  meeting_id: number;
  kind: MeetingItemKind;
  text: string;
  said_by: Optional<string>;
  recorded_by: number;
  recorded_at: Instant;
  message_id: string | null;
  changed_at: Optional<Instant | null>;
  dropped_at: Optional<Instant | null>;
};
