/** The updates of the Bot API, as far as this adapter reads them; checked, for a webhook can be called by anybody. */
import { z } from 'zod';

const user = z.object({
  id: z.number(),
  is_bot: z.boolean(),
  first_name: z.string(),
  last_name: z.string().optional(),
});

const chat = z.object({
  id: z.number(),
  type: z.enum(['private', 'group', 'supergroup', 'channel']),
  title: z.string().optional(),
  username: z.string().optional(),
});

const origin = z.object({
  sender_user: user.optional(),
  sender_user_name: z.string().optional(),
  sender_chat: chat.optional(),
  chat: chat.optional(),
  message_id: z.number().optional(),
});

const file = z.object({ file_id: z.string(), file_unique_id: z.string(), file_size: z.number().optional() });

const named = file.extend({ file_name: z.string().optional(), mime_type: z.string().optional() });

const plain = z.object({
  message_id: z.number(),
  /** Seconds since 1970; 0 for a message that cannot be seen any more. */
  date: z.number(),
  message_thread_id: z.number().optional(),
  is_topic_message: z.boolean().optional(),
  from: user.optional(),
  sender_chat: chat.optional(),
  chat,
  text: z.string().optional(),
  caption: z.string().optional(),
  forward_origin: origin.optional(),
  document: named.optional(),
  video: named.optional(),
  audio: named.optional(),
  photo: z.array(file).optional(),
  /** The same for all messages of an album. */
  media_group_id: z.string().optional(),
  migrate_to_chat_id: z.number().optional(),
  /** On the message that opened a topic: every message in the topic names it as answered to. */
  forum_topic_created: z.unknown().optional(),
});

export const messageShape = plain.extend({
  reply_to_message: plain.optional(),
  quote: z.object({ text: z.string() }).optional(),
});

const press = z.object({
  id: z.string(),
  from: user,
  data: z.string().optional(),
  message: messageShape
    .extend({
      reply_markup: z
        .object({
          inline_keyboard: z.array(
            z.array(z.object({ text: z.string(), callback_data: z.string().optional() })),
          ),
        })
        .optional(),
    })
    .optional(),
});

export const updateShape = z.object({
  update_id: z.number(),
  message: messageShape.optional(),
  callback_query: press.optional(),
});

export type Update = z.infer<typeof updateShape>;
export type TelegramUser = z.infer<typeof user>;

export type TelegramMessage = z.infer<typeof messageShape>;
export type TelegramPress = z.infer<typeof press>;
