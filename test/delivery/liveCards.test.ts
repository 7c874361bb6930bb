import { expect, test } from 'vitest';
import type { LiveCard } from '../../src/chat/feature.ts';
import { rememberLiveCard, touchLiveCards } from '../../src/delivery/liveCards.ts';
import { recordEvent } from '../../src/history/recordEvent.ts';
import { testDatabase } from '../support/database.ts';
import { makeOffice, type Office } from './office.ts';
import { deliveryStage, refuses, stagePlatform } from './stage.ts';

const database = testDatabase();
const stage = deliveryStage(database);

/** Shows how many changes the task has had, and for whom it is drawn. */
const liveCard: LiveCard = async (taskId, { db, roomId }) => {
  const events = await db.selectFrom('event').select('id').where('task_id', '=', taskId).execute();
  const title = `${events.length} thay đổi, ${roomId === null ? 'riêng' : 'nhóm'}`;
  return { title, tone: 'neutral', blocks: [], buttons: [] };
};

/** One change of the task, as a feature makes it. */
async function change(office: Office, taskId: number): Promise<void> {
  await database.db.transaction().execute(async (trx) => {
    await trx.selectFrom('task').select('id').where('id', '=', taskId).forUpdate().execute();
    const what = { kind: 'test.changed', personId: null, platform: null, agencyId: office.agencyId, taskId };
    await recordEvent(trx, { at: stage.clock.now(), ...what });
    await touchLiveCards(trx, stage.clock.now(), [taskId]);
  });
}

async function shownTask(office: Office): Promise<{ taskId: number; messageId: string }> {
  const taskId = await office.task(await office.person('cán bộ', 'official'));
  const room = await office.room('phòng');
  const message = { chatId: `${office.code}-phòng`, threadId: '', messageId: `${office.code}-1` };
  await database.db.transaction().execute((trx) =>
    rememberLiveCard(trx, stage.clock.now(), {
      subject: { kind: 'task', id: taskId },
      platform: 'web',
      message,
      for: room,
    }),
  );
  return { taskId, messageId: message.messageId };
}

async function cardOf(taskId: number) {
  return await database.db
    .selectFrom('live_card')
    .selectAll()
    .where('subject_id', '=', taskId)
    .executeTakeFirstOrThrow();
}

test('ten changes cost one edit, which shows the last of them', async () => {
  const office = await makeOffice(database.db);
  const { taskId, messageId } = await shownTask(office);
  for (let count = 0; count < 10; count += 1) await change(office, taskId);
  const web = stagePlatform();
  const delivery = await stage.start({ platforms: [web], liveCard });
  expect(await delivery.drain()).toBe(0);
  expect(web.edits).toEqual([{ messageId, title: '10 thay đổi, nhóm' }]);
});

test('a change made while the card is being drawn is drawn next, though the clock stands', async () => {
  const office = await makeOffice(database.db);
  const { taskId } = await shownTask(office);
  const web = stagePlatform();
  let changed = false;
  web.onEdit = async () => {
    if (changed) return;
    changed = true;
    // Whoever changes the task does not wait for the platform.
    await change(office, taskId);
  };
  await change(office, taskId);
  const delivery = await stage.start({ platforms: [web], liveCard });
  await delivery.drain();
  expect(web.edits.map((each) => each.title)).toEqual(['1 thay đổi, nhóm', '2 thay đổi, nhóm']);
});

test('a passing refusal is tried again, and draws the state of then', async () => {
  const office = await makeOffice(database.db);
  const { taskId } = await shownTask(office);
  const web = stagePlatform();
  web.onEdit = () => {
    throw refuses('passing');
  };
  await change(office, taskId);
  const delivery = await stage.start({ platforms: [web], liveCard });
  expect(await delivery.drain()).toBe(1);
  web.onEdit = () => {};
  stage.machine.advance(2);
  expect(await delivery.drain()).toBe(0);
  expect(web.edits.map((each) => each.title)).toEqual(['1 thay đổi, nhóm']);
});

test('a message that is gone is not drawn any more', async () => {
  const office = await makeOffice(database.db);
  const { taskId } = await shownTask(office);
  const web = stagePlatform();
  web.onEdit = () => {
    throw refuses('gone');
  };
  await change(office, taskId);
  const delivery = await stage.start({ platforms: [web], liveCard });
  expect(await delivery.drain()).toBe(0);
  expect((await cardOf(taskId)).gone_at).toEqual(stage.clock.now());
});

test('who must not see the task any more sees that, and no more', async () => {
  const office = await makeOffice(database.db);
  const { taskId } = await shownTask(office);
  const web = stagePlatform();
  await change(office, taskId);
  const delivery = await stage.start({ platforms: [web], liveCard: async () => null });
  await delivery.drain();
  expect(web.edits.map((each) => each.title)).toEqual(['Nội dung này không còn hiển thị ở đây']);
  expect((await cardOf(taskId)).gone_at).not.toBeNull();
});

test('a card that cannot be drawn does not stop others, and is drawn after the next change', async () => {
  const office = await makeOffice(database.db);
  const { taskId } = await shownTask(office);
  let broken = true;
  const web = stagePlatform();
  const delivery = await stage.start({
    platforms: [web],
    liveCard: async (id, viewer) => {
      if (broken) await viewer.db.selectFrom('task').select('title').where('id', '=', Number.NaN).execute();
      return await liveCard(id, viewer);
    },
  });
  await change(office, taskId);
  for (let tries = 0; tries < 5; tries += 1) {
    await delivery.drain();
    stage.machine.advance(300);
  }
  expect(web.edits).toEqual([]);
  broken = false;
  await change(office, taskId);
  await delivery.drain();
  expect(web.edits.map((each) => each.title)).toEqual(['2 thay đổi, nhóm']);
});

test('a message that shows a task is a living card once it is sent; one that was overtaken is drawn at once', async () => {
  const office = await makeOffice(database.db);
  const taskId = await office.task(await office.person('cán bộ', 'official'));
  const to = await office.person('chuyên viên', 'member');
  const web = stagePlatform();
  web.onSend = () => change(office, taskId);
  const delivery = await stage.start({
    platforms: [web],
    liveCard,
    renderers: { 'tasks.card': (_, viewer) => liveCard(taskId, viewer) },
  });
  await stage.write({
    to,
    kind: 'tasks.card',
    facts: { taskId, live: true },
    about: [{ taskId, assignmentId: null }],
  });
  expect(await delivery.drain()).toBe(0);
  expect(web.sent.map((each) => each.title)).toEqual(['0 thay đổi, riêng']);
  expect(web.edits.map((each) => each.title)).toEqual(['1 thay đổi, riêng']);
  expect(await cardOf(taskId)).toMatchObject({ person_id: to.personId, dirty_at: null });
});
