/** The round picture of a person: the first letters of their office, in the colour of their agency. */
import type { DirectoryPerson } from '../playground.ts';
import { element } from './element.ts';

export function drawAvatar(person: DirectoryPerson | null, agencies: readonly string[]): HTMLElement {
  const hue = person ? agencies.indexOf(person.agencyCode) % 4 : -1;
  return element(
    'span',
    { class: `avatar agency-${hue < 0 ? 'none' : hue}`, 'aria-hidden': 'true' },
    initials(person?.name ?? '?'),
  );
}

/** The bot's own: its seal. */
export function drawSeal(): HTMLElement {
  return element('img', {
    class: 'avatar seal',
    src: '/playground/page/mark.svg',
    alt: '',
    width: 28,
    height: 28,
  });
}

/** In the order they first appear: an agency keeps its colour. */
export function agenciesOf(people: readonly DirectoryPerson[]): string[] {
  return [...new Set(people.map((person) => person.agencyCode))].filter((code) => code !== '');
}

/** "Trưởng phòng Tổng hợp" → "TT": the first word and the first of its last two, as offices are told apart by their end. */
function initials(name: string): string {
  const words = name.split(/[\s–-]+/).filter((word) => /^\p{L}/u.test(word));
  const [first = '?'] = words;
  const second = words.length > 2 ? words[words.length - 2] : words[1];
  return `${first.charAt(0)}${second?.charAt(0) ?? ''}`.toLocaleUpperCase('vi');
}
