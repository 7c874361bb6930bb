/** A data folder, and embedded servers on it, for the tests of the embedded server itself. */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { type EmbeddedServer, startEmbeddedServer } from '../../src/database/embeddedServer.ts';

/** A program that starts the server, prints what happens and holds it; its only argument is the data folder. */
export const holdServer = join(import.meta.dirname, '../database/programs/holdServer.ts');

export const isRoot = process.getuid?.() === 0;

export type DataFolder = {
  /** Of the running test alone; thrown away after it. */
  base: string;
  /** Not made yet, unless `useAgain` was called. */
  dataDir: string;
  /** A data folder after a first run, with a table `kept` of one word in it. */
  used: string;
  /** What the servers had to say. */
  messages: string[];
  /** Lets the test work on `used` (a first run for each test would take too long); it must leave it fit for the next. */
  useAgain(): void;
  /** On `dataDir`; stopped after the test, if it does not do so itself. */
  start(): Promise<EmbeddedServer>;
  stop(server: EmbeddedServer): Promise<void>;
};

/** Call at the top of a test file. */
export function dataFolder(): DataFolder {
  let running: EmbeddedServer[] = [];
  const here: DataFolder = {
    base: '',
    dataDir: '',
    used: '',
    messages: [],
    useAgain: () => {
      here.dataDir = here.used;
    },
    start: async () => {
      const { dataDir, base, messages } = here;
      const log = (message: string) => messages.push(message);
      const server = await startEmbeddedServer({
        dataDir,
        log,
        durable: false,
        shelter: join(base, 'shelter'),
      });
      running.push(server);
      return server;
    },
    stop: async (server) => {
      running = running.filter((each) => each !== server);
      await server.stop();
    },
  };
  beforeAll(async () => {
    here.used = await openFolder();
    const server = await startEmbeddedServer({ dataDir: here.used, log: () => {}, durable: false });
    await ask(server.url, "create table kept as select 'đầu mối' as word");
    await server.stop();
  });
  beforeEach(async () => {
    here.base = await openFolder();
    here.dataDir = join(here.base, 'data');
    here.messages = [];
  });
  afterEach(async () => {
    await Promise.all(running.map((server) => server.stop()));
    running = [];
    await rm(here.base, { recursive: true, force: true });
  });
  afterAll(() => rm(here.used, { recursive: true, force: true }));
  return here;
}

/** The values of all columns of all rows, one after another. */
export async function ask(url: string, query: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query({ text: query, rowMode: 'array' })).rows.flat();
  } finally {
    await client.end();
  }
}

/** Open to the server's account, when the tests run as root. */
async function openFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'daumoi-embedded-'));
  await chmod(folder, 0o755);
  return folder;
}
