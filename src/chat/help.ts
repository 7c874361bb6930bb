/** Cards of /trogiup: what the asker can do, and how one command is used. Pure. */
import type { Locale } from '../locale/locale.ts';
import type { Actor } from '../people/actor.ts';
import type { Block, Card } from './card.ts';
import { type AnyCommand, wordsOf } from './commandIndex.ts';

/** All that the asker can do, a line each, under the heads of who does it. A guest sees everything that awaits them. */
export function helpCard(commands: readonly AnyCommand[], who: Actor | null, t: Locale): Card {
  const { help } = t.chat;
  const groups = groupOrder
    .filter((group) => maySee(group, who))
    .map((group) => ({ group, commands: commands.filter((command) => groupOf(command) === group) }))
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
  const others = [...new Set(wordsOf(command))].filter((each) => each !== word);
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

type Group = 'joining' | 'asking' | 'giving' | 'doing' | 'administering' | 'settings';

const groupOrder: readonly Group[] = ['joining', 'giving', 'doing', 'asking', 'administering', 'settings'];

/** By the design's names; what is not here is for everybody to ask. */
const groupByName: Readonly<Record<string, Group>> = {
  thamgia: 'joining',
  trogiup: 'joining',
  giao: 'giving',
  ketluan: 'giving',
  nhac: 'giving',
  tralai: 'giving',
  xinykien: 'giving',
  nhan: 'doing',
  tiendo: 'doing',
  nop: 'doing',
  xong: 'doing',
  giahan: 'doing',
  donvi: 'administering',
  caidat: 'settings',
  vangmat: 'settings',
  ngonngu: 'settings',
};

function groupOf(command: AnyCommand): Group {
  return groupByName[command.name] ?? 'asking';
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
    case 'settings':
      return true;
  }
}

function lineOf(command: AnyCommand, t: Locale): string {
  return t.chat.help.line(wordIn(command, t), command.help(t).summary);
}

function wordIn({ name, words }: AnyCommand, t: Locale): string {
  return (t.language === 'vi' ? words.vi[0] : words.en[0]) ?? name;
}

function firstUpper(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
}
