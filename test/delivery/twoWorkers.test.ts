import { expect, test } from 'vitest';
import { testDatabase } from '../support/database.ts';
import { makeOffice } from './office.ts';
import { deliveryStage, stagePlatform } from './stage.ts';

const database = testDatabase();
const stage = deliveryStage(database);

test('two bots on one database send every message once, each conversation in its order', async () => {
  const office = await makeOffice(database.db);
  const rooms = await Promise.all(['a', 'b', 'c', 'd', 'e'].map((name) => office.room(name)));
  const web = stagePlatform();
  // Both bots speak through the same platform, which takes its time, so that they meet.
  web.onSend = async () => {
    await new Promise((resolve) => setImmediate(resolve));
  };
  const first = await stage.start({ platforms: [web] });
  const second = await stage.start({ platforms: [web] });
  const titles = Array.from({ length: 20 }, (_, place) => String(place));
  await stage.write(...titles.flatMap((title) => rooms.map((to) => ({ to, title }))));
  await Promise.all([first.drain(), second.drain()]);
  expect(web.sent).toHaveLength(100);
  for (const name of ['a', 'b', 'c', 'd', 'e']) {
    const seen = web.sent.filter((each) => each.to === `${office.code}-${name}`);
    expect(seen.map((each) => each.title)).toEqual(titles);
  }
});
