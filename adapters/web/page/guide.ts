/** The newcomer's three steps: each button opens the right conversation and types the line, which the reader sends. */
import type { StoryButton } from '../story.ts';
import { button, drawIcon, element, iconButton } from './element.ts';
import type { Model } from './model.ts';

export type Guide = { root: HTMLElement; show(open: boolean): void };

export type GuideActs = { take(step: StoryButton): void; nextReminder(): void; hidden(): void };

export function createGuide(model: Model, acts: GuideActs): Guide | null {
  const { words, story, rehearsal } = model.state;
  if (!story) return null;
  const steps = story.steps.map(({ title, text, buttons }, index) => {
    const moves =
      rehearsal && index === story.steps.length - 1
        ? [button({ class: 'button button-step' }, acts.nextReminder, drawIcon('bell'), words.nextReminder)]
        : [];
    return element(
      'li',
      { class: 'step' },
      element('span', { class: 'step-number', 'aria-hidden': 'true' }, String(index + 1)),
      element('h3', {}, title),
      element('p', {}, text),
      element(
        'div',
        { class: 'step-buttons' },
        ...moves,
        ...buttons.map((each) => button({ class: 'button button-step' }, () => acts.take(each), each.label)),
      ),
    );
  });
  const root = element(
    'section',
    { class: 'guide', 'aria-labelledby': 'guide-title' },
    element(
      'div',
      { class: 'guide-head' },
      element('h2', { id: 'guide-title' }, words.guideTitle),
      iconButton('close', words.hideGuide, acts.hidden),
    ),
    element('ol', { class: 'steps' }, ...steps),
  );
  return {
    root,
    show: (open) => {
      root.hidden = !open;
    },
  };
}
