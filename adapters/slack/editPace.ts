/** Keeps edits below what Slack allows a workspace: `chat.update` is tier 3, 50 a minute and method
 *  (docs.slack.dev/apis/web-api/rate-limits). Delivery's own pace knows no difference between sending and editing. */
import { PlatformError } from '../../src/chat/errors.ts';

/** Call before each edit. @throws PlatformError, passing, with the wait until the next one is free */
export type EditPace = () => void;

const perMinute = 40;
const minuteMs = 60_000;

export function createEditPace(machineNow: () => Temporal.Instant): EditPace {
  const taken: number[] = [];
  return () => {
    const now = machineNow().epochMilliseconds;
    while (taken[0] !== undefined && taken[0] <= now - minuteMs) taken.shift();
    const [oldest] = taken;
    if (oldest !== undefined && taken.length >= perMinute) {
      const retryAfterMs = oldest + minuteMs - now;
      throw new PlatformError({ platform: 'slack', code: 'edit_pace', kind: 'passing', retryAfterMs });
    }
    taken.push(now);
  };
}
