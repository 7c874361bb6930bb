/** Two agencies' rooms and people, platforms that do what the test says, and deliveries between them. */
import type { Kysely } from 'kysely';
import { afterEach } from 'vitest';
import type { Card } from '../../src/chat/card.ts';
import { PlatformError } from '../../src/chat/errors.ts';
import type { LiveCard, Renderer } from '../../src/chat/feature.ts';
import type { Address, MessageRef, PlatformName } from '../../src/chat/place.ts';
import type { FileOut, Pacing, Platform } from '../../src/chat/platform.ts';
import type { Clock } from '../../src/clock.ts';
import type { Database } from '../../src/database/tables.ts';
import { createDelivery, type Delivery } from '../../src/delivery/delivery.ts';
import { deliveryFeature } from '../../src/delivery/feature.ts';
import { type NewNotification, notify } from '../../src/delivery/notify.ts';
import { type Patience, patience } from '../../src/delivery/retry.ts';
import { createMetrics } from '../../src/http/metrics.ts';
import { createLog } from '../../src/log.ts';

export const start = Temporal.Instant.from('2016-04-05T09:41:00Z');

/** A clock that a test moves. */
export function movableClock(from = start) {
  let now = from;
  return {
    now: () => now,
    advance: (seconds: number) => {
      now = now.add({ seconds });
    },
  };
}

type Sent = { to: string; title: string; text: string };

/** Takes what it is given and says what a test wants it to say. */
export type StagePlatform = Omit<Platform, 'pacing'> & {
  sent: Sent[];
  edits: { messageId: string; title: string }[];
  files: { to: string; name: string; text: string; under: string | null }[];
  /** Called before each send; throw to refuse, wait to hang. */
  onSend: (to: string, card: Card) => Promise<void> | void;
  onEdit: (messageId: string, card: Card) => Promise<void> | void;
  onSendFile: (to: string, file: FileOut) => Promise<void> | void;
  pacing: Pacing;
};

export function stagePlatform(name: PlatformName = 'web'): StagePlatform {
  let count = 0;
  const platform: StagePlatform = {
    name,
    pacing: { perChatMs: 0, overallPerSecond: Number.POSITIVE_INFINITY },
    sent: [],
    edits: [],
    files: [],
    onSend: () => {},
    onEdit: () => {},
    onSendFile: () => {},
    send: async (to, card): Promise<MessageRef> => {
      const address = addressKey(to);
      await platform.onSend(address, card);
      count += 1;
      platform.sent.push({ to: address, title: card.title, text: textOf(card) });
      return { chatId: address, threadId: '', messageId: `${name}-${count}-${Math.random()}` };
    },
    sendFile: async (to, file, under): Promise<MessageRef> => {
      const address = addressKey(to);
      await platform.onSendFile(address, file);
      count += 1;
      platform.files.push({
        to: address,
        name: file.name,
        text: Buffer.from(file.content).toString(),
        under: under?.messageId ?? null,
      });
      return { chatId: address, threadId: '', messageId: `${name}-file-${count}-${Math.random()}` };
    },
    edit: async ({ messageId }, card) => {
      await platform.onEdit(messageId, card);
      platform.edits.push({ messageId, title: card.title });
    },
    start: async () => {},
    stop: async () => {},
  };
  return platform;
}

export function refuses(kind: 'lasting' | 'passing' | 'gone', retryAfterMs?: number): PlatformError {
  const pause = retryAfterMs === undefined ? {} : { retryAfterMs };
  return new PlatformError({ platform: 'web', code: `test_${kind}`, kind, ...pause });
}

function addressKey(to: Address): string {
  return to.kind === 'room' ? to.chatId : to.userId;
}

function textOf(card: Card): string {
  return card.blocks.flatMap((block) => (block.kind === 'text' ? [block.text] : [])).join('\n');
}

/** Says the title its facts give; tests add renderers of their own. */
const say: Renderer = async (facts) => {
  const title = 'title' in facts ? String(facts.title) : '';
  return title === '' ? null : { title, tone: 'neutral', blocks: [], buttons: [] };
};

export type StageOptions = {
  platforms?: StagePlatform[];
  renderers?: Record<string, Renderer>;
  liveCard?: LiveCard;
  patience?: Patience;
  machine?: Clock;
  answerWithinMs?: number;
};

/** Call at the top of a test file: what is started is stopped after each test. */
export function deliveryStage(database: { db: Kysely<Database>; url: string }) {
  const clock = movableClock();
  const machine = movableClock();
  const metrics = createMetrics({ process: false });
  const problems: string[] = [];
  const log = createLog({
    level: 'error',
    readable: true,
    secrets: [],
    write: (line) => problems.push(line),
  });
  let running: Delivery[] = [];
  const { renderers: own } = deliveryFeature({ log, metrics, heartbeat: null, machine });

  afterEach(async () => {
    await Promise.all(running.map((delivery) => delivery.stop()));
    running = [];
    // Each test begins with nothing on its way.
    await database.db
      .updateTable('notification')
      .set({ status: 'dropped' })
      .where('status', '=', 'pending')
      .execute();
    await database.db.updateTable('live_card').set({ dirty_at: null }).execute();
  });

  return {
    clock,
    machine,
    metrics,
    log,
    problems,
    start: async (options: StageOptions = {}): Promise<Delivery> => {
      const platforms = options.platforms ?? [stagePlatform()];
      const delivery = createDelivery({
        db: database.db,
        url: database.url,
        clock,
        machine: options.machine ?? machine,
        platforms: new Map(platforms.map((platform) => [platform.name, platform])),
        renderers: new Map(Object.entries({ say, ...own, ...options.renderers })),
        liveCards: new Map(options.liveCard ? [['task', options.liveCard]] : []),
        usual: { language: 'vi', timeZone: 'Asia/Ho_Chi_Minh' },
        patience: options.patience ?? patience.ofTheDay,
        answerWithinMs: options.answerWithinMs ?? 10_000,
        log,
        metrics,
      });
      await delivery.start();
      running.push(delivery);
      return delivery;
    },
    /** Writes notifications, in order; `facts` given as a title. */
    write: async (
      ...notifications: (Pick<NewNotification, 'to'> & Partial<NewNotification> & { title?: string })[]
    ): Promise<number[]> => {
      return await database.db.transaction().execute(async (trx) => {
        const ids: number[] = [];
        for (const { title = 'tin', ...notification } of notifications) {
          ids.push(
            await notify(trx, clock.now(), {
              key: `test:${Math.random()}`,
              kind: 'say',
              facts: { title },
              at: clock.now(),
              about: [],
              ...notification,
            }),
          );
        }
        return ids;
      });
    },
    row: async (id: number) =>
      await database.db.selectFrom('notification').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
  };
}
