/** Slack as a chat platform: Bolt receives, Web API clients of our own send, one for each workspace. Keeps what is on its way;
 *  forms in progress stand in Slack's own windows. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Hono } from 'hono';
import type { Kysely } from 'kysely';
import { PlatformError } from '../../src/chat/errors.ts';
import type { Address } from '../../src/chat/place.ts';
import type { Platform, Receive } from '../../src/chat/platform.ts';
import { beginBolt } from './boltApp.ts';
import { createDoubts, forgetOldDoubts } from './doubts.ts';
import { isOperators } from './failures.ts';
import { createHttpReceiver } from './httpReceiver.ts';
import { inTeam, paceScope, splitId } from './ids.ts';
import { createInbox } from './inbox.ts';
import { createInstallations } from './installations.ts';
import { createInstalledWorkspaces } from './installedWorkspaces.ts';
import { mountInstallRoutes } from './installRoutes.ts';
import { createInstallStates } from './installState.ts';
import { createIntake, type Intake } from './intake.ts';
import type { Recognise } from './recognising.ts';
import { renderCard } from './renderCard.ts';
import { createSealing } from './sealing.ts';
import type { AdapterLog } from './slackLog.ts';
import { createSocketReceiver } from './socketReceiver.ts';
import type { SlackTables } from './tables.ts';
import { usualWaits, type Waits } from './waits.ts';
import type { SlackWords } from './words.ts';
import type { Workspace, WorkspaceDeps } from './workspace.ts';
import { createOnlyWorkspace, notInstalledCode, type Workspaces } from './workspaces.ts';

export type SlackConfig = {
  /** Of the only workspace, or how workspaces install the app themselves. */
  access: { botToken: string } | OAuth;
  /** With this one over WebSocket, else over HTTP with `signingSecret`. */
  appToken: string | null;
  signingSecret: string | null;
  apiUrl: string;
};

type OAuth = {
  clientId: string;
  clientSecret: string;
  /** The first seals tokens, all of them open them; 32 bytes each. */
  encryptionKeys: readonly Uint8Array[];
  /** Workspaces that may install and whose word on e-mail addresses is taken; none: any may install, none is taken. */
  teams: readonly string[];
  publicUrl: string | null;
};

export type SlackPlatformDeps = {
  db: Kysely<SlackTables>;
  config: SlackConfig;
  /** In the bot's own language. */
  words: SlackWords;
  /** In that of a person. */
  wordsFor: (userId: string) => Promise<SlackWords>;
  /** Finds out who an account belongs to by a confirmed address; the core decides. */
  recognise: Recognise;
  /** People and conversations whose ids begin like this can be reached from now on; they could not for this reason. */
  reachableAgain: (idsBeginWith: string, reason: string) => Promise<void>;
  /** The machine's: signatures, paces and windows are measured by it even when the bot's clock stands. */
  machineNow: () => Temporal.Instant;
  log: AdapterLog;
  /** False: this Slack is a loopback server of the bot's own, which need not be spared. */
  paced?: boolean;
  waits?: Waits;
};

/** `start` rejects with a `PlatformError` for a token that Slack does not take; while Slack cannot be reached, the rest of the
 *  bot starts without it. */
export function createSlackPlatform(deps: SlackPlatformDeps): Platform {
  const { db, config, words, machineNow, log, waits = usualWaits } = deps;
  const { appToken, signingSecret, apiUrl } = config;
  let core: Receive = async () => null;
  const shared = {
    apiUrl,
    doubts: createDoubts(db, machineNow, log),
    receive: (incoming: Parameters<Receive>[0]) => core(incoming),
    // Words in the wrong language are better than none.
    wordsFor: (userId: string) => deps.wordsFor(userId).catch(() => words),
    recognise: deps.recognise,
    machineNow,
    log,
    paced: deps.paced ?? true,
    waits,
  };
  const { workspaces, mount } = accessOf(shared, deps);
  const http =
    appToken === null ? createHttpReceiver({ signingSecret: signingSecret ?? '', machineNow, log }) : null;
  const receiver =
    http ?? createSocketReceiver({ appToken: appToken ?? '', apiUrl, log, waitsMs: waits.reconnectMs });
  const stopping = new AbortController();
  let intake: Intake | null = null;
  let beginning: Promise<void> = Promise.resolve();

  async function begin(): Promise<void> {
    await workspaces.introduce();
    const inbox = createInbox(db, randomUUID(), waits.inboxLeaseMs);
    const cleanUp = (now: Temporal.Instant) => forgetOldDoubts(db, now);
    intake = beginBolt({ receiver, workspaces, apiUrl, log }, (work) =>
      createIntake({ inbox, work, cleanUp, machineNow, log, lookEveryMs: waits.inboxLookMs }),
    );
    // Connections that do not open at once are tried on by themselves.
    await receiver.start().catch((err) => passingOnly(err, log));
    intake.start();
  }

  /** Ends when it has begun, or the bot stops. */
  async function beginWhenReached(): Promise<void> {
    for (let waitMs = waits.reconnectMs.first; !stopping.signal.aborted; ) {
      await sleep(waitMs, undefined, { signal: stopping.signal }).catch(() => {});
      waitMs = Math.min(waitMs * 2, waits.reconnectMs.longest);
      if (stopping.signal.aborted) return;
      try {
        await begin();
        log.info({}, 'Slack answers now');
        return;
      } catch (err) {
        log.error({ err }, 'Slack cannot be reached, or refuses the bot; it is tried again');
      }
    }
  }

  async function reach(to: Address): Promise<{ workspace: Workspace; channel: string; threadTs: string }> {
    const { teamId, id } = splitId(to.kind === 'room' ? to.chatId : to.userId);
    const workspace = await workspaces.at(teamId);
    if (to.kind === 'room') return { workspace, channel: id, threadTs: to.threadId };
    return { workspace, channel: await workspace.posting.privateChatOf(id), threadTs: '' };
  }

  return {
    name: 'slack',
    // chat.postMessage: about one a second and channel, unpublished over all (docs.slack.dev/apis/web-api/rate-limits).
    pacing: { perChatMs: 1_100, overallPerSecond: 5, overallOf: paceScope },

    async send(to, card, key) {
      const { workspace, channel, threadTs } = await reach(to);
      const ts = await workspace.posting.post({ channel, threadTs, payload: renderCard(card, words), key });
      return { chatId: inTeam(workspace.teamId, channel), threadId: threadTs, messageId: ts };
    },

    async sendFile(to, file, under, key) {
      const { workspace, channel, threadTs: ownThread } = await reach(to);
      const chatId = inTeam(workspace.teamId, channel);
      const above = under?.chatId === chatId ? under : null;
      const belowIt = above && !isFile(above.messageId) ? above.messageId : '';
      const threadTs = above?.threadId || belowIt || ownThread;
      const fileId = await workspace.files.post({ channel, threadTs, file, key });
      return { chatId, threadId: threadTs, messageId: `${filePrefix}${fileId}` };
    },

    async edit({ chatId, messageId }, card) {
      if (isFile(messageId)) throw new PlatformError({ platform: 'slack', code: 'is_a_file', kind: 'gone' });
      const { teamId, id } = splitId(chatId);
      const { pace, posting } = await workspaces.at(teamId);
      pace();
      await posting.change(id, messageId, renderCard(card, words));
    },

    routes(app) {
      http?.routes(app);
      mount?.(app);
    },

    async start(receive) {
      core = receive;
      try {
        await begin();
      } catch (err) {
        passingOnly(err, log);
        beginning = beginWhenReached();
      }
    },

    async stop() {
      stopping.abort();
      await beginning;
      await receiver.stop();
      await intake?.stop();
    },
  };
}

/** The workspaces, and what is to be mounted for them to install the app. */
function accessOf(
  shared: WorkspaceDeps,
  { db, config, words, reachableAgain, machineNow, log }: SlackPlatformDeps,
): { workspaces: Workspaces; mount?: (app: Hono) => void } {
  const { access, apiUrl } = config;
  if ('botToken' in access) return { workspaces: createOnlyWorkspace(shared, access.botToken) };
  const { encryptionKeys, clientSecret } = access;
  const installations = createInstallations(db, createSealing(encryptionKeys));
  const teams = new Set(access.teams);
  const states = createInstallStates(db, clientSecret, machineNow);
  const installed = (teamId: string) => reachableAgain(inTeam(teamId, ''), notInstalledCode);
  const routes = { ...access, apiUrl, teams, installations, installed, states, words, machineNow, log };
  return {
    workspaces: createInstalledWorkspaces(shared, installations, teams),
    mount: (app) => mountInstallRoutes(app, routes),
  };
}

/** @throws what does not pass by itself; a refusal of the token as lasting */
function passingOnly(err: unknown, log: AdapterLog): void {
  if (!(err instanceof PlatformError)) throw err;
  if (isOperators(err)) throw new PlatformError({ ...err.failure, kind: 'lasting' }, err);
  log.error({ err }, 'Slack cannot be reached; it is tried again until it answers');
}

/** Slack names no message when a file is shared: the file stands for it. No `ts` looks like this. */
const filePrefix = 'file:';

function isFile(messageId: string): boolean {
  return messageId.startsWith(filePrefix);
}
