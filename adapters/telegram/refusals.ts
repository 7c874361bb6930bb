/** What Telegram's refusals mean. The server names errors by English sentences only; the parts below are what its code and
 *  the server's own library send (tdlib/telegram-bot-api, Client.cpp; core.telegram.org/bots/api, "Making requests"). Pure. */
import type { Failure } from '../../src/chat/errors.ts';

type Refusal = { code: string; kind: Failure['kind'] | 'done' | 'unreadable' };

/** `done`: nothing to do. `unreadable`: the markup is at fault; the words may still be sent. */
export function refusalOf(description: string): Refusal | null {
  const said = description.toLowerCase();
  const row = table.find(([part]) => said.includes(part));
  return row ? { code: row[1], kind: row[2] } : null;
}

const table: readonly (readonly [part: string, code: string, kind: Refusal['kind']])[] = [
  ['message is not modified', 'not_modified', 'done'],
  ['bot was blocked', 'blocked', 'lasting'],
  ['user is deactivated', 'deactivated', 'lasting'],
  ['bot was kicked', 'kicked', 'lasting'],
  ['bot is not a member', 'not_a_member', 'lasting'],
  ['group chat was deleted', 'chat_deleted', 'lasting'],
  ["can't initiate conversation", 'not_started', 'lasting'],
  ['chat not found', 'chat_not_found', 'lasting'],
  ['peer_id_invalid', 'chat_not_found', 'lasting'],
  ['not enough rights', 'no_rights', 'lasting'],
  ['need administrator rights', 'no_rights', 'lasting'],
  ['have no write access', 'no_rights', 'lasting'],
  ['chat_write_forbidden', 'no_rights', 'lasting'],
  ['chat_restricted', 'no_rights', 'lasting'],
  ['topic_closed', 'topic_closed', 'lasting'],
  ['message thread not found', 'topic_not_found', 'lasting'],
  ['message to edit not found', 'message_not_found', 'gone'],
  ["message can't be edited", 'message_not_editable', 'gone'],
  ['message_id_invalid', 'message_not_found', 'gone'],
  // Says nothing about the chat: its next message may well be taken.
  ['request entity too large', 'file_too_big', 'passing'],
  ['file is too big', 'file_too_big', 'passing'],
  ['file must be non-empty', 'file_empty', 'passing'],
  ["can't parse entities", 'unreadable', 'unreadable'],
  ['message is too long', 'unreadable', 'unreadable'],
  ['reply markup is too long', 'unreadable', 'unreadable'],
  ['button_data_invalid', 'unreadable', 'unreadable'],
];
