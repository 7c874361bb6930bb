/** What an operator's watch asks: alive, ready, and the numbers. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Hono } from 'hono';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../database/tables.ts';
import type { Metrics } from './metrics.ts';

export type HealthDeps = {
  db: Kysely<Database>;
  /** Whether messages are being delivered. */
  delivering: () => boolean;
  metrics: Metrics;
};

/** `/healthz`: the process answers. `/readyz`: 200 when it can do its work, else 503 with what is missing. */
export function mountHealth(app: Hono, { db, delivering, metrics }: HealthDeps): void {
  app.get('/healthz', (context) => context.text('ok'));
  app.get('/readyz', async (context) => {
    const checks = { database: await answers(db), delivery: delivering() };
    const ready = Object.values(checks).every(Boolean);
    return context.json({ ready, ...checks }, ready ? 200 : 503);
  });
  app.get('/metrics', async (context) => {
    const { registry } = metrics;
    return context.body(await registry.metrics(), 200, { 'content-type': registry.contentType });
  });
}

const withinMs = 2_000;

async function answers(db: Kysely<Database>): Promise<boolean> {
  const timeout = new AbortController();
  try {
    const asked = sql`select 1`.execute(db).then(() => true);
    return await Promise.race([asked, sleep(withinMs, false, { signal: timeout.signal })]);
  } catch {
    return false;
  } finally {
    timeout.abort();
  }
}
