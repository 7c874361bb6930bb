/** Cards of /trogiup: what the asker can do, and how one command is used. Pure. */
import type { Locale } from '../locale/locale.ts';
import type { Actor } from '../people/actor.ts';
import type { Block, Card } from './card.ts';
import { type AnyCommand, wordKey, wordsOf } from './commandIndex.ts';

/** All that the asker can do, a line each, under the heads of who does it. A guest sees everything that awaits them. */
export function helpCard(commands: readonly AnyCommand[], who: Actor | null, t: Locale): Card {
  const { help } = t.chat;
  const groups = groupOrder
    .filter((group) => maySee(group, who))
    .map((group) => ({
      group,
      commands: commands.filter((command) => !command.unlisted && groupOf(command, who) === group),
    }))
    .filter((each) => each.commands.length > 0);
  const first = groups.find(({ group }) => group === 'giving' || group === 'doing') ?? groups[0];
  const example = first?.commands[0];
  return {
    title: help.title,
    tone: 'neutral',
    blocks: [
      { kind: 'text', text: who ? help.intro : help.guestIntro },
      ...groups.flatMap((each): Block[] => [
        { kind: 'text', text: help.groups[each.group], style: 'strong' },
        { kind: 'text', text: each.commands.map((command) => lineOf(command, t)).join('\n') },
      ]),
      { kind: 'divider' },
      { kind: 'text', text: help.whoMay, style: 'strong' },
      { kind: 'text', text: help.rights },
      {
        kind: 'text',
        text: [...(example ? [help.more(wordIn(example, t))] : []), help.noSlash].join('\n'),
        style: 'small',
      },
    ],
    buttons: [],
  };
}

/** How one command is used. */
export function commandHelpCard(command: AnyCommand, t: Locale): Card {
  const { help } = t.chat;
  const { summary, usage, examples } = command.help(t);
  const word = wordIn(command, t);
  // Words that differ in diacritics only are one: people type them as they like.
  const others = wordsOf(command).filter(
    (each, place, all) =>
      wordKey(each) !== wordKey(word) && all.findIndex((other) => wordKey(other) === wordKey(each)) === place,
  );
  return {
    title: help.ofCommand(word),
    tone: 'neutral',
    blocks: [
      { kind: 'text', text: firstUpper(summary) },
      {
        kind: 'fields',
        fields: [
          { label: help.usageLabel, value: usage },
          ...examples.map((example) => ({ label: help.exampleLabel, value: example })),
          ...(others.length > 0
            ? [{ label: help.otherWords, value: others.map((each) => `/${each}`).join(', ') }]
            : []),
        ],
      },
    ],
    buttons: [],
  };
}

type Group = 'joining' | 'giving' | 'doing' | 'asking' | 'administering' | 'other';

const groupOrder: readonly Group[] = ['joining', 'giving', 'doing', 'asking', 'administering', 'other'];

/** By the design's names; what is not here is for everybody to ask. */
const groupByName: Readonly<Record<string, Group>> = {
  thamgia: 'joining',
  trogiup: 'joining',
  giao: 'giving',
  ketluan: 'giving',
  nhac: 'giving',
  tralai: 'giving',
  xinykien: 'giving',
  chidao: 'giving',
  nhan: 'doing',
  tiendo: 'doing',
  nop: 'doing',
  xong: 'doing',
  giahan: 'doing',
  donvi: 'administering',
  caidat: 'administering',
  lich: 'administering',
  cuochop: 'other',
  hoantac: 'other',
  vangmat: 'other',
  ngonngu: 'other',
};

/** Who has joined finds the way in among the rest. */
function groupOf({ name }: AnyCommand, who: Actor | null): Group {
  const group = groupByName[name] ?? 'asking';
  return group === 'joining' && who ? 'other' : group;
}

function maySee(group: Group, who: Actor | null): boolean {
  if (!who) return true;
  switch (group) {
    case 'giving':
      return who.officialOf.length > 0 || who.leaderOf.length > 0;
    case 'doing':
      return who.memberOf.length > 0;
    // Everybody may look at the own agency's departments; changing them is refused where it is tried.
    case 'joining':
    case 'asking':
    case 'administering':
    case 'other':
      return true;
  }
}

function lineOf(command: AnyCommand, t: Locale): string {
  return t.chat.help.line(wordIn(command, t), firstLower(command.help(t).summary));
}

function wordIn({ name, words }: AnyCommand, t: Locale): string {
  return (t.language === 'vi' ? words.vi[0] : words.en[0]) ?? name;
}

/** In the middle of a line; "NV-12" stays as it is. */
function firstLower(text: string): string {
  return /^\p{Lu}(?!\p{Lu})/u.test(text) ? text.charAt(0).toLocaleLowerCase('vi') + text.slice(1) : text;
}

function firstUpper(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
}
