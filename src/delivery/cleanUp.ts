/** Forgets what is no longer needed: keys of incoming events (platforms repeat within hours, not weeks), old answers, old slots. */
import type { Tick } from '../chat/feature.ts';
import type { Clock } from '../clock.ts';

const eventsKeptDays = 7;
/** Who answers under an older answer of the bot's writes the task's code beside it. */
const answersKeptDays = 90;

/** `machine`: by which slots are counted. */
export function cleanUpTick(machine: Clock): Tick {
  return {
    name: 'delivery.cleanUp',
    nextAt: async (db) => {
      const row = await db
        .selectFrom('incoming_event')
        .select(({ fn }) => fn.min('received_at').as('at'))
        .executeTakeFirst();
      return row?.at?.add({ hours: eventsKeptDays * 24 }) ?? null;
    },
    run: async (db, now) => {
      await db
        .deleteFrom('incoming_event')
        .where('received_at', '<=', now.subtract({ hours: eventsKeptDays * 24 }))
        .execute();
      await db
        .deleteFrom('shown_message')
        .where('shown_at', '<=', now.subtract({ hours: answersKeptDays * 24 }))
        .execute();
      await db
        .deleteFrom('pace')
        .where('free_at', '<', machine.now().subtract({ hours: 1 }))
        .execute();
    },
  };
}
