/** A message of the playground as the page and the stories see it. */
import type { Card } from '../../src/chat/card.ts';

export type MessageView = {
  id: string;
  chatId: string;
  /** Null: the bot. */
  userId: string | null;
  author: string;
  /** Seen by this user alone, although it stands in a room. */
  onlyFor: string | null;
  text: string | null;
  card: Card | null;
  replyTo: string | null;
  /** Moments of the bot's clock, ISO 8601 in UTC. */
  sentAt: string;
  editedAt: string | null;
  files: FileView[];
};

export type FileView = { id: string; name: string; mime: string; sizeBytes: number };
