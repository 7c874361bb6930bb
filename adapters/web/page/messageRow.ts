/** One message of a conversation, as one of its people sees it. */
import type { MessageView } from '../messageView.ts';
import type { Seat } from '../story.ts';
import { agenciesOf, drawAvatar, drawSeal } from './avatar.ts';
import { drawCard, type Press } from './cardView.ts';
import { drawIcon, element, iconButton } from './element.ts';
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
  const { words, people } = model.state;
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
      ...message.files.map((file) =>
        element(
          'a',
          { class: 'file', href: `/playground/files/${file.id}`, download: file.name },
          drawIcon('file'),
          element('span', {}, file.name),
        ),
      ),
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

/** The beginning of the message that this one answers to. */
function drawReplied(message: MessageView, seat: Seat, model: Model): HTMLElement | null {
  if (message.replyTo === null || message.userId === null) return null;
  const replied = model.messagesOf(seat).find((each) => each.id === message.replyTo);
  if (!replied) return null;
  return element('span', { class: 'replied' }, beginningOf(replied));
}

export function beginningOf(message: MessageView): string {
  return (message.text ?? message.card?.title ?? '').slice(0, 120);
}
