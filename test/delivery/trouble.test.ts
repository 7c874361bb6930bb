import { describe, expect, test } from 'vitest';
import { patience } from '../../src/delivery/retry.ts';
import { testDatabase } from '../support/database.ts';
import { makeOffice } from './office.ts';
import { deliveryStage, refuses, stagePlatform, start } from './stage.ts';

const database = testDatabase();
const stage = deliveryStage(database);

describe('a refusal that may pass', () => {
  test('leaves the message unsent; it is tried again with growing waits', async () => {
    const office = await makeOffice(database.db);
    const web = stagePlatform();
    let tries = 0;
    web.onSend = () => {
      tries += 1;
      if (tries <= 3) throw refuses('passing');
    };
    const delivery = await stage.start({ platforms: [web] });
    const [id = 0] = await stage.write({ to: await office.room('phòng') });
    for (const { waitSeconds, attempts } of [
      { waitSeconds: 2, attempts: 1 },
      { waitSeconds: 4, attempts: 2 },
      { waitSeconds: 8, attempts: 3 },
    ]) {
      expect(await delivery.drain()).toBe(1);
      expect(await stage.row(id)).toMatchObject({
        status: 'pending',
        attempts,
        failure_code: 'test_passing',
      });
      stage.machine.advance(waitSeconds - 1);
      await delivery.drain();
      expect(tries).toBe(attempts);
      stage.machine.advance(1);
    }
    expect(await delivery.drain()).toBe(0);
    expect(await stage.row(id)).toMatchObject({ status: 'sent', attempts: 4, failure_code: null });
  });

  test('with a pause asked for: nothing is sent there before it ends', async () => {
    const office = await makeOffice(database.db);
    const room = await office.room('phòng');
    const web = stagePlatform();
    web.pacing = { perChatMs: 1, overallPerSecond: Number.POSITIVE_INFINITY };
    let tries = 0;
    web.onSend = () => {
      tries += 1;
      if (tries === 1) throw refuses('passing', 90_000);
    };
    const delivery = await stage.start({ platforms: [web] });
    await stage.write({ to: room, title: '1' });
    await delivery.drain();
    stage.machine.advance(80);
    await stage.write({ to: room, title: '2' });
    await delivery.drain();
    expect(tries).toBe(1);
    stage.machine.advance(11);
    await delivery.drain();
    expect(web.sent.map((each) => each.title)).toEqual(['1', '2']);
  });

  test('that does not pass ends as visibly failed after a day, and the admin is told once for all', async () => {
    const office = await makeOffice(database.db);
    const room = await office.room('phòng hỏng');
    const admin = await office.person('quản trị', 'admin');
    const web = stagePlatform();
    web.onSend = (to) => {
      if (to.endsWith('hỏng')) throw refuses('passing');
    };
    const delivery = await stage.start({ platforms: [web] });
    const ids = await stage.write({ to: room }, { to: room });
    // A bot that was off for a day still tries several times.
    stage.clock.advance(25 * 3_600);
    for (let tries = 0; tries < patience.ofTheDay.attempts - 1; tries += 1) {
      await delivery.drain();
      stage.machine.advance(300);
    }
    expect((await stage.row(ids[0] ?? 0)).status).toBe('pending');
    for (let tries = 0; tries < 12; tries += 1) {
      await delivery.drain();
      stage.machine.advance(300);
    }
    for (const id of ids) {
      expect(await stage.row(id)).toMatchObject({ status: 'failed', failure_code: 'test_passing' });
    }
    stage.clock.advance(600);
    await delivery.drain();
    const told = web.sent.filter((each) => each.to === `${office.code}-quản trị`);
    expect(told.map((each) => each.title)).toEqual(['2 thông báo không gửi được']);
    expect(told[0]?.text).toContain('phòng hỏng: test_passing');
    expect(admin.personId).toBeGreaterThan(0);
  });

  test('holds back what comes after it for a while, but not for ever', async () => {
    const office = await makeOffice(database.db);
    const room = await office.room('phòng');
    const web = stagePlatform();
    web.onSend = (_, card) => {
      if (card.title === 'hỏng') throw refuses('passing');
    };
    const delivery = await stage.start({ platforms: [web] });
    await stage.write({ to: room, title: 'hỏng' }, { to: room, title: 'sau' });
    await delivery.drain();
    expect(web.sent).toEqual([]);
    for (let tries = 0; tries < 6; tries += 1) {
      stage.machine.advance(64);
      await delivery.drain();
    }
    expect(web.sent.map((each) => each.title)).toEqual(['sau']);
  });
});

describe('while the clock of the bot stands', () => {
  /** A minute of this machine's clock takes 60 ms. */
  const hasty = { now: () => start.add({ milliseconds: Math.round(performance.now() * 1_000) }) };

  test('draining waits for what is refused for now', async () => {
    const office = await makeOffice(database.db);
    const web = stagePlatform();
    let tries = 0;
    web.onSend = () => {
      tries += 1;
      if (tries === 1) throw refuses('passing');
    };
    const delivery = await stage.start({ platforms: [web], machine: hasty, patience: patience.ofARehearsal });
    const [id = 0] = await stage.write({ to: await office.room('phòng') });
    expect(await delivery.drain(120_000)).toBe(0);
    expect((await stage.row(id)).status).toBe('sent');
  });

  test('or until it has visibly failed', async () => {
    const office = await makeOffice(database.db);
    const web = stagePlatform();
    web.onSend = () => {
      throw refuses('passing');
    };
    const delivery = await stage.start({ platforms: [web], machine: hasty, patience: patience.ofARehearsal });
    const [id = 0] = await stage.write({ to: await office.room('phòng') });
    expect(await delivery.drain(120_000)).toBe(0);
    expect(await stage.row(id)).toMatchObject({ status: 'failed', attempts: patience.ofARehearsal.attempts });
  });
});

describe('a lasting refusal', () => {
  test('of one account: the next account of the person is tried at once', async () => {
    const office = await makeOffice(database.db, ['web', 'telegram']);
    const person = await office.person('cán bộ', 'member', ['telegram', 'web']);
    const telegram = stagePlatform('telegram');
    telegram.onSend = () => {
      throw refuses('lasting');
    };
    const web = stagePlatform();
    const delivery = await stage.start({ platforms: [telegram, web] });
    const [id = 0] = await stage.write({ to: person, title: 'việc riêng' });
    await delivery.drain();
    expect(web.sent.map((each) => each.title)).toEqual(['việc riêng']);
    expect(await stage.row(id)).toMatchObject({ status: 'sent', platform: 'web' });
    const accounts = await database.db
      .selectFrom('account')
      .select(['platform', 'unreachable_reason'])
      .where('person_id', '=', person.personId)
      .orderBy('platform')
      .execute();
    expect(accounts).toEqual([
      { platform: 'telegram', unreachable_reason: 'test_lasting' },
      { platform: 'web', unreachable_reason: null },
    ]);
  });

  test('of a person’s only account: their department’s room gets it, with a word; officials and admins hear of it', async () => {
    const office = await makeOffice(database.db);
    const room = await office.room('phòng');
    const person = await office.person('chuyên viên', 'member');
    await office.person('cán bộ giao việc', 'official');
    await office.person('quản trị', 'admin');
    const web = stagePlatform();
    web.onSend = (to) => {
      if (to === `${office.code}-chuyên viên`) throw refuses('lasting');
    };
    const delivery = await stage.start({ platforms: [web] });
    const [id = 0] = await stage.write({ to: person, title: 'việc riêng' });
    expect(await delivery.drain()).toBe(0);
    expect(web.sent.find((each) => each.to === `${office.code}-phòng`)).toMatchObject({
      title: 'việc riêng',
      text: expect.stringContaining('chuyên viên'),
    });
    for (const overseer of ['cán bộ giao việc', 'quản trị']) {
      const told = web.sent.filter((each) => each.to === `${office.code}-${overseer}`);
      expect(told.map((each) => each.title)).toEqual(['Chưa gửi được thông báo tới chuyên viên']);
    }
    expect(await stage.row(id)).toMatchObject({ status: 'failed', failure_code: 'passed_on' });
    // The next one goes to the room without trying, and without telling again.
    const before = web.sent.length;
    await stage.write({ to: person, title: 'việc thứ hai' });
    await delivery.drain();
    expect(web.sent.slice(before)).toEqual([
      expect.objectContaining({ to: `${office.code}-phòng`, title: 'việc thứ hai' }),
    ]);
    expect(room.roomId).toBeGreaterThan(0);
  });

  test('of a department’s room: its members get it themselves', async () => {
    const office = await makeOffice(database.db);
    const room = await office.room('phòng');
    await office.person('trưởng phòng', 'member');
    await office.person('chuyên viên', 'member');
    const web = stagePlatform();
    web.onSend = (to) => {
      if (to === `${office.code}-phòng`) throw refuses('lasting');
    };
    const delivery = await stage.start({ platforms: [web] });
    await stage.write({ to: room, title: 'việc của phòng' });
    await delivery.drain();
    const got = web.sent.filter((each) => each.title === 'việc của phòng').map((each) => each.to);
    expect(got.sort()).toEqual([`${office.code}-chuyên viên`, `${office.code}-trưởng phòng`]);
  });

  test('everywhere on the way: the officials get it in the end', async () => {
    const office = await makeOffice(database.db);
    const room = await office.room('phòng');
    await office.person('chuyên viên', 'member');
    await office.person('cán bộ giao việc', 'official');
    const web = stagePlatform();
    web.onSend = (to) => {
      if (!to.endsWith('giao việc')) throw refuses('lasting');
    };
    const delivery = await stage.start({ platforms: [web] });
    await stage.write({ to: room, title: 'việc của phòng' });
    expect(await delivery.drain()).toBe(0);
    expect(web.sent).toContainEqual({
      to: `${office.code}-cán bộ giao việc`,
      title: 'việc của phòng',
      text: expect.stringContaining('Kính chuyển phòng'),
    });
  });

  test('with nobody left: it has visibly failed', async () => {
    const office = await makeOffice(database.db);
    const delivery = await stage.start();
    const before = stage.problems.length;
    const [id = 0] = await stage.write({ to: await office.person('một mình', 'leader', []) });
    await database.db.deleteFrom('person_role').where('role', '=', 'admin').execute();
    await delivery.drain();
    expect(await stage.row(id)).toMatchObject({ status: 'failed', failure_code: 'no_way' });
    expect(stage.problems.slice(before).join('')).toContain('could be given to nobody');
  });
});

test('one bad recipient never stops the rest', async () => {
  const office = await makeOffice(database.db);
  const names = ['lasting', 'passing', 'bug', 'drawing', 'tốt 1', 'tốt 2'];
  const web = stagePlatform();
  web.onSend = (to) => {
    if (to.endsWith('lasting')) throw refuses('lasting');
    if (to.endsWith('passing')) throw refuses('passing');
    if (to.endsWith('bug')) throw new TypeError('x is not a function');
  };
  const delivery = await stage.start({
    platforms: [web],
    renderers: {
      broken: async (_, { db }) => {
        await db
          .selectFrom('nothing' as 'task')
          .selectAll()
          .execute();
        return null;
      },
    },
  });
  for (const name of names) {
    await stage.write({ to: await office.room(name, 'agency'), kind: name === 'drawing' ? 'broken' : 'say' });
  }
  await delivery.drain();
  expect(web.sent.map((each) => each.to).filter((to) => to.includes('tốt'))).toHaveLength(2);
});

test('a platform that says nothing holds up only the one it was asked for, and is asked again', async () => {
  const office = await makeOffice(database.db);
  const web = stagePlatform();
  let hangs = true;
  web.onSend = async (to) => {
    if (to.endsWith('im lặng') && hangs) await new Promise(() => {});
  };
  const delivery = await stage.start({ platforms: [web], answerWithinMs: 300 });
  const [silent = 0] = await stage.write(
    { to: await office.room('im lặng') },
    { to: await office.room('khác') },
  );
  await delivery.drain();
  expect(web.sent.map((each) => each.to)).toEqual([`${office.code}-khác`]);
  expect(await stage.row(silent)).toMatchObject({ status: 'pending', failure_code: 'no_answer' });
  hangs = false;
  stage.machine.advance(2);
  await delivery.drain();
  expect((await stage.row(silent)).status).toBe('sent');
});
