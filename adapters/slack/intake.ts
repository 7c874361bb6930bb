/** Takes what Slack delivers: stored, then acknowledged, then worked on; and takes up what an instance left when it died.
 *  Slack repeats an event that was not acknowledged; a command or a press is not repeated, but its sender is told
 *  (docs.slack.dev/apis/events-api, docs.slack.dev/interactivity/handling-user-interaction). */
import { setTimeout as sleep } from 'node:timers/promises';
import { PlatformError } from '../../src/chat/errors.ts';
import type { Inbox } from './inbox.ts';
import type { AdapterLog } from './slackLog.ts';

type Ack = (response?: unknown) => Promise<void>;

/** Works on one event to its end. `late`: it was left by another process, so no window waits for it.
 *  @throws what went wrong */
export type Work = (body: object, ack: Ack, late: boolean) => Promise<void>;

export type Intake = {
  /** @throws when it could not be stored, and then nothing was acknowledged */
  take(body: object, ack: Ack): Promise<void>;
  /** Begins to take up what was left. */
  start(): void;
  /** Ends when nothing is being worked on any more. */
  stop(): Promise<void>;
};

export type IntakeDeps = {
  inbox: Inbox;
  work: Work;
  /** What else is to be forgotten now and then. */
  cleanUp: (now: Temporal.Instant) => Promise<void>;
  machineNow: () => Temporal.Instant;
  log: AdapterLog;
  lookEveryMs: number;
};

/** Slack waits three seconds for an acknowledgement, the way included. */
const storeWithinMs = 2_000;
/** A form's window waits already: what is left of its three seconds. */
const storeSubmissionWithinMs = 400;
/** What is older has been said again, or does not matter any more. */
const keptMinutes = 60;
const attemptsMax = 4;

export function createIntake(deps: IntakeDeps): Intake {
  const { inbox, work, cleanUp, machineNow, log, lookEveryMs } = deps;
  const underWay = new Set<Promise<void>>();
  /** Ids in the inbox. */
  const atWork = new Set<number>();
  const stopping = new AbortController();
  let looking: Promise<void> = Promise.resolve();

  /** @throws when the database does not answer in time; what it stores after all is taken out again */
  async function store(body: object, withinMs: number): Promise<number> {
    const adding = inbox.add(JSON.stringify(body), machineNow());
    const timer = new AbortController();
    const id = await Promise.race([adding, sleep(withinMs, null, { signal: timer.signal })]).finally(() =>
      timer.abort(),
    );
    if (id !== null) return id;
    adding.then((late) => inbox.done(late)).catch(() => {});
    throw new Error('The database did not take an event of Slack in time');
  }

  /** A connection that closed in this moment takes no acknowledgement; the work is done all the same, and only once. */
  async function acknowledge(ack: Ack): Promise<void> {
    try {
      await ack();
    } catch (err) {
      log.info({ err }, 'Slack could not be told that an event arrived');
    }
  }

  async function handle(id: number, attempts: number, body: object, late: boolean): Promise<void> {
    atWork.add(id);
    try {
      await finish(id, attempts, work(body, nothingToTell, late));
    } finally {
      atWork.delete(id);
    }
  }

  async function finish(id: number, attempts: number, working: Promise<void>): Promise<void> {
    try {
      await working;
    } catch (err) {
      const waitMs = waitAfter(err, attempts);
      if (waitMs !== null && attempts + 1 < attemptsMax) {
        log.info({ err }, 'An event of Slack could not be handled; it is tried again');
        return await inbox.putBack(id, machineNow().add({ milliseconds: Math.ceil(waitMs) }));
      }
      log.error({ err }, 'An event of Slack could not be handled');
    }
    await inbox.done(id);
  }

  function track(working: Promise<void>): Promise<void> {
    const tracked = working
      .catch((err) => log.error({ err }, 'The inbox of Slack could not be kept'))
      .finally(() => underWay.delete(tracked));
    underWay.add(tracked);
    return tracked;
  }

  /** Only the listener knows what to tell Slack of a window; until it does, the sender sees the window and may send again. */
  async function takeSubmission(body: object, ack: Ack): Promise<void> {
    let stored: number | null = null;
    const storing: Ack = async (response) => {
      stored = await store(body, storeSubmissionWithinMs).catch((err) => {
        log.error({ err }, 'A form could not be stored before it was acknowledged');
        return null;
      });
      if (stored !== null) atWork.add(stored);
      await ack(response);
    };
    try {
      await work(body, storing, false);
    } finally {
      if (stored !== null) {
        atWork.delete(stored);
        await inbox.done(stored);
      }
    }
  }

  async function lookAfter(): Promise<void> {
    const now = machineNow();
    if (atWork.size > 0) await inbox.renew([...atWork], now);
    const dropped = await inbox.dropOlderThan(now.subtract({ minutes: keptMinutes }));
    if (dropped > 0) log.error({ dropped }, 'Events of Slack were left for too long, and are not taken up');
    await cleanUp(now);
    for (const { id, payload, attempts } of await inbox.claim([...atWork], now)) {
      const body: unknown = JSON.parse(payload);
      if (typeof body === 'object' && body !== null) {
        void track(handle(id, attempts, body, true));
      }
    }
  }

  async function look(): Promise<void> {
    const pause = () => sleep(lookEveryMs, undefined, { signal: stopping.signal }).catch(() => {});
    for (; !stopping.signal.aborted; await pause()) {
      await lookAfter().catch((err) => log.error({ err }, 'The inbox of Slack could not be looked through'));
    }
  }

  return {
    async take(body, ack) {
      if (isSubmission(body)) {
        const working = takeSubmission(body, ack);
        void track(working.catch(() => {}));
        return await working;
      }
      const id = await store(body, storeWithinMs);
      await track(acknowledge(ack).then(() => handle(id, 0, body, false)));
    },
    start: () => {
      looking = look();
    },
    async stop() {
      stopping.abort();
      await looking;
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}

/** Slack was told before. */
const nothingToTell: Ack = async () => {};

function isSubmission(body: object): boolean {
  return 'type' in body && body.type === 'view_submission';
}

/** Bolt wraps what a listener threw. */
function causeOf(error: unknown): unknown {
  return error instanceof Error && 'original' in error ? error.original : error;
}

/** Null: trying again changes nothing. What the core has handled already it takes for a repetition. */
function waitAfter(error: unknown, attempts: number): number | null {
  const cause = causeOf(error);
  if (cause instanceof PlatformError && cause.failure.kind !== 'passing') return null;
  const asked = cause instanceof PlatformError ? cause.failure.retryAfterMs : undefined;
  return asked ?? 2_000 * 2 ** attempts;
}
