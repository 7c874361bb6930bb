/** The playground's page over the sample bot, on a port of its own. */
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import type { WebPlatformDeps } from '../../adapters/web/playground.ts';
import { type SampleBot, startSampleBot } from '../adapters/web/sampleBot.ts';
import type { TestDatabase } from '../support/database.ts';

export type SamplePage = SampleBot & { address: string; stop(): Promise<void> };

export async function startSamplePage(
  database: TestDatabase,
  changes: Partial<WebPlatformDeps> = {},
): Promise<SamplePage> {
  const bot = await startSampleBot(database.db, changes);
  const app = new Hono();
  bot.platform.routes(app);
  const { server, port } = await new Promise<{ server: ReturnType<typeof serve>; port: number }>(
    (resolve) => {
      const listening = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, (info) =>
        resolve({ server: listening, port: info.port }),
      );
    },
  );
  return {
    ...bot,
    address: `http://127.0.0.1:${port}`,
    stop: async () => {
      await bot.platform.stop();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
