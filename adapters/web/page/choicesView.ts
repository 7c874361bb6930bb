/** Boxes to tick; a long list can be searched, and says how many are ticked where they cannot all be seen. */
import type { Option } from '../../../src/chat/form.ts';
import { element } from './element.ts';
import type { Control } from './fieldView.ts';

export type ChoicesWords = { searchChoices: string; chosenCount: string; noneFound: string };

/** From here on a list is longer than one can take in at a glance. */
const longFrom = 9;

export function drawChoices(
  options: readonly Option[],
  initial: readonly string[],
  fieldId: string,
  words: ChoicesWords,
): Control {
  const rows = options.map(({ value, label }, index) => {
    const id = index === 0 ? fieldId : `${fieldId}-${index}`;
    const box = element('input', { type: 'checkbox', id, value, checked: initial.includes(value) });
    const root = element('label', { class: 'choice', for: id }, box, element('span', {}, label));
    return { box, root, folded: foldLetters(label) };
  });
  const list = element('div', { class: 'choices' }, ...rows.map((each) => each.root));
  const values = () => rows.flatMap(({ box }) => (box.checked ? [box.value] : []));
  const first = rows[0]?.box ?? list;
  if (rows.length < longFrom) return { root: list, focusable: first, values };

  const search = element('input', {
    type: 'search',
    class: 'choices-search',
    placeholder: words.searchChoices,
    'aria-label': words.searchChoices,
    autocomplete: 'off',
  });
  const count = element('p', { class: 'field-hint', role: 'status' });
  const none = element('p', { class: 'field-hint', hidden: true }, words.noneFound);
  const tell = () => {
    count.textContent = `${words.chosenCount}: ${values().length}/${rows.length}`;
  };
  search.addEventListener('input', () => {
    const wanted = foldLetters(search.value).split(' ');
    for (const row of rows) row.root.hidden = !wanted.every((word) => row.folded.includes(word));
    none.hidden = rows.some((row) => !row.root.hidden);
  });
  search.addEventListener('keydown', (event) => {
    // Enter would send the form from here; it ticks the only one that is left.
    if (event.key !== 'Enter') return;
    event.preventDefault();
    const [only, ...others] = rows.filter((row) => !row.root.hidden);
    if (!only || others.length > 0) return;
    only.box.checked = !only.box.checked;
    tell();
  });
  list.addEventListener('change', tell);
  list.append(none);
  list.classList.add('choices-long');
  tell();
  return {
    root: element('div', { class: 'choices-searched' }, search, list, count),
    focusable: first,
    values,
  };
}

/** "Giám đốc" is found by "giam doc". */
function foldLetters(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/đ/gu, 'd')
    .replace(/\s+/gu, ' ')
    .trim();
}
