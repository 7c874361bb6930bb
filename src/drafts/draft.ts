/** A version of the draft of a task, and the rules of who is content with it. Pure. */
import type { FileRef } from '../chat/card.ts';
import type { AssignmentPart, AssignmentStatus } from '../database/codes.ts';
import type { DraftChanges } from './changes.ts';

type Named = { id: number; code: string; name: string };

export type DraftVersion = {
  id: number;
  taskId: number;
  /** 1, 2, 3 … within the task; what was taken back keeps its number. */
  number: number;
  /** Exactly one of `file` and `text` is set. */
  file: FileRef | null;
  text: string | null;
  /** Of the file's bytes, or of the words in UTF-8; hexadecimal. */
  sha256: string;
  sizeBytes: number;
  note: string | null;
  by: { id: number; name: string };
  /** For which department; null: for the giving side. */
  department: Named | null;
  agency: Named;
  handedInAt: Temporal.Instant;
  withdrawnAt: Temporal.Instant | null;
  /** Since the version before; null for the first. */
  changes: DraftChanges | null;
  /** In the order in which they were given. */
  agreements: readonly DraftAgreement[];
};

export type DraftAgreement = { department: Named; agency: Named; by: string; at: Temporal.Instant };

/** A department's part in the task, as the rules need it. */
export type DraftPart = { departmentId: number; part: AssignmentPart; status: AssignmentStatus };

/** Has a part in the work, at it or done with it. */
export function worksOn({ status }: Pick<DraftPart, 'status'>): boolean {
  return status !== 'proposed' && status !== 'declined' && status !== 'cancelled';
}

/** Departments that may still say that they are content: at work on it, other than the one that wrote it. */
export function yetToAgree(parts: readonly DraftPart[], version: DraftVersion): DraftPart[] {
  return parts.filter((part) => worksOn(part) && !isContent(part.departmentId, version));
}

/** All departments in the lead stand behind it: they wrote it or are content with it. */
export function allLeadsAgree(parts: readonly DraftPart[], version: DraftVersion): boolean {
  const leads = parts.filter((part) => part.part === 'lead' && worksOn(part));
  return leads.length > 0 && leads.every((lead) => isContent(lead.departmentId, version));
}

function isContent(departmentId: number, { department, agreements }: DraftVersion): boolean {
  return department?.id === departmentId || agreements.some((each) => each.department.id === departmentId);
}
