/** Kept files and the drafts handed in on tasks. */
import type { GeneratedAlways } from 'kysely';
import type { PlatformCode } from '../codes.ts';
import type { Instant, Optional, OptionalJson } from '../columns.ts';

export type FileTable = {
  id: GeneratedAlways<number>;
  name: string;
  mime: string;
  size_bytes: number;
  sha256: string;
  content: Buffer;
  stored_at: Instant;
  stored_by: number | null;
};

export type DraftVersionTable = {
  id: GeneratedAlways<number>;
  task_id: number;
  number: number;
  file_id: number | null;
  text: string | null;
  sha256: string;
  note: string | null;
  person_id: number;
  department_id: number | null;
  agency_id: number;
  handed_in_at: Instant;
  platform: PlatformCode;
  /** `DraftChanges`. */
  changes: OptionalJson;
  withdrawn_at: Optional<Instant | null>;
};

export type DraftAgreementTable = {
  version_id: number;
  department_id: number;
  agency_id: number;
  person_id: number;
  agreed_at: Instant;
};

export type DraftUploadTable = {
  file_id: number;
  person_id: number;
  note: string | null;
  sent_at: Instant;
};
