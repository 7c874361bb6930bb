/** The whole bot on a database of its own, as stories play it: real router, delivery, reminders and playground; the clock
 *  stands and is moved. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import type { WebPlatform } from '../../adapters/web/webPlatform.ts';
import { type App, createApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';
import type { RehearsalClock } from '../../src/rehearsalClock.ts';
import { testDatabase } from './database.ts';

export type TestApp = {
  readonly app: App;
  readonly web: WebPlatform;
  readonly clock: RehearsalClock;
  /** What the bot has logged as errors: bugs and failed deliveries. A story without planned trouble has none. */
  readonly errors: string[];
  /** Stops the bot and starts it again on the same data. */
  restart(): Promise<void>;
};

/** Call at the top of a test file. `environment`: beside the database and the clock; the sample offices are there unless
 *  it names another organisation file. `listens`: also over HTTP, at a free port. */
export function testApp(
  options: { clock?: string; environment?: NodeJS.ProcessEnv; listens?: boolean } = {},
): TestApp {
  const database = testDatabase();
  const errors: string[] = [];
  let app: App | null = null;
  let dataDir = '';

  async function start(clock: string | undefined): Promise<App> {
    const config = readConfig({
      PLAYGROUND: '1',
      PORT: '0',
      ...(clock ? { REHEARSAL_CLOCK: clock } : {}),
      DATABASE_URL: database.url,
      DATA_DIR: dataDir,
      ...options.environment,
    });
    const log = createLog({
      level: 'error',
      readable: true,
      secrets: [],
      write: (line) => errors.push(line),
    });
    return await createApp({ config, log, listens: options.listens ?? false });
  }

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'daumoi-app-'));
    app = await start(options.clock);
  });
  afterAll(async () => {
    await app?.stop();
    await rm(dataDir, { recursive: true, force: true });
  });

  function running<T>(part: T | null): T {
    if (part === null) throw new Error('the bot is there from beforeAll on');
    return part;
  }
  return {
    get app() {
      return running(app);
    },
    get web() {
      return running(running(app).web);
    },
    get clock() {
      return running(running(app).rehearsal);
    },
    errors,
    restart: async () => {
      await app?.stop();
      // Where it stood: a clock set by the configuration would turn back.
      app = await start(undefined);
    },
  };
}
