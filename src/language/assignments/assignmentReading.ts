/** What one line of /giao was understood to say, every piece with its place in the text. Types only. */
import type { FoundDeadline } from '../deadlines/deadline.ts';
import type { Recurrence } from '../deadlines/recurrence.ts';
import type { UnitCandidate, UnitMention } from '../matching/unit.ts';

/** A piece of the source, `to` exclusive (UTF-16 offsets). */
export type Span = { from: number; to: number };

export type Urgency = 'normal' | 'urgent' | 'very_urgent' | 'express';

/** The document a task comes from: "CV 123/UBDT-TTTT ngày 1/4". */
export type SourceDocument = Span & {
  text: string;
  /** Number and sign as written: `123/UBDT-TTTT`. */
  number: string;
  /** Null when the words name no day, or one that does not exist. */
  date: Temporal.PlainDate | null;
};

/** Words that stand where a unit stands and name none that is known. */
export type UnknownUnit = Span & {
  text: string;
  role: 'lead' | 'coordinating' | 'follower';
  /** Units with a similar name, the nearest first; may be empty. */
  nearest: UnitCandidate[];
};

export type PartRole =
  | 'lead'
  | 'coordinating'
  | 'follower'
  /** A unit the words rule out: "không giao P. TH", "thay vì VP". */
  | 'excluded'
  | 'unknown'
  | 'deadline'
  | 'urgency'
  | 'source'
  | 'title'
  /** Words that only hold the others together: "giao", "chủ trì", "phối hợp với", commas. */
  | 'connecting';

export type AssignmentReading = Span & {
  /** The source of this one task; all spans are offsets in the text that was handed in. */
  text: string;
  leads: UnitMention[];
  coordinating: UnitMention[];
  followers: UnitMention[];
  excluded: UnitMention[];
  unknown: UnknownUnit[];
  /** The deadline that closes the task. */
  deadline: FoundDeadline | null;
  /** Every other date that was found in the text, in order of place. */
  otherDeadlines: FoundDeadline[];
  recurrence: Recurrence | null;
  urgency: Urgency;
  /** Where the urgency was said; null when nothing was said of it. */
  urgencySpan: Span | null;
  source: SourceDocument | null;
  /** What is left over, in the words of the source; empty when nothing is. */
  title: string;
  titleSpans: Span[];
  /** What each piece was taken for: in order, without overlap, only white space between them. */
  parts: (Span & { role: PartRole })[];
};
