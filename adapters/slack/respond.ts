/** Answers through a `response_url`: reaches conversations the bot is not in, and changes what only one person sees.
 *  Five answers within 30 minutes (docs.slack.dev/interactivity/handling-user-interaction). */
import type { MessagePayload } from './renderCard.ts';
import { isTrusted } from './trustedAddress.ts';

export type ResponseManner = { to: 'asker' | 'everybody'; replacesOriginal: boolean; threadTs: string };

const timeoutMs = 8_000;

/** False: the address is used up, gone, or not Slack's. */
export async function respond(
  responseUrl: string,
  payload: MessagePayload,
  { to, replacesOriginal, threadTs }: ResponseManner,
  apiUrl: string,
): Promise<boolean> {
  if (!isTrusted(responseUrl, apiUrl)) return false;
  try {
    const response = await fetch(responseUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
      body: JSON.stringify({
        ...payload,
        response_type: to === 'asker' ? 'ephemeral' : 'in_channel',
        replace_original: replacesOriginal,
        ...(threadTs === '' ? {} : { thread_ts: threadTs }),
      }),
    });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}
