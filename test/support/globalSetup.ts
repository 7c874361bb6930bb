/** One Postgres server for a whole run of the tests: its databases are thrown away with it. */
import { spawn } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { PgBoss } from 'pg-boss';
import type { TestProject } from 'vitest/node';
import { connectDatabase } from '../../src/database/connection.ts';
import { startEmbeddedServer } from '../../src/database/embeddedServer.ts';
import { migrateToLatest } from '../../src/database/migrate.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Of the server's own database, from which others are made. */
    postgresUrl: string;
    /** The database with all tables that test databases are cloned from. */
    templateName: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'daumoi-test-'));
  await chmod(folder, 0o755); // run as root, the server has an account of its own
  const releaseGuard = guard(folder);
  const server = await startEmbeddedServer({
    dataDir: folder,
    log: () => {},
    durable: false,
    settings: hasty,
  });
  await makeTemplate(server.url);
  project.provide('postgresUrl', server.url);
  project.provide('templateName', templateName);
  return async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
    releaseGuard();
  };
}

const templateName = 'template_daumoi';

/** Nothing need outlive a crash here. */
const hasty = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  autovacuum: 'off',
  max_connections: '200',
  shared_buffers: '64MB',
};

async function makeTemplate(adminUrl: string): Promise<void> {
  const admin = new Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    await admin.query(`create database ${templateName}`);
    const url = Object.assign(new URL(adminUrl), { pathname: `/${templateName}` }).href;
    await migrate(url);
    await installQueue(url);
    // Closed, because a database with a visitor cannot be cloned.
    await admin.query(`alter database ${templateName} is_template true allow_connections false`);
  } finally {
    await admin.end();
  }
}

async function migrate(url: string): Promise<void> {
  const { db, close } = await connectDatabase({ url, log: () => {}, waitMs: 10_000 });
  try {
    const folder = join(import.meta.dirname, '../../migrations');
    await migrateToLatest(db, folder, Temporal.Instant.from('2016-04-05T00:00:00Z'));
  } finally {
    await close();
  }
}

/** pg-boss takes its time to make its tables; found made, it starts at once. */
async function installQueue(url: string): Promise<void> {
  const boss = new PgBoss({ connectionString: url, supervise: false, schedule: false });
  boss.on('error', (error) => {
    throw error;
  });
  await boss.start();
  await boss.stop({ graceful: true });
}

/** Stops the server and removes its files when this process is killed: a shell that waits for the end of a pipe. */
function guard(folder: string): () => void {
  if (process.platform === 'win32') return () => {};
  const script = `
    cat
    pid_file="$1/postgres/data/postmaster.pid"
    if [ -f "$pid_file" ]; then
      kill -INT "$(head -n 1 "$pid_file")"
      tries=0
      while [ -f "$pid_file" ] && [ "$tries" -lt 100 ]; do sleep 0.1; tries=$((tries + 1)); done
    fi
    rm -rf "$1"`;
  const shell = spawn('/bin/sh', ['-c', script, 'sh', folder], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  shell.unref();
  return () => shell.stdin.end();
}
