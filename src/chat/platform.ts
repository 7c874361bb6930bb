/** What a platform adapter offers the core, and what the core offers it. */
import type { Hono } from 'hono';
import type { Card } from './card.ts';
import type { Incoming } from './incoming.ts';
import type { Address, MessageRef, PlatformName } from './place.ts';
import type { Reply } from './reply.ts';

export interface Platform {
  readonly name: PlatformName;
  readonly pacing: Pacing;
  /** Posts a card once; rejects with `PlatformError`. `key` names the notification, for platforms that can tell a repeat. */
  send(to: Address, card: Card, key: string): Promise<MessageRef>;
  /** Posts a file once, rejecting like `send`: under a message of the same conversation when one is given (in its thread, as
   *  a reply to it). The reference may be made up where the platform gives none; it is unique all the same. */
  sendFile(to: Address, file: FileOut, under: MessageRef | null, key: string): Promise<MessageRef>;
  /** Changes a card already sent; "not modified" is success. */
  edit(message: MessageRef, card: Card): Promise<void>;
  /** Mounts its own paths on the bot's one HTTP server, before that begins to listen. */
  routes?(app: Hono): void;
  /** Begins to receive; resolves when ready. */
  start(receive: Receive): Promise<void>;
  stop(): Promise<void>;
}

export type FileOut = { name: string; mime: string; content: Uint8Array };

/** Sends and edits in one conversation, and over all of a platform, no closer than this. A function where groups may be
 *  written to less often than people. */
export type Pacing = {
  perChatMs: number | ((chatId: string) => number);
  overallPerSecond: number;
  /** Which part of the platform counts for itself, when not all of it is one: a name that no conversation has. */
  overallOf?: (chatId: string) => string;
};

/** Hands one event to the core. Null: nothing to say (a repeat, or a message not meant for the bot).
 *  Never rejects: a bug becomes a short apology with a reference. */
export type Receive = (incoming: Incoming) => Promise<Answer | null>;

export type Answer = {
  reply: Reply;
  /** To be called with the message that shows the reply, so that it can become a living card. */
  shown: (message: MessageRef) => Promise<void>;
};
