/** Finds the command that a text begins with. Pure. */
import { fold } from '../language/folding.ts';
import type { Command, Feature, GuestCommand } from './feature.ts';

export type AnyCommand = Command | GuestCommand;

/** `word` as typed without the slash, `rest` what follows it, trimmed. */
type FoundCommand = { command: AnyCommand; word: string; rest: string };

export type CommandIndex = {
  /** In any of its words, with or without slash, diacritics, hyphen and the bot's name before it; "tình hình" is /tinhhinh. */
  find: (text: string) => FoundCommand | null;
  commands: readonly AnyCommand[];
};

export function indexCommands(features: readonly Pick<Feature, 'commands'>[]): CommandIndex {
  const commands = features.flatMap((feature) => feature.commands);
  const byKey = new Map(
    commands.flatMap((command) => wordsOf(command).map((word) => [wordKey(word), command] as const)),
  );
  const find = (text: string): FoundCommand | null => {
    for (const { word, rest } of beginnings(text)) {
      const command = byKey.get(wordKey(word));
      if (command) return { command, word: word.replace(/^\//u, ''), rest };
    }
    return null;
  };
  return { commands, find: (text) => find(text) ?? find(withoutBotName(text)) };
}

/** All words of a command, the design's Vietnamese one first. */
export function wordsOf({ words }: AnyCommand): string[] {
  return [...words.vi, ...words.en];
}

/** What two words that call the same command have in common. */
export function wordKey(word: string): string {
  return fold(word)
    .replace(/^[/@]/u, '')
    .replace(/[?!.,:;…]+$/u, '')
    .replace(/[\s_-]+/gu, '');
}

/** The text without "Đầu Mối" or "/daumoi" in front; the same text when that is not there. */
export function withoutBotName(text: string): string {
  const name = beginnings(text).find(({ word }) => wordKey(word) === 'daumoi');
  return name ? name.rest : text;
}

/** The text parted after its third, second and first word: the longest name of a command wins. */
function beginnings(text: string): { word: string; rest: string }[] {
  const ends = [...text.slice(0, beginningMax).matchAll(/\S+/gu)].map(
    ({ index, 0: word }) => index + word.length,
  );
  return ends
    .slice(0, 3)
    .reverse()
    .map((end) => ({ word: text.slice(0, end).trim(), rest: text.slice(end).trim() }));
}

/** No name of a command reaches further, in characters. */
const beginningMax = 80;
