/** Somebody with Telegram in their hands, in the loopback server: in private with the bot, or in a group. */
import { randomUUID } from 'node:crypto';
import { createMemory, type Screen, type StoryFile } from '../screen.ts';
import type { Chat, Loopback, Shown as Message } from './loopback.ts';
import { plainOf } from './markup.ts';
import { hand } from './people.ts';

export function createTelegramScreen(
  telegram: Loopback,
  who: { id: number; name: string; group?: Chat },
): Screen {
  const chat = who.group ?? { id: who.id, type: 'private' as const };
  const person = hand(telegram, { id: who.id, first_name: who.name }, chat);
  const memory = createMemory();

  const shown = () =>
    new Map(
      telegram.messages
        .filter((each) => each.chatId === chat.id)
        .map((each): [string, string[]] => [`${each.messageId}`, linesOf(each)]),
    );

  const attached = (file: StoryFile | undefined, text: string) => {
    if (!file) return {};
    const id = randomUUID();
    telegram.files.set(id, file.content);
    const size = file.content.byteLength;
    return {
      text: undefined,
      caption: text,
      document: {
        file_id: id,
        file_unique_id: id,
        file_name: file.name,
        mime_type: file.mime,
        file_size: size,
      },
    };
  };

  return {
    name: who.name,
    where: 'Telegram',
    says: async (text, file) => {
      await person.says(text, { ...commandOf(text, file), ...attached(file, text) });
    },
    presses: (label, under) => person.presses(label, under),
    repliesTo: async (words, text, file) => {
      await person.repliesTo(words, text, attached(file, text));
    },
    fills: async () => {
      throw new Error('a form in Telegram is a conversation: say and press instead');
    },
    sees: async (words) => {
      await telegram.until(
        () =>
          memory.fresh(shown()).some(({ lines }) => lines.join('\n').includes(words)) ? true : undefined,
        `“${words}” in ${chat.id}`,
      );
    },
    look: async () => {
      const now = shown();
      const fresh = memory.fresh(now);
      memory.keep(now);
      return fresh;
    },
  };
}

/** Telegram marks a command at the beginning of a text or caption. */
function commandOf(text: string, file: StoryFile | undefined): object {
  const [word = ''] = /^\/\S+/u.exec(text) ?? [];
  if (word === '') return {};
  const entities = [{ type: 'bot_command', offset: 0, length: word.length }];
  return file ? { caption_entities: entities } : { entities };
}

function linesOf({ html, keys, document }: Message): string[] {
  if (document) return [`📎 ${document.name}`];
  const buttons = keys.map(({ text }) => `[${text}]`).join(' ');
  return [...(plainOf(html) ?? html).split('\n'), buttons].filter((line) => line.trim() !== '');
}
