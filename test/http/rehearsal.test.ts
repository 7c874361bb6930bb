import { expect, test } from 'vitest';
import { testApp } from '../support/app.ts';

const bot = testApp({ clock: '2016-04-05T16:41+07:00', listens: true });

function ask(path: string, options: RequestInit = {}): Promise<Response> {
  return fetch(`http://127.0.0.1:${bot.app.port}${path}`, options);
}

function move(body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return ask('/rehearsal/clock', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

test('the bot is alive, ready and measured', async () => {
  expect(await (await ask('/healthz')).text()).toBe('ok');
  const ready = await ask('/readyz');
  expect(ready.status).toBe(200);
  expect(await ready.json()).toEqual({ ready: true, database: true, delivery: true });
  expect(await (await ask('/metrics')).text()).toContain('daumoi_notifications_total');
});

test('the clock moves to a moment, and by a duration', async () => {
  const to = await move({ to: '2016-04-06T08:30+07:00' });
  expect([to.status, await to.json()]).toEqual([200, { now: '2016-04-06T08:30:00+07:00' }]);
  const by = await move({ by: 'PT24H' });
  expect(await by.json()).toEqual({ now: '2016-04-07T08:30:00+07:00' });
  expect(bot.clock.now().toString()).toBe('2016-04-07T01:30:00Z');
});

test('it does not move backward, nor for ever', async () => {
  const backward = await move({ to: '2016-04-01T00:00+07:00' });
  expect(backward.status).toBe(409);
  expect(await backward.json()).toEqual({ error: expect.stringContaining('only moves forward') });
  expect((await move({ by: '-PT1H' })).status).toBe(409);
  expect((await move({ by: 'P6Y' })).status).toBe(409);
});

test.each([
  [{}],
  ['no JSON'],
  [{ to: 'tomorrow' }],
  [{ by: '24h' }],
  [{ to: '2016-05-01T00:00Z', by: 'PT1H' }],
])('%j is not understood, and says what would be', async (body) => {
  const answer = await move(body);
  expect(answer.status).toBe(400);
  expect(await answer.json()).toEqual({ error: expect.stringContaining('PT24H') });
});

test('pages from elsewhere may not move it', async () => {
  expect((await move({ by: 'PT1M' }, { origin: 'https://elsewhere.example' })).status).toBe(403);
  expect((await move({ by: 'PT1M' }, { origin: `http://127.0.0.1:${bot.app.port}` })).status).toBe(200);
});

test('nothing went wrong on the way', () => {
  expect(bot.errors).toEqual([]);
});
