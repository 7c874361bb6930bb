/** Every rule's examples through all rules: exactly one reading; every silent sentence: none. */
import { describe, expect, test } from 'vitest';
import { allRules } from '../../../src/language/deadlines/allRules.ts';
import type { FoundDeadline } from '../../../src/language/deadlines/deadline.ts';
import { findDeadlines } from '../../../src/language/deadlines/findDeadlines.ts';
import { writeRecurrence } from '../../../src/language/deadlines/recurrence.ts';
import { contextAt } from './reading.ts';

describe('each rule reads its examples', () => {
  const examples = allRules.flatMap((rule) => rule.examples.map((example) => ({ rule, example })));
  test.each(examples)(
    '$rule.name: $example.0',
    ({ rule, example: [sentence, writtenOn, words, deadline] }) => {
      const found = findDeadlines(sentence, contextAt(writtenOn));
      expect(found.map(({ text, closes }) => ({ text, closes }))).toEqual([{ text: words, closes: true }]);
      const [only] = found;
      expect(only && written(only)).toBe(deadline);
      expect(only?.rule.split(' + ')).toContain(rule.name);
    },
  );
});

describe('sentences that hold no deadline', () => {
  test.each(allRules.flatMap((rule) => rule.silent))('%s', (sentence) => {
    const found = findDeadlines(sentence, contextAt('2026-03-11'));
    expect(found.filter((each) => each.closes).map((each) => `${each.text} (${each.rule})`)).toEqual([]);
  });
});

test('names of rules are their own', () => {
  const names = allRules.map((rule) => rule.name);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

test('every rule has an example or a sentence in which it keeps others silent', () => {
  const bare = allRules.filter((rule) => rule.examples.length + rule.silent.length === 0);
  expect(bare.map((rule) => rule.name)).toEqual([]);
});

function written({ dueOn, time, recurrence }: FoundDeadline): string | null {
  if (!dueOn) return null;
  const day = time ? `${dueOn.toString()}T${time.toString({ smallestUnit: 'minute' })}` : dueOn.toString();
  return recurrence ? `${writeRecurrence(recurrence)} ${day}` : day;
}
