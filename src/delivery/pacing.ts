/** Keeps to what a platform allows per conversation and over all. The slots stand in the database, by the machine's clock:
 *  two instances of the bot share them. */
import { type Kysely, sql } from 'kysely';
import type { PlatformName } from '../chat/place.ts';
import type { Pacing } from '../chat/platform.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../database/tables.ts';

/** Takes the next slot of this conversation; gives how long to wait for it, in ms. A slot farther away than `waitMaxMs` is
 *  not taken: whoever comes back instead of waiting would push the others away each time, and none would ever be sent.
 *  Slots are taken in one statement of its own and never given back: a send that fails has cost the platform as much as one
 *  that succeeds. */
export async function takeSlot(
  db: Kysely<Database>,
  machine: Clock,
  slot: { platform: PlatformName; chatId: string; pacing: Pacing; waitMaxMs: number },
): Promise<number> {
  const { platform, chatId, pacing, waitMaxMs } = slot;
  const overallMs = 1_000 / pacing.overallPerSecond;
  const { perChatMs } = pacing;
  const chatMs = typeof perChatMs === 'number' ? perChatMs : perChatMs(chatId);
  const take = async (of: string, gapMs: number) =>
    gapMs > 0 ? await takeIfNear(db, machine, { platform, chatId: of, gapMs, waitMaxMs }) : 0;
  const waitMs = await take(chatId, chatMs);
  return waitMs > waitMaxMs
    ? waitMs
    : Math.max(waitMs, await take(pacing.overallOf?.(chatId) ?? wholePlatform, overallMs));
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

async function takeIfNear(
  db: Kysely<Database>,
  machine: Clock,
  slot: { platform: PlatformName; chatId: string; gapMs: number; waitMaxMs: number },
): Promise<number> {
  const { platform, chatId, gapMs, waitMaxMs } = slot;
  const now = machine.now();
  const nearest = now.add({ milliseconds: Math.floor(waitMaxMs) });
  const gap = sql`make_interval(secs => ${gapMs / 1_000}::float8)`;
  const taken = await db
    .insertInto('pace')
    .values({ platform, chat_id: chatId, free_at: now.add({ microseconds: Math.round(gapMs * 1_000) }) })
    .onConflict((conflict) =>
      conflict
        .columns(['platform', 'chat_id'])
        .doUpdateSet({ free_at: sql`greatest(pace.free_at, ${now}::timestamptz) + ${gap}` })
        .where('pace.free_at', '<=', nearest),
    )
    .returning('free_at')
    .executeTakeFirst();
  if (taken) return Math.max(0, now.until(taken.free_at).total('milliseconds') - gapMs);
  const { free_at: freeAt } = await db
    .selectFrom('pace')
    .select('free_at')
    .where('platform', '=', platform)
    .where('chat_id', '=', chatId)
    .executeTakeFirstOrThrow();
  return now.until(freeAt).total('milliseconds');
}
