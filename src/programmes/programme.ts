/** A programme of cooperation as the rest of the house sees it, and the table of its moves. Pure. */
import type { ProgrammeConsent, ProgrammeStatus } from '../database/codes.ts';
import type { ContentNode } from './tree.ts';

export type ProgrammeView = {
  id: number;
  title: string;
  fromYear: number;
  toYear: number;
  status: ProgrammeStatus;
  /** Who should sign; null: an open question. */
  signingLevel: string | null;
  signed: { number: string | null; on: Temporal.PlainDate; by: string | null } | null;
  openedBy: { id: number; name: string };
  openedAt: Temporal.Instant;
  /** The one that opened it first. */
  agencies: readonly TakingPart[];
  contents: readonly ContentNode[];
  /** Tasks of the programme that belong to no content of it. */
  general: Progress;
  total: Progress;
  documents: readonly ProgrammeDocument[];
  version: number;
};

export type TakingPart = {
  id: number;
  code: string;
  name: string;
  status: ProgrammeConsent;
  note: string | null;
  /** Its focal departments; while it is asked, those that are proposed. */
  departments: readonly { id: number; name: string; closed: boolean }[];
};

type ProgrammeDocument = {
  id: number;
  fileId: number;
  name: string;
  sizeBytes: number;
  by: string | null;
  at: Temporal.Instant;
};

/** Parts of tasks (a department's assignment each): how many there are, have been completed, are overdue. What was declined or
 *  cancelled does not count. */
export type Progress = { parts: number; completed: number; overdue: number };

export const noProgress: Progress = { parts: 0, completed: 0, overdue: 0 };

export function addProgress(one: Progress, other: Progress): Progress {
  return {
    parts: one.parts + other.parts,
    completed: one.completed + other.completed,
    overdue: one.overdue + other.overdue,
  };
}

/** Whole per cent, rounded down: 100 only when everything is done. */
export function percentOf({ parts, completed }: Progress): number {
  return parts === 0 ? 0 : Math.floor((completed * 100) / parts);
}

/** How a content stands, by the tasks under it. */
export type ContentState = 'notGiven' | 'underWay' | 'overdue' | 'done';

export function stateOf({ parts, completed, overdue }: Progress): ContentState {
  if (parts === 0) return 'notGiven';
  if (overdue > 0) return 'overdue';
  return completed === parts ? 'done' : 'underWay';
}

export const statuses: readonly ProgrammeStatus[] = [
  'proposed',
  'drafting',
  'consulting',
  'signed',
  'running',
  'concluded',
];

/** Where a status leads: one step on, or back to the one before it. */
export function nextStatuses(status: ProgrammeStatus): ProgrammeStatus[] {
  const at = statuses.indexOf(status);
  return [statuses[at + 1], statuses[at - 1]].filter((each) => each !== undefined);
}

/** From its signing on a programme has a number and a date, and its years bring their plans and reports. */
export function isSigned(status: ProgrammeStatus): boolean {
  return status === 'signed' || status === 'running' || status === 'concluded';
}

/** Statuses in which each year opens a plan and a report. */
export function isActive(status: ProgrammeStatus): boolean {
  return status === 'signed' || status === 'running';
}

/** "CT-1", "ct1", "1" → 1; null for anything else. */
export function readProgrammeCode(text: string): number | null {
  const digits = /^(?:ct[\s-]*)?(?<id>\d{1,15})$/iu.exec(text.trim())?.groups?.id;
  const id = Number(digits ?? Number.NaN);
  return Number.isSafeInteger(id) && id > 0 ? id : null;
}
