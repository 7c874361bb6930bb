/** What a feature offers, and what main.ts mounts: commands, actions, renderers, ticks. */
import type { Kysely } from 'kysely';
import type { SubjectKind } from '../database/codes.ts';
import type { Database } from '../database/tables.ts';
import type { Locale } from '../locale/locale.ts';
import type { Card } from './card.ts';
import type { CommandLine, Context, GuestContext, Viewer } from './context.ts';
import type { FormValues } from './form.ts';
import type { FileIn, Mark, Quoted } from './incoming.ts';
import type { MessageRef } from './place.ts';
import type { Reply } from './reply.ts';

export type Feature = {
  commands: readonly (Command | GuestCommand)[];
  actions: readonly Action[];
  /** By the `kind` of the notification. */
  renderers: Readonly<Record<string, Renderer>>;
  /** By what the card shows; each kind is drawn by one feature. */
  liveCards?: Partial<Record<SubjectKind, LiveCard>>;
  /** Takes a reply under a card of the bot (a comment, a direction, a file); null when the message is not its business. The
   *  features are asked in their order until one answers. */
  onReply?: (reply: SaidUnder, context: Context) => Promise<Reply | null>;
  /** Takes files that were sent to the bot with no command and under no card. One feature has it. */
  onFiles?: (sent: { text: string; files: readonly FileIn[] }, context: Context) => Promise<Reply>;
  /** Takes a mark that somebody put on a message, or took away; null when nothing follows from it. One feature has it. */
  onReaction?: (reaction: Reaction, context: Context) => Promise<Reply | null>;
  /** Answers a mention or private message that is no command. One feature has it. */
  onSentence?: (text: string, context: Context) => Promise<Reply>;
  ticks: readonly Tick[];
};

export type Command = {
  /** The design's word, without the slash: 'giao'. */
  name: string;
  /** All words that call it, lower case, without the slash; the first of `vi` is `name`, the first of `en` the design's. */
  words: { vi: readonly string[]; en: readonly string[] };
  /** Understood and explained, but in no menu, manifest or list: what is usually done with a button. */
  unlisted?: true;
  guests: false;
  help: (t: Locale) => CommandHelp;
  /** @throws UserError */
  handle: (line: CommandLine, context: Context) => Promise<Reply>;
};

/** Also for people whom the bot does not know. */
export type GuestCommand = Omit<Command, 'guests' | 'handle'> & {
  guests: true;
  handle: (line: CommandLine, context: GuestContext) => Promise<Reply>;
};

/** `summary`: one line for the list of all commands. `usage`: how the line is built. Two examples as one would type them. */
type CommandHelp = { summary: string; usage: string; examples: readonly [string, string] };

/** What a button or a form does. `id` is what it acts on: to be checked like any other input. */
export type Action = {
  /** 'task.accept', as in `<action>:<id>`. */
  name: string;
  /** A press; without it the action only takes forms. @throws UserError */
  press?: (id: string, context: Context) => Promise<Reply>;
  /** A form sent. A `UserError` with a field becomes an error at that field. @throws UserError */
  submit?: (id: string, values: FormValues, context: Context) => Promise<Reply>;
};

/** A message said under one of the bot's; `text` is '' for files alone. */
export type SaidUnder = { to: MessageRef; text: string; files: readonly FileIn[] };

/** `read`: the marked message; null when it cannot be had. */
export type Reaction = {
  mark: Mark;
  added: boolean;
  message: MessageRef;
  read: () => Promise<Quoted | null>;
};

/** Draws a living card; null when the viewer must not see it any more. */
export type LiveCard = (id: number, viewer: Viewer) => Promise<Card | null>;

/** Draws a notification from its facts at the moment it is sent. Null: there is nothing to say any more. */
export type Renderer = (facts: object, viewer: Viewer) => Promise<Card | null>;

/** Work that the minute brings. */
export type Tick = {
  name: string;
  /** When it next has something to do; null: nothing planned. Lets the rehearsal clock jump to it. */
  nextAt: (db: Kysely<Database>) => Promise<Temporal.Instant | null>;
  /** Does what is due at `now`; its cost follows what is due, never what exists. */
  run: (db: Kysely<Database>, now: Temporal.Instant) => Promise<void>;
};
