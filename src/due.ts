/** When the bot next has something to do: what the rehearsal clock jumps to. */
import type { Kysely } from 'kysely';
import type { Tick } from './chat/feature.ts';
import type { Database } from './database/tables.ts';
import { nextSendAt } from './delivery/due.ts';
import type { Log } from './log.ts';

/** The earliest of all ticks and of the messages that wait for their time; null: nothing is planned. A tick that cannot say
 *  is logged and left out: its work is done whenever others stop the clock. */
export async function nextDue(
  db: Kysely<Database>,
  ticks: readonly Tick[],
  now: Temporal.Instant,
  log: Log,
): Promise<Temporal.Instant | null> {
  const moments: (Temporal.Instant | null)[] = [await nextSendAt(db, now)];
  for (const tick of ticks) {
    try {
      moments.push(await tick.nextAt(db));
    } catch (err) {
      log.error({ err, tick: tick.name }, 'A tick cannot say when it has something to do');
    }
  }
  return earliest(moments);
}

function earliest(moments: readonly (Temporal.Instant | null)[]): Temporal.Instant | null {
  const known = moments.filter((moment) => moment !== null);
  return known.reduce<Temporal.Instant | null>(
    (first, each) => (first === null || Temporal.Instant.compare(each, first) < 0 ? each : first),
    null,
  );
}
