import { describe, expect, test } from 'vitest';
import { testDatabase } from '../support/database.ts';
import { makeOffice } from './office.ts';
import { deliveryStage, stagePlatform, start } from './stage.ts';

const database = testDatabase();
const stage = deliveryStage(database);

test('a message is stored as sent with the place it can be seen at', async () => {
  const office = await makeOffice(database.db);
  const web = stagePlatform();
  const delivery = await stage.start({ platforms: [web] });
  const [id = 0] = await stage.write({ to: await office.room('phòng'), title: 'Xin chào' });
  expect(await delivery.drain()).toBe(0);
  expect(web.sent).toEqual([{ to: `${office.code}-phòng`, title: 'Xin chào', text: '' }]);
  expect(await stage.row(id)).toMatchObject({
    status: 'sent',
    platform: 'web',
    chat_id: `${office.code}-phòng`,
    attempts: 1,
    failure_code: null,
  });
});

test('what is written and woken goes out without anybody draining', async () => {
  const office = await makeOffice(database.db);
  const web = stagePlatform();
  const { promise: arrived, resolve } = Promise.withResolvers<string>();
  web.onSend = (to) => resolve(to);
  const delivery = await stage.start({ platforms: [web] });
  await stage.write({ to: await office.person('cán bộ', 'member') });
  delivery.wake();
  expect(await arrived).toBe(`${office.code}-cán bộ`);
});

test('a message waits for its time, by the clock of the bot', async () => {
  const office = await makeOffice(database.db);
  const web = stagePlatform();
  const delivery = await stage.start({ platforms: [web] });
  const later = stage.clock.now().add({ minutes: 10 });
  const [id = 0] = await stage.write({ to: await office.room('phòng'), at: later });
  stage.machine.advance(3_600);
  await delivery.drain();
  expect((await stage.row(id)).status).toBe('pending');
  stage.clock.advance(600);
  await delivery.drain();
  expect(await stage.row(id)).toMatchObject({ status: 'sent', sent_at: later });
});

describe('what had better not be said', () => {
  test('any more is dropped: its time has passed', async () => {
    const office = await makeOffice(database.db);
    const web = stagePlatform();
    const delivery = await stage.start({ platforms: [web] });
    const [id = 0] = await stage.write({
      to: await office.room('phòng'),
      staleAfter: start.subtract({ minutes: 1 }),
    });
    await delivery.drain();
    expect((await stage.row(id)).status).toBe('dropped');
    expect(web.sent).toEqual([]);
  });

  test('because there is nothing to say is dropped', async () => {
    const office = await makeOffice(database.db);
    const delivery = await stage.start();
    const [id = 0] = await stage.write({ to: await office.room('phòng'), facts: {} });
    await delivery.drain();
    expect((await stage.row(id)).status).toBe('dropped');
  });
});

test('messages of one conversation keep their order, also after one of them failed', async () => {
  const office = await makeOffice(database.db);
  const room = await office.room('phòng');
  const web = stagePlatform();
  const delivery = await stage.start({ platforms: [web] });
  let refused = false;
  web.onSend = (_, card) => {
    if (card.title !== '1' || refused) return;
    refused = true;
    throw new Error('a bug of the adapter');
  };
  await stage.write(...['1', '2', '3', '4', '5', '6'].map((title) => ({ to: room, title })));
  await delivery.drain();
  expect(web.sent).toEqual([]);
  stage.machine.advance(2);
  await delivery.drain();
  expect(web.sent.map((each) => each.title)).toEqual(['1', '2', '3', '4', '5', '6']);
});

test('each reader gets it in the language of their agency, or their own', async () => {
  const office = await makeOffice(database.db);
  const english = await office.person('English', 'member');
  await database.db
    .updateTable('person')
    .set({ language: 'en' })
    .where('id', '=', english.personId)
    .execute();
  const web = stagePlatform();
  const delivery = await stage.start({
    platforms: [web],
    renderers: {
      who: async (_, { language, roomId, personId, notificationId }) => ({
        title: `${language} ${roomId !== null} ${personId !== null} ${typeof notificationId}`,
        tone: 'neutral',
        blocks: [],
        buttons: [],
      }),
    },
  });
  await stage.write({ to: english, kind: 'who' }, { to: await office.room('phòng'), kind: 'who' });
  await delivery.drain();
  expect(web.sent.map((each) => each.title).sort()).toEqual(['en false true number', 'vi true false number']);
});

test('hundreds of recipients at once: each gets one message', async () => {
  const office = await makeOffice(database.db);
  const web = stagePlatform();
  const delivery = await stage.start({ platforms: [web] });
  const rooms = await Promise.all(Array.from({ length: 120 }, (_, place) => office.room(`phòng ${place}`)));
  await stage.write(...rooms.map((to) => ({ to })));
  expect(await delivery.drain()).toBe(0);
  expect(new Set(web.sent.map((each) => each.to)).size).toBe(120);
  expect(web.sent).toHaveLength(120);
});

test('stopping finishes what is being sent, and leaves the rest', async () => {
  const office = await makeOffice(database.db);
  const room = await office.room('phòng');
  const web = stagePlatform();
  const sending = Promise.withResolvers<void>();
  const taken = Promise.withResolvers<void>();
  web.onSend = async () => {
    sending.resolve();
    await taken.promise;
  };
  const delivery = await stage.start({ platforms: [web] });
  const [first = 0, second = 0] = await stage.write({ to: room }, { to: room });
  delivery.wake();
  await sending.promise;
  const stopped = delivery.stop();
  taken.resolve();
  await stopped;
  expect((await stage.row(first)).status).toBe('sent');
  expect((await stage.row(second)).status).toBe('pending');
  expect(delivery.running).toBe(false);
});
