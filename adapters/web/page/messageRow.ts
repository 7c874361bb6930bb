/** One message of a conversation, as one of its people sees it. */
import type { MessageView } from '../messageView.ts';
import type { Seat } from '../story.ts';
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
    { class: `message message-${side}`, 'data-message': message.id, tabindex: -1 },
    side === 'own' ? null : (author ?? drawSeal()),
    element(
      'div',
      { class: 'message-body' },
      side === 'own' ? null : element('span', { class: 'message-author' }, message.author),
      drawReplied(message, seat, model),
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

/** The beginning of the message that this one answers to; pressed, it leads there. An answer of the bot right under its
 *  question needs none; a file names its card all the same. */
function drawReplied(message: MessageView, seat: Seat, model: Model): HTMLElement | null {
  if (message.replyTo === null) return null;
  const all = model.messagesOf(seat);
  const replied = all.find((each) => each.id === message.replyTo);
  if (!replied) return null;
  const above = all[all.findIndex((each) => each.id === message.id) - 1];
  if (message.card && above === replied) return null;
  const { words } = model.state;
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

/** Of a message that is only files: their names. */
export function beginningOf({ text, card, files }: MessageView): string {
  const said = text || card?.title || files.map((file) => file.name).join(', ');
  return said.slice(0, 120);
}
