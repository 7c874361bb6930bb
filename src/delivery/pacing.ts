/** Keeps to what a platform allows per conversation and over all. The slots stand in the database, by the machine's clock:
 *  two instances of the bot share them. */
import { type Kysely, sql } from 'kysely';
import type { PlatformName } from '../chat/place.ts';
import type { Pacing } from '../chat/platform.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../database/tables.ts';

/** Takes the next slot of this conversation; gives how long to wait for it, in ms. Slots are taken in one statement of its
 *  own and never given back: a send that fails has cost the platform as much as one that succeeds. */
export async function takeSlot(
  db: Kysely<Database>,
  machine: Clock,
  slot: { platform: PlatformName; chatId: string; pacing: Pacing },
): Promise<number> {
  const { platform, chatId, pacing } = slot;
  const overallMs = 1_000 / pacing.overallPerSecond;
  const { perChatMs } = pacing;
  const chatMs = typeof perChatMs === 'number' ? perChatMs : perChatMs(chatId);
  const waits = [
    chatMs > 0 ? await take(db, machine, platform, chatId, chatMs) : 0,
    overallMs > 0 ? await take(db, machine, platform, wholePlatform, overallMs) : 0,
  ];
  return Math.max(...waits);
}

/** The platform asked for a pause in this conversation. */
export async function pause(
  db: Kysely<Database>,
  machine: Clock,
  { platform, chatId, forMs }: { platform: PlatformName; chatId: string; forMs: number },
): Promise<void> {
  const until = machine.now().add({ milliseconds: Math.ceil(forMs) });
  await db
    .insertInto('pace')
    .values({ platform, chat_id: chatId, free_at: until })
    .onConflict((conflict) =>
      conflict
        .columns(['platform', 'chat_id'])
        .doUpdateSet({ free_at: sql`greatest(pace.free_at, excluded.free_at)` }),
    )
    .execute();
}

/** No conversation is called so. */
const wholePlatform = '';

async function take(
  db: Kysely<Database>,
  machine: Clock,
  platform: PlatformName,
  chatId: string,
  gapMs: number,
): Promise<number> {
  const now = machine.now();
  const gap = sql`make_interval(secs => ${gapMs / 1_000}::float8)`;
  const { free_at: freeAt } = await db
    .insertInto('pace')
    .values({ platform, chat_id: chatId, free_at: now.add({ microseconds: Math.round(gapMs * 1_000) }) })
    .onConflict((conflict) =>
      conflict
        .columns(['platform', 'chat_id'])
        .doUpdateSet({ free_at: sql`greatest(pace.free_at, ${now}::timestamptz) + ${gap}` }),
    )
    .returning('free_at')
    .executeTakeFirstOrThrow();
  return Math.max(0, now.until(freeAt).total('milliseconds') - gapMs);
}
