import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { ServerUnavailable, startServer } from '../../src/http/server.ts';

const here = { host: '127.0.0.1', port: 0 };

test('a port that is taken is named, with what to do', async () => {
  const first = await startServer(new Hono(), here);
  const second = startServer(new Hono(), { ...here, port: first.port });
  await expect(second).rejects.toThrow(ServerUnavailable);
  await expect(second).rejects.toThrow(`Port ${first.port} is taken by another program`);
  await first.close();
});

test('an address of another machine is named', async () => {
  await expect(startServer(new Hono(), { host: '192.0.2.1', port: 0 })).rejects.toThrow(
    '192.0.2.1 is no address of this machine',
  );
});

test('closing lets an open request finish, and takes no more', async () => {
  const app = new Hono();
  const begun = Promise.withResolvers<void>();
  const answer = Promise.withResolvers<string>();
  app.get('/', async (context) => {
    begun.resolve();
    return context.text(await answer.promise);
  });
  const server = await startServer(app, here);
  const url = `http://127.0.0.1:${server.port}/`;
  const open = fetch(url);
  await begun.promise;
  const closed = server.close();
  answer.resolve('done');
  expect(await (await open).text()).toBe('done');
  await closed;
  await expect(fetch(url)).rejects.toThrow();
});
