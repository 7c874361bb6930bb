/** Cards for what did not work. Pure. */
import type { Card } from './card.ts';
import type { Place } from './place.ts';
import type { Reply } from './reply.ts';

/** What is the matter, and how to mend it. */
export function errorCard(what: string, mend: string): Card {
  return { title: what, tone: 'warning', blocks: [{ kind: 'text', text: mend }], buttons: [] };
}

/** Nobody else in a room need see what one person got wrong. */
export function replyPrivately(card: Card, place: Place): Reply {
  return { kind: 'card', card, to: place.private ? 'place' : 'asker', replaces: false };
}
