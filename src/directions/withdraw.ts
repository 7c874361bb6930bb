/** Takes a direction back: it stands on no card any more, and nobody is asked to read it. The task's row is locked by whoever
 *  calls. */
import type { Trx } from '../database/transaction.ts';
import { markWithdrawn } from './directionsStore.ts';
import { loadDirections } from './loadDirections.ts';

export function withdrawDirection(trx: Trx, now: Temporal.Instant, directionId: number): Promise<void> {
  return markWithdrawn(trx, directionId, now);
}

/** Whether somebody has acted on it: then it stays. */
export async function tasksCameOf(trx: Trx, directionId: number): Promise<boolean> {
  const direction = (await loadDirections(trx, [directionId])).get(directionId);
  return direction !== undefined && direction.taskIds.length > 0;
}
