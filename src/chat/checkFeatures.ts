/** Refuses features that contradict each other, at start rather than at the first press. Pure. */
import { wordKey, wordsOf } from './commandIndex.ts';
import type { Feature } from './feature.ts';

/** @throws Error that lists everything claimed twice, and names too long for a button */
export function checkFeatures(features: readonly Feature[]): void {
  const commands = features.flatMap((feature) => feature.commands);
  const actions = features.flatMap((feature) => feature.actions.map((action) => action.name));
  const problems = [
    ...twice(commands.map((command) => command.name)).map((name) => `command ${name} is there twice`),
    // Within one command a word may stand with and without diacritics.
    ...twice(commands.flatMap((command) => [...new Set(wordsOf(command).map(wordKey))])).map(
      (word) => `two commands are called by ${word}`,
    ),
    ...twice(actions).map((name) => `action ${name} is there twice`),
    ...actions.filter((name) => !actionName.test(name)).map((name) => `${name} is no name of an action`),
    ...twice(features.flatMap((feature) => Object.keys(feature.renderers))).map(
      (kind) => `notifications ${kind} have two renderers`,
    ),
    ...twice(features.flatMap((feature) => feature.ticks.map((tick) => tick.name))).map(
      (name) => `tick ${name} is there twice`,
    ),
    ...twice(features.flatMap((feature) => Object.keys(feature.liveCards ?? {}))).map(
      (kind) => `living cards of ${kind} are drawn by two features`,
    ),
    ...(['onFiles', 'onReaction', 'onSentence'] as const).flatMap((part) =>
      features.filter((feature) => feature[part]).length > 1 ? [`two features have ${part}`] : [],
    ),
  ];
  if (problems.length > 0) throw new Error(`The features do not fit together: ${problems.join('; ')}`);
}

/** Short enough to leave room for an id in the 64 bytes of a button. */
const actionName = /^[a-z][a-zA-Z]*\.[a-zA-Z]{1,30}$/u;

function twice(names: readonly string[]): string[] {
  return [...Map.groupBy(names, (name) => name)].flatMap(([name, all]) => (all.length > 1 ? [name] : []));
}
