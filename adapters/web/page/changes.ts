/** The stream of what happens. The browser connects again by itself and names the last event it had. */
import type { Change } from '../changeFeed.ts';

export type ChangeTakers = {
  change(change: Change): void;
  time(now: string): void;
  /** Too much was missed: everything is to be loaded anew. */
  reset(): void;
  connected(is: boolean): void;
};

type Told<Kind> = Kind & { now: string };

export function followChanges(after: string, take: ChangeTakers): void {
  const source = new EventSource(`/playground/stream?${new URLSearchParams({ after })}`);
  source.addEventListener('change', (event) => {
    const told: Told<Change> = JSON.parse(event.data);
    take.time(told.now);
    take.change(told);
  });
  source.addEventListener('ready', (event) => {
    const told: Told<object> = JSON.parse(event.data);
    take.time(told.now);
    take.connected(true);
  });
  source.addEventListener('reset', () => {
    take.connected(true);
    take.reset();
  });
  source.addEventListener('error', () => {
    take.connected(false);
    // Refused for good (the server went away and came back): begin anew.
    if (source.readyState === EventSource.CLOSED) setTimeout(() => followChanges(after, take), 2000);
  });
}
