/** What people do, as adapters hand it to the router. */
import type { FormValues } from './form.ts';
import type { Account, MessageRef, Place } from './place.ts';

export type Incoming = {
  /** The platform's own name for this event, the same when it is delivered again: handled once. */
  eventId: string;
  sender: Account;
  place: Place;
  what: What;
};

export type What =
  /** A slash command: `word` without the slash, `line` the rest as typed. */
  | {
      kind: 'command';
      word: string;
      line: string;
      replyTo: MessageRef | null;
      quoted: Quoted | null;
      files: FileIn[];
    }
  /** A message. `addressed`: a private conversation, a mention, or a reply to the bot. */
  | {
      kind: 'message';
      text: string;
      addressed: boolean;
      replyTo: MessageRef | null;
      message: MessageRef;
      files: FileIn[];
    }
  | { kind: 'press'; action: string; id: string; message: MessageRef | null }
  | { kind: 'submit'; action: string; id: string; values: FormValues; message: MessageRef | null }
  /** A message of somebody was marked with an emoji, or the mark taken away. `read`: the message, when it is wanted; null when
   *  it cannot be had, or is the bot's own. */
  | {
      kind: 'reaction';
      mark: Mark;
      added: boolean;
      message: MessageRef;
      read: () => Promise<Quoted | null>;
    };

/** What a mark is for: the adapter knows by which emoji of its platform it is made. */
export type Mark = 'note' | 'conclusion' | 'task';

/** The message a command answers to ("reply with /giao"), with its words and where it stands. `userId`: of the account
 *  that wrote it, and `files` sent with it, where the platform tells. */
export type Quoted = { text: string; by: string; link: string | null; userId?: string; files?: FileIn[] };

/** A file somebody sent; the adapter fetches it when asked. `sizeBytes`: as announced, 0 when nothing was said of it. */
export type FileIn = { name: string; mime: string; sizeBytes: number; read: () => Promise<Uint8Array> };
