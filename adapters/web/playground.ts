/** What the playground needs from the bot it is a chat platform of: handed over by the composition root. */
import type { Kysely } from 'kysely';
import type { FileOut } from '../../src/chat/platform.ts';
import type { WebTables } from './tables.ts';
import type { PlaygroundWords } from './words.ts';

export type PageLanguage = 'vi' | 'en';

export type WebPlatformDeps = {
  db: Kysely<WebTables>;
  /** The bot's clock. */
  now(): Temporal.Instant;
  directory(): Promise<Directory>;
  /** Null: the bot follows the machine's clock, and the page shows no clock to move. */
  clock: RehearsalClock | null;
  words: Readonly<Record<PageLanguage, PlaygroundWords>>;
  /** All commands, for the suggestions while one types. */
  commands(language: PageLanguage): readonly CommandHint[];
  /** From now on the bot speaks this language to the person. */
  setLanguage?(userId: string, language: PageLanguage): Promise<void>;
  /** Host names (without port) the page may be asked by, beside the machine's own. */
  publicHosts?: readonly string[];
  /** The zone in which the page writes and reads times; 'Asia/Ho_Chi_Minh' when left out. */
  timeZone?: string;
  /** What a newcomer hands in (see story.ts); left out: the page offers none. */
  sampleDraft?(version: 1 | 2, language: PageLanguage): Promise<FileOut>;
  /** Told of a request that failed through a bug. */
  log?(error: unknown): void;
};

/** Who can be played, and where they meet. */
export type Directory = { people: DirectoryPerson[]; rooms: DirectoryRoom[] };

export type DirectoryPerson = {
  userId: string;
  name: string;
  agencyCode: string;
  agencyName: string;
  roles: string[];
  /** Names of their departments. */
  departments: string[];
  head: boolean;
};

export type DirectoryRoom = {
  chatId: string;
  title: string;
  agencyCode: string;
  departmentCode: string | null;
  memberUserIds: string[];
};

/** Moves the bot's time forward; each answers when all that fell due on the way has been handed to the platforms.
 *  May refuse with a `UserError` (a moment that has passed). */
type RehearsalClock = {
  now(): Temporal.Instant;
  /** An ISO 8601 duration: 'PT1H'. */
  moveBy(duration: string): Promise<Temporal.Instant>;
  /** An ISO 8601 moment with its offset. */
  moveTo(moment: string): Promise<Temporal.Instant>;
  /** Null: nothing is planned, and the time stays. */
  toNextReminder(): Promise<Temporal.Instant | null>;
  nextWorkingDay(): Promise<Temporal.Instant>;
};

/** `word` without the slash. */
export type CommandHint = { word: string; summary: string; usage: string };
