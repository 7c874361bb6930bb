/** Agencies, people, their accounts and rooms. */
import type { ColumnType, GeneratedAlways } from 'kysely';
import type { LanguageCode, PlatformCode, RoleName } from '../codes.ts';
import type { Day, Instant, Optional } from '../columns.ts';

export type AgencyTable = {
  id: GeneratedAlways<number>;
  code: string;
  name: string;
  language: Optional<LanguageCode>;
  time_zone: Optional<string>;
  created_at: Instant;
};

export type DepartmentTable = {
  id: GeneratedAlways<number>;
  agency_id: number;
  code: string;
  name: string;
  created_at: Instant;
  closed_at: Optional<Instant | null>;
};

export type UnitAliasTable = {
  id: GeneratedAlways<number>;
  agency_id: number;
  department_id: number | null;
  alias: string;
  folded: string;
  created_at: Instant;
  former_until: Optional<Day | null>;
};

export type PersonTable = {
  id: GeneratedAlways<number>;
  agency_id: number | null;
  name: string;
  code: Optional<string>;
  language: Optional<LanguageCode | null>;
  created_at: Instant;
  left_at: Optional<Instant | null>;
  email: Optional<string | null>;
};

export type AccountTable = {
  id: GeneratedAlways<number>;
  person_id: number;
  platform: PlatformCode;
  user_id: string;
  display_name: Optional<string>;
  bound_at: Instant;
  unreachable_at: Optional<Instant | null>;
  unreachable_reason: Optional<string | null>;
  by_email: Optional<boolean>;
};

export type PersonRoleTable = {
  id: GeneratedAlways<number>;
  person_id: number;
  role: RoleName;
  agency_id: number | null;
  department_id: Optional<number | null>;
  head: Optional<boolean>;
};

export type InvitationTable = {
  id: GeneratedAlways<number>;
  code_hash: string;
  person_id: number | null;
  created_by: number | null;
  created_at: Instant;
  expires_at: Instant;
  used_at: Optional<Instant | null>;
  used_by_account: Optional<number | null>;
};

export type InvitationFailureTable = {
  platform: PlatformCode;
  user_id: string;
  failed_count: number;
  last_at: Instant;
};

export type RoomTable = {
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

export type OrganisationVersionTable = { the_one: Optional<boolean>; mark: string };

export type ActivePlatformTable = {
  platform: PlatformCode;
  /** The address of an invitation up to its code; null: the platform has none, or has not told its name yet. */
  invitation_link: ColumnType<string | null, string | null | undefined>;
};
