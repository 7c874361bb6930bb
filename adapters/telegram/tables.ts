/** The adapter's own tables, as it reads and writes them (migrations/0013_telegram.ts, 0023_telegram_albums.ts). */
import type { ColumnType, GeneratedAlways } from 'kysely';
import type { Form } from '../../src/chat/form.ts';
import type { FormState } from './formState.ts';

export type TelegramTables = {
  telegram_form: TelegramFormTable;
  telegram_poller: TelegramPollerTable;
  telegram_album: TelegramAlbumTable;
};

type TelegramFormTable = {
  id: GeneratedAlways<number>;
  chat_id: string;
  thread_id: string;
  user_id: string;
  /** `jsonb`: written as text, read as what this adapter wrote. */
  form: ColumnType<Form, string, string>;
  state: ColumnType<FormState, string, string>;
  step: ColumnType<number, number | undefined, number>;
  opened_from: string | null;
  question_id: ColumnType<string | null, string | null | undefined, string | null>;
  update_id: number;
  touched_at: Temporal.Instant;
};

type TelegramPollerTable = {
  the_one: ColumnType<boolean, boolean | undefined, boolean>;
  holder: string;
  held_until: Temporal.Instant;
};

type TelegramAlbumTable = {
  chat_id: string;
  group_id: string;
  message_id: number;
  update_id: number;
  /** `jsonb`: checked when it is read. */
  message: ColumnType<unknown, string, never>;
  came_at: Temporal.Instant;
};
