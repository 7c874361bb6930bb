/** The messages of one conversation, kept in step with the model: what has not changed is not drawn again. */
import type { MessageView } from '../messageView.ts';
import type { Seat } from '../story.ts';
import { element } from './element.ts';
import { drawMessage, type RowActs } from './messageRow.ts';
import type { Model } from './model.ts';
import type { Times } from './times.ts';

export type MessageLog = {
  root: HTMLElement;
  update(): void;
  /** All that was said before is there: from now on, what comes is new. */
  opened(): void;
};

/** How near its end a reader must be for the log to follow new messages, in pixels. */
const nearEndPx = 120;

export function createMessageLog(seat: Seat, model: Model, times: Times, acts: RowActs): MessageLog {
  const { words } = model.state;
  const root = element('div', {
    class: 'log',
    role: 'log',
    // What was said before is not read aloud: see `opened`.
    'aria-live': 'off',
    'aria-label': `${words.conversation}: ${model.titleOf(seat.chatId)}`,
    tabindex: 0,
  });
  let leftAt = 0;
  // The guide closes, a phone's keyboard opens, the column comes into sight: the end stays in view.
  new ResizeObserver(() => {
    if (isFollowed()) showEnd();
  }).observe(root);
  const drawn = new Map<string, { message: MessageView; row: HTMLElement }>();
  const empty = element(
    'p',
    { class: 'log-empty' },
    seat.chatId.startsWith('private-') ? words.emptyPrivate : words.emptyRoom,
  );

  function update() {
    const messages = model.messagesOf(seat);
    const follows = isFollowed();
    const rows: HTMLElement[] = [];
    let day = '';
    for (const message of messages) {
      const itsDay = times.day(message.sentAt);
      if (itsDay !== day) rows.push(dayLine(itsDay));
      day = itsDay;
      rows.push(rowOf(message));
    }
    place(rows.length === 0 ? [empty] : rows);
    if (follows) showEnd();
  }

  /** The last message from its beginning, when it is higher than what can be seen at once. */
  function showEnd() {
    root.scrollTop = root.scrollHeight;
    const last = root.lastElementChild;
    if (last && last.clientHeight > root.clientHeight) last.scrollIntoView({ block: 'start' });
    leftAt = root.scrollTop;
  }

  /** The reader is at the end, or where the last message put them. */
  function isFollowed(): boolean {
    const toEndPx = root.scrollHeight - root.scrollTop - root.clientHeight;
    return toEndPx < nearEndPx || Math.abs(root.scrollTop - leftAt) < 2;
  }

  function rowOf(message: MessageView): HTMLElement {
    const known = drawn.get(message.id);
    if (known && known.message === message) return known.row;
    const row = drawMessage(message, seat, model, times, acts);
    if (known) {
      const focused = known.row.contains(document.activeElement);
      known.row.replaceWith(row);
      // The pressed button is gone with its card: the keyboard goes on from the new one.
      if (focused) (row.querySelector<HTMLElement>('.card .button') ?? row).focus({ preventScroll: true });
      row.classList.add('message-changed');
    } else row.classList.add('message-new');
    drawn.set(message.id, { message, row });
    return row;
  }

  const dayLines = new Map<string, HTMLElement>();
  function dayLine(day: string): HTMLElement {
    const line = dayLines.get(day) ?? element('p', { class: 'day' }, element('span', {}, day));
    dayLines.set(day, line);
    return line;
  }

  /** Moves nothing that stands right: moving an element takes its focus, and is read aloud again. */
  function place(rows: readonly HTMLElement[]) {
    const wanted = new Set<Element>(rows);
    for (const child of [...root.children]) if (!wanted.has(child)) child.remove();
    rows.forEach((row, index) => {
      if (root.children[index] !== row) root.insertBefore(row, root.children[index] ?? null);
    });
  }

  function opened() {
    showEnd();
    root.setAttribute('aria-live', 'polite');
  }

  return { root, update, opened };
}
