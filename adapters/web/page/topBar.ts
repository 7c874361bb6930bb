/** The head of the page: name, clock, guide, language. */
import { api } from './api.ts';
import type { ClockBar } from './clockBar.ts';
import { button, drawIcon, element } from './element.ts';
import type { Model } from './model.ts';

export type TopBarActs = { toggleGuide(): void; refuse(error: unknown): void };

export type TopBar = {
  root: HTMLElement;
  /** What waits unread somewhere: on a phone the list of people is out of sight, in a background tab all of it. */
  update(): void;
};

export function createTopBar(model: Model, clockBar: ClockBar, acts: TopBarActs): TopBar {
  const { words, story } = model.state;
  const badge = element('span', { class: 'badge', 'aria-hidden': 'true', hidden: true });
  const people = button(
    { class: 'icon-button top-people', 'aria-label': words.people },
    () => document.getElementById('people')?.showPopover(),
    drawIcon('people'),
    badge,
  );
  function update() {
    const count = model.unreadCount();
    badge.textContent = String(count);
    badge.hidden = count === 0;
    people.setAttribute(
      'aria-label',
      count === 0 ? words.people : `${words.people}, ${words.unread}: ${count}`,
    );
    document.title = count === 0 ? words.title : `(${count}) ${words.title}`;
  }
  const root = element(
    'header',
    { class: 'top' },
    people,
    element(
      'div',
      { class: 'brand' },
      element('img', { src: '/playground/page/mark.svg', alt: '', width: 34, height: 34 }),
      element('h1', {}, words.title, element('span', { class: 'brand-sub' }, words.subtitle)),
    ),
    clockBar.root,
    element(
      'div',
      { class: 'top-end' },
      story
        ? button(
            { class: 'button button-plain top-guide', title: words.showGuide },
            acts.toggleGuide,
            drawIcon('guide'),
            element('span', {}, words.showGuide),
          )
        : null,
      drawLanguages(model, acts.refuse),
    ),
  );
  update();
  return { root, update };
}

function drawLanguages(model: Model, refuse: (error: unknown) => void): HTMLElement {
  const { words, language } = model.state;
  const names = { vi: 'Tiếng Việt', en: 'English' } as const;
  const choose = async (chosen: 'vi' | 'en') => {
    try {
      await api.chooseLanguage(chosen);
      // Every sentence changes, on the server's side too: the simplest is to begin anew.
      location.reload();
    } catch (error) {
      refuse(error);
    }
  };
  return element(
    'div',
    { class: 'languages', role: 'group', 'aria-label': words.language },
    ...(['vi', 'en'] as const).map((each) =>
      button(
        { lang: each, 'aria-label': names[each], 'aria-pressed': each === language },
        () => void choose(each),
        each.toUpperCase(),
      ),
    ),
  );
}
