/** The newcomer's steps, in two parts: each button opens the right conversation and types the line, which the reader sends. */
import type { StoryButton, StoryPart } from '../story.ts';
import { button, drawIcon, element, iconButton } from './element.ts';
import type { Model } from './model.ts';

export type Guide = { root: HTMLElement; show(open: boolean): void };

export type GuideActs = { take(step: StoryButton): void; nextReminder(): void; hidden(): void };

export function createGuide(model: Model, acts: GuideActs): Guide | null {
  const { words, story, rehearsal } = model.state;
  if (!story) return null;
  const steps = element('ol');
  const tabs = story.parts.map((part) => button({ class: 'guide-part' }, () => turnTo(part), part.title));

  function turnTo(part: StoryPart) {
    tabs.forEach((tab, index) => {
      tab.setAttribute('aria-pressed', String(story?.parts[index] === part));
    });
    steps.className = `steps steps-${(story?.parts.indexOf(part) ?? 0) + 1}`;
    steps.replaceChildren(...part.steps.map(drawStep));
    steps.scrollLeft = 0;
  }

  function drawStep({ title, text, buttons, clock }: StoryPart['steps'][number], index: number): HTMLElement {
    const moves =
      rehearsal && clock
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
  }

  const root = element(
    'section',
    { class: 'guide', 'aria-labelledby': 'guide-title' },
    element(
      'div',
      { class: 'guide-head' },
      element('h2', { id: 'guide-title' }, words.guideTitle),
      element('div', { class: 'guide-parts', role: 'group', 'aria-label': words.chapters }, ...tabs),
      iconButton('close', words.hideGuide, acts.hidden),
    ),
    steps,
  );
  const [first] = story.parts;
  if (first) turnTo(first);
  return {
    root,
    show: (open) => {
      root.hidden = !open;
    },
  };
}
