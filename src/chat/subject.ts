/** What a living card shows: a message that changes with its subject, on every platform. */
import type { SubjectKind } from '../database/codes.ts';

export const subjectKinds = [
  'task',
  'round',
  'programme',
  'meeting',
  'matter',
] as const satisfies SubjectKind[];

export type Subject = { kind: SubjectKind; id: number };
