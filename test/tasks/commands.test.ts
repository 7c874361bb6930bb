import { beforeEach, expect, it } from 'vitest';
import { localeFor } from '../../src/locale/locale.ts';
import { tasksFeature } from '../../src/tasks/feature.ts';
import { readProgress } from '../../src/tasks/progress.ts';
import { splitCode } from '../../src/tasks/words.ts';
import { testDatabase } from '../support/database.ts';
import { giveNow, makeOffice, type Office, saidIn, speaker, statusOf } from './office.ts';

it.each([
  ['NV-12', 12, ''],
  ['nv12 bản cuối', 12, 'bản cuối'],
  ['nv 12: đã gửi', 12, 'đã gửi'],
  ['12', 12, ''],
  ['12 60% xong', 12, '60% xong'],
  ['60% xong', null, '60% xong'],
  ['20/4 vì bận', null, '20/4 vì bận'],
  ['đã gửi NV-12', null, 'đã gửi NV-12'],
  ['', null, ''],
])('takes the code off “%s”', (line, taskId, rest) => {
  expect(splitCode(line)).toEqual({ taskId, rest });
});

const t = localeFor('vi', 'Asia/Ho_Chi_Minh');

it.each([
  ['60% đã gom xong số liệu', 60, 'đã gom xong số liệu'],
  ['đã gom xong số liệu 60%', 60, 'đã gom xong số liệu'],
  ['60', 60, null],
  ['60 phần trăm', 60, null],
  ['đã gom 2 trong 3 bảng', null, 'đã gom 2 trong 3 bảng'],
  ['xong 60% bảng số 1', 60, 'xong 60% bảng số 1'],
  ['0%: chưa bắt đầu', 0, 'chưa bắt đầu'],
])('reads the progress “%s”', (text, percent, words) => {
  expect(readProgress(text, t)).toEqual({ percent, words });
});

it('no more than 100 per cent', () => {
  expect(() => readProgress('150%', t)).toThrow('Tiến độ chưa rõ.');
});

it('each command has its help with two different examples, in both languages', () => {
  for (const { help, words } of tasksFeature.commands) {
    for (const language of ['vi', 'en'] as const) {
      const { examples } = help(localeFor(language, 'Asia/Ho_Chi_Minh'));
      expect(new Set(examples).size).toBe(2);
      const [word = ''] = words[language];
      expect(examples[0].startsWith(`/${word}`)).toBe(true);
    }
  }
});

const database = testDatabase();
let office: Office;
beforeEach(async () => {
  office ??= await makeOffice(database.db);
  await database.db
    .updateTable('assignment')
    .set({ status: 'cancelled', closed_at: Temporal.Instant.from('2016-04-05T09:00:00Z') })
    .where('closed_at', 'is', null)
    .execute();
});

const as = (person: number) => speaker(database.db, person);

it('without a code the only task that fits is taken, and said so', async () => {
  const given = await giveNow(database.db, office, { lead: [office.th] });
  const reply = await as(office.thHead).says('nhan', '');
  expect(JSON.stringify(reply)).toContain(`Hiểu là NV-${given.taskId}, nhiệm vụ duy nhất phù hợp.`);
  expect(await statusOf(database.db, given, office.th)).toBe('accepted');
});

it('words without a number are noted as words', async () => {
  const given = await giveNow(database.db, office, { lead: [office.th] });
  await as(office.thHead).says('tiendo', `${given.taskId} 40%`);
  const reply = JSON.stringify(await as(office.thHead).says('tiendo', `${given.taskId} đã xong một nửa`));
  expect(reply).toContain(`Đã ghi tình hình NV-${given.taskId}.`);
  expect(reply).toContain('“đã xong một nửa”');
  expect(reply).not.toContain('%');
});

it('several that fit are listed, each with its button', async () => {
  const one = await giveNow(database.db, office, { lead: [office.th], title: 'Việc thứ nhất' });
  const other = await giveNow(database.db, office, { lead: [office.th], title: 'Việc thứ hai' });
  const reply = await as(office.thHead).says('xong', '');
  const [, list] = reply.kind === 'card' ? reply.card.blocks : [];
  expect(list?.kind === 'list' && list.items.map((each) => [each.text, each.button?.action])).toEqual([
    [`NV-${one.taskId} · Việc thứ nhất`, 'task.done'],
    [`NV-${other.taskId} · Việc thứ hai`, 'task.done'],
  ]);
});

it('a member of two departments speaks for the one whose room it is, and is asked elsewhere', async () => {
  const role = { person_id: office.vpHead, agency_id: office.tttt, role: 'member' as const };
  await database.db
    .insertInto('person_role')
    .values({ ...role, department_id: office.kh })
    .execute();
  const given = await giveNow(database.db, office, { lead: [office.vp, office.kh] });
  const asked = await as(office.vpHead).says('nhan', `${given.taskId}`);
  const [, list] = asked.kind === 'card' ? asked.card.blocks : [];
  expect(list?.kind === 'list' && list.items.map((each) => each.button?.label)).toEqual([
    'Phòng Kế hoạch',
    'Văn phòng',
  ]);
  await speaker(database.db, office.vpHead, { room: office.kh }).says('nhan', `${given.taskId}`);
  expect(await statusOf(database.db, given, office.kh)).toBe('accepted');
  expect(await statusOf(database.db, given, office.vp)).toBe('assigned');
});

it.each([
  ['nhan', '', 'Hiện không có nhiệm vụ nào phù hợp'],
  ['nhan', 'NV-999999', 'Không thấy nhiệm vụ NV-999999.'],
  ['xong', 'NV-12x đã gửi', 'Chưa rõ là nhiệm vụ nào.'],
])('/%s %s: %s', async (command, line, refusal) => {
  await expect(as(office.thHead).says(command, line)).rejects.toThrow(refusal);
});

it('a task of others in the agency is seen, but not theirs to do', async () => {
  const given = await giveNow(database.db, office, { lead: [office.th] });
  await expect(as(office.khHead).says('nhan', `${given.taskId}`)).rejects.toThrow(
    `NV-${given.taskId} không có phần việc của đơn vị mình.`,
  );
  await expect(as(office.stranger).says('nhan', `${given.taskId}`)).rejects.toThrow(
    `Không thấy nhiệm vụ NV-${given.taskId}.`,
  );
});

it('a command on something that has moved on says what happened', async () => {
  const given = await giveNow(database.db, office, { lead: [office.th] });
  await as(office.thMember).says('nhan', `${given.taskId}`);
  expect(saidIn(await as(office.thHead).says('nhan', `${given.taskId}`))).toBe(
    `Phòng Tổng hợp: NV-${given.taskId} đã nhận lúc 16:41 5/4/2016 bởi Chuyên viên Tổng hợp.`,
  );
});

it('ten thousand characters are refused with the limit', async () => {
  const given = await giveNow(database.db, office, { lead: [office.th] });
  await expect(as(office.thHead).says('xong', `${given.taskId} ${'a'.repeat(10_000)}`)).rejects.toThrow(
    'Nội dung dài quá 1000 ký tự.',
  );
});
