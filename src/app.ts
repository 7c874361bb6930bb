/** Puts the bot together: database, features, platforms, delivery, clock, server. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { Hono } from 'hono';
import { createSlackPlatform } from '../adapters/slack/slackPlatform.ts';
import type { SlackTables } from '../adapters/slack/tables.ts';
import type { TelegramTables } from '../adapters/telegram/tables.ts';
import { createTelegramPlatform } from '../adapters/telegram/telegramPlatform.ts';
import type { WebTables } from '../adapters/web/tables.ts';
import { createWebPlatform, type WebPlatform } from '../adapters/web/webPlatform.ts';
import type { Feature, LiveCard } from './chat/feature.ts';
import type { Pacing, Receive } from './chat/platform.ts';
import { createRouter } from './chat/router.ts';
import { subjectKinds } from './chat/subject.ts';
import { type Clock, machineClock } from './clock.ts';
import { type Config, clockStands } from './config.ts';
import type { SubjectKind } from './database/codes.ts';
import { type OpenDatabase, openDatabase } from './database/openDatabase.ts';
import { createDelivery, type Delivery } from './delivery/delivery.ts';
import { deliveryFeature } from './delivery/feature.ts';
import { sendFilesAfter } from './delivery/fileNotice.ts';
import { createHeartbeat } from './delivery/heartbeat.ts';
import { lastEventOf, rememberLiveCard } from './delivery/liveCards.ts';
import { patience } from './delivery/retry.ts';
import { rememberShown } from './delivery/shownMessages.ts';
import { nextDue } from './due.ts';
import { allFeatures } from './features.ts';
import { createHandling } from './handling.ts';
import { mountHealth } from './http/healthRoutes.ts';
import { createMetrics } from './http/metrics.ts';
import { ownNames } from './http/ownNames.ts';
import { mountRehearsal } from './http/rehearsalRoutes.ts';
import { type HttpServer, startServer } from './http/server.ts';
import { localeFor } from './locale/locale.ts';
import type { Log } from './log.ts';
import { setActivePlatforms } from './people/activePlatforms.ts';
import { ensureAdminCode } from './people/adminCode.ts';
import { recognise } from './people/bindByEmail.ts';
import { loadActor } from './people/identify.ts';
import { reachableAgain } from './people/reachableAgain.ts';
import { playgroundParts } from './playground.ts';
import { createRehearsalClock, type RehearsalClock } from './rehearsalClock.ts';
import { keepPosition, openPosition } from './rehearsalPosition.ts';
import { importBeginnings, isEmpty, preparePlayground, storyStart } from './sample.ts';
import { telegramParts } from './telegram.ts';
import { createTickRunner } from './ticks.ts';

export type AppOptions = {
  config: Config;
  log: Log;
  /** False: without a port of its own, for programs that speak through `web.conversation`. */
  listens: boolean;
  /** False: the platforms are loopback servers of the bot's own, which need not be spared. */
  paced?: boolean;
};

export type App = {
  database: OpenDatabase;
  /** The bot's. */
  clock: Clock;
  /** Null: the bot follows the machine's clock. */
  rehearsal: RehearsalClock | null;
  /** Null: there is no playground. */
  web: WebPlatform | null;
  delivery: Delivery;
  /** The core's ear, past every platform. */
  receive: Receive;
  /** To be shown once; null: there is an admin, or a code that was shown before. */
  adminCode: string | null;
  /** Null: it does not listen. */
  port: number | null;
  /** Finishes what is being done, then closes everything. Safe to call twice. */
  stop(): Promise<void>;
};

/** Ready for messages when it resolves; nothing stays open when it rejects.
 *  @throws DatabaseUnavailable, ServerUnavailable, OrganisationFileError, PlatformError: for the operator to mend */
export async function createApp(options: AppOptions): Promise<App> {
  const closers: (() => Promise<void>)[] = [];
  const stop = async () => {
    // The last opened first; one that cannot be closed does not keep the others open.
    for (let close = closers.pop(); close; close = closers.pop()) {
      await close().catch((err) => options.log.error({ err }, 'Something could not be closed'));
    }
  };
  try {
    return await assemble(options, (close) => closers.push(close), stop);
  } catch (error) {
    await stop();
    throw error;
  }
}

async function assemble(
  { config, log, listens, paced = true }: AppOptions,
  onStop: (close: () => Promise<void>) => void,
  stop: () => Promise<void>,
): Promise<App> {
  const database = await openDatabase({
    databaseUrl: config.databaseUrl,
    dataDir: config.dataDir,
    log: (message) => log.info({}, message),
    now: machineClock.now(),
    migrationsFolder: join(import.meta.dirname, '../migrations'),
    poolMax,
  });
  onStop(database.close);
  const { db, url } = database;
  const metrics = createMetrics({ process: listens });
  const usual = { language: config.language, timeZone: config.timeZone };

  const stands = clockStands(config);
  const handling = createHandling();
  const heartbeat = config.heartbeatUrl && !stands ? createHeartbeat(config.heartbeatUrl, log) : null;
  const features = allFeatures(deliveryFeature({ log, metrics, heartbeat, machine: machineClock }));
  const ticks = features.flatMap((feature) => feature.ticks);
  const runner = createTickRunner({ db, ticks, afterRun: () => delivery.wake(), log, metrics });
  const rehearsal = stands
    ? createRehearsalClock({
        start: await startOfRehearsal(config, database),
        timeZone: config.timeZone,
        nextDue: (now) => nextDue(db, ticks, now, log),
        runTicks: (now) => runner.runAll(now),
        drain: async () => {
          await handling.over();
          return delivery.drain(rehearsalPatienceMs);
        },
        keep: (now) => keepPosition(db, now),
      })
    : null;
  const clock = rehearsal ?? machineClock;
  const now = clock.now();
  await importBeginnings(db, now, { orgFile: config.orgFile, sample: config.playground });
  if (config.playground) await preparePlayground(db, now);
  const adminCode = await ensureAdminCode(db, now, config.adminCode);

  const receive = handling.counted(
    createRouter({
      db,
      clock,
      features,
      identify: (reader, account) => loadActor(reader, account, usual),
      defaultLanguage: config.language,
      defaultTimeZone: config.timeZone,
      log,
      shownReplies: { lastEventOf, rememberLiveCard, rememberShown, sendFilesAfter },
      afterCommit: () => delivery.wake(),
    }),
  );
  const web = config.playground
    ? createWebPlatform({
        ...playgroundParts({ db, config, clock, rehearsal, features, ticks, receive, log }),
        db: db.$extendTables<WebTables>(),
      })
    : null;
  const slack = config.slack
    ? createSlackPlatform({
        db: db.$extendTables<SlackTables>(),
        config: config.slack,
        words: localeFor(config.language, config.timeZone).slack,
        wordsFor: async (userId) => {
          const who = await loadActor(db, { platform: 'slack', userId }, usual);
          return localeFor(who?.language ?? config.language, config.timeZone).slack;
        },
        reachableAgain: async (idsBeginWith, reason) => {
          await reachableAgain(db, clock.now(), { platform: 'slack', idsBeginWith, reason });
          delivery.wake();
        },
        recognise: (account, email) => recognise(db, clock.now(), account, email, usual),
        machineNow: () => machineClock.now(),
        log,
        paced,
      })
    : null;
  const telegram = config.telegram
    ? createTelegramPlatform({
        ...telegramParts({ db, clock, features, usual, log }),
        ...config.telegram,
        db: db.$extendTables<TelegramTables>(),
      })
    : null;
  const platforms = [web, slack, telegram].filter((platform) => platform !== null);
  const delivery = createDelivery({
    db,
    url,
    clock,
    machine: machineClock,
    platforms: new Map(
      platforms.map((platform) => [platform.name, paced ? platform : { ...platform, pacing: unpaced }]),
    ),
    renderers: new Map(features.flatMap((feature) => Object.entries(feature.renderers))),
    liveCards: liveCardsOf(features),
    usual,
    patience: rehearsal ? patience.ofARehearsal : patience.ofTheDay,
    answerWithinMs,
    log,
    metrics,
  });

  await setActivePlatforms(
    db,
    platforms.map((platform) => platform.name),
  );
  onStop(() => delivery.stop());
  await delivery.start();
  onStop(() => runner.stop());
  for (const platform of platforms) {
    onStop(() => platform.stop());
    await platform.start(receive);
  }
  // What is due already needs the platforms.
  if (rehearsal) await rehearsal.settle();
  else runner.start(clock);
  let server: HttpServer | null = null;
  if (listens) {
    const http = new Hono();
    mountHealth(http, { db, delivering: () => delivery.running, metrics });
    const hosts = ownNames(config);
    if (rehearsal) mountRehearsal(http, { clock: rehearsal, timeZone: config.timeZone, hosts });
    for (const platform of platforms) platform.routes?.(http);
    http.onError((err, context) => {
      const reference = randomUUID().slice(0, 8);
      log.error({ err, reference, path: context.req.path }, 'A request failed');
      return context.json({ error: 'internal', reference }, 500);
    });
    const listening = await startServer(http, config);
    server = listening;
    onStop(() => listening.close());
  }
  return { database, clock, rehearsal, web, delivery, receive, adminCode, port: server?.port ?? null, stop };
}

function liveCardsOf(features: readonly Feature[]): ReadonlyMap<SubjectKind, LiveCard> {
  const drawn = new Map<SubjectKind, LiveCard>();
  for (const { liveCards = {} } of features) {
    for (const kind of subjectKinds) {
      const draw = liveCards[kind];
      if (draw) drawn.set(kind, draw);
    }
  }
  return drawn;
}

const unpaced: Pacing = { perChatMs: 0, overallPerSecond: Number.POSITIVE_INFINITY };

/** For requests, ticks, and every sending worker, which holds one and now and then wants another. */
const poolMax = 20;
/** A platform that says nothing for so long is taken for one that does not answer. */
const answerWithinMs = 20_000;
/** Enough for every attempt of `patience.ofARehearsal`. */
const rehearsalPatienceMs = 120_000;

/** As configured; else where it stood last; else, for the sample offices, after the meeting of their story. */
async function startOfRehearsal(config: Config, { db }: OpenDatabase): Promise<Temporal.Instant> {
  if (config.rehearsalClock) return config.rehearsalClock;
  return openPosition(db, async (trx) =>
    config.orgFile === null && (await isEmpty(trx)) ? storyStart : machineClock.now(),
  );
}
