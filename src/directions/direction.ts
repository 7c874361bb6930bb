/** A leader's direction (ý kiến chỉ đạo) on a task, as the rest of the house sees it. Types only. */
export type DirectionView = {
  id: number;
  taskId: number;
  person: { id: number; name: string };
  agency: { id: number; code: string };
  at: Temporal.Instant;
  text: string;
  /** A new deadline that its words name; the task's own moves only when somebody says so. */
  due: SaidDue | null;
  /** Departments that have to say that they have read it, in the order of their parts. */
  readers: readonly DirectionReader[];
  /** Tasks that came of it. */
  taskIds: readonly number[];
};

export type SaidDue = { dueOn: Temporal.PlainDate; time: Temporal.PlainTime | null; words: string };

export type DirectionReader = {
  department: { id: number; code: string; name: string };
  agencyId: number;
  read: { at: Temporal.Instant; by: string } | null;
  /** Asked once more, after a working day of silence. */
  askedAgain: boolean;
};
