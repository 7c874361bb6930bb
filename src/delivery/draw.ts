/** Draws a notification at the moment it is sent. */
import { sql } from 'kysely';
import { z } from 'zod';
import type { Card } from '../chat/card.ts';
import type { MessageRef, PlatformName } from '../chat/place.ts';
import type { FileOut } from '../chat/platform.ts';
import { type Subject, subjectKinds } from '../chat/subject.ts';
import type { Trx } from '../database/transaction.ts';
import type { NotificationRow } from './claim.ts';
import type { SendingDeps } from './deps.ts';
import { fileKind, fileToSend } from './fileNotice.ts';
import { lastEventOf } from './liveCards.ts';
import { originalOf, passedOnCard, passedOnKind } from './passedOn.ts';
import { recipientOf } from './recipient.ts';
import { viewerOf } from './viewers.ts';

type Drawn = {
  card: Card;
  /** The message shows this from now on, and changes with it. */
  live: { subject: Subject; drawnAt: number } | null;
};

/** What a notification puts on somebody's screen. `under`: the card to which a file belongs. */
export type Content =
  | ({ kind: 'card' } & Drawn)
  | { kind: 'file'; file: FileOut; under: MessageRef & { platform: PlatformName } };

/** Null: there is nothing to say any more. @throws whatever the renderer throws */
export async function contentOf(deps: SendingDeps, trx: Trx, row: NotificationRow): Promise<Content | null> {
  if (row.kind === fileKind) {
    const found = await fileToSend(trx, row.facts);
    return found && { kind: 'file', ...found };
  }
  const drawn = await draw(deps, trx, row);
  return drawn && { kind: 'card', ...drawn };
}

/** A renderer that fails leaves the transaction usable. */
async function draw(deps: SendingDeps, trx: Trx, row: NotificationRow): Promise<Drawn | null> {
  await sql`savepoint drawing`.execute(trx);
  try {
    const drawn = await drawInside(deps, trx, row);
    await sql`release savepoint drawing`.execute(trx);
    return drawn;
  } catch (error) {
    await sql`rollback to savepoint drawing`.execute(trx);
    throw error;
  }
}

async function drawInside(deps: SendingDeps, trx: Trx, row: NotificationRow): Promise<Drawn | null> {
  const now = deps.clock.now();
  // A message that could not reach its recipient is drawn for that recipient's eyes, with a word to those who get it.
  const passedOn = row.kind === passedOnKind;
  const told = passedOn ? await originalOf(trx, row.facts) : row;
  const render = deps.renderers.get(told.kind);
  if (!render) throw new Error(`no feature draws notifications of the kind ${told.kind}`);
  const subject = shownBy(told.facts);
  const drawnAt = subject ? await lastEventOf(trx, subject) : 0;
  const viewer = await viewerOf(trx, now, recipientOf(told), deps.usual);
  const card = await render(told.facts, { ...viewer, notificationId: told.id });
  if (!card) return null;
  return {
    card: passedOn ? await passedOnCard(trx, card, told, viewer.t) : card,
    live: subject ? { subject, drawnAt } : null,
  };
}

const livingTask = z.object({ taskId: z.int(), live: z.literal(true) });
const living = z.object({
  subject: z.object({ kind: z.enum(subjectKinds), id: z.int() }),
  live: z.literal(true),
});

/** What a notification with these facts is the living card of, if it is one. */
function shownBy(facts: object): Subject | null {
  const task = livingTask.safeParse(facts).data;
  if (task) return { kind: 'task', id: task.taskId };
  return living.safeParse(facts).data?.subject ?? null;
}
