/** A bot that dies at one step of delivering: its arguments are the database's address, the step, and a file to which every
 *  message taken by the platform is added. Prints `delivered` when it did not die. */
import { appendFileSync } from 'node:fs';
import type { Platform } from '../../../src/chat/platform.ts';
import { machineClock } from '../../../src/clock.ts';
import { connectDatabase } from '../../../src/database/connection.ts';
import { createDelivery } from '../../../src/delivery/delivery.ts';
import { patience } from '../../../src/delivery/retry.ts';
import { createMetrics } from '../../../src/http/metrics.ts';
import { createLog } from '../../../src/log.ts';

const [url = '', step = '', taken = ''] = process.argv.slice(2);

const { db, close } = await connectDatabase({ url, log: () => {}, waitMs: 10_000 });
const dieAt = (here: string) => {
  if (step === here) process.kill(process.pid, 'SIGKILL');
};

const platform: Platform = {
  name: 'web',
  pacing: { perChatMs: 0, overallPerSecond: Number.POSITIVE_INFINITY },
  send: async (to, card) => {
    dieAt('before sending');
    appendFileSync(taken, `${card.title}\n`);
    dieAt('before recording');
    return { chatId: to.kind === 'room' ? to.chatId : to.userId, threadId: '', messageId: card.title };
  },
  sendFile: async () => {
    throw new Error('no files here');
  },
  edit: async () => {},
  start: async () => {},
  stop: async () => {},
};

const delivery = createDelivery({
  db,
  url,
  clock: machineClock,
  machine: machineClock,
  platforms: new Map([['web', platform]]),
  renderers: new Map([
    [
      'say',
      async (facts) => {
        dieAt('while drawing');
        return {
          title: 'title' in facts ? String(facts.title) : '',
          tone: 'neutral',
          blocks: [],
          buttons: [],
        };
      },
    ],
  ]),
  liveCards: new Map(),
  usual: { language: 'vi', timeZone: 'Asia/Ho_Chi_Minh' },
  patience: patience.ofTheDay,
  answerWithinMs: 5_000,
  log: createLog({
    level: 'error',
    readable: true,
    secrets: [],
    write: (line) => process.stderr.write(line),
  }),
  metrics: createMetrics({ process: false }),
});
await delivery.start();
await delivery.drain();
dieAt('after recording');
process.stdout.write('delivered\n');
await delivery.stop();
await close();
