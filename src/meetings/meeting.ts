/** The record of a meeting as the rest of this feature sees it. Types, and what follows from them. Pure. */
import type { MeetingItemKind, MeetingStatus, PlatformCode } from '../database/codes.ts';

export type Meeting = {
  id: number;
  title: string;
  heldOn: Temporal.PlainDate;
  startTime: Temporal.PlainTime | null;
  /** '' when it was not said. */
  place: string;
  /** Whose record it is. */
  agency: Side;
  programme: { id: number; title: string } | null;
  /** The conversation it is kept in. */
  platform: PlatformCode;
  chatId: string;
  threadId: string;
  openedBy: { id: number; name: string };
  status: MeetingStatus;
  closedAt: Temporal.Instant | null;
  minutesFileId: number | null;
  /** Agencies at the table beside its own, named or because somebody of theirs took part. */
  guests: Side[];
  participants: Participant[];
  /** Whoever put something into it, dropped since or not. */
  writerIds: number[];
  /** Those not dropped, in the order in which they were recorded. */
  items: Item[];
};

export type Side = { id: number; code: string; name: string };

export type Participant = { agency: Side; personId: number | null; name: string };

export type Item = {
  id: number;
  kind: MeetingItemKind;
  text: string;
  /** '' when nobody in particular. */
  saidBy: string;
  recordedBy: { id: number; name: string };
  recordedAt: Temporal.Instant;
  messageId: string | null;
  changedAt: Temporal.Instant | null;
  /** Tasks that were given from it; those taken back or cancelled since are not among them. */
  taskIds: number[];
};

export const itemKinds: readonly MeetingItemKind[] = ['note', 'conclusion', 'task'];

/** The agencies that took part: the one whose record it is first. */
export function sidesOf({ agency, guests }: Pick<Meeting, 'agency' | 'guests'>): Side[] {
  return [agency, ...guests];
}

export function itemsOf({ items }: Pick<Meeting, 'items'>, kind: MeetingItemKind): Item[] {
  return items.filter((item) => item.kind === kind);
}

/** Tasks of the record that wait to be given. */
export function ungiven(meeting: Pick<Meeting, 'items'>): Item[] {
  return itemsOf(meeting, 'task').filter(({ taskIds }) => taskIds.length === 0);
}
