/** Finds what is due: whose messages, which living cards, and when something comes again. */
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { PlatformName } from '../chat/place.ts';
import type { Database } from '../database/tables.ts';
import type { Moment } from './claim.ts';
import { type Recipient, recipientOf } from './recipient.ts';
import { orderedAttempts } from './retry.ts';

/** One thing for a worker to do, on the lane of the platform it will most likely go to. */
export type DueWork = { lane: PlatformName; work: Work };
export type Work = { recipient: Recipient } | { cardId: number };

/** Each recipient once, whatever waits for them. Index: notification_due_idx. */
export async function dueRecipients(db: Kysely<Database>, moment: Moment, limit: number): Promise<DueWork[]> {
  const rows = await db
    .selectFrom('notification as n')
    .leftJoin('room as r', 'r.id', 'n.room_id')
    .select(['n.room_id', 'n.person_id', laneOf().as('lane')])
    .distinct()
    .where(duePending('n', moment))
    .limit(limit)
    .execute();
  return rows.map((row) => ({ lane: row.lane, work: { recipient: recipientOf(row) } }));
}

/** Index: live_card_dirty_idx. */
export async function dueCards(db: Kysely<Database>, moment: Moment, limit: number): Promise<DueWork[]> {
  const rows = await db
    .selectFrom('live_card')
    .select(['id', 'platform'])
    .where(dueDirty(moment))
    .orderBy('next_try_at')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ lane: platformNamed(row.platform), work: { cardId: row.id } }));
}

/** How many messages and cards there are whose time has come, and when by the machine's clock the next of them can be
 *  tried; those that can be tried at once count with `machineNow`. */
export async function outstanding(
  db: Kysely<Database>,
  { now, machineNow }: Moment,
): Promise<{ count: number; nextAt: Temporal.Instant | null }> {
  const moment = { now, machineNow };
  const retryAt = sql<Temporal.Instant>`case when attempts = 0 then ${machineNow}::timestamptz else next_try_at end`;
  const sendAt = sql<Temporal.Instant>`greatest(${retryAt}, (select max(next_try_at) from ${earlierInTrouble('n', moment)}))`;
  const row = await db
    .selectFrom(
      db
        .selectFrom('notification as n')
        .select(sendAt.as('at'))
        .where('status', '=', 'pending')
        .where('send_at', '<=', now)
        .unionAll(
          db
            .selectFrom('live_card')
            .select(retryAt.as('at'))
            .where('dirty_at', 'is not', null)
            .where('gone_at', 'is', null),
        )
        .as('waiting'),
    )
    .select(({ fn }) => [fn.countAll<number>().as('count'), fn.min('at').as('nextAt')])
    .executeTakeFirstOrThrow();
  return { count: row.count, nextAt: row.nextAt };
}

/** When the earliest message falls due that is not due yet, by the bot's clock. */
export async function nextSendAt(
  db: Kysely<Database>,
  now: Temporal.Instant,
): Promise<Temporal.Instant | null> {
  const row = await db
    .selectFrom('notification')
    .select(({ fn }) => fn.min('send_at').as('at'))
    .where('status', '=', 'pending')
    .where('send_at', '>', now)
    .executeTakeFirst();
  return row?.at ?? null;
}

/** A message is due by the bot's clock; one that failed is tried again by the machine's, which goes on while that stands. */
function duePending(table: string, moment: Moment): RawBuilder<boolean> {
  const n = sql.ref(table);
  return sql<boolean>`${n}.status = 'pending' and ${n}.send_at <= ${moment.now}::timestamptz
    and (${n}.attempts = 0 or ${n}.next_try_at <= ${moment.machineNow}::timestamptz)
    and not exists (select from ${earlierInTrouble(table, moment)})`;
}

/** Messages that this one has to wait for (see claim.ts): earlier ones to the same recipient, whose next attempt is to come. */
function earlierInTrouble(table: string, { machineNow }: Moment): RawBuilder<unknown> {
  const n = sql.ref(table);
  return sql`notification as earlier where earlier.status = 'pending'
    and (earlier.room_id = ${n}.room_id or earlier.person_id = ${n}.person_id)
    and earlier.attempts between 1 and ${sql.lit(orderedAttempts - 1)} and ${n}.attempts < ${sql.lit(orderedAttempts)}
    and earlier.next_try_at > ${machineNow}::timestamptz
    and (earlier.send_at, earlier.id) < (${n}.send_at, ${n}.id)`;
}

function dueDirty({ machineNow }: Moment): RawBuilder<boolean> {
  return sql<boolean>`dirty_at is not null and gone_at is null
    and (attempts = 0 or next_try_at <= ${machineNow}::timestamptz)`;
}

/** A room's platform; of a person the first account that can be written to. Who cannot be reached at all goes with 'web'. */
function laneOf(): RawBuilder<PlatformName> {
  return sql<PlatformName>`coalesce(r.platform, (
    select c.platform from account as c join active_platform as a on a.platform = c.platform
    where c.person_id = n.person_id and c.unreachable_at is null order by c.id limit 1), 'web')`;
}

function platformNamed(name: string): PlatformName {
  return name === 'slack' || name === 'telegram' ? name : 'web';
}
