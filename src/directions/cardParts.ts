/** What the card of a task shows of its directions, and what the reader may press. Pure. */
import type { Block, Button } from '../chat/card.ts';
import type { Locale } from '../locale/locale.ts';
import { shorten } from '../tasks/giving/shorten.ts';
import type { DirectionView } from './direction.ts';

/** So many of the latest stand on the card; /xem shows the others. */
export const directionsShown = 3;

/** So much of each stands there: its own message has it whole. */
const textShown = 500;

/** Each as a quote, and below it who has read it and what came of it. */
export function directionBlocks(directions: readonly DirectionView[], t: Locale): Block[] {
  return directions.flatMap((each): Block[] => {
    const state = stateLine(each, t);
    return [
      { kind: 'quote', text: shorten(each.text, textShown), by: byLine(each, t) },
      ...(state === '' ? [] : [{ kind: 'text' as const, text: state, style: 'small' as const }]),
    ];
  });
}

export function byLine({ person, agency, at }: DirectionView, t: Locale): string {
  return t.directions.card.by(person.name, agency.code, t.dates.shortMoment(at));
}

/** Who has read it; who has not, once the bot has asked again; which tasks came of it. '' when there is nothing to say. */
export function stateLine({ readers, taskIds }: DirectionView, t: Locale): string {
  const words = t.directions.card;
  const names = (of: typeof readers) => of.map((each) => each.department.name).join(', ');
  const read = readers.filter((each) => each.read !== null);
  const unread = readers.filter((each) => each.read === null && each.askedAgain);
  const waiting = readers.filter((each) => each.read === null && !each.askedAgain);
  return [
    read.length > 0 ? words.read(names(read)) : '',
    unread.length > 0 ? words.unread(names(unread)) : '',
    read.length + unread.length === 0 && waiting.length > 0 ? words.notYetRead : '',
    taskIds.length > 0 ? words.became(taskIds.map(t.common.taskCode).join(', ')) : '',
  ]
    .filter((each) => each !== '')
    .join(' · ');
}

/** "Đã đọc", for those whose department has not said so; named by the hour where two wait. */
export function readButtons(
  directions: readonly DirectionView[],
  departmentIds: readonly number[],
  t: Locale,
): Button[] {
  const open = directions.filter(({ readers }) =>
    readers.some((each) => each.read === null && departmentIds.includes(each.department.id)),
  );
  const words = t.directions.buttons;
  return open.map((each) => ({
    label: open.length === 1 ? words.readOnCard : words.readOf(t.dates.shortMoment(each.at)),
    action: 'direction.read',
    id: `${each.id}`,
    style: 'primary',
  }));
}
