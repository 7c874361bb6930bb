/** Slack as a chat platform: Bolt receives, one Web API client of our own sends. Keeps what is
 *  on its way; forms in progress stand in Slack's own windows. */
import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { PlatformError } from '../../src/chat/errors.ts';
import type { Platform, Receive } from '../../src/chat/platform.ts';
import { createAnswers } from './answers.ts';
import { StoringApp } from './boltApp.ts';
import { clientOptions, createSlackClient, usualTimeoutMs } from './client.ts';
import { createDoubts, forgetOldDoubts } from './doubts.ts';
import { createEditPace } from './editPace.ts';
import { createFileSending, usualUploadMs } from './fileSending.ts';
import { createHttpReceiver } from './httpReceiver.ts';
import { createInbox } from './inbox.ts';
import { createIntake, type Intake } from './intake.ts';
import { listen } from './listeners.ts';
import { createNames } from './names.ts';
import { createPosting } from './posting.ts';
import { renderCard } from './renderCard.ts';
import { type AdapterLog, slackLogger } from './slackLog.ts';
import { createSocketReceiver, usualWaitsMs } from './socketReceiver.ts';
import { submissionWaitMs } from './submissions.ts';
import type { SlackTables } from './tables.ts';
import { createWindows, loadingAfterMs } from './windows.ts';
import type { SlackWords } from './words.ts';

export type SlackPlatformDeps = {
  db: Kysely<SlackTables>;
  /** With `appToken` over WebSocket, else over HTTP with `signingSecret`. */
  config: { botToken: string; appToken: string | null; signingSecret: string | null; apiUrl: string };
  /** In the bot's own language. */
  words: SlackWords;
  /** In that of a person. */
  wordsFor: (userId: string) => Promise<SlackWords>;
  /** The machine's: signatures, paces and windows are measured by it even when the bot's clock stands. */
  machineNow: () => Temporal.Instant;
  log: AdapterLog;
  /** How long the core may take before a window says that it is on its way, Slack to answer a call, and between attempts
   *  to connect. */
  waits?: {
    loadingAfterMs: number;
    submissionMs: number;
    answerMs: number;
    uploadMs: number;
    reconnectMs: { first: number; longest: number };
    /** How often what an instance left behind is looked for, and after how long without a sign of life it is taken up. */
    inboxLookMs: number;
    inboxLeaseMs: number;
  };
};

const usualWaits = {
  loadingAfterMs,
  submissionMs: submissionWaitMs,
  answerMs: usualTimeoutMs,
  uploadMs: usualUploadMs,
  reconnectMs: usualWaitsMs,
  inboxLookMs: 5_000,
  inboxLeaseMs: 15_000,
};

export function createSlackPlatform(deps: SlackPlatformDeps): Platform {
  const { db, config, words, wordsFor, machineNow, log, waits = usualWaits } = deps;
  const { botToken, appToken, signingSecret, apiUrl } = config;
  const client = createSlackClient(config, log, waits.answerMs);
  const doubts = createDoubts(db, machineNow, log);
  const inbox = createInbox(db, randomUUID(), waits.inboxLeaseMs);
  const posting = createPosting({ client, doubts, machineNow, log });
  const files = createFileSending({ client, apiUrl, doubts, uploadWithinMs: waits.uploadMs });
  const pace = createEditPace(machineNow);
  const http =
    appToken === null ? createHttpReceiver({ signingSecret: signingSecret ?? '', machineNow, log }) : null;
  const receiver =
    http ?? createSocketReceiver({ appToken: appToken ?? '', apiUrl, log, waitsMs: waits.reconnectMs });
  let intake: Intake | null = null;

  async function begin(receive: Receive): Promise<void> {
    const me = await client.call((api) => api.auth.test());
    const { user_id: botUserId, bot_id: botId } = me;
    if (!botUserId || !botId) throw new Error('SLACK_BOT_TOKEN is not the token of a bot');
    const bolt = new StoringApp(
      {
        receiver,
        // Bolt's own listeners call nothing; with an authorisation of its own it asks nothing either.
        authorize: async () => ({ botToken, botId, botUserId }),
        clientOptions: clientOptions(apiUrl, log),
        logger: slackLogger(log),
        convoStore: false,
      },
      (work) => {
        const cleanUp = (now: Temporal.Instant) => forgetOldDoubts(db, now);
        intake = createIntake({ inbox, work, cleanUp, machineNow, log, lookEveryMs: waits.inboxLookMs });
        return intake;
      },
    );
    const answers = createAnswers({ client, posting, apiUrl, log });
    listen(bolt, {
      receive,
      hearing: {
        names: createNames(client, log),
        botUserId,
        botToken,
        apiUrl,
        privateChatOf: posting.privateChatOf,
      },
      client,
      answers,
      windows: createWindows({ client, answers, log, loadingAfterMs: waits.loadingAfterMs }),
      // Words in the wrong language are better than none.
      wordsFor: (userId) => wordsFor(userId).catch(() => words),
      log,
      submissionWaitMs: waits.submissionMs,
    });
    await receiver.start();
    intake?.start();
  }

  return {
    name: 'slack',
    // chat.postMessage: about one a second and channel, unpublished over all (docs.slack.dev/apis/web-api/rate-limits).
    pacing: { perChatMs: 1_100, overallPerSecond: 5 },

    async send(to, card, key) {
      const channel = to.kind === 'room' ? to.chatId : await posting.privateChatOf(to.userId);
      const threadTs = to.kind === 'room' ? to.threadId : '';
      const ts = await posting.post({ channel, threadTs, payload: renderCard(card, words), key });
      return { chatId: channel, threadId: threadTs, messageId: ts };
    },

    async sendFile(to, file, under, key) {
      const channel = to.kind === 'room' ? to.chatId : await posting.privateChatOf(to.userId);
      const above = under?.chatId === channel ? under : null;
      const ownThread = above && !isFile(above.messageId) ? above.messageId : '';
      const threadTs = above?.threadId || ownThread || (to.kind === 'room' ? to.threadId : '');
      const fileId = await files.post({ channel, threadTs, file, key });
      return { chatId: channel, threadId: threadTs, messageId: `${filePrefix}${fileId}` };
    },

    async edit({ chatId, messageId }, card) {
      if (isFile(messageId)) throw new PlatformError({ platform: 'slack', code: 'is_a_file', kind: 'gone' });
      pace();
      await posting.change(chatId, messageId, renderCard(card, words));
    },

    ...(http ? { routes: http.routes } : {}),

    start: begin,

    async stop() {
      await receiver.stop();
      await intake?.stop();
    },
  };
}

/** Slack names no message when a file is shared: the file stands for it. No `ts` looks like this. */
const filePrefix = 'file:';

function isFile(messageId: string): boolean {
  return messageId.startsWith(filePrefix);
}
