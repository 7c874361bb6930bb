/** One message of a conversation, as one of its people sees it. */
import type { MessageView } from '../messageView.ts';
import type { Seat } from '../story.ts';
import type { PageWords } from '../words.ts';
import { agenciesOf, drawAvatar, drawSeal } from './avatar.ts';
import { drawCard, type Press } from './cardView.ts';
import { button, drawIcon, element, iconButton } from './element.ts';
import { drawFile } from './fileView.ts';
import type { Model } from './model.ts';
import type { Times } from './times.ts';

export type RowActs = { press(messageId: string): Press; reply(message: MessageView): void };

export function drawMessage(
  message: MessageView,
  seat: Seat,
  model: Model,
  times: Times,
  acts: RowActs,
): HTMLElement {
  const { words, people, language } = model.state;
  const messages = model.messagesOf(seat);
  const enclosed = isEnclosed(message, messages);
  const side = message.userId === null ? 'bot' : message.userId === seat.userId ? 'own' : 'other';
  const author =
    message.userId === null ? null : drawAvatar(model.person(message.userId), agenciesOf(people));
  const body = message.card
    ? drawCard(message.card, words, acts.press(message.id))
    : element(
        'p',
        { class: `bubble${message.text?.startsWith('/') ? ' bubble-command' : ''}` },
        message.text,
      );
  return element(
    'div',
    {
      class: `message message-${side}${enclosed ? ' message-enclosed' : ''}`,
      'data-message': message.id,
      tabindex: -1,
    },
    side === 'own' || enclosed ? null : (author ?? drawSeal()),
    element(
      'div',
      { class: 'message-body' },
      side === 'own' || enclosed ? null : element('span', { class: 'message-author' }, message.author),
      drawReplied(message, messages, words),
      message.text === '' && message.files.length > 0 ? null : body,
      ...message.files.map((file) => drawFile(file, words, language)),
      element(
        'span',
        { class: 'message-meta' },
        message.onlyFor === null
          ? null
          : element('span', { class: 'only-you' }, drawIcon('lock'), words.onlyYou),
        element('time', { datetime: message.sentAt }, times.clock(message.sentAt)),
        message.editedAt === null || message.editedAt === message.sentAt
          ? null
          : element('span', {}, `· ${words.edited} ${times.clock(message.editedAt)}`),
      ),
    ),
    iconButton('reply', words.reply, () => acts.reply(message), { class: 'icon-button message-reply' }),
  );
}

/** The beginning of the message that this one answers to; pressed, it leads there. Right under it nothing needs to be said. */
function drawReplied(
  message: MessageView,
  messages: readonly MessageView[],
  words: PageWords,
): HTMLElement | null {
  const replied = messages.find((each) => each.id === message.replyTo);
  if (!replied || (message.userId === null && standsUnder(message, replied, messages))) return null;
  return button(
    { class: 'replied', 'aria-label': `${words.replyTo}: ${beginningOf(replied)}` },
    (pressed) => {
      const row = pressed.closest('.log')?.querySelector<HTMLElement>(`[data-message="${replied.id}"]`);
      row?.scrollIntoView({ block: 'start' });
      row?.focus({ preventScroll: true });
    },
    beginningOf(replied),
  );
}

/** A file of the bot that came with the card above it: shown as part of it. */
function isEnclosed(message: MessageView, messages: readonly MessageView[]): boolean {
  const card = messages.find((each) => each.id === message.replyTo);
  return isBotsFile(message) && card?.userId === null && standsUnder(message, card, messages);
}

/** Nothing is between them but other files of the same. */
function standsUnder(message: MessageView, other: MessageView, messages: readonly MessageView[]): boolean {
  const before = messages.slice(0, messages.indexOf(message));
  const above = before.findLast((each) => !(isBotsFile(each) && each.replyTo === other.id));
  return above === other;
}

const isBotsFile = ({ userId, card, files }: MessageView) =>
  userId === null && card === null && files.length > 0;

/** Of a message that is only files: their names. */
export function beginningOf({ text, card, files }: MessageView): string {
  const said = text || card?.title || files.map((file) => file.name).join(', ');
  return said.slice(0, 120);
}
