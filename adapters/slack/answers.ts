/** Makes the bot's answer visible where it belongs: in the conversation, to the asker alone, or in the place of a card. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Button, Card } from '../../src/chat/card.ts';
import { PlatformError } from '../../src/chat/errors.ts';
import type { Answer } from '../../src/chat/platform.ts';
import type { Reply } from '../../src/chat/reply.ts';
import type { SlackClient } from './client.ts';
import type { Origin } from './formOrigin.ts';
import { inTeam } from './ids.ts';
import type { Posting } from './posting.ts';
import { type MessagePayload, renderCard } from './renderCard.ts';
import { respond } from './respond.ts';
import type { AdapterLog } from './slackLog.ts';
import { escapeMarkup } from './text.ts';
import type { SlackWords } from './words.ts';

/** `key`: of the event that is answered. `words`: in the language of the one who asked. */
export type Asked = { origin: Origin; userId: string; key: string; words: SlackWords };

export type Answers = {
  /** Everything but forms, which need a window. Never rejects: what cannot be shown is logged. */
  show(answer: Answer, asked: Asked): Promise<void>;
  /** A form that could not open by itself: a card whose button opens it. */
  offerForm(open: Button, asked: Asked): Promise<void>;
};

export type AnswersDeps = {
  client: SlackClient;
  posting: Posting;
  teamId: string;
  apiUrl: string;
  log: AdapterLog;
};

export function createAnswers({ client, posting, teamId, apiUrl, log }: AnswersDeps): Answers {
  async function showCard(
    reply: Extract<Reply, { kind: 'card' }>,
    answer: Answer,
    asked: Asked,
  ): Promise<void> {
    const { origin, words } = asked;
    const payload = renderCard(reply.card, words);
    if (reply.replaces && (await replace(payload, answer, asked))) return;
    // What only one person saw must not be answered before everybody because its place cannot be taken any more.
    const ownOnly = reply.to === 'asker' || (reply.replaces && origin.ephemeral);
    if (ownOnly && !origin.private) {
      await tell(payload, asked);
      return;
    }
    const { chatId, threadTs } = origin;
    try {
      const message = { channel: chatId, threadTs, payload, key: `answer:${asked.key}` };
      const ts = await patiently(() => posting.post(message));
      await answer.shown({ chatId: inTeam(teamId, chatId), threadId: '', messageId: ts });
    } catch (error) {
      // The bot is not in this conversation: Slack's own way back leads there all the same.
      if (!(error instanceof PlatformError) || error.failure.kind !== 'lasting') throw error;
      await tell(payload, asked, 'everybody');
    }
  }

  async function replace(payload: MessagePayload, answer: Answer, { origin }: Asked): Promise<boolean> {
    const { chatId, messageTs, responseUrl, ephemeral } = origin;
    if (messageTs === null) return false;
    const manner = { to: 'asker' as const, replacesOriginal: true, threadTs: '' };
    if (ephemeral) return responseUrl !== null && (await respond(responseUrl, payload, manner, apiUrl));
    try {
      await patiently(() => posting.change(chatId, messageTs, payload));
    } catch (error) {
      if (!(error instanceof PlatformError) || error.failure.kind === 'passing') throw error;
      return false;
    }
    await answer.shown({ chatId: inTeam(teamId, chatId), threadId: '', messageId: messageTs });
    return true;
  }

  /** For the asker's eyes; in the conversation if Slack lets us, else privately. */
  async function tell(
    payload: MessagePayload,
    asked: Asked,
    to: 'asker' | 'everybody' = 'asker',
  ): Promise<void> {
    const { origin, userId, key } = asked;
    const { chatId, threadTs, responseUrl } = origin;
    const manner = { to, replacesOriginal: false, threadTs };
    if (responseUrl !== null && (await respond(responseUrl, payload, manner, apiUrl))) return;
    const thread = threadTs === '' ? {} : { thread_ts: threadTs };
    try {
      await patiently(() =>
        client.call((api) =>
          api.chat.postEphemeral({ channel: chatId, user: userId, ...payload, ...thread }),
        ),
      );
    } catch (error) {
      if (!(error instanceof PlatformError) || error.failure.kind !== 'lasting') throw error;
      const channel = await posting.privateChatOf(userId);
      await patiently(() => posting.post({ channel, threadTs: '', payload, key: `answer:${key}` }));
    }
  }

  /** Whatever happens is for the operator: the one who asked is waiting for a card, not for an error of ours. */
  async function guarded(work: () => Promise<void>, { key }: Asked): Promise<void> {
    try {
      await work();
    } catch (err) {
      log.error({ err, event: key }, 'An answer could not be shown in Slack');
    }
  }

  return {
    show: (answer, asked) =>
      guarded(async () => {
        const { reply } = answer;
        if (reply.kind === 'card') await showCard(reply, answer, asked);
        if (reply.kind === 'toast') await tell(sentence(reply.text), asked);
        if (reply.kind === 'formErrors') await tell(sentence(Object.values(reply.errors).join('\n')), asked);
      }, asked),

    offerForm: (open, asked) =>
      guarded(async () => {
        const { formTitle, formText } = asked.words;
        const card: Card = {
          title: formTitle,
          tone: 'neutral',
          blocks: [{ kind: 'text', text: formText }],
          buttons: [[open]],
        };
        const payload = renderCard(card, asked.words);
        if (!asked.origin.private) return await tell(payload, asked);
        const { chatId: channel, threadTs } = asked.origin;
        await patiently(() => posting.post({ channel, threadTs, payload, key: `answer:${asked.key}` }));
      }, asked),
  };
}

function sentence(text: string): MessagePayload {
  return {
    text: escapeMarkup(text),
    blocks: [{ type: 'section', text: { type: 'plain_text', text, emoji: false } }],
  };
}

const attemptsMax = 3;
/** Who waits longer for an answer has asked again. */
const waitMaxMs = 30_000;

async function patiently<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      const failure = error instanceof PlatformError ? error.failure : null;
      const waitMs = failure?.retryAfterMs ?? attempt * 1000;
      if (failure?.kind !== 'passing' || attempt === attemptsMax || waitMs > waitMaxMs) throw error;
      await sleep(waitMs);
    }
  }
}
