/** Recurring tasks: the next is opened once, when the deadline has come or the work is done. */
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import type { Viewer } from '../../../src/chat/context.ts';
import { localeFor } from '../../../src/locale/locale.ts';
import { givingFeature } from '../../../src/tasks/giving/feature.ts';
import { seriesTick } from '../../../src/tasks/giving/series.ts';
import { cardOf, pressOn, speaker, storyTime, textOf } from './office.ts';
import { openOffice } from './opening.ts';

const { database, office, official } = openOffice();

async function given(line: string, at = storyTime): Promise<number> {
  await pressOn(official, await official.says(line, { at }), 'Giao việc', at);
  const { id } = await database.db
    .selectFrom('task')
    .select('id')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow();
  return id;
}

/** Runs the tick at each moment it asks for, up to `end`. */
async function runUntil(end: Temporal.Instant): Promise<void> {
  for (;;) {
    const at = await seriesTick.nextAt(database.db);
    if (!at || Temporal.Instant.compare(at, end) > 0) return;
    await seriesTick.run(database.db, at);
  }
}

async function seriesOf(id: number) {
  return database.db
    .selectFrom('task')
    .select(['id', 'due_on', 'recurrence', 'continued_by', 'title'])
    .where('series_id', '=', id)
    .orderBy('id')
    .execute();
}

const days = async (id: number) => (await seriesOf(id)).map((row) => row.due_on?.toString());

it('goes over the months by itself, the 31st becoming the last day', async () => {
  const id = await given('giao P. Kế hoạch báo cáo tiến độ vào ngày 31 hằng tháng');
  await runUntil(Temporal.Instant.from('2016-09-15T08:00:00+07:00'));
  expect(await days(id)).toEqual([
    '2016-04-30',
    '2016-05-31',
    '2016-06-30',
    '2016-07-31',
    '2016-08-31',
    '2016-09-30',
  ]);
  const parts = await database.db
    .selectFrom('assignment as a')
    .innerJoin('task as t', 't.id', 'a.task_id')
    .select(['a.department_id', 'a.status'])
    .where('t.series_id', '=', id)
    .execute();
  expect(parts).toEqual(Array(6).fill({ department_id: office.kh, status: 'assigned' }));
  await stop((await seriesOf(id)).at(-1)?.id);
});

it('is shown on the preview', async () => {
  const preview = await official.says('giao P. Kế hoạch báo cáo kinh phí trước ngày 25 hằng tháng');
  expect(textOf(cardOf(preview))).toContain('Lặp lại: ngày 25 hằng tháng');
  expect(textOf(cardOf(preview))).toContain('Hạn: thứ Hai, 25/4/2016');
});

it('opens the next when one is completed, and only once', async () => {
  const id = await given('giao P. Kế hoạch báo cáo nhân sự trước ngày 25 hằng tháng');
  const at = Temporal.Instant.from('2016-04-12T10:00:00+07:00');
  await database.db
    .updateTable('task')
    .set({ status: 'completed', closed_at: at })
    .where('id', '=', id)
    .execute();
  expect(await seriesTick.nextAt(database.db)).toEqual(at);
  await Promise.all([seriesTick.run(database.db, at), seriesTick.run(database.db, at)]);
  await seriesTick.run(database.db, Temporal.Instant.from('2016-04-26T10:00:00+07:00'));
  expect(await days(id)).toEqual(['2016-04-25', '2016-05-25']);
  await stop((await seriesOf(id)).at(-1)?.id);
});

it('opens one task after a long silence, not one for each month', async () => {
  const id = await given('giao P. Kế hoạch báo cáo an toàn thông tin trước ngày 25 hằng tháng');
  await seriesTick.run(database.db, Temporal.Instant.from('2016-12-01T10:00:00+07:00'));
  expect(await days(id)).toEqual(['2016-04-25', '2016-12-25']);
  await stop((await seriesOf(id)).at(-1)?.id);
});

it('keeps its rhythm when the deadline of one occurrence is moved', async () => {
  const id = await given('giao P. Kế hoạch báo cáo giao ban trước ngày 25 hằng tháng');
  // As an extension does, even onto the day of the next occurrence.
  const due = Temporal.PlainDate.from('2016-05-25');
  const at = Temporal.Instant.from('2016-05-26T00:00:00+07:00');
  await seriesTick.run(database.db, Temporal.Instant.from('2016-04-26T10:00:00+07:00'));
  await database.db.updateTable('task').set({ due_on: due, due_at: at }).where('id', '=', id).execute();
  await runUntil(Temporal.Instant.from('2016-06-01T08:00:00+07:00'));
  expect(await days(id)).toEqual(['2016-05-25', '2016-05-25', '2016-06-25']);
  await stop((await seriesOf(id)).at(-1)?.id);
});

it('ends where it is stopped, by somebody who may', async () => {
  const id = await given('giao P. Kế hoạch báo cáo văn thư trước ngày 25 hằng tháng');
  const member = speaker(database.db, office.member);
  await expect(member.presses('task.stopSeries', `${id}`)).rejects.toThrow('Việc này cần quyền khác');
  const answer = await stop(id);
  expect(textOf(cardOf(answer))).toContain(`Đã dừng lặp lại NV-${id}`);
  expect(textOf(cardOf(answer))).toContain('[Hoàn tác]');
  await runUntil(Temporal.Instant.from('2017-04-05T08:00:00+07:00'));
  expect(await days(id)).toEqual(['2016-04-25']);
  await expect(stop(id)).rejects.toThrow('Nhiệm vụ này không lặp lại, hoặc đã dừng lặp lại.');
});

it('names the task at which to stop when the next is open already', async () => {
  const id = await given('giao P. Kế hoạch báo cáo thi đua trước ngày 25 hằng tháng');
  await seriesTick.run(database.db, Temporal.Instant.from('2016-04-26T10:00:00+07:00'));
  const next = (await seriesOf(id)).at(-1)?.id;
  await expect(stop(id)).rejects.toThrow(`Kỳ tiếp theo đã được mở: NV-${next}.`);
  await stop(next);
});

it('ends with a task that is cancelled', async () => {
  const id = await given('giao P. Kế hoạch báo cáo lễ tân trước ngày 25 hằng tháng');
  await database.db
    .updateTable('task')
    .set({ status: 'cancelled', closed_at: storyTime })
    .where('id', '=', id)
    .execute();
  await runUntil(Temporal.Instant.from('2017-04-05T08:00:00+07:00'));
  expect(await days(id)).toEqual(['2016-04-25']);
});

it('ends when nobody is left to lead, and the giver hears of it', async () => {
  const id = await given('giao VP báo cáo kiểm kê trước ngày 25 hằng tháng');
  const closing = database.db.updateTable('department').where('id', '=', office.vp);
  await closing.set({ closed_at: storyTime }).execute();
  await runUntil(Temporal.Instant.from('2016-06-05T08:00:00+07:00'));
  await closing.set({ closed_at: null }).execute();
  expect(await days(id)).toEqual(['2016-04-25']);
  const news = await database.db
    .selectFrom('notification')
    .select(['facts', 'person_id'])
    .where('kind', '=', 'giving.seriesStopped')
    .executeTakeFirstOrThrow();
  expect(news.person_id).toBe(office.official);
  const t = localeFor('vi', 'Asia/Ho_Chi_Minh');
  const viewer: Viewer = {
    db: database.db,
    now: storyTime,
    t,
    language: 'vi',
    timeZone: t.timeZone,
    roomId: null,
    personId: office.official,
  };
  const card = await givingFeature.renderers['giving.seriesStopped']?.(news.facts, viewer);
  expect(card && textOf(card)).toContain(`NV-${id} không mở được kỳ tiếp theo`);
});

it('one series that fails does not hold the others up', async () => {
  const bad = await given('giao P. Kế hoạch báo cáo một trước ngày 25 hằng tháng');
  const good = await given('giao P. Tổng hợp báo cáo hai trước ngày 25 hằng tháng');
  await sql`create function refuse_one() returns trigger language plpgsql as $$
    begin raise exception 'no more of these'; end $$`.execute(database.db);
  await sql`create trigger refuse_one before insert on task for each row
    when (new.title = 'báo cáo một') execute function refuse_one()`.execute(database.db);
  const run = seriesTick.run(database.db, Temporal.Instant.from('2016-04-26T10:00:00+07:00'));
  await expect(run).rejects.toThrow('1 series could not go on');
  expect(await days(bad)).toEqual(['2016-04-25']);
  expect(await days(good)).toEqual(['2016-04-25', '2016-05-25']);
});

function stop(id: number | undefined) {
  return official.presses('task.stopSeries', `${id}`);
}
