/** What the words of /tinhhinh, /viec or /quahan ask for. Types only. */
import type { UnitMention } from '../matching/unit.ts';

export type QueryState =
  | 'open'
  | 'overdue'
  | 'dueSoon'
  | 'notAccepted'
  | 'submitted'
  | 'blocked'
  | 'completed'
  | 'cancelled'
  | 'noDeadline';

/** The asker's part in the tasks: given to them (được giao), given by them (đã giao), watched (theo dõi). */
export type QueryRole = 'assignedToMe' | 'givenByMe' | 'following';

/** Days asked about, both included, with the words that said so. */
type QueryPeriod = { from: Temporal.PlainDate; to: Temporal.PlainDate; words: string };

export type Query = {
  /** Any of these; empty: not said. */
  states: QueryState[];
  units: UnitMention[];
  /** Ids of the people named. */
  people: number[];
  /** True: the asker's own tasks ("của tôi"); false: everybody's ("tất cả"); null: not said. */
  mine: boolean | null;
  role: QueryRole | null;
  period: QueryPeriod | null;
  /** 12 for "NV-12" or "nv12"; each once, in order of place. */
  taskCodes: number[];
  /** 1 for "CT-1": programmes of cooperation; and whether one was spoken of without a code ("chương trình phối hợp"). */
  programmeCodes: number[];
  programmeSaid: boolean;
  /** Words that were not understood, as typed, to be told to the asker. */
  left: string[];
};
