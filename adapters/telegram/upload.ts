/** Files to Telegram, past telegraf: its uploads hang on Node 26 and lose what they are a reply to (telegraf/telegraf#1970).
 *  The platform's own `fetch` and `FormData` do both. */
import { TelegramError } from 'telegraf';
import { z } from 'zod';

export type Document = {
  chatId: string;
  threadId: string;
  /** Null: under no message. */
  replyTo: string | null;
  name: string;
  mime: string;
  content: Uint8Array;
};

/** Gives the message's id. Throws telegraf's error for a refusal, as its own calls do, else whatever `fetch` throws: the
 *  address, and with it the token, may stand in that. */
export async function uploadDocument(
  { botToken, apiRoot }: { botToken: string; apiRoot: string },
  document: Document,
  signal: AbortSignal,
): Promise<string> {
  const answer = await fetch(new URL(`./bot${botToken}/sendDocument`, apiRoot), {
    method: 'POST',
    body: formOf(document),
    redirect: 'error',
    signal,
  });
  // A server in front of the Bot API refuses what is too large in a page of its own.
  if (answer.status === tooLarge) {
    throw new TelegramError({ error_code: tooLarge, description: 'Request Entity Too Large' });
  }
  const said = answerShape.parse(await answer.json());
  if (said.ok) return String(said.result.message_id);
  const { error_code, description, parameters } = said;
  throw new TelegramError({ error_code, description, ...(parameters ? { parameters } : {}) });
}

const tooLarge = 413;

function formOf({ chatId, threadId, replyTo, name, mime, content }: Document): FormData {
  const form = new FormData();
  form.set('chat_id', chatId);
  if (threadId !== '') form.set('message_thread_id', threadId);
  if (replyTo !== null) {
    const parameters = { message_id: Number(replyTo), allow_sending_without_reply: true };
    form.set('reply_parameters', JSON.stringify(parameters));
  }
  // A document stays one: without this a picture that moves or a film would be shown as such.
  form.set('disable_content_type_detection', 'true');
  form.set('document', new Blob([Uint8Array.from(content)], { type: mime }), headerSafe(name));
  return form;
}

/** A name that stands in the header of its part as it is, and names no folder; its letters stay. */
function headerSafe(name: string): string {
  const safe = name
    .normalize('NFC')
    .replace(/["\\/]/g, '_')
    .replace(/\p{Cc}+/gu, ' ')
    .trim();
  return safe || 'tep';
}

const answerShape = z.union([
  z.object({ ok: z.literal(true), result: z.object({ message_id: z.number() }) }),
  z.object({
    ok: z.literal(false),
    error_code: z.number(),
    description: z.string(),
    parameters: z
      .object({ retry_after: z.number().exactOptional(), migrate_to_chat_id: z.number().exactOptional() })
      .optional(),
  }),
]);
