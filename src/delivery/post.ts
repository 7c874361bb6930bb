/** Hands one card to a platform: in its turn, and not waiting for an answer for ever. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Card } from '../chat/card.ts';
import { PlatformError } from '../chat/errors.ts';
import type { Address, MessageRef } from '../chat/place.ts';
import type { FileOut, Platform } from '../chat/platform.ts';
import type { SendingDeps } from './deps.ts';
import { pause, takeSlot } from './pacing.ts';

/** @throws PlatformError, whatever the adapter does; an AbortError when the bot stops before it was handed over */
export async function post(
  deps: SendingDeps,
  platform: Platform,
  address: Address,
  card: Card,
  key: string,
): Promise<MessageRef> {
  return await inTurn(deps, platform, chatOf(address), () => platform.send(address, card, key));
}

function chatOf(address: Address): string {
  return address.kind === 'room' ? address.chatId : address.userId;
}

/** Likewise for a file, under a message of the same conversation or by itself. */
export async function postFile(
  deps: SendingDeps,
  platform: Platform,
  address: Address,
  { file, under }: { file: FileOut; under: MessageRef | null },
  key: string,
): Promise<MessageRef> {
  const upload = () => platform.sendFile(address, file, under, key);
  return await inTurn(deps, platform, chatOf(address), upload, deps.answerWithinMs + fileMoreMs);
}

/** Likewise for a card already sent. */
export async function redraw(
  deps: SendingDeps,
  platform: Platform,
  message: MessageRef,
  card: Card,
): Promise<void> {
  await inTurn(deps, platform, message.chatId, () => platform.edit(message, card));
}

/** A file of twenty megabytes over a slow line takes longer than words: adapters wait up to a minute, and giving it up
 *  sooner here would send it twice. */
const fileMoreMs = 55_000;

/** The code of a message that was not tried because its turn is too far away. */
export const notItsTurn = 'not_its_turn';

/** A longer wait is not slept through with the message in hand: it goes back and comes again. */
const turnWaitMaxMs = 5_000;

async function inTurn<T>(
  deps: SendingDeps,
  platform: Platform,
  chatId: string,
  work: () => Promise<T>,
  withinMs = deps.answerWithinMs,
): Promise<T> {
  const { name, pacing } = platform;
  const waitMaxMs = turnWaitMaxMs;
  const waitMs = await takeSlot(deps.db, deps.machine, { platform: name, chatId, pacing, waitMaxMs });
  if (waitMs > turnWaitMaxMs) {
    throw new PlatformError({ platform: name, code: notItsTurn, kind: 'passing', retryAfterMs: waitMs });
  }
  if (waitMs > 0) await sleep(waitMs, undefined, { signal: deps.stopping });
  deps.stopping.throwIfAborted();
  const done = deps.metrics.sendSeconds.startTimer({ platform: name });
  try {
    return await answered(work, platform, withinMs);
  } catch (error) {
    const failure = failureOf(error, platform);
    if (failure.failure.kind === 'passing' && failure.failure.retryAfterMs) {
      await pause(deps.db, deps.machine, { platform: name, chatId, forMs: failure.failure.retryAfterMs });
    }
    throw failure;
  } finally {
    done();
  }
}

/** An adapter that throws anything else has a bug: the message is tried again like one that met a passing trouble. */
function failureOf(error: unknown, { name }: Platform): PlatformError {
  if (error instanceof PlatformError) return error;
  return new PlatformError({ platform: name, code: 'adapter_bug', kind: 'passing' }, error);
}

async function answered<T>(work: () => Promise<T>, { name }: Platform, withinMs: number): Promise<T> {
  const { promise: silence, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => reject(new PlatformError({ platform: name, code: 'no_answer', kind: 'passing' })),
    withinMs,
  );
  try {
    return await Promise.race([work(), silence]);
  } finally {
    clearTimeout(timer);
  }
}
