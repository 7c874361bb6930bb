/** Changes after giving. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '../../../src/chat/context.ts';
import type { Form, FormValues } from '../../../src/chat/form.ts';
import { localeFor } from '../../../src/locale/locale.ts';
import { givingFeature } from '../../../src/tasks/giving/feature.ts';
import { cardOf, pressOn, type Speaker, speaker, storyTime, textOf } from './office.ts';
import { openOffice, untouched } from './opening.ts';

const { database, office, official } = openOffice();
let leader: Speaker;

beforeAll(() => {
  leader = speaker(database.db, office.leader);
});

async function given(line: string): Promise<number> {
  await pressOn(official, await official.says(line), 'Giao việc');
  return lastTask().then((task) => task.id);
}

function lastTask() {
  return database.db.selectFrom('task').selectAll().orderBy('id', 'desc').executeTakeFirstOrThrow();
}

async function open(who: Speaker, id: number): Promise<Form> {
  const reply = await who.presses('task.edit', `${id}`);
  if (reply.kind !== 'form') throw new Error(`a ${reply.kind} is no form`);
  return reply.form;
}

function change(who: Speaker, form: Form, values: FormValues) {
  return who.sends(form.action, form.id, { ...untouched(form), ...values });
}

function partsOf(taskId: number) {
  return database.db
    .selectFrom('assignment')
    .select(['department_id', 'part', 'status', 'due_on', 'id'])
    .where('task_id', '=', taskId)
    .orderBy('id')
    .execute();
}

it('a new date moves every part, is kept with the old one, and is told to the departments', async () => {
  const id = await given('P. Tổng hợp chủ trì, phối hợp với VP dự thảo chương trình 15/4');
  const answer = cardOf(
    await change(official, await open(official, id), { deadline: ['20/4'], urgency: ['urgent'] }),
  );
  expect(textOf(answer)).toContain('Hạn: thứ Sáu, 15/4/2016 → thứ Tư, 20/4/2016');
  expect(textOf(answer)).toContain('Độ khẩn: thường → khẩn');
  expect(textOf(answer)).toContain('[Hoàn tác]');
  expect((await partsOf(id)).map((row) => row.due_on?.toString())).toEqual(['2016-04-20', '2016-04-20']);
  const event = await database.db
    .selectFrom('event')
    .select('data')
    .where('kind', '=', 'task.edited')
    .where('task_id', '=', id)
    .executeTakeFirstOrThrow();
  expect(event.data).toMatchObject({
    due: { before: { dueOn: '2016-04-15' }, after: { dueOn: '2016-04-20' }, words: '20/4' },
    urgency: { before: 'normal', after: 'urgent' },
  });
  const news = await newsOf(id, 'giving.changed');
  expect(news).toHaveLength(2);
  const [first] = news;
  if (!first) throw new Error('there is news');
  const card = await givingFeature.renderers['giving.changed']?.(first.facts, viewer(first.room_id));
  expect(card && textOf(card)).toContain('Hạn: thứ Sáu, 15/4/2016 → thứ Tư, 20/4/2016');
});

it.each([
  ['2016-04-04', 'Hạn thứ Hai, 4/4/2016 đã qua.'],
  ['1/4/2016', 'Hạn thứ Sáu, 1/4/2016 đã qua.'],
  ['2116-04-20', 'Hạn thứ Hai, 20/4/2116 quá xa.'],
  ['2016-04-31', '“2016-04-31”'],
])('a deadline of %s is no deadline', async (deadline, words) => {
  const id = await given(`P. Tổng hợp soạn thông báo số ${deadline.length} trước 15/4`);
  const asked = change(official, await open(official, id), { deadline: [deadline] });
  await expect(asked).rejects.toThrow(words);
  expect((await partsOf(id)).map((row) => row.due_on?.toString())).toEqual(['2016-04-15']);
});

it('is taken back with Hoàn tác', async () => {
  const id = await given('P. Tổng hợp chủ trì, phối hợp với VP soạn thông báo trước 15/4');
  const answer = await change(official, await open(official, id), {
    title: ['soạn thông báo kết luận'],
    deadline: ['20/4'],
    addCoordinating: [`${office.kh}`],
  });
  await pressOn(official, answer, 'Hoàn tác');
  expect(await lastTask()).toMatchObject({ title: 'soạn thông báo', due_words: 'trước 15/4' });
  expect((await partsOf(id)).map((row) => [row.status, row.due_on?.toString()])).toEqual([
    ['assigned', '2016-04-15'],
    ['assigned', '2016-04-15'],
    ['cancelled', '2016-04-20'],
  ]);
});

it('departments are added and taken off', async () => {
  const id = await given('P. Tổng hợp chủ trì, phối hợp với VP lập kế hoạch năm 15/4');
  const form = await open(official, id);
  const vp = (await partsOf(id)).find((row) => row.department_id === office.vp);
  const answer = await change(official, form, {
    addCoordinating: [`${office.kh}`, `${office.ptud}`],
    remove: [`${vp?.id}`],
  });
  expect(textOf(cardOf(answer))).toContain('Thêm đơn vị: Phòng Kế hoạch, Phòng Phát triển ứng dụng');
  expect((await partsOf(id)).map((row) => [row.department_id, row.part, row.status])).toEqual([
    [office.th, 'lead', 'assigned'],
    [office.vp, 'coordinating', 'cancelled'],
    [office.kh, 'coordinating', 'assigned'],
    [office.ptud, 'coordinating', 'proposed'],
  ]);
  expect(await newsOf(id, 'giving.removed')).toHaveLength(1);
  // Taken off and given again: the same row, open once more.
  await change(official, await open(official, id), { addCoordinating: [`${office.vp}`] });
  expect((await partsOf(id)).find((row) => row.department_id === office.vp)?.status).toBe('assigned');
});

describe('is refused', () => {
  const cases: [string, (id: number) => Promise<FormValues>, string][] = [
    ['when nothing differs', async () => ({}), 'Chưa có gì thay đổi.'],
    [
      'with a date that has passed',
      async () => ({ deadline: ['1/4/2016'] }),
      'Hạn thứ Sáu, 1/4/2016 đã qua.',
    ],
    ['with a day that is none', async () => ({ deadline: ['31/4'] }), '“31/4” không có trong lịch.'],
    ['without a title', async () => ({ title: [] }), 'Xin nêu nội dung công việc.'],
    [
      'when nobody would lead',
      async (id) => ({ remove: [`${(await partsOf(id))[0]?.id}`] }),
      'Sau khi bớt phải còn ít nhất một đơn vị chủ trì.',
    ],
    [
      'when a department has its part already',
      async () => ({ addLead: [`${office.th}`] }),
      'Đã có phần việc trong nhiệm vụ: Phòng Tổng hợp.',
    ],
    [
      'with a part of another task',
      async () => ({ remove: ['1'] }),
      '“1” không có phần việc đang mở trong nhiệm vụ này.',
    ],
  ];
  it.each(cases)('%s', async (_name, values, message) => {
    const id = await given('P. Tổng hợp chủ trì, phối hợp với VP hoàn thiện quy chế trước 15/4');
    const form = await open(official, id);
    await expect(change(official, form, await values(id))).rejects.toThrow(message);
  });

  it('to people of the department', async () => {
    const id = await given('P. Tổng hợp chủ trì soạn công văn 15/4');
    const member = speaker(database.db, office.member);
    await expect(open(member, id)).rejects.toThrow('Việc này cần quyền khác với quyền hiện có.');
  });

  it('when the task has ended', async () => {
    const id = await given('P. Tổng hợp chủ trì soạn tờ trình 15/4');
    await database.db
      .updateTable('task')
      .set({ status: 'cancelled', closed_at: storyTime })
      .where('id', '=', id)
      .execute();
    await expect(open(official, id)).rejects.toThrow(`NV-${id} đã kết thúc (đã huỷ), không sửa được nữa.`);
  });
});

it('what somebody else changed meanwhile is shown and not overwritten', async () => {
  const id = await given('P. Tổng hợp chủ trì rà soát quy chế 15/4');
  const [mine, theirs] = [await open(official, id), await open(leader, id)];
  await change(leader, theirs, { deadline: ['22/4'] });
  const refused = await change(official, mine, { title: ['rà soát quy chế phối hợp'] }).catch(
    (e: unknown) => e,
  );
  expect(refused).toMatchObject({
    message: `Nhiệm vụ đã thay đổi trong lúc sửa (Giám đốc Trung tâm, 16:41 thứ Ba, 5/4/2016). Hiện nay: rà soát quy chế; hạn thứ Sáu, 22/4/2016.`,
    mend: 'Chưa ghi gì. Xin mở lại Sửa nhiệm vụ để sửa trên bản mới.',
  });
  expect(await lastTask()).toMatchObject({ title: 'rà soát quy chế' });
});

it('two forms sent at once: one is saved, the other is told', async () => {
  const id = await given('P. Tổng hợp chủ trì biên tập bản tin 15/4');
  const [mine, theirs] = [await open(official, id), await open(leader, id)];
  const ends = await Promise.allSettled([
    change(official, mine, { deadline: ['20/4'] }),
    change(leader, theirs, { deadline: ['21/4'] }),
  ]);
  expect(ends.map((end) => end.status).sort()).toEqual(['fulfilled', 'rejected']);
});

it('a person follows and follows no more', async () => {
  const id = await given('P. Tổng hợp chủ trì kiểm tra máy chủ 15/4');
  const member = speaker(database.db, office.member);
  const followers = () =>
    database.db.selectFrom('follower').select('person_id').where('task_id', '=', id).execute();
  await member.presses('task.follow', `${id}`);
  await member.presses('task.follow', `${id}`);
  expect(await followers()).toEqual([{ person_id: office.member }]);
  await member.presses('task.unfollow', `${id}`);
  await member.presses('task.unfollow', `${id}`);
  expect(await followers()).toEqual([]);
  const stranger = speaker(database.db, office.otherOfficial);
  await expect(stranger.presses('task.follow', `${id}`)).rejects.toThrow(`Không thấy nhiệm vụ NV-${id}.`);
});

function newsOf(taskId: number, kind: string) {
  return database.db
    .selectFrom('notification as n')
    .innerJoin('notification_task as k', 'k.notification_id', 'n.id')
    .select(['n.facts', 'n.room_id'])
    .where('k.task_id', '=', taskId)
    .where('n.kind', '=', kind)
    .execute();
}

function viewer(roomId: number | null): Viewer {
  const timeZone = 'Asia/Ho_Chi_Minh';
  const t = localeFor('vi', timeZone);
  return { db: database.db, now: storyTime, t, language: 'vi', timeZone, roomId, personId: null };
}
