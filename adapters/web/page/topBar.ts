/** The head of the page: name, clock, guide, language. */
import { api } from './api.ts';
import type { ClockBar } from './clockBar.ts';
import { button, drawIcon, element } from './element.ts';
import type { Model } from './model.ts';

export type TopBarActs = { toggleGuide(): void; refuse(error: unknown): void };

export function createTopBar(model: Model, clockBar: ClockBar, acts: TopBarActs): HTMLElement {
  const { words, story } = model.state;
  return element(
    'header',
    { class: 'top' },
    button(
      { class: 'icon-button top-people', 'aria-label': words.people },
      () => document.getElementById('people')?.showPopover(),
      drawIcon('people'),
    ),
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
