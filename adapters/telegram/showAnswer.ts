/** Makes an answer of the core visible where it belongs. */
import type { Card } from '../../src/chat/card.ts';
import { PlatformError } from '../../src/chat/errors.ts';
import type { MessageRef } from '../../src/chat/place.ts';
import type { Answer } from '../../src/chat/platform.ts';
import type { Reply } from '../../src/chat/reply.ts';
import type { TelegramDeps } from './deps.ts';
import type { FormFlow, FormOutcome, Turn } from './formFlow.ts';
import { limits } from './limits.ts';
import { type Outbox, patiently } from './outbox.ts';
import { renderText } from './renderCard.ts';
import { withoutTurns } from './text.ts';

/** `pressed`: the card whose button was pressed or opened the form. `byPress`: somebody waits for a word on a press. */
export type Asked = Turn & { pressed: MessageRef | null; byPress: boolean };

/** Said to the one who pressed; '' only ends the waiting. */
export type Toast = { text: string; alert: boolean };

export type ShowDeps = {
  deps: TelegramDeps;
  outbox: Outbox;
  forms: FormFlow;
  botUsername: string;
  stop: AbortSignal;
};

export async function showAnswer(show: ShowDeps, answer: Answer | null, asked: Asked): Promise<Toast> {
  if (!answer) return silent;
  const { reply, shown } = answer;
  switch (reply.kind) {
    case 'toast':
      if (!asked.byPress) await post(show, asked, reply.text);
      return { text: fitted(reply.text), alert: false };
    case 'form':
      await show.forms.begin(reply.form, asked, asked.pressed?.messageId ?? null);
      return silent;
    case 'formErrors':
      await post(show, asked, Object.values(reply.errors).join('\n'));
      return silent;
    case 'card':
      return await showCard(show, { ...reply, shown }, asked);
  }
}

/** What the core said to a filled form, in the place it was opened from. */
export async function showOutcome(
  show: ShowDeps,
  { answer, openedFrom }: FormOutcome,
  asked: Asked,
): Promise<Toast> {
  const { chatId, threadId } = asked.place;
  const pressed = openedFrom === null ? null : { chatId, threadId, messageId: openedFrom };
  return await showAnswer(show, answer, { ...asked, pressed });
}

const silent: Toast = { text: '', alert: false };

type CardReply = Extract<Reply, { kind: 'card' }> & Pick<Answer, 'shown'>;

async function showCard(show: ShowDeps, reply: CardReply, asked: Asked): Promise<Toast> {
  const { outbox, stop } = show;
  const { card, shown } = reply;
  if (reply.to === 'asker' && !asked.place.private) return await showPrivately(show, reply, asked);
  if (reply.replaces && asked.pressed) {
    const { pressed } = asked;
    try {
      await patiently(() => outbox.editCard(pressed, card), stop);
      await shown(pressed);
      return silent;
    } catch (error) {
      if (!(error instanceof PlatformError && error.failure.kind === 'gone')) throw error;
    }
  }
  await shown(await patiently(() => outbox.card(targetOf(asked), card), stop));
  return silent;
}

/** What only the asker should see goes to their private conversation; a short word on a press into a window. */
async function showPrivately(show: ShowDeps, { card, shown }: CardReply, asked: Asked): Promise<Toast> {
  const { outbox, stop, deps } = show;
  const short = asked.byPress ? inAWindow(card) : null;
  if (short) return { text: short, alert: true };
  const { userId } = asked.account;
  const words = await deps.wordsFor(userId);
  try {
    await shown(
      await patiently(() => outbox.card({ chatId: userId, threadId: '', replyTo: null }, card), stop),
    );
    return { text: asked.byPress ? words.answeredPrivately : '', alert: false };
  } catch (error) {
    if (!(error instanceof PlatformError && error.failure.kind === 'lasting')) throw error;
    // Nobody can be written to who has not pressed Start (Bot API: "can't initiate conversation").
    const link = { text: words.openPrivateButton, url: `https://t.me/${show.botUsername}` };
    await patiently(() => outbox.text(targetOf(asked), renderText(words.openPrivate), [[link]]), stop);
    return silent;
  }
}

/** Null: too long for a window, or with buttons of its own. */
function inAWindow(card: Card): string | null {
  if (card.buttons.length > 0) return null;
  const parts = card.blocks.map((block) => (block.kind === 'text' ? block.text : null));
  if (parts.includes(null)) return null;
  const text = withoutTurns([card.title, ...parts].join('\n\n'));
  return text.length <= limits.callbackAnswer ? text : null;
}

async function post({ outbox, stop }: ShowDeps, asked: Asked, text: string): Promise<void> {
  await patiently(() => outbox.text(targetOf(asked), renderText(text), []), stop);
}

function targetOf({ place, replyTo }: Asked) {
  return { chatId: place.chatId, threadId: place.threadId, replyTo: place.private ? null : replyTo };
}

function fitted(text: string): string {
  return text.length <= limits.callbackAnswer ? text : `${text.slice(0, limits.callbackAnswer - 1)}…`;
}
