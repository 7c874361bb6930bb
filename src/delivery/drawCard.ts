/** Draws one living card anew: the latest state, once, however many changes there were. */
import { type Kysely, type Selectable, sql } from 'kysely';
import type { Card } from '../chat/card.ts';
import { PlatformError } from '../chat/errors.ts';
import type { Database } from '../database/tables.ts';
import type { Trx } from '../database/transaction.ts';
import type { Locale } from '../locale/locale.ts';
import type { SendingDeps } from './deps.ts';
import { notItsTurn, redraw } from './post.ts';
import { recipientOf } from './recipient.ts';
import { drawAttemptsMax, givesUp, retryDelayMs } from './retry.ts';
import { viewerOf } from './viewers.ts';

type CardRow = Selectable<Database['live_card']>;

/** False: there is nothing to draw, another worker is at it, or the bot stops. The row is not locked while it is drawn, so
 *  that nobody who changes the task has to wait for a platform; a change meanwhile leaves the card marked. */
export async function drawCard(deps: SendingDeps, cardId: number): Promise<boolean> {
  try {
    return await deps.db.transaction().execute(async (trx) => {
      if (!(await takeCard(trx, cardId))) return false;
      const row = await dirtyCard(trx, cardId, deps.machine.now());
      if (!row) return false;
      await drawAndRecord(deps, trx, row);
      return true;
    });
  } catch (error) {
    if (deps.stopping.aborted) return false;
    const row = await deps.db.selectFrom('live_card').selectAll().where('id', '=', cardId).executeTakeFirst();
    if (row) await recordFailure(deps, deps.db, row, 'not_drawn', 0, error);
    return true;
  }
}

/** A lock of the database on this card's number; negative, because the positive ones are for other things. */
async function takeCard(trx: Trx, cardId: number): Promise<boolean> {
  const query = sql<{ taken: boolean }>`select pg_try_advisory_xact_lock(${-cardId}::bigint) as taken`;
  const { rows } = await query.execute(trx);
  return rows[0]?.taken === true;
}

async function dirtyCard(
  trx: Trx,
  cardId: number,
  machineNow: Temporal.Instant,
): Promise<CardRow | undefined> {
  return await trx
    .selectFrom('live_card')
    .selectAll()
    .where('id', '=', cardId)
    .where('dirty_at', 'is not', null)
    .where('gone_at', 'is', null)
    .where((where) => where.or([where('attempts', '=', 0), where('next_try_at', '<=', machineNow)]))
    .executeTakeFirst();
}

async function drawAndRecord(deps: SendingDeps, trx: Trx, row: CardRow): Promise<void> {
  const now = deps.clock.now();
  const platform = [...deps.platforms.values()].find(({ name }) => name === row.platform);
  const drawLive = deps.liveCards.get(row.subject_kind);
  if (!platform || !drawLive) {
    await recordGone(trx, now, row);
    return;
  }
  const viewer = await viewerOf(trx, now, recipientOf(row), deps.usual);
  const card = await drawLive(row.subject_id, viewer);
  const message = { chatId: row.chat_id, threadId: row.thread_id, messageId: row.message_id };
  try {
    await redraw(deps, platform, message, card ?? closedCard(viewer.t));
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error;
    const { kind, code, retryAfterMs = 0 } = error.failure;
    if (kind === 'passing') await recordFailure(deps, trx, row, code, retryAfterMs, error);
    else await recordGone(trx, now, row);
    deps.metrics.cardsDrawn.inc({ outcome: kind === 'passing' ? 'retried' : 'gone', platform: row.platform });
    return;
  }
  if (!card) await recordGone(trx, now, row);
  else await recordDrawn(trx, row);
  deps.metrics.cardsDrawn.inc({ outcome: 'drawn', platform: row.platform });
}

/** What changed while it was drawn is drawn next. */
async function recordDrawn(trx: Trx, row: CardRow): Promise<void> {
  await trx
    .updateTable('live_card')
    .set({ dirty_at: null, next_try_at: null, attempts: 0 })
    .where('id', '=', row.id)
    .where('changes', '=', row.changes)
    .execute();
}

/** The message is no longer there, cannot be written to, or must not show the task any more. */
async function recordGone(trx: Trx, now: Temporal.Instant, row: CardRow): Promise<void> {
  await trx.updateTable('live_card').set({ gone_at: now }).where('id', '=', row.id).execute();
}

async function recordFailure(
  deps: SendingDeps,
  db: Kysely<Database>,
  row: CardRow,
  code: string,
  retryAfterMs: number,
  err: unknown,
): Promise<void> {
  const now = deps.clock.now();
  const attempts = code === notItsTurn ? Math.max(row.attempts, 1) : row.attempts + 1;
  const sinceMs = (row.dirty_at ?? now).until(now).total('milliseconds');
  const over = code === 'not_drawn' ? attempts >= drawAttemptsMax : givesUp(attempts, sinceMs, deps.patience);
  const log = code === 'not_drawn' || over ? deps.log.error : deps.log.info;
  log(
    { card: row.id, subject: `${row.subject_kind}:${row.subject_id}`, code, attempts, err },
    'A living card was not drawn',
  );
  const delayMs = retryDelayMs(attempts, { retryAfterMs });
  // Given up, it stays as it is until the task changes again.
  const next = over
    ? { dirty_at: null, next_try_at: null, attempts: 0 }
    : { attempts, next_try_at: deps.machine.now().add({ milliseconds: Math.ceil(delayMs) }) };
  await db
    .updateTable('live_card')
    .set(next)
    .where('id', '=', row.id)
    .where('changes', '=', row.changes)
    .execute();
}

function closedCard(t: Locale): Card {
  const { title, text } = t.delivery.cardClosed;
  return { title, tone: 'neutral', blocks: [{ kind: 'text', text }], buttons: [] };
}
