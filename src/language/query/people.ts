/** People named in a question: by their whole name, or by its end after "anh", "chị", "đ/c". Pure. */
import { fold } from '../folding.ts';
import { phraseAt, phraseList } from '../matching/phraseList.ts';
import { type Word, wordsOf } from '../matching/words.ts';

type NamedPerson = { id: number; words: string[] };

export type PeopleIndex = {
  byFirstWord: ReadonlyMap<string, readonly NamedPerson[]>;
  byLastWord: ReadonlyMap<string, readonly NamedPerson[]>;
};

export function peopleIndex(people: readonly { id: number; name: string }[]): PeopleIndex {
  const named = people
    .map(({ id, name }) => ({
      id,
      words: wordsOf(name)
        .filter((word) => word.kind !== 'mark')
        .map((word) => fold(word.text)),
    }))
    .filter(({ words }) => words.length > 0);
  return {
    byFirstWord: Map.groupBy(named, ({ words }) => words[0] ?? ''),
    byLastWord: Map.groupBy(named, ({ words }) => words.at(-1) ?? ''),
  };
}

const HONORIFICS = phraseList('anh|chị|đ / c|đồng chí|ông|bà|cô|chú|bác|em|a / c|thầy|mr|ms|mrs');

/** The people that the words at `at` name, several when they share the name; null when nobody is named. */
export function personAt(
  tokens: readonly Word[],
  at: number,
  people: PeopleIndex,
): { length: number; ids: number[] } | null {
  const honorific = phraseAt(tokens, at, HONORIFICS);
  const start = at + honorific;
  const whole = (people.byFirstWord.get(tokens[start]?.folded ?? '') ?? []).filter(({ words }) =>
    words.every((word, index) => tokens[start + index]?.folded === word),
  );
  const longest = Math.max(0, ...whole.map(({ words }) => words.length));
  // A name of one word is an everyday word unless somebody is addressed.
  if (longest > 1 || (longest === 1 && honorific > 0)) {
    return { length: honorific + longest, ids: idsOf(whole.filter(({ words }) => words.length === longest)) };
  }
  const given = honorific > 0 ? (people.byLastWord.get(tokens[start]?.folded ?? '') ?? []) : [];
  return given.length > 0 ? { length: honorific + 1, ids: idsOf(given) } : null;
}

function idsOf(people: readonly NamedPerson[]): number[] {
  return people.map(({ id }) => id);
}
