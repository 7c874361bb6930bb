/** Programmes of cooperation, and the register of what each side brings. */
import type { GeneratedAlways } from 'kysely';
import type { ProgrammeConsent, ProgrammeStatus, RegisterKind } from '../codes.ts';
import type { Day, Instant, Json, Optional } from '../columns.ts';

export type ProgrammeTable = {
  id: GeneratedAlways<number>;
  title: string;
  title_folded: string;
  agency_id: number;
  from_year: number;
  to_year: number;
  status: Optional<ProgrammeStatus>;
  signing_level: Optional<string | null>;
  signed_number: Optional<string | null>;
  signed_on: Optional<Day | null>;
  signed_by: Optional<string | null>;
  created_by: number;
  created_at: Instant;
  status_by: number;
  yearly_at: Optional<Instant | null>;
  version: Optional<number>;
};

export type ProgrammeAgencyTable = {
  programme_id: number;
  agency_id: number;
  status: ProgrammeConsent;
  asked_at: Instant;
  decided_by: Optional<number | null>;
  decided_at: Optional<Instant | null>;
  note: Optional<string | null>;
};

export type ProgrammeDepartmentTable = { programme_id: number; department_id: number; agency_id: number };

export type ProgrammeContentTable = {
  id: GeneratedAlways<number>;
  programme_id: number;
  parent_id: number | null;
  position: number;
  title: string;
  title_folded: string;
  added_by: number;
  added_at: Instant;
  dropped_at: Optional<Instant | null>;
};

export type ProgrammeDocumentTable = {
  id: GeneratedAlways<number>;
  programme_id: number;
  file_id: number;
  title: string;
  added_by: number | null;
  added_at: Instant;
};

export type ProgrammeRoomTable = {
  programme_id: number;
  room_id: number;
  bound_by: number;
  bound_at: Instant;
};

export type ProgrammePreviewTable = {
  id: GeneratedAlways<number>;
  person_id: number;
  created_at: Instant;
  content: Json;
  status: Optional<'open' | 'opened' | 'dropped'>;
  programme_id: Optional<number | null>;
};

export type ProgrammeYearTable = {
  programme_id: number;
  year: number;
  what: 'plan' | 'report';
  task_id: number | null;
  opened_at: Instant;
};

export type RegisterItemTable = {
  id: GeneratedAlways<number>;
  agency_id: number;
  department_id: number | null;
  kind: RegisterKind;
  title: string;
  description: Optional<string>;
  title_folded: string;
  folded: string;
  visibility: 'own' | 'partners';
  programme_id: Optional<number | null>;
  added_by: number;
  added_at: Instant;
  changed_at: Instant;
  closed_at: Optional<Instant | null>;
  version: Optional<number>;
};

export type RegisterRequestTable = {
  id: GeneratedAlways<number>;
  item_id: number;
  agency_id: number;
  department_id: Optional<number | null>;
  asked_by: number;
  asked_at: Instant;
  words: string | null;
  status: Optional<'asked' | 'accepted' | 'refused' | 'withdrawn'>;
  decided_by: Optional<number | null>;
  decided_at: Optional<Instant | null>;
  decision_note: Optional<string | null>;
  content_id: Optional<number | null>;
};
