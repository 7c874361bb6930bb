/** What the adapter needs from the bot: handed over by the composition root. */
import type { Kysely } from 'kysely';
import type { Log } from '../../src/chat/log.ts';
import type { TelegramTables } from './tables.ts';
import type { TelegramWords } from './words.ts';

export type TelegramDeps = {
  db: Kysely<TelegramTables>;
  /** The bot's clock. */
  now(): Temporal.Instant;
  /** The machine's: by it several instances agree on who polls. */
  machineNow(): Temporal.Instant;
  botToken: string;
  apiRoot: string;
  /** Null: long polling. */
  webhook: { url: string; secret: string } | null;
  timeZone: string;
  /** The adapter's own sentences in the language of this person. */
  wordsFor(userId: string): Promise<TelegramWords>;
  /** The day that words such as "giữa tháng 4" stand for when this person writes them; null: none is found. */
  dayMeantBy(words: string, userId: string): Promise<Temporal.PlainDate | null>;
  /** The commands in each language, for the menus. */
  menus: readonly CommandMenu[];
  /** A group goes on under another id: what is bound to it must follow. */
  chatMoved(fromChatId: string, toChatId: string): Promise<void>;
  /** Whoever opens this address with the code of an invitation behind it is bound by it. */
  invitationsAt(addressBeforeCode: string): Promise<void>;
  log: Log;
};

/** `languageCode`: '' for everybody whose language has no menu of its own. */
export type CommandMenu = { languageCode: string; commands: readonly MenuCommand[] };

/** `word` without the slash. `personal`: of no use in a group. */
type MenuCommand = { word: string; summary: string; personal: boolean };
