/** Everybody who can be played, by agency, with the conversations of the one chosen. On a phone it opens as a sheet. */
import type { DirectoryPerson } from '../playground.ts';
import type { Seat } from '../story.ts';
import { agenciesOf, drawAvatar } from './avatar.ts';
import { button, drawIcon, element, iconButton } from './element.ts';
import type { Model } from './model.ts';

export type SidebarActs = { open(seat: Seat): void; openBeside(seat: Seat): void };
export type Sidebar = {
  root: HTMLElement;
  /** `active`: the conversation the reader is in. */
  update(active: Seat | null): void;
};

export function createSidebar(model: Model, acts: SidebarActs): Sidebar {
  const root = element('nav', { class: 'sidebar', id: 'people', popover: 'auto' });
  let active: Seat | null = null;

  function update(next: Seat | null) {
    const moved = active?.chatId !== next?.chatId || active?.userId !== next?.userId;
    active = next;
    const { words, people } = model.state;
    // What has the focus is drawn anew: remember it by its name.
    const focused = document.activeElement?.getAttribute('data-key');
    root.setAttribute('aria-label', words.people);
    const groups = Map.groupBy(people, (person) => person.agencyName);
    root.replaceChildren(
      element(
        'div',
        { class: 'sidebar-head' },
        element('h2', {}, words.people),
        iconButton('close', words.close, () => root.hidePopover()),
      ),
      ...[...groups].map(([agencyName, members]) =>
        element(
          'section',
          { class: 'agency' },
          agencyName === '' ? null : element('h3', {}, agencyName),
          element('ul', {}, ...members.map(drawPerson)),
        ),
      ),
    );
    if (moved) showActive();
    if (focused != null) root.querySelector<HTMLElement>(`[data-key="${CSS.escape(focused)}"]`)?.focus();
  }

  /** A conversation gone to from elsewhere is to be found in the list too. */
  function showActive() {
    root.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }

  function drawPerson(person: DirectoryPerson): HTMLElement {
    const { userId } = person;
    const chosen = active?.userId === userId;
    const row = button(
      { class: 'person', 'aria-expanded': chosen, 'data-key': userId },
      () => go({ userId, chatId: `private-${userId}` }),
      drawAvatar(person, agenciesOf(model.state.people)),
      element(
        'span',
        { class: 'person-names' },
        element('span', { class: 'person-name' }, person.name),
        element('span', { class: 'person-role' }, roleOf(person)),
      ),
      badge(model.unreadOf(userId)),
    );
    return element(
      'li',
      {},
      row,
      chosen ? element('ul', { class: 'talks' }, ...model.talks(userId).map(drawTalk)) : null,
    );
  }

  function drawTalk(talk: Seat & { title: string; private: boolean }): HTMLElement {
    const { userId, chatId, title } = talk;
    const here = active?.chatId === chatId;
    return element(
      'li',
      { class: 'talk' },
      button(
        { class: 'talk-open', 'aria-current': here ? 'true' : null, 'data-key': `${userId} ${chatId}` },
        () => go({ userId, chatId }),
        drawIcon(talk.private ? 'lock' : 'room'),
        element('span', {}, title),
        badge(model.unreadIn(talk)),
      ),
      iconButton('beside', `${model.state.words.openColumn}: ${title}`, () => {
        close();
        acts.openBeside({ userId, chatId });
      }),
    );
  }

  function go(seat: Seat) {
    // Opening reads what was unread, which draws this list anew.
    const wasChosen = active?.userId === seat.userId;
    acts.open(seat);
    // A person is chosen to see where they talk; only a conversation closes the sheet.
    if (seat.chatId !== `private-${seat.userId}` || wasChosen) close();
  }

  function close() {
    if (root.matches(':popover-open')) root.hidePopover();
  }

  function badge(count: number): HTMLElement | null {
    if (count === 0) return null;
    return element(
      'span',
      { class: 'badge', 'aria-label': `${model.state.words.unread}: ${count}`, role: 'img' },
      String(count),
    );
  }

  function roleOf({ roles, departments, head }: DirectoryPerson): string {
    const { words } = model.state;
    const names: Record<string, string> = {
      leader: words.leader,
      official: words.official,
      member: words.member,
      admin: words.admin,
    };
    const told = roles
      .filter((role) => role !== 'member' || departments.length === 0)
      .map((role) => names[role] ?? role);
    const units = departments.map((name) => (head ? `${name} (${words.head})` : name));
    return [...told, ...units].join(' · ') || words.notJoined;
  }

  return { root, update };
}
