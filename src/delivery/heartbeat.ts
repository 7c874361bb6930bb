/** Tells an outside watchman that all is well. Its silence is the alarm, so nothing here may pretend. */
import type { Log } from '../log.ts';

/** A beat that does not get through is logged and left: the next minute beats again. */
export function createHeartbeat(url: string, log: Log): () => Promise<void> {
  return async () => {
    try {
      const answer = await fetch(url, { signal: AbortSignal.timeout(withinMs), redirect: 'manual' });
      await answer.body?.cancel();
      if (answer.status >= 400) log.warn({ status: answer.status }, 'The heartbeat was not taken');
    } catch (err) {
      log.warn({ err }, 'The heartbeat did not get through');
    }
  };
}

const withinMs = 5_000;
