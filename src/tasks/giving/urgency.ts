/** How urgent a task is, as a choice in forms. Pure. */
import type { Urgency } from '../../database/codes.ts';

export const urgencies: readonly Urgency[] = ['normal', 'urgent', 'very_urgent', 'express'];

/** Anything that is no urgency counts as the usual one. */
export function urgencyOf(value: string): Urgency {
  return urgencies.find((urgency) => urgency === value) ?? 'normal';
}
