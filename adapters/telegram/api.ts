/** The Bot API as this adapter calls it: through telegraf's client, each call bounded in time, each refusal a `PlatformError`.
 *  Nothing is repeated here: delivery alone decides what is sent again. */
import { Telegram, TelegramError } from 'telegraf';
import { PlatformError } from '../../src/chat/errors.ts';
import type { Keyboard } from './keyboard.ts';
import { refusalOf } from './refusals.ts';
import { type Document, uploadDocument } from './upload.ts';

export type ApiOptions = { botToken: string; apiRoot: string };

/** The chat was made a supergroup and goes on under another id (Bot API, ResponseParameters). */
export class ChatMoved extends Error {
  readonly to: string;

  constructor(to: string) {
    super(`the chat goes on as ${to}`);
    this.name = 'ChatMoved';
    this.to = to;
  }
}

/** Telegram read the request and cannot take its markup: a bug of the renderer; the plain words can still be sent. */
export class Unreadable extends Error {}

/** The token is not one of a bot. */
export class TokenRefused extends Error {}

export type Text = {
  chatId: string;
  threadId: string;
  html: string;
  keyboard: Keyboard;
  replyTo: string | null;
};

export type BotApi = ReturnType<typeof createApi>;

export function createApi({ botToken, apiRoot }: ApiOptions) {
  const telegram = new Telegram(botToken, { apiRoot, webhookReply: false });

  type Call = typeof telegram.callApi;
  type TelegrafSignal = NonNullable<NonNullable<Parameters<Call>[2]>['signal']>;
  const call = async <M extends Parameters<Call>[0]>(
    method: M,
    payload: Parameters<typeof telegram.callApi<M>>[1],
    { withinMs = answerWithinMs, stop }: { withinMs?: number; stop?: AbortSignal } = {},
  ) => {
    const patience = AbortSignal.timeout(withinMs);
    const signal = stop ? AbortSignal.any([stop, patience]) : patience;
    try {
      // telegraf's types name the signal of an old package; the client takes the platform's own.
      return await telegram.callApi(method, payload, { signal: signal as unknown as TelegrafSignal });
    } catch (error) {
      throw understood(error, botToken);
    }
  };

  return {
    /** @throws TokenRefused */
    me: () => call('getMe', {}),

    /** Gives the message's id. @throws ChatMoved, Unreadable, PlatformError */
    sendText: async ({ chatId, threadId, html, keyboard, replyTo }: Text): Promise<string> => {
      const { message_id: id } = await call('sendMessage', {
        chat_id: chatId,
        ...(threadId === '' ? {} : { message_thread_id: Number(threadId) }),
        text: html,
        parse_mode: 'HTML',
        link_preview_options: { is_disabled: true },
        ...(keyboard.length > 0 ? { reply_markup: { inline_keyboard: keyboard } } : {}),
        ...(replyTo === null
          ? {}
          : { reply_parameters: { message_id: Number(replyTo), allow_sending_without_reply: true } }),
      });
      return String(id);
    },

    /** Gives the message's id. @throws ChatMoved, PlatformError */
    sendDocument: async (document: Document): Promise<string> => {
      try {
        return await uploadDocument({ botToken, apiRoot }, document, AbortSignal.timeout(fileWithinMs));
      } catch (error) {
        throw understood(error, botToken);
      }
    },

    /** "Not modified" is success. @throws Unreadable, PlatformError of kind `gone` */
    editText: async (at: { chatId: string; messageId: string; html: string; keyboard: Keyboard }) => {
      try {
        await call('editMessageText', {
          chat_id: at.chatId,
          message_id: Number(at.messageId),
          text: at.html,
          parse_mode: 'HTML',
          link_preview_options: { is_disabled: true },
          reply_markup: { inline_keyboard: at.keyboard },
        });
      } catch (error) {
        if (!(error instanceof PlatformError && error.failure.code === 'not_modified')) throw error;
      }
    },

    /** Ends the waiting of a press. `text`: a toast, or with `alert` a window. A press too old to be answered is no error. */
    answerPress: async (id: string, text = '', alert = false): Promise<void> => {
      await call('answerCallbackQuery', {
        callback_query_id: id,
        ...(text === '' ? {} : { text, show_alert: alert }),
      });
    },

    updates: (offset: number, timeoutSeconds: number, stop: AbortSignal): Promise<unknown[]> =>
      call(
        'getUpdates',
        { offset, timeout: timeoutSeconds, limit: 100, allowed_updates: allowedUpdates },
        { withinMs: timeoutSeconds * 1_000 + answerWithinMs, stop },
      ),

    setWebhook: (url: string, secret: string) =>
      call('setWebhook', { url, secret_token: secret, allowed_updates: allowedUpdates }),

    /** What waits for the bot is kept. */
    deleteWebhook: () => call('deleteWebhook', {}),

    setCommands: (
      commands: readonly { command: string; description: string }[],
      where: { scope: 'all_private_chats' | 'all_group_chats'; languageCode: string },
    ) =>
      call('setMyCommands', {
        commands,
        scope: { type: where.scope },
        ...(where.languageCode === '' ? {} : { language_code: where.languageCode }),
      }),

    /** At most 20 MB; past telegraf, which has no download of its own. */
    readFile: async (fileId: string): Promise<Uint8Array> => {
      const { file_path: path } = await call('getFile', { file_id: fileId });
      if (!path) throw new PlatformError({ platform: 'telegram', code: 'file_not_there', kind: 'passing' });
      const address = new URL(`./file/bot${botToken}/${path}`, apiRoot);
      const answer = await fetch(address, { signal: AbortSignal.timeout(fileWithinMs) }).catch((error) => {
        throw understood(error, botToken);
      });
      if (!answer.ok) {
        throw new PlatformError({ platform: 'telegram', code: `file_${answer.status}`, kind: 'passing' });
      }
      return new Uint8Array(await answer.arrayBuffer());
    },
  };
}

/** Nothing else is listened to; Telegram keeps the rest to itself. */
const allowedUpdates = ['message', 'callback_query'] as const;

/** Shorter than delivery waits for a platform. */
const answerWithinMs = 15_000;
/** Twenty megabytes over a slow line. */
const fileWithinMs = 60_000;

function understood(error: unknown, token: string): Error {
  const failure = (code: string, retryAfterMs?: number) =>
    new PlatformError(
      { platform: 'telegram', code, kind: 'passing', ...(retryAfterMs ? { retryAfterMs } : {}) },
      withoutToken(error, token),
    );
  if (!(error instanceof TelegramError)) return failure('network');
  const { code, description, parameters } = error;
  if (code === 401 || code === 404)
    return new TokenRefused('Telegram does not know this bot token', { cause: error });
  if (parameters?.migrate_to_chat_id) return new ChatMoved(String(parameters.migrate_to_chat_id));
  if (code === 429) return failure('too_many', (parameters?.retry_after ?? 1) * 1_000);
  if (code === 409) return failure('conflict');
  if (code >= 500) return failure(`server_${code}`);
  const refusal = refusalOf(description);
  if (!refusal) return failure('unknown');
  if (refusal.kind === 'unreadable') return new Unreadable(description, { cause: error });
  const kind = refusal.kind === 'done' ? 'gone' : refusal.kind;
  return new PlatformError({ platform: 'telegram', code: refusal.code, kind }, error);
}

/** telegraf writes the address, and with it the token, into the error of an answer that is no JSON. */
function withoutToken(error: unknown, token: string): Error {
  const message = error instanceof Error ? error.message : String(error);
  return new Error(message.replaceAll(token, '<token>'));
}
