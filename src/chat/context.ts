/** What a command or action gets beside its own input. */
import type { Kysely } from 'kysely';
import type { LanguageCode } from '../database/codes.ts';
import type { Database } from '../database/tables.ts';
import type { Trx } from '../database/transaction.ts';
import type { Locale } from '../locale/locale.ts';
import type { Actor } from '../people/actor.ts';
import type { FileIn, Quoted } from './incoming.ts';
import type { Account, MessageRef, Place } from './place.ts';

/** Of a known person; one transaction per incoming message, committed after the handler returned its reply. */
export type Context = {
  trx: Trx;
  now: Temporal.Instant;
  who: Actor;
  account: Account;
  place: Place;
  /** Sentences in the language of the asker, dates in their zone. */
  t: Locale;
  /** The message whose button was pressed or whose form was sent; with a command none. */
  message: MessageRef | null;
};

/** Of somebody the bot does not know yet (`/thamgia`, `/trogiup`). */
export type GuestContext = Omit<Context, 'who'> & { who: Actor | null };

/** What is said beside a command word. */
export type CommandLine = {
  /** The rest of the line as typed, trimmed. */
  text: string;
  /** The word that was used, as typed without the slash. */
  word: string;
  replyTo: MessageRef | null;
  quoted: Quoted | null;
  files: readonly FileIn[];
};

/** For whom a notification or living card is drawn. */
export type Viewer = {
  db: Kysely<Database>;
  now: Temporal.Instant;
  t: Locale;
  language: LanguageCode;
  timeZone: string;
  /** Exactly one is set. */
  roomId: number | null;
  personId: number | null;
  /** Set when a notification is drawn: what its own buttons act on (`reminder.snooze:<id>`). */
  notificationId?: number;
};
