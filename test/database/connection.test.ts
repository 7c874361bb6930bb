import { createServer, type Server, type Socket } from 'node:net';
import { sql } from 'kysely';
import { afterEach, describe, expect, it } from 'vitest';
import { type ConnectOptions, connectDatabase } from '../../src/database/connection.ts';
import type { DatabaseUnavailable } from '../../src/database/databaseUnavailable.ts';
import { testDatabase } from '../support/database.ts';
import { problemOf } from '../support/problem.ts';

const database = testDatabase();
const messages: string[] = [];
let servers: Server[] = [];

afterEach(() => {
  messages.length = 0;
  for (const server of servers) server.close();
  servers = [];
});

function connect(options: Pick<ConnectOptions, 'url'> & Partial<ConnectOptions>) {
  return connectDatabase({ log: (message) => messages.push(message), waitMs: 100, retryMs: 20, ...options });
}

function failure(url: string): Promise<DatabaseUnavailable> {
  return problemOf(connect({ url }));
}

function changed(part: Partial<Pick<URL, 'port' | 'password' | 'username' | 'pathname'>>): string {
  return Object.assign(new URL(database.url), part).href;
}

/** A port of this machine; what calls there is handed to `answer`. */
async function listen(answer: (socket: Socket) => void, port = 0): Promise<number> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('no port');
  return address.port;
}

async function closedPort(): Promise<number> {
  const port = await listen(() => {});
  const server = servers.pop();
  await new Promise((resolve) => server?.close(resolve));
  return port;
}

describe('a server that does not answer', () => {
  it('is waited for, then named with host and port, without the password', async () => {
    const port = await closedPort();
    const error = await failure(`postgres://bot:s3cret@127.0.0.1:${port}/daumoi`);
    expect(error.problem).toBe('noAnswer');
    expect(error.message).toBe(
      `The database at 127.0.0.1:${port} did not answer within 0.1 s (connect ECONNREFUSED 127.0.0.1:${port}). ` +
        'Check that it runs and that DATABASE_URL names the right host and port.',
    );
    expect(messages).toEqual([
      `Waiting for the database at 127.0.0.1:${port} (connect ECONNREFUSED 127.0.0.1:${port})`,
    ]);
    expect(JSON.stringify([error, error.message, messages])).not.toContain('s3cret');
  });

  it('is found when it comes up in the meantime', async () => {
    const port = await closedPort();
    const connecting = connect({ url: changed({ port: String(port) }), waitMs: 10_000 });
    await expect.poll(() => messages.length).toBeGreaterThan(0);
    await forward(port, Number(new URL(database.url).port));
    const { db, close } = await connecting;
    expect((await sql<{ one: number }>`select 1 as one`.execute(db)).rows).toEqual([{ one: 1 }]);
    await close();
  });

  it('is given up when it takes the call and stays silent', async () => {
    const silent: Socket[] = [];
    const port = await listen((socket) => silent.push(socket));
    const error = await failure(changed({ port: String(port) }));
    expect(error.problem).toBe('noAnswer');
    for (const socket of silent) socket.destroy();
  });
});

/** Makes the server on `to` reachable on `port`. */
async function forward(port: number, to: number): Promise<void> {
  const { connect: call } = await import('node:net');
  await listen((socket) => {
    const behind = call(to, '127.0.0.1');
    socket.pipe(behind).pipe(socket);
  }, port);
}

describe('a server that refuses', () => {
  it.each([
    ['the password', { password: 's3cret' }, /password authentication failed/],
    ['the user', { username: 'nobody' }, /password authentication failed/],
    ['the database', { pathname: '/missing' }, /database "missing" does not exist/],
  ])('%s is not waited for', async (_, part, words) => {
    const error = await failure(changed(part));
    expect(error.problem).toBe('refused');
    expect(error.message).toMatch(words);
    expect(error.message).not.toContain('s3cret');
    expect(messages).toEqual([]);
  });

  it.each(['', 'localhost:5432', 'mysql://bot:s3cret@localhost/daumoi', 'postgres//bot:s3cret@localhost'])(
    'an address that is none: %j',
    async (url) => {
      const error = await failure(url);
      expect(error.problem).toBe('addressNotUnderstood');
      expect(error.message).not.toContain('s3cret');
    },
  );
});

it('closes a connection that no query has used', async () => {
  const { close } = await connect({ url: database.url });
  await close();
  const others = sql<{ n: number }>`
    select count(*) as n from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`;
  await expect.poll(async () => (await others.execute(database.db)).rows[0]?.n).toBe(0);
});

it('outlives connections that the server cuts', async () => {
  const { db, close } = await connect({ url: database.url, poolMax: 1 });
  const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db);
  await sql`select pg_terminate_backend(${rows[0]?.pid}::int)`.execute(database.db);
  await expect.poll(() => messages.join()).toContain('A database connection was lost');
  expect((await sql<{ one: number }>`select 1 as one`.execute(db)).rows).toEqual([{ one: 1 }]);
  await close();
});
