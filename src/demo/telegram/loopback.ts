/** A Bot API of its own on the loopback interface: people write and press, the bot answers through the real SDK. It is as
 *  strict as the documented limits, and does the mischief it is asked for. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import { markupProblem } from './markup.ts';

export const botToken = '4242:loopback-token';
const botUser = { id: 4242, is_bot: true, first_name: 'Đầu Mối', username: 'DauMoiBot' };

export type Person = { id: number; first_name: string };
export type Chat = { id: number; type: 'private' | 'group' | 'supergroup'; title?: string };
export type Key = { text: string; callback_data?: string; url?: string };
export type Shown = {
  chatId: number;
  messageId: number;
  threadId: number | null;
  html: string;
  keys: Key[];
  replyTo: number | null;
  edited: number;
  document?: { name: string; mime: string; content: Uint8Array };
};
type Call = { method: string; payload: Record<string, unknown> };

/** Answers the next call of the method instead of the server; `after`: the call is carried out, the answer lost. */
type Mischief = { method: string; chatId?: number; answer: Refusal | 'cut' | 'cutAfter' };
type Refusal = { error_code: number; description: string; parameters?: object };

export type Loopback = Awaited<ReturnType<typeof startLoopback>>;

export async function startLoopback() {
  const updates: { update_id: number }[] = [];
  const given: { update_id: number }[] = [];
  const messages: Shown[] = [];
  const calls: Call[] = [];
  const mischief: Mischief[] = [];
  const files = new Map<string, Uint8Array>();
  const waiting = new Set<{ answer: (body: object) => void }>();
  const followers = new Set<() => void>();
  let nextUpdate = 1;
  let nextMessage = 1;
  let webhook: { url: string; secret: string } | null = null;

  const changed = () => {
    for (const each of followers) each();
  };

  const shownIn = (chatId: number, messageId: number) =>
    messages.find((each) => each.chatId === chatId && each.messageId === messageId);

  function carryOut(method: string, payload: Payload): object {
    switch (method) {
      case 'getMe':
        return botUser;
      case 'deleteWebhook':
        webhook = null;
        return done;
      case 'setWebhook':
        webhook = { url: payload.url ?? '', secret: payload.secret_token ?? '' };
        return done;
      case 'sendMessage': {
        const problem = markupProblem(payload.text ?? '', keysOf(payload));
        if (problem) throw refused(problem);
        const shown: Shown = {
          chatId: Number(payload.chat_id),
          messageId: nextMessage++,
          threadId: payload.message_thread_id ?? null,
          html: payload.text ?? '',
          keys: keysOf(payload),
          replyTo: payload.reply_parameters?.message_id ?? null,
          edited: 0,
        };
        messages.push(shown);
        return { message_id: shown.messageId, date: 1, chat: { id: shown.chatId, type: 'private' } };
      }
      case 'sendDocument': {
        const { document } = payload;
        if (!document) throw refused('there is no document in the request');
        if (document.content.length === 0) throw refused('file must be non-empty');
        const answered = payload.reply_parameters;
        const there = answered && shownIn(Number(payload.chat_id), answered.message_id) !== undefined;
        if (answered && !there && !answered.allow_sending_without_reply) {
          throw refused('message to be replied not found');
        }
        const shown: Shown = {
          chatId: Number(payload.chat_id),
          messageId: nextMessage++,
          threadId: payload.message_thread_id ?? null,
          html: '',
          keys: [],
          replyTo: there ? (answered?.message_id ?? null) : null,
          edited: 0,
          document,
        };
        messages.push(shown);
        return { message_id: shown.messageId, date: 1, chat: { id: shown.chatId, type: 'private' } };
      }
      case 'editMessageText': {
        const shown = shownIn(Number(payload.chat_id), payload.message_id ?? 0);
        if (!shown) throw refused('message to edit not found');
        const problem = markupProblem(payload.text ?? '', keysOf(payload));
        if (problem) throw refused(problem);
        const same =
          shown.html === payload.text && JSON.stringify(shown.keys) === JSON.stringify(keysOf(payload));
        if (same) throw refused('message is not modified: specified new message content is the same');
        Object.assign(shown, { html: payload.text, keys: keysOf(payload), edited: shown.edited + 1 });
        return done;
      }
      case 'getFile':
        return { file_id: payload.file_id, file_unique_id: 'u', file_path: `documents/${payload.file_id}` };
      default:
        return done;
    }
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, bot = '', method = '', name = ''] = (request.url ?? '').split('/');
    if (bot === 'file')
      return sendFile(response, files.get(name === '' ? '' : ((request.url ?? '').split('/').at(-1) ?? '')));
    if (bot !== `bot${botToken}`)
      return reply(response, { ok: false, error_code: 401, description: 'Unauthorized' });
    const payload = payloadShape.parse(await sentIn(request));
    calls.push({ method, payload });
    const at = mischief.findIndex(
      (each) =>
        each.method === method && (each.chatId === undefined || each.chatId === Number(payload.chat_id)),
    );
    const [bad] = at === -1 ? [] : mischief.splice(at, 1);
    if (bad && bad.answer === 'cut') return void response.destroy();
    if (bad && typeof bad.answer === 'object') {
      reply(response, { ok: false, ...bad.answer });
      return changed();
    }
    if (method === 'getUpdates') return giveUpdates(payload, response);
    try {
      const result = carryOut(method, payload);
      if (bad) response.destroy();
      else reply(response, { ok: true, result: result === done ? true : result });
    } catch (error) {
      if (!(error instanceof RefusedCall)) throw error;
      reply(response, { ok: false, error_code: 400, description: `Bad Request: ${error.message}` });
    }
    changed();
  }

  /** Holds the request until there is something, as the Bot API does; a second one ends the first with 409. */
  function giveUpdates({ offset = 0, timeout = 0 }: Payload, response: ServerResponse): void {
    for (const other of waiting) {
      other.answer({
        ok: false,
        error_code: 409,
        description: 'Conflict: terminated by other getUpdates request',
      });
    }
    while ((updates[0]?.update_id ?? offset) < offset) updates.shift();
    const timer = setTimeout(() => held.answer({ ok: true, result: [] }), timeout * 1_000);
    const held = {
      answer: (body: object) => {
        clearTimeout(timer);
        waiting.delete(held);
        reply(response, body);
      },
    };
    response.on('close', () => {
      clearTimeout(timer);
      waiting.delete(held);
    });
    waiting.add(held);
    if (updates.length > 0) held.answer({ ok: true, result: updates });
    changed();
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error) =>
      reply(response, { ok: false, error_code: 500, description: String(error) }),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  async function happens(what: object): Promise<number> {
    const update = { update_id: nextUpdate++, ...what };
    given.push(update);
    if (webhook) {
      await fetch(webhook.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': webhook.secret },
        body: JSON.stringify(update),
      });
    } else {
      updates.push(update);
      for (const held of [...waiting]) held.answer({ ok: true, result: updates });
    }
    return update.update_id;
  }

  /** Resolves with what `look` gives once it is something; looks again at every change. */
  async function until<T>(look: () => T | undefined, what: string): Promise<T> {
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    const again = () => {
      const found = look();
      if (found !== undefined) resolve(found);
    };
    const tooLong = setTimeout(() => {
      const page = messages.map(
        (each) => `${each.chatId}: ${each.html}\n${each.keys.map((key) => `[${key.text}]`).join(' ')}`,
      );
      reject(new Error(`never came: ${what}\n${page.slice(-6).join('\n---\n')}`));
    }, patienceMs);
    followers.add(again);
    again();
    try {
      return await promise;
    } finally {
      clearTimeout(tooLong);
      followers.delete(again);
    }
  }

  return {
    address: `http://127.0.0.1:${port}`,
    messages,
    calls,
    mischief,
    files,
    updates,
    happens,
    until,
    /** Gives an update that was given before once more. */
    again: (updateId: number) => {
      const update = given.find((each) => each.update_id === updateId);
      if (!update) throw new Error(`there was no update ${updateId}`);
      updates.push(update);
    },
    nextMessageId: () => nextMessage++,
    webhook: () => webhook,
    polling: () => waiting.size,
    callsOf: (method: string) => calls.filter((each) => each.method === method),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const patienceMs = 15_000;
const done = {};

class RefusedCall extends Error {}

function refused(description: string): RefusedCall {
  return new RefusedCall(description);
}

const payloadShape = z.looseObject({
  chat_id: z.union([z.string(), z.number()]).optional(),
  message_id: z.number().optional(),
  message_thread_id: z.number().optional(),
  text: z.string().optional(),
  url: z.string().optional(),
  secret_token: z.string().optional(),
  file_id: z.string().optional(),
  offset: z.number().optional(),
  timeout: z.number().optional(),
  document: z
    .object({ name: z.string(), mime: z.string(), content: z.instanceof(Uint8Array<ArrayBuffer>) })
    .optional(),
  reply_parameters: z
    .object({ message_id: z.number(), allow_sending_without_reply: z.boolean().optional() })
    .optional(),
  reply_markup: z
    .object({
      inline_keyboard: z.array(
        z.array(
          z.object({ text: z.string(), callback_data: z.string().optional(), url: z.string().optional() }),
        ),
      ),
    })
    .optional(),
});
type Payload = z.infer<typeof payloadShape>;

function keysOf(payload: Payload): Key[] {
  return (payload.reply_markup?.inline_keyboard.flat() ?? []).map(({ text, callback_data, url }) => ({
    text,
    ...(callback_data === undefined ? {} : { callback_data }),
    ...(url === undefined ? {} : { url }),
  }));
}

/** JSON, or for files a multipart form, in which what is no file is written as JSON or as it is. */
async function sentIn(request: IncomingMessage): Promise<object> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const body = Buffer.concat(chunks);
  const type = request.headers['content-type'] ?? '';
  if (!type.startsWith('multipart/')) return z.looseObject({}).parse(JSON.parse(body.toString() || '{}'));
  const form = await new Response(body, { headers: { 'content-type': type } }).formData();
  const payload: Record<string, unknown> = {};
  for (const [name, value] of form) {
    if (typeof value === 'string') payload[name] = name === 'chat_id' ? value : JSON.parse(value);
    else payload[name] = { name: value.name, mime: value.type, content: await value.bytes() };
  }
  return payload;
}

function reply(response: ServerResponse, body: object): void {
  if (response.destroyed || response.writableEnded) return;
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

function sendFile(response: ServerResponse, content: Uint8Array | undefined): void {
  response.writeHead(content ? 200 : 404);
  response.end(content);
}
