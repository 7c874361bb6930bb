import { beforeAll, expect, it } from 'vitest';
import { testDatabase } from '../support/database.ts';
import {
  giveNow,
  makeOffice,
  minutesLater,
  type Office,
  saidIn,
  speaker,
  statusOf,
  taskOf,
} from './office.ts';
import { messagesOf } from './told.ts';

const database = testDatabase();
let office: Office;
beforeAll(async () => {
  office = await makeOffice(database.db);
});

const as = (person: number, room?: number) =>
  speaker(database.db, person, room === undefined ? {} : { room });
const words = (text: string) => ({ words: [text] });

it('tells each department with the living card, and asks the other agency', async () => {
  const given = await giveNow(database.db, office, { lead: [office.th], coordinating: [office.ptud] });
  const messages = await messagesOf(database.db, given.taskId, minutesLater(0));
  expect(messages.map((each) => [each.kind, each.to.split(' ')[0]])).toEqual([
    ['tasks.card', 'room'],
    ['tasks.consent', 'person'],
  ]);
  expect(messages[1]?.to).toBe(`person ${office.otherOfficial}`);
  expect(messages[0]?.card?.buttons.flat().map((each) => each.label)).toEqual([
    'Nhận việc',
    'Tiến độ',
    'Nộp dự thảo',
    'Xong',
    'Từ chối',
    'Xin gia hạn',
    'Vướng mắc',
    'Chuyển đơn vị',
    'Trao đổi',
  ]);
  expect(messages[1]?.card?.buttons[0]?.map((each) => each.label)).toEqual(['Đồng ý', 'Không đồng ý']);
});

it('goes from given to completed, and tells who has to know', async () => {
  const given = await giveNow(database.db, office, { lead: [office.th] });
  const part = given.partOf(office.th);
  const accepted = await as(office.thMember, office.th).presses('task.accept', part);
  expect(saidIn(accepted)).toBe(`Phòng Tổng hợp đã nhận NV-${given.taskId}.`);
  await as(office.thMember).says('tiendo', `NV-${given.taskId} 60% đã gom xong số liệu`);
  expect((await taskOf(database.db, given.taskId)).assignments[0]?.progress).toMatchObject({
    percent: 60,
    note: 'đã gom xong số liệu',
  });
  await as(office.thHead).says('xong', `nv${given.taskId} bản cuối đã gửi`);
  await as(office.official).presses('result.accept', part, minutesLater(5));
  const task = await taskOf(database.db, given.taskId);
  expect(task.status).toBe('completed');
  expect(task.closedAt?.equals(minutesLater(5))).toBe(true);
  const messages = await messagesOf(database.db, given.taskId, minutesLater(6));
  expect(messages.map((each) => [each.kind, each.to.split(' ')[0], each.card?.title ?? null])).toEqual([
    ['tasks.card', 'room', `NV-${given.taskId} · Dự thảo nội dung phối hợp`],
    ['tasks.accepted', 'person', `Phòng Tổng hợp đã nhận NV-${given.taskId}`],
    // Decided before it was sent: the question is not asked any more.
    ['tasks.submitted', 'person', null],
    ['tasks.completed', 'room', `NV-${given.taskId} hoàn thành`],
  ]);
});

it('returns a result with the reason, and the department hands it in again', async () => {
  const given = await giveNow(database.db, office, { lead: [office.th] });
  const part = given.partOf(office.th);
  await as(office.thHead).presses('task.done', part);
  await as(office.official).says('tralai', `NV-${given.taskId} thiếu phụ lục`);
  const returned = (await taskOf(database.db, given.taskId)).assignments[0];
  expect([returned?.status, returned?.note]).toEqual(['returned', 'thiếu phụ lục']);
  await as(office.thHead).says('xong', `NV-${given.taskId} đã bổ sung`);
  expect(await statusOf(database.db, given, office.th)).toBe('submitted');
});

it('a department declines with a reason; the task stays open for the giver to decide', async () => {
  const given = await giveNow(database.db, office, { lead: [office.th] });
  await expect(as(office.thHead).sends('task.decline', given.partOf(office.th), words(' '))).rejects.toThrow(
    'Chưa có lý do.',
  );
  await as(office.thHead).says('tralai', `${given.taskId} việc này thuộc Phòng Kế hoạch`);
  const task = await taskOf(database.db, given.taskId);
  expect([task.status, task.assignments[0]?.status]).toEqual(['open', 'declined']);
  await as(office.official).sends('task.cancel', given.taskId, words('không cần nữa'));
  expect((await taskOf(database.db, given.taskId)).status).toBe('cancelled');
});

it('says what is in the way to the giver and to the department that must help, until it is over', async () => {
  const given = await giveNow(database.db, office, { lead: [office.th], coordinating: [office.kh] });
  const part = given.partOf(office.th);
  const values = { words: ['chưa có số liệu năm 2015'], helper: ['P. Kế hoạch'] };
  await as(office.thHead).sends('task.blocked', part, values);
  const blocked = (await messagesOf(database.db, given.taskId, minutesLater(1))).filter(
    (each) => each.kind === 'tasks.blocked',
  );
  expect(blocked.map((each) => each.to.split(' ')[0])).toEqual(['person', 'room']);
  expect((await taskOf(database.db, given.taskId)).assignments[0]?.blocked?.helper).toBe('P. Kế hoạch');
  await as(office.thHead).presses('task.unblocked', part);
  expect((await taskOf(database.db, given.taskId)).assignments[0]?.blocked).toBeNull();
  expect(saidIn(await as(office.thHead).presses('task.unblocked', part))).toContain('không có vướng mắc');
});

it('a part that was declined and then cancelled is cancelled, not handed over', async () => {
  const given = await giveNow(database.db, office, { lead: [office.th], coordinating: [office.kh] });
  await as(office.khHead).sends('task.decline', given.partOf(office.kh), words('không đúng chức năng'));
  await as(office.official).sends('task.cancel', given.taskId, words('thôi'));
  const [first] = await messagesOf(database.db, given.taskId, minutesLater(1));
  expect(JSON.stringify(first?.card)).not.toContain('đã chuyển');
  expect(saidIn(await as(office.khHead).says('nhan', `${given.taskId}`))).toContain('đã huỷ lúc');
});

it('hands a part over to another department: both are told, the old part ends', async () => {
  const given = await giveNow(database.db, office, { lead: [office.th] });
  const form = await as(office.thHead).presses('task.handover', given.partOf(office.th));
  const [field] = form.kind === 'form' ? form.form.fields : [];
  expect(field?.input.kind === 'choice' && field.input.options.map((each) => each.label)).toEqual([
    'Phòng Kế hoạch',
    'Văn phòng',
  ]);
  await expect(
    as(office.thHead).sends('task.handover', given.partOf(office.th), { to: [`${office.ptud}`] }),
  ).rejects.toThrow('Xin chọn một đơn vị');
  await as(office.thHead).sends('task.handover', given.partOf(office.th), { to: [`${office.kh}`] });
  expect(await statusOf(database.db, given, office.th)).toBe('cancelled');
  expect(await statusOf(database.db, given, office.kh)).toBe('assigned');
  const messages = await messagesOf(database.db, given.taskId, minutesLater(1));
  expect(messages.slice(1).map((each) => each.kind)).toEqual([
    'tasks.card',
    'tasks.handedOver',
    'tasks.handedOver',
  ]);
  expect(JSON.stringify(messages[1]?.card)).toContain('đã chuyển sang Phòng Kế hoạch');
  expect(saidIn(await as(office.thHead).says('nhan', `${given.taskId}`))).toBe(
    `Phòng Tổng hợp: NV-${given.taskId} đã chuyển sang Phòng Kế hoạch lúc 16:41 5/4/2016 bởi Trưởng phòng Tổng hợp.`,
  );
  // And back again: the first department gets its part anew.
  const back = (await taskOf(database.db, given.taskId)).assignments.find(
    (each) => each.department.id === office.kh,
  );
  await as(office.khHead).sends('task.handover', back?.id ?? 0, { to: [`${office.th}`] });
  expect(await statusOf(database.db, given, office.th)).toBe('assigned');
});

it('asks the other agency for consent: with it the department is told, without it the giver', async () => {
  const given = await giveNow(database.db, office, { lead: [office.ptud], coordinating: [office.tc] });
  await as(office.otherOfficial).presses('consent.give', given.partOf(office.ptud));
  await as(office.otherOfficial).sends('consent.refuse', given.partOf(office.tc), words('đang kiểm toán'));
  expect(await statusOf(database.db, given, office.ptud)).toBe('assigned');
  expect(await statusOf(database.db, given, office.tc)).toBe('declined');
  const messages = await messagesOf(database.db, given.taskId, minutesLater(1));
  expect(messages.map((each) => [each.kind, each.card?.title])).toEqual([
    ['tasks.consent', undefined],
    ['tasks.card', `NV-${given.taskId} · Dự thảo nội dung phối hợp`],
    [
      'tasks.consented',
      `Cục Công nghệ thông tin đồng ý để Phòng Phát triển ứng dụng tham gia NV-${given.taskId}`,
    ],
    [
      'tasks.consentRefused',
      `Cục Công nghệ thông tin không đồng ý để Phòng Tài chính tham gia NV-${given.taskId}`,
    ],
  ]);
});

it('a department that nobody can reach: the giver is told', async () => {
  const { id } = await database.db
    .insertInto('agency')
    .values({ code: 'XA', name: 'Cơ quan ở xa', created_at: minutesLater(0) })
    .returning('id')
    .executeTakeFirstOrThrow();
  const far = await database.db
    .insertInto('department')
    .values({ agency_id: id, code: 'P', name: 'Phòng chưa có nhóm', created_at: minutesLater(0) })
    .returning('id')
    .executeTakeFirstOrThrow();
  const given = await giveNow(database.db, office, { lead: [office.th], coordinating: [far.id] });
  const messages = await messagesOf(database.db, given.taskId, minutesLater(1));
  expect(messages.find((each) => each.kind === 'tasks.unreachable')).toMatchObject({
    to: `person ${office.official}`,
    card: { title: `Chưa báo được NV-${given.taskId} cho Phòng chưa có nhóm` },
  });
});
