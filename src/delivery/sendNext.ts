/** Sends one message: claim, draw, send, record, in one transaction.
 *
 *  `sent` is written only after the platform took the message. The claim is the row's lock: a process that dies anywhere on
 *  the way leaves the row pending and free. Dying between the platform's answer and the commit repeats the message once;
 *  no platform documents a key that would prevent it (the playground's does). */
import { z } from 'zod';
import { PlatformError } from '../chat/errors.ts';
import type { Address, MessageRef, PlatformName } from '../chat/place.ts';
import type { Platform } from '../chat/platform.ts';
import type { Trx } from '../database/transaction.ts';
import { claimNext, type NotificationRow } from './claim.ts';
import type { SendingDeps } from './deps.ts';
import { type Content, contentOf } from './draw.ts';
import { fileKind, sendFilesAfter } from './fileNotice.ts';
import { recordFailed, recordRetry, recordSent } from './notificationStore.ts';
import { passedOnCode, passedOnKind } from './passedOn.ts';
import { passOn } from './passOn.ts';
import { notItsTurn, post, postFile } from './post.ts';
import { markUnreachable } from './reached.ts';
import { type Recipient, recipientOf } from './recipient.ts';
import { drawAttemptsMax, givesUp, retryDelayMs } from './retry.ts';
import { tellFailed, tellUnreachable } from './tellTrouble.ts';
import { type Way, waysTo } from './ways.ts';

/** False: nothing is due to this recipient, another worker is at it, or the bot stops. */
export async function sendNext(deps: SendingDeps, recipient: Recipient): Promise<boolean> {
  const step: Step = { row: null, taken: null };
  try {
    return await deps.db.transaction().execute(async (trx) => {
      const moment = { now: deps.clock.now(), machineNow: deps.machine.now() };
      step.row = await claimNext(trx, recipient, moment);
      if (!step.row) return false;
      await settle(deps, trx, step.row, await attempt(deps, trx, step.row, step));
      return true;
    });
  } catch (error) {
    if (deps.stopping.aborted) return false;
    if (!step.row) throw error;
    await settleAfterBug(deps, step.row, step.taken, error);
    return true;
  }
}

/** Worth nothing anywhere else: the test card of a room. */
const onlyHere = z.object({ onlyHere: z.literal(true) });

type Taken = { platform: PlatformName; message: MessageRef };
type Step = { row: NotificationRow | null; taken: Taken | null };

type Outcome =
  | { kind: 'sent'; taken: Taken; content: Content }
  | { kind: 'dropped' }
  | { kind: 'retry'; code: string; retryAfterMs: number; cause: unknown }
  /** Never to be taken there, though other messages are. */
  | { kind: 'refused'; code: string; cause: unknown }
  /** No way leads to the recipient; the last refusal, if one was tried. */
  | { kind: 'unreached'; code: string };

async function attempt(deps: SendingDeps, trx: Trx, row: NotificationRow, step: Step): Promise<Outcome> {
  const now = deps.clock.now();
  if (row.stale_after && Temporal.Instant.compare(row.stale_after, now) < 0) return { kind: 'dropped' };
  let content: Content | null;
  try {
    content = await contentOf(deps, trx, row);
  } catch (cause) {
    return { kind: 'retry', code: 'not_drawn', retryAfterMs: 0, cause };
  }
  if (!content) return { kind: 'dropped' };
  let code = 'no_way';
  for (const way of await waysFor(trx, row, content)) {
    const platform = deps.platforms.get(way.address.platform);
    if (!platform) continue;
    try {
      const message = await hand(deps, platform, way.address, content, row.key);
      step.taken = { platform: platform.name, message };
      return { kind: 'sent', taken: step.taken, content };
    } catch (error) {
      if (!(error instanceof PlatformError)) throw error;
      const { failure } = error;
      if (failure.kind === 'passing') {
        return { kind: 'retry', code: failure.code, retryAfterMs: failure.retryAfterMs ?? 0, cause: error };
      }
      if (failure.onlyThis) return { kind: 'refused', code: failure.code, cause: error };
      code = failure.code;
      deps.log.info({ notification: row.id, ...failure }, 'An address does not take messages');
      await markUnreachable(trx, now, way.mark, code);
      await tellUnreachable(trx, now, recipientOf(row), way.mark);
    }
  }
  return { kind: 'unreached', code };
}

/** A file goes where its card is to be seen, if that way is still open. */
async function waysFor(trx: Trx, row: NotificationRow, content: Content): Promise<Way[]> {
  const ways = await waysTo(trx, recipientOf(row));
  if (content.kind === 'card') return ways;
  const beside = ways.filter((way) => way.address.platform === content.under.platform);
  return beside.length > 0 ? beside : ways;
}

async function hand(
  deps: SendingDeps,
  platform: Platform,
  address: Address,
  content: Content,
  key: string,
): Promise<MessageRef> {
  if (content.kind === 'card') return post(deps, platform, address, content.card, key);
  const { platform: shownOn, ...card } = content.under;
  const under = shownOn === platform.name ? card : null;
  return postFile(deps, platform, address, { file: content.file, under }, key);
}

async function settle(deps: SendingDeps, trx: Trx, row: NotificationRow, outcome: Outcome): Promise<void> {
  const now = deps.clock.now();
  const count = (what: string, platform = '') => deps.metrics.notifications.inc({ outcome: what, platform });
  switch (outcome.kind) {
    case 'sent':
      await settleSent(trx, now, row, outcome);
      count('sent', outcome.taken.platform);
      return;
    case 'dropped':
      await drop(deps, trx, row);
      return;
    case 'retry':
      await settleRetry(deps, trx, row, outcome);
      return;
    case 'refused':
      deps.log.error(
        { notification: row.id, kind: row.kind, code: outcome.code, err: outcome.cause },
        'A message is not taken where it belongs',
      );
      await fail(deps, trx, row, outcome.code);
      return;
    case 'unreached':
      await settleUnreached(deps, trx, row, outcome.code);
  }
}

async function settleSent(
  trx: Trx,
  now: Temporal.Instant,
  row: NotificationRow,
  { taken, content }: Extract<Outcome, { kind: 'sent' }>,
): Promise<void> {
  await recordSent(trx, now, row, taken, content.kind === 'card' ? content.live : null);
  if (content.kind === 'card' && content.card.files) {
    await sendFilesAfter(trx, now, content.card.files, { to: recipientOf(row), ...taken, key: row.key });
  }
}

async function settleRetry(
  deps: SendingDeps,
  trx: Trx,
  row: NotificationRow,
  { code, retryAfterMs, cause }: Extract<Outcome, { kind: 'retry' }>,
): Promise<void> {
  const now = deps.clock.now();
  // What was not tried has not failed.
  const attempts = code === notItsTurn ? Math.max(row.attempts, 1) : row.attempts + 1;
  const waitedMs = row.send_at.until(now).total('milliseconds');
  const over =
    code === 'not_drawn' ? attempts >= drawAttemptsMax : givesUp(attempts, waitedMs, deps.patience);
  const level = code === 'not_drawn' || code === 'adapter_bug' || over ? 'error' : 'info';
  deps.log[level](
    { notification: row.id, kind: row.kind, code, attempts, err: cause },
    'A message was not delivered',
  );
  if (over) {
    await fail(deps, trx, row, code);
    return;
  }
  const delayMs = code === notItsTurn ? retryAfterMs : retryDelayMs(attempts, { retryAfterMs });
  await recordRetry(trx, row, {
    attempts,
    code,
    at: deps.machine.now().add({ milliseconds: Math.ceil(delayMs) }),
  });
  deps.metrics.notifications.inc({ outcome: 'retried', platform: '' });
}

async function settleUnreached(
  deps: SendingDeps,
  trx: Trx,
  row: NotificationRow,
  code: string,
): Promise<void> {
  const now = deps.clock.now();
  if (onlyHere.safeParse(row.facts).success) {
    // A refusal has marked the address and told the admins; for others there is nothing in it.
    deps.log.info({ notification: row.id, kind: row.kind, code }, 'A message for one place was given up');
    await drop(deps, trx, row);
    return;
  }
  const ownTrouble = row.kind.startsWith('delivery.') && row.kind !== passedOnKind;
  // A file follows a card that arrived: those who get another's card are offered the file on it.
  if (!ownTrouble && row.kind !== fileKind && (await passOn(trx, now, row))) {
    await recordFailed(trx, now, row, passedOnCode);
    deps.metrics.notifications.inc({ outcome: 'passed_on', platform: '' });
    return;
  }
  deps.log.error({ notification: row.id, kind: row.kind, code }, 'A message could be given to nobody');
  await fail(deps, trx, row, code);
}

async function drop(deps: SendingDeps, trx: Trx, row: NotificationRow): Promise<void> {
  await trx.updateTable('notification').set({ status: 'dropped' }).where('id', '=', row.id).execute();
  deps.metrics.notifications.inc({ outcome: 'dropped', platform: '' });
}

async function fail(deps: SendingDeps, trx: Trx, row: NotificationRow, code: string): Promise<void> {
  const now = deps.clock.now();
  await recordFailed(trx, now, row, code);
  if (!row.kind.startsWith('delivery.')) await tellFailed(trx, now, row);
  deps.metrics.notifications.inc({ outcome: 'failed', platform: '' });
}

/** Recording itself failed. A message that was taken must not be sent again and again: it is recorded once more, alone. */
async function settleAfterBug(
  deps: SendingDeps,
  row: NotificationRow,
  taken: Taken | null,
  err: unknown,
): Promise<void> {
  deps.log.error({ notification: row.id, kind: row.kind, taken, err }, 'A message could not be recorded');
  const now = deps.clock.now();
  await deps.db.transaction().execute(async (trx) => {
    if (taken) {
      await recordFailed(trx, now, row, 'taken_not_recorded');
      return;
    }
    await settleRetry(deps, trx, row, { kind: 'retry', code: 'not_recorded', retryAfterMs: 0, cause: err });
  });
}
