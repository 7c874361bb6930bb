/** Posts and changes messages. Slack has no key against doubles: each message carries its own in its metadata, and one that was
 *  handed over before, without a clear refusal, is looked for in the conversation before it is sent again. */
import { PlatformError } from '../../src/chat/errors.ts';
import type { SlackClient } from './client.ts';
import type { Doubts } from './doubts.ts';
import { cannotBeShown, mayHaveBeenTaken } from './failures.ts';
import type { MessagePayload } from './renderCard.ts';
import type { AdapterLog } from './slackLog.ts';

export type Posting = {
  /** Gives the message's `ts`. @throws PlatformError */
  post(message: Outgoing): Promise<string>;
  /** @throws PlatformError */
  change(channel: string, ts: string, payload: MessagePayload): Promise<void>;
  /** The conversation with one person. @throws PlatformError */
  privateChatOf(userId: string): Promise<string>;
};

/** `threadTs`: '' for the conversation itself. `key`: the same when it is sent again. */
type Outgoing = { channel: string; threadTs: string; payload: MessagePayload; key: string };

export type PostingDeps = {
  client: SlackClient;
  /** Noted: when it was tried, as a `ts` of Slack's. */
  doubts: Doubts;
  machineNow: () => Temporal.Instant;
  log: AdapterLog;
};

const eventType = 'daumoi_message';
/** The clocks of Slack and of this machine may differ. */
const skewSeconds = 120;
/** So far back a conversation is read, at 200 messages a page. */
const pagesMax = 5;

type Metadata = { event_type?: string; event_payload?: unknown };

export function createPosting({ client, doubts, machineNow, log }: PostingDeps): Posting {
  const privateChats = new Map<string, string>();

  async function findPosted({ channel, threadTs, key }: Outgoing, oldest: string): Promise<string | null> {
    const where = { channel, oldest, include_all_metadata: true, limit: 200 };
    let cursor: string | undefined;
    for (let page = 0; page < pagesMax; page += 1) {
      const from = cursor ? { ...where, cursor } : where;
      const { messages, response_metadata: more } = await client.call((api) =>
        threadTs === ''
          ? api.conversations.history(from)
          : api.conversations.replies({ ...from, ts: threadTs }),
      );
      const ts = oursAmong(messages ?? [], key);
      cursor = more?.next_cursor;
      if (ts !== null || !cursor) return ts;
    }
    return null;
  }

  function oursAmong(messages: readonly { ts?: string; metadata?: Metadata }[], key: string): string | null {
    const ours = messages.find(({ metadata }) => {
      const payload: unknown = metadata?.event_payload;
      return (
        metadata?.event_type === eventType &&
        typeof payload === 'object' &&
        payload !== null &&
        'key' in payload &&
        payload.key === key
      );
    });
    return ours?.ts ?? null;
  }

  async function postOnce(
    { channel, threadTs, key }: Outgoing,
    payload: Partial<MessagePayload>,
  ): Promise<string> {
    const { ts } = await client.call((api) =>
      api.chat.postMessage({
        channel,
        text: payload.text ?? '',
        ...(payload.blocks ? { blocks: payload.blocks } : {}),
        ...(threadTs === '' ? {} : { thread_ts: threadTs }),
        metadata: { event_type: eventType, event_payload: { key } },
        unfurl_links: false,
        unfurl_media: false,
      }),
    );
    if (!ts) throw new Error('chat.postMessage gave no ts');
    return ts;
  }

  return {
    async post(message) {
      const since = `${Math.floor(machineNow().epochMilliseconds / 1000) - skewSeconds}.000000`;
      const doubt = await doubts.note(message.key, since);
      const posted = doubt === null ? null : await findPosted(message, doubt);
      if (posted !== null) return posted;
      try {
        return await wordsAlone(
          () => postOnce(message, message.payload),
          () => postOnce(message, { text: message.payload.text }),
          log,
        );
      } catch (error) {
        if (error instanceof PlatformError && !mayHaveBeenTaken(error)) await doubts.settle(message.key);
        throw error;
      }
    },

    async change(channel, ts, { text, blocks }) {
      await wordsAlone(
        () => client.call((api) => api.chat.update({ channel, ts, text, blocks })),
        () => client.call((api) => api.chat.update({ channel, ts, text, blocks: [] })),
        log,
      );
    },

    async privateChatOf(userId) {
      const known = privateChats.get(userId);
      if (known !== undefined) return known;
      const { channel } = await client.call((api) => api.conversations.open({ users: userId }));
      if (!channel?.id) throw new Error('conversations.open gave no conversation');
      privateChats.set(userId, channel.id);
      return channel.id;
    },
  };
}

/** A payload that Slack cannot show is a bug of ours; its reader gets at least the words. */
async function wordsAlone<Result>(
  whole: () => Promise<Result>,
  words: () => Promise<Result>,
  log: AdapterLog,
): Promise<Result> {
  try {
    return await whole();
  } catch (error) {
    if (!(error instanceof PlatformError) || !cannotBeShown(error)) throw error;
    log.error({ err: error }, 'Slack does not take these blocks; the words went alone');
    return await words();
  }
}
