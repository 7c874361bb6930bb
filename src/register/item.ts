/** What an agency brings to working together, and the other side's proposals about it, as the rest of the house sees them. Types,
 *  and the item's code. Pure. */
import type { RegisterKind } from '../database/codes.ts';

/** In the order of their tabs. */
export const kinds: readonly RegisterKind[] = ['project', 'programme', 'strength', 'matter'];

export type Visibility = 'own' | 'partners';

export type ItemView = {
  id: number;
  kind: RegisterKind;
  title: string;
  description: string;
  agency: { id: number; code: string; name: string };
  /** Who answers for it. */
  department: { id: number; name: string } | null;
  visibility: Visibility;
  programme: { id: number; title: string } | null;
  addedBy: string;
  changedAt: Temporal.Instant;
  closedAt: Temporal.Instant | null;
  version: number;
  /** Oldest first. */
  requests: readonly RequestView[];
  /** Agencies that work together with the item's own. */
  partners: readonly { id: number; code: string }[];
};

export type RequestView = {
  id: number;
  agency: { id: number; code: string; name: string };
  department: { id: number; name: string } | null;
  asker: { id: number; name: string };
  askedAt: Temporal.Instant;
  words: string | null;
  status: 'asked' | 'accepted' | 'refused' | 'withdrawn';
  decided: { at: Temporal.Instant; by: { id: number; name: string }; note: string | null } | null;
  /** Programmes of cooperation in which both sides take part. */
  programmes: readonly { id: number; title: string }[];
  /** What it became. */
  taskIds: readonly number[];
  content: { id: number; title: string; programmeId: number } | null;
};

/** "VD-3", "vd3" → 3; null for anything else. */
export function readItemCode(text: string): number | null {
  const digits = /^vd[\s-]*(?<id>\d{1,15})$/iu.exec(text.trim())?.groups?.id;
  const id = Number(digits ?? Number.NaN);
  return Number.isSafeInteger(id) && id > 0 ? id : null;
}
