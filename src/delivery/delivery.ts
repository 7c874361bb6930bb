/** Brings to the platforms what features wrote down: messages in their order, living cards in their latest state. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { PlatformName } from '../chat/place.ts';
import type { SendingDeps } from './deps.ts';
import { drawCard } from './drawCard.ts';
import { type DueWork, dueCards, dueRecipients, outstanding, type Work } from './due.ts';
import { type Queue, startQueue, workKey } from './queue.ts';
import { sendNext } from './sendNext.ts';

export type Delivery = {
  start(): Promise<void>;
  /** Something may be due: look soon. Never throws, never waits. */
  wake(): void;
  /** Sends what is due and waits until nothing is. What a platform refuses for now is waited for as well, up to
   *  `patienceMs`. Gives how many messages and cards are still on their way after that. */
  drain(patienceMs?: number): Promise<number>;
  /** Lets what is being sent be finished; the rest stays where it is. */
  stop(): Promise<void>;
  /** Whether it has been started and can still look for work. */
  readonly running: boolean;
};

export type DeliveryOptions = Omit<SendingDeps, 'stopping'> & {
  /** Of the database, for pg-boss, which has a pool of its own. */
  url: string;
};

export function createDelivery(options: DeliveryOptions): Delivery {
  const stopping = new AbortController();
  const deps: SendingDeps = { ...options, stopping: stopping.signal };
  const { db, clock, machine, log } = deps;
  /** What a worker of this process is at, and what turned up for it meanwhile. */
  const underWay = new Set<string>();
  const turnedUp = new Set<string>();
  let queue: Queue | null = null;
  let looking: Promise<void> | null = null;
  let lookAgain = false;
  let timer: NodeJS.Timeout | undefined;
  let finished = Promise.withResolvers<void>();

  const moment = () => ({ now: clock.now(), machineNow: machine.now() });

  async function handle(work: Work): Promise<void> {
    const key = workKey(work);
    underWay.add(key);
    try {
      let count = 0;
      if ('cardId' in work) await drawCard(deps, work.cardId);
      else while (count < atOneGo && (await sendNext(deps, work.recipient))) count += 1;
      if (count === atOneGo) turnedUp.add(key);
    } catch (err) {
      log.error({ err, work: key }, 'Delivery met a bug');
    } finally {
      underWay.delete(key);
      finished.resolve();
      finished = Promise.withResolvers<void>();
      if (turnedUp.delete(key)) wake();
    }
  }

  /** Puts what is due into the queue. Two at once hand over the same work; the queue takes it once. */
  async function handOver(): Promise<void> {
    const due = [
      ...(await dueRecipients(db, moment(), atOnceMax)),
      ...(await dueCards(db, moment(), atOnceMax)),
    ];
    const fresh: DueWork[] = [];
    for (const each of due) {
      const key = workKey(each.work);
      if (underWay.has(key)) turnedUp.add(key);
      else fresh.push(onOpenLane(each));
    }
    await queue?.put(fresh);
  }

  function onOpenLane(due: DueWork): DueWork {
    const first: PlatformName = deps.platforms.keys().next().value ?? 'web';
    return deps.platforms.has(due.lane) ? due : { ...due, lane: first };
  }

  function wake(): void {
    if (!queue || stopping.signal.aborted) return;
    if (looking) {
      lookAgain = true;
      return;
    }
    looking = handOver()
      .catch((err) => log.error({ err }, 'Delivery could not look for work'))
      .finally(() => {
        looking = null;
        if (!lookAgain) return;
        lookAgain = false;
        wake();
      });
  }

  async function drain(patienceMs = 0): Promise<number> {
    const startedMs = performance.now();
    while (queue && !stopping.signal.aborted) {
      const done = finished.promise;
      await handOver();
      const { count, nextAt } = await outstanding(db, moment());
      if (count === 0 && underWay.size === 0) return 0;
      const waitMs = nextAt ? machine.now().until(nextAt).total('milliseconds') : 0;
      const spentMs = performance.now() - startedMs;
      const later = underWay.size === 0 && waitMs > 0;
      if (later && spentMs + waitMs > patienceMs) return count;
      if (spentMs > patienceMs + drainMaxMs) return count;
      await Promise.race([done, sleep(later ? Math.min(waitMs, lookEveryMs) : fetchingMs)]);
    }
    return 0;
  }

  return {
    start: async () => {
      const lanes = [...deps.platforms.keys()];
      queue = await startQueue({ url: options.url, lanes, handle, log });
      timer = setInterval(wake, lookEveryMs);
      wake();
    },
    wake,
    drain,
    stop: async () => {
      clearInterval(timer);
      stopping.abort();
      await looking;
      await queue?.stop();
      queue = null;
    },
    get running() {
      return queue !== null && !stopping.signal.aborted;
    },
  };
}

/** For what falls due by itself or is tried again; a change wakes at once. Costs two looks at partial indexes. */
const lookEveryMs = 1_000;
/** Recipients, and cards, handed over at a time. */
const atOnceMax = 500;
/** Messages to one recipient before a worker turns to others. */
const atOneGo = 20;
/** While workers are fetching or sending. */
const fetchingMs = 25;
/** Beyond all patience: something is wrong, and whoever waits should hear of it. */
const drainMaxMs = 300_000;
