import { createServer } from 'node:http';
import { expect, test } from 'vitest';
import { auditTick } from '../../src/delivery/audit.ts';
import { cleanUpTick } from '../../src/delivery/cleanUp.ts';
import { createHeartbeat } from '../../src/delivery/heartbeat.ts';
import { testDatabase } from '../support/database.ts';
import { makeOffice } from './office.ts';
import { deliveryStage, refuses, stagePlatform } from './stage.ts';

const database = testDatabase();
const stage = deliveryStage(database);

test('what is not settled after five minutes is sent again, counted, and told of once', async () => {
  const office = await makeOffice(database.db);
  await database.db
    .insertInto('person')
    .values({ agency_id: null, name: 'người vận hành', created_at: stage.clock.now() })
    .execute();
  const admin = await office.person('quản trị', 'official');
  await database.db
    .insertInto('person_role')
    .values({ person_id: admin.personId, role: 'admin', agency_id: null })
    .execute();
  const web = stagePlatform();
  let silent = true;
  web.onSend = (to) => {
    if (to.endsWith('phòng') && silent) throw refuses('passing');
  };
  const delivery = await stage.start({ platforms: [web] });
  const [id = 0] = await stage.write({ to: await office.room('phòng') });
  let beats = 0;
  const heartbeat = async () => {
    beats += 1;
  };
  const tick = auditTick({ log: stage.log, metrics: stage.metrics, heartbeat });
  const run = async () => {
    await tick.run(database.db, stage.clock.now());
    await delivery.drain();
  };
  await delivery.drain();
  expect(await tick.nextAt(database.db)).toEqual(stage.clock.now().add({ minutes: 5 }));

  stage.clock.advance(299);
  await run();
  expect(beats).toBe(1);
  expect((await stage.row(id)).audited_at).toBeNull();

  stage.clock.advance(1);
  await run();
  await run();
  expect(beats).toBe(1);
  expect((await stage.row(id)).audited_at).toEqual(stage.clock.now());
  expect((await stage.metrics.unsettled.get()).values.map((each) => each.value)).toEqual([1]);
  const told = web.sent.filter((each) => each.to.endsWith('quản trị'));
  expect(told.map((each) => each.title)).toEqual(['1 thông báo chậm quá 5 phút']);
  expect(told[0]?.text).toBe('Còn chờ, đang gửi lại: 1.');

  silent = false;
  stage.machine.advance(300);
  await run();
  await run();
  expect((await stage.row(id)).status).toBe('sent');
  expect(beats).toBeGreaterThan(1);
});

test('the heartbeat survives whoever does not listen', async () => {
  let calls = 0;
  const server = createServer((_, answer) => {
    calls += 1;
    answer.writeHead(500).end();
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  const beat = createHeartbeat(`http://127.0.0.1:${port}/beat`, stage.log);
  await beat();
  expect(calls).toBe(1);
  await new Promise((resolve) => server.close(resolve));
  await beat();
});

test('keys of events are forgotten after a week, and not before', async () => {
  const tick = cleanUpTick(stage.machine);
  const now = stage.clock.now();
  const received = (days: number) => now.subtract({ hours: days * 24 });
  await database.db
    .insertInto('incoming_event')
    .values([
      { platform: 'web', event_id: 'old', received_at: received(7) },
      { platform: 'web', event_id: 'new', received_at: received(6) },
    ])
    .execute();
  expect(await tick.nextAt(database.db)).toEqual(now);
  await tick.run(database.db, now);
  const left = await database.db.selectFrom('incoming_event').select('event_id').execute();
  expect(left).toEqual([{ event_id: 'new' }]);
});
