/** The playground's two tables, as it reads and writes them (migrations/0005_playground.ts, 0026_playground_files.ts). */
import type { ColumnType, GeneratedAlways } from 'kysely';
import type { Card } from '../../src/chat/card.ts';

export type WebTables = { web_message: WebMessageTable; web_file: WebFileTable };

type Instant = Temporal.Instant;
type Optional<T> = ColumnType<T, T | undefined, T>;

type WebMessageTable = {
  id: GeneratedAlways<number>;
  chat_id: string;
  /** Null: the bot. */
  user_id: string | null;
  author: string;
  only_for: Optional<string | null>;
  text: Optional<string | null>;
  /** `jsonb`: written as text, read as the card this adapter wrote. */
  card: ColumnType<Card | null, string | null | undefined, string | null>;
  reply_to: Optional<number | null>;
  key: Optional<string | null>;
  sent_at: Instant;
  edited_at: Optional<Instant | null>;
};

type WebFileTable = {
  id: GeneratedAlways<number>;
  /** Its name outside, a UUID. */
  handle: string;
  /** Null until the message it was chosen for is sent. */
  message_id: Optional<number | null>;
  name: string;
  mime: string;
  content: Buffer;
};
