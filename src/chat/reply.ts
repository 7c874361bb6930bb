/** The answer to one incoming message or press: the return value of a command or action. */
import type { Card } from './card.ts';
import type { Form } from './form.ts';
import type { Subject } from './subject.ts';

export type Reply =
  | {
      kind: 'card';
      card: Card;
      /** `asker`: only the one who asked sees it (ephemeral in Slack, private answer elsewhere). */
      to: 'place' | 'asker';
      /** Put in the place of the card whose button was pressed. */
      replaces: boolean;
      /** When set, the message shown becomes a living card of this in this place. */
      live?: Subject;
      /** What it speaks of without showing it: a reply under the message shown is meant for this. */
      about?: Subject;
    }
  | { kind: 'form'; form: Form }
  /** The values of a submitted form were refused: the form stays open with these errors by field name; under '' what
   *  concerns the whole form. Nothing typed is lost. */
  | { kind: 'formErrors'; errors: Record<string, string> }
  /** A passing word on a press (a toast); the cards change by themselves. */
  | { kind: 'toast'; text: string };

type CardReply = Extract<Reply, { kind: 'card' }>;

/** A card for everybody in the place it was asked in. */
export function showCard(card: Card): CardReply {
  return { kind: 'card', card, to: 'place', replaces: false };
}

/** A card that only the asker sees. */
export function tellAsker(card: Card): CardReply {
  return { kind: 'card', card, to: 'asker', replaces: false };
}

/** A card in the place of the one whose button was pressed. */
export function replaceCard(card: Card): Reply {
  return { kind: 'card', card, to: 'place', replaces: true };
}
