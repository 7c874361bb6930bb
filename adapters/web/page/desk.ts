/** The conversations side by side, and on a phone one of them with a row of tabs to switch. */
import type { Seat } from '../story.ts';
import type { Acts } from './acts.ts';
import { type Column, createColumn } from './column.ts';
import { button, element } from './element.ts';
import type { Model } from './model.ts';

export type Desk = {
  root: HTMLElement;
  /** In the column the reader is in; a conversation already shown is only gone to. */
  open(seat: Seat): Column;
  /** In the column of somebody of the same agency, so that the other agency stays in sight. */
  openAmongColleagues(seat: Seat): Column;
  openBeside(seat: Seat): Column;
  active(): Seat | null;
  seats(): Seat[];
  /** A message came, or changed. */
  update(chatId: string): void;
  /** After a gap: every conversation asks for what it missed. */
  refresh(): void;
  /** What the reader can see now is read. */
  markRead(): void;
};

export type DeskDeps = { model: Model; acts: Acts; tell(text: string): void; changed(): void };

/** Beyond this, columns are only clutter. */
const columnsMax = 6;

export function createDesk(seats: readonly Seat[], { model, acts, tell, changed }: DeskDeps): Desk {
  const tabs = element('div', { class: 'tabs' });
  const row = element('div', { class: 'columns' });
  const root = element('main', { class: 'desk', id: 'desk', tabindex: -1 }, tabs, row);
  let columns: Column[] = [];
  let active: Column | null = null;

  const same = (one: Seat, other: Seat) => one.userId === other.userId && one.chatId === other.chatId;

  function make(seat: Seat): Column {
    const column: Column = createColumn(seat, model, {
      acts,
      tell,
      close: () => close(column),
      become: (userId) => {
        replace(column, { userId, chatId: seat.chatId }).root.querySelector('select')?.focus();
      },
    });
    column.root.addEventListener('focusin', () => activate(column));
    column.root.addEventListener('pointerdown', () => activate(column));
    return column;
  }

  function replace(former: Column, seat: Seat): Column {
    const column = make(seat);
    former.root.replaceWith(column.root);
    columns = columns.map((each) => (each === former ? column : each));
    if (active === former) active = null;
    activate(column);
    return column;
  }

  function add(seat: Seat): Column {
    const column = make(seat);
    const [oldest] = columns;
    if (columns.length >= columnsMax && oldest) remove(oldest);
    columns.push(column);
    row.append(column.root);
    return column;
  }

  function remove(column: Column) {
    columns = columns.filter((each) => each !== column);
    column.root.remove();
  }

  function close(column: Column) {
    remove(column);
    if (active === column) active = null;
    const next = columns.at(-1);
    if (next) {
      activate(next);
      next.composer.focus();
    } else settle();
  }

  function activate(column: Column) {
    if (active === column) return;
    active = column;
    for (const each of columns) each.root.classList.toggle('column-active', each === column);
    column.update();
    settle();
  }

  function goTo(column: Column): Column {
    activate(column);
    column.root.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    return column;
  }

  /** After any change of what is shown where. */
  function settle() {
    drawTabs();
    markRead();
    changed();
  }

  function drawTabs() {
    const { words } = model.state;
    tabs.setAttribute('role', 'group');
    tabs.setAttribute('aria-label', words.conversations);
    tabs.replaceChildren(
      ...columns.map((column) => {
        const { userId, chatId } = column.seat;
        const isRoom = !chatId.startsWith('private-');
        const unread = model.unreadIn(column.seat);
        return button(
          { class: 'tab', 'aria-pressed': column === active },
          () => goTo(column),
          isRoom ? model.titleOf(chatId) : (model.person(userId)?.name ?? ''),
          unread > 0 && column !== active
            ? element(
                'span',
                { class: 'badge', role: 'img', 'aria-label': `${words.unread}: ${unread}` },
                String(unread),
              )
            : null,
        );
      }),
    );
  }

  function markRead() {
    if (document.visibilityState === 'hidden') return;
    for (const column of columns) {
      if (column.root.checkVisibility()) model.markRead(column.seat.chatId);
    }
  }

  // The page's typeface comes after the first messages, and is a little higher than the one it replaces: the end stays in view.
  document.fonts.addEventListener('loadingdone', () => {
    for (const column of columns) column.update();
  });
  for (const seat of seats) add(seat);
  if (columns[0]) activate(columns[0]);

  return {
    root,
    open(seat) {
      const shown = columns.find((column) => same(column.seat, seat));
      if (shown) return goTo(shown);
      return goTo(active ? replace(active, seat) : add(seat));
    },
    openAmongColleagues(seat) {
      const agency = model.person(seat.userId)?.agencyCode;
      const shown = columns.find((column) => same(column.seat, seat));
      const colleague = columns.findLast(
        (column) => model.person(column.seat.userId)?.agencyCode === agency && column !== columns[0],
      );
      if (shown || !colleague) return this.open(seat);
      return goTo(replace(colleague, seat));
    },
    openBeside: (seat) => goTo(columns.find((column) => same(column.seat, seat)) ?? add(seat)),
    active: () => active?.seat ?? null,
    seats: () => columns.map((column) => column.seat),
    update(chatId) {
      for (const column of columns) if (column.seat.chatId === chatId) column.update();
      markRead();
      drawTabs();
    },
    refresh: () => {
      for (const column of columns) column.refresh();
    },
    markRead,
  };
}
