/** A round of opinions as the rest of the house sees it, and its rules: what counts, what follows, who sees what. Pure. */
import type { FileRef } from '../chat/card.ts';
import type { OpinionRule } from '../database/codes.ts';
import type { RoundFacts } from '../people/permissions.ts';
import type { Due } from '../tasks/task.ts';

/** `agrees` null: an option of the question's own, neither yes nor no. */
export type OpinionOption = { key: string; label: string; agrees: boolean | null };

export type Named = { id: number; name: string };

export type RoundView = {
  id: number;
  task: { id: number; title: string; open: boolean } | null;
  programme: { id: number; title: string } | null;
  version: VersionView | null;
  purpose: 'opinion' | 'signingLevel';
  question: string;
  options: readonly OpinionOption[];
  rule: OpinionRule;
  leadAgency: { id: number; name: string } | null;
  hidden: boolean;
  /** Whose language and calendar it is kept in. */
  agencyId: number;
  openedBy: Named;
  openedAt: Temporal.Instant;
  due: Due;
  dueWords: string | null;
  status: 'open' | 'closed' | 'cancelled';
  closedAt: Temporal.Instant | null;
  /** Null: the bot, or it is open. */
  closedBy: Named | null;
  outcome: Outcome | null;
  summaryFileId: number | null;
  /** In the order in which they were asked. */
  seats: readonly SeatView[];
  facts: RoundFacts;
};

/** A draft version that leaders look at: a file, or words. */
export type VersionView = {
  id: number;
  number: number;
  file: FileRef | null;
  text: string | null;
  by: string;
  agencyCode: string;
  handedInAt: Temporal.Instant;
};

export type SeatView = {
  id: number;
  person: Named;
  agency: { id: number; code: string; name: string };
  deputy: (Named & { since: Temporal.Instant }) | null;
  /** The version to which the opinion has still to be confirmed. */
  confirmVersionId: number | null;
  /** The latest: the one that counts. */
  opinion: OpinionView | null;
};

export type OpinionView = {
  id: number;
  by: Named;
  optionKey: string;
  words: string | null;
  versionNumber: number | null;
  file: FileRef | null;
  at: Temporal.Instant;
};

/** `keys`: the options that came out on top; with the usual three, agreement with and without remarks is one. */
export type Outcome =
  | { result: 'concluded'; keys: string[] }
  | { result: 'open'; reason: 'nobody' | 'missing' | 'split' | 'agenciesDiffer' };

/** The usual options by key; their labels are drawn in the reader's language. */
export const usualOptions: readonly OpinionOption[] = [
  { key: 'agree', label: 'đồng ý', agrees: true },
  { key: 'remarks', label: 'đồng ý, có ý kiến', agrees: true },
  { key: 'disagree', label: 'không đồng ý', agrees: false },
];

/** Options of the question's own, in the order given. */
export function ownOptions(labels: readonly string[]): OpinionOption[] {
  return labels.map((label, index) => ({ key: `o${index + 1}`, label, agrees: null }));
}

/** "YK-3", "yk3", "XYK-3" → 3; null for anything else. */
export function readRoundCode(text: string): number | null {
  const digits = /^x?yk[\s-]*(?<id>\d{1,15})$/iu.exec(text.trim())?.groups?.id;
  const id = Number(digits ?? Number.NaN);
  return Number.isSafeInteger(id) && id > 0 ? id : null;
}

/** An opinion on an older version waits for a word that it still holds. */
export function hasAnswered({
  opinion,
  confirmVersionId,
}: Pick<SeatView, 'opinion' | 'confirmVersionId'>): boolean {
  return opinion !== null && confirmVersionId === null;
}

/** Who has to answer for a seat. */
export function holderOf({ person, deputy }: Pick<SeatView, 'person' | 'deputy'>): Named {
  return deputy ?? person;
}

/** Seats that this person answers for. */
export function seatsOf(round: RoundView, personId: number | null): SeatView[] {
  return round.seats.filter((seat) => holderOf(seat).id === personId);
}

/** So long the last to answer may open again a round that their answer ended. */
export const reopenMinutes = 10;

/** The opinion that was given last. */
export function lastAnswered({ seats }: Pick<RoundView, 'seats'>): OpinionView | null {
  return seats.reduce<OpinionView | null>((last, { opinion }) => {
    return opinion && (!last || opinion.id > last.id) ? opinion : last;
  }, null);
}

/** What the round comes to now. Who has not answered has said nothing: silence is never agreement. */
export function outcomeOf({
  options,
  rule,
  leadAgency,
  seats,
}: Pick<RoundView, 'options' | 'rule' | 'leadAgency'> & {
  seats: readonly Pick<SeatView, 'agency' | 'opinion' | 'confirmVersionId'>[];
}): Outcome {
  const counting = rule === 'lead' ? seats.filter((seat) => seat.agency.id === leadAgency?.id) : seats;
  if (!counting.some(hasAnswered)) return { result: 'open', reason: 'nobody' };
  if (rule === 'all') return unanimous(counting, options);
  const byAgency = [...Map.groupBy(counting, (seat) => seat.agency.id).values()];
  const majorities = byAgency.map((each) => majorityOf(each, options));
  const undecided = majorities.find((each) => each.result === 'open');
  if (undecided) return undecided;
  const sides = new Set(majorities.map((each) => (each.result === 'concluded' ? each.keys.join() : '')));
  return sides.size === 1 && majorities[0] ? majorities[0] : { result: 'open', reason: 'agenciesDiffer' };
}

type Voice = Pick<SeatView, 'opinion' | 'confirmVersionId'>;

function unanimous(seats: readonly Voice[], options: readonly OpinionOption[]): Outcome {
  const sides = new Map(seats.filter(hasAnswered).map((seat) => sideOf(seat, options)));
  if (sides.size > 1) return { result: 'open', reason: 'split' };
  if (!seats.every(hasAnswered)) return { result: 'open', reason: 'missing' };
  return { result: 'concluded', keys: [...sides.values()][0] ?? [] };
}

/** More than half of those who were asked, not only of those who answered. */
function majorityOf(seats: readonly Voice[], options: readonly OpinionOption[]): Outcome {
  const answered = seats.filter(hasAnswered);
  const sides = Map.groupBy(answered, (seat) => sideOf(seat, options)[0]);
  for (const voices of sides.values()) {
    const [first] = voices;
    if (first && voices.length * 2 > seats.length) {
      return { result: 'concluded', keys: sideOf(first, options)[1] };
    }
  }
  return { result: 'open', reason: answered.length < seats.length ? 'missing' : 'split' };
}

/** Agreement with remarks is agreement; options of the question's own stand each for itself. */
function sideOf({ opinion }: Voice, options: readonly OpinionOption[]): [string, string[]] {
  const key = opinion?.optionKey ?? '';
  const agrees = options.find((option) => option.key === key)?.agrees ?? null;
  if (agrees === null) return [key, [key]];
  return [`${agrees}`, options.filter((option) => option.agrees === agrees).map((option) => option.key)];
}

/** Whether this viewer may know what a seat has said. In a hidden round nobody sees the others' opinions before giving their own;
 *  who has none to give sees them when the round has ended. */
export function maySeeOpinion(
  round: Pick<RoundView, 'hidden' | 'status' | 'seats'>,
  seat: SeatView,
  viewer: { personId: number | null; reads: boolean },
): boolean {
  const own = (each: SeatView) =>
    viewer.personId !== null && (each.person.id === viewer.personId || each.deputy?.id === viewer.personId);
  if (own(seat)) return true;
  if (!viewer.reads) return false;
  if (!round.hidden || round.status === 'closed') return true;
  return round.seats.some((each) => own(each) && each.opinion !== null);
}
