/** Slack over WebSocket. Slack renews each connection every few hours, and events of a bot without one are lost: two are held,
 *  and each is reopened by itself. The SDK's own reopening is off: it waits five seconds at each renewal, and when the new
 *  address is refused, its rejection is nobody's and would end the process (socket-mode 3.1.0). */
import { setTimeout as sleep } from 'node:timers/promises';
import { type App, type Receiver, SocketModeReceiver } from '@slack/bolt';
import { PlatformError } from '../../src/chat/errors.ts';
import { clientOptions } from './client.ts';
import { failureOf } from './failures.ts';
import { type AdapterLog, slackLogger } from './slackLog.ts';

export type SocketReceiverDeps = {
  appToken: string;
  apiUrl: string;
  log: AdapterLog;
  /** Between attempts to connect: from the first to the longest. `apps.connections.open` is tier 1. */
  waitsMs: { first: number; longest: number };
};

export const usualReconnectMs = { first: 1_000, longest: 60_000 };

const connectionCount = 2;
const closedEarly = new PlatformError({ platform: 'slack', code: 'closed_before_open', kind: 'passing' });
/** A close frame that Slack does not answer would be waited for half a minute. */
const closeWithinMs = 1_000;

export function createSocketReceiver(deps: SocketReceiverDeps): Receiver {
  const connections = Array.from({ length: connectionCount }, () => createConnection(deps));
  return {
    init: (app: App) => {
      for (const connection of connections) connection.receiver.init(app);
    },
    /** Ready when one of them is; rejects when neither opens the first time. */
    start: async () => {
      await Promise.any(connections.map((connection) => connection.open())).catch((error: AggregateError) => {
        throw failureOf(error.errors[0] ?? closedEarly);
      });
    },
    stop: async () => {
      await Promise.all(connections.map((connection) => connection.close()));
    },
  };
}

function createConnection({ appToken, apiUrl, log, waitsMs }: SocketReceiverDeps) {
  const stopping = new AbortController();
  const receiver = new SocketModeReceiver({
    appToken,
    autoReconnectEnabled: false,
    logger: slackLogger(log),
    // Its own: the SDK writes the token into it.
    installerOptions: { clientOptions: clientOptions(apiUrl, log) },
    processEventErrorHandler: async ({ error }) => {
      log.error({ err: error }, 'An event of Slack could not be processed');
      return false;
    },
  });
  const { client } = receiver;

  async function open(): Promise<void> {
    await client.start();
    client.once('disconnected', () => void reopen());
  }

  async function reopen(): Promise<void> {
    for (let waitMs = 0; !stopping.signal.aborted; waitMs = nextWait(waitMs, waitsMs)) {
      try {
        await sleep(waitMs, undefined, { signal: stopping.signal });
        await open();
        return;
      } catch (err) {
        if (stopping.signal.aborted) return;
        log.error(
          { err: err ?? 'closed before it was open' },
          'A connection to Slack could not be opened; it is tried again',
        );
      }
    }
  }

  return {
    receiver,
    async open(): Promise<void> {
      try {
        await open();
      } catch (error) {
        // The other one may have been luckier.
        void reopen();
        throw error;
      }
    },
    async close(): Promise<void> {
      stopping.abort();
      await Promise.race([client.disconnect(), sleep(closeWithinMs)]);
    },
  };
}

function nextWait(waitMs: number, { first, longest }: { first: number; longest: number }): number {
  return waitMs === 0 ? first : Math.min(waitMs * 2, longest);
}
