/** The commands that fit what is being typed, above the line: a listbox steered from the text field (ARIA, combobox). */
import type { CommandHint } from '../playground.ts';
import { element } from './element.ts';

export type Suggestions = {
  root: HTMLElement;
  /** Shows what fits; hides when nothing does or the word is whole. */
  update(text: string): void;
  /** Gives whether the key was taken. */
  key(event: KeyboardEvent): boolean;
  hide(): void;
};

export function createSuggestions(
  commands: () => readonly CommandHint[],
  label: string,
  field: HTMLTextAreaElement,
  choose: (command: CommandHint) => void,
): Suggestions {
  const id = `suggestions-${crypto.randomUUID().slice(0, 8)}`;
  const root = element('ul', {
    class: 'suggestions',
    role: 'listbox',
    id,
    'aria-label': label,
    hidden: true,
  });
  let fitting: CommandHint[] = [];
  let chosen = 0;
  field.setAttribute('role', 'combobox');
  field.setAttribute('aria-controls', id);
  field.setAttribute('aria-autocomplete', 'list');
  field.setAttribute('aria-expanded', 'false');

  function draw() {
    root.hidden = fitting.length === 0;
    field.setAttribute('aria-expanded', String(!root.hidden));
    root.replaceChildren(
      ...fitting.map((command, index) => {
        const option = element(
          'li',
          { role: 'option', id: `${id}-${index}`, 'aria-selected': index === chosen },
          element('span', { class: 'suggestion-word' }, `/${command.word}`),
          element('span', { class: 'suggestion-summary' }, command.summary),
        );
        // Before the field loses its focus.
        option.addEventListener('pointerdown', (event) => {
          event.preventDefault();
          choose(command);
        });
        return option;
      }),
    );
    if (root.hidden) field.removeAttribute('aria-activedescendant');
    else field.setAttribute('aria-activedescendant', `${id}-${chosen}`);
    root.children[chosen]?.scrollIntoView({ block: 'nearest' });
  }

  function set(next: CommandHint[]) {
    fitting = next;
    chosen = 0;
    draw();
  }

  return {
    root,
    update(text) {
      const typed = /^\/([\p{L}\p{N}_-]*)$/u.exec(text)?.[1]?.toLowerCase();
      if (typed === undefined) return set([]);
      const found = commands().filter(({ word }) => word.startsWith(typed));
      set(found.length === 1 && found[0]?.word === typed ? [] : found);
    },
    key(event) {
      const command = fitting[chosen];
      if (!command) return false;
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        chosen = (chosen + (event.key === 'ArrowDown' ? 1 : fitting.length - 1)) % fitting.length;
        draw();
        return true;
      }
      if (event.key === 'Escape') {
        set([]);
        return true;
      }
      if (event.key !== 'Tab' && event.key !== 'Enter') return false;
      // The word is whole already: Enter sends it.
      if (event.key === 'Enter' && field.value === `/${command.word}`) return false;
      choose(command);
      return true;
    },
    hide: () => set([]),
  };
}
