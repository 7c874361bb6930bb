import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FormValues } from '../../src/chat/form.ts';
import { nextReminders } from '../../src/reminders/nextReminders.ts';
import { policyOf } from '../../src/reminders/policies.ts';
import { defaultPolicy } from '../../src/reminders/policy.ts';
import { readPolicyCode, writePolicyCode } from '../../src/reminders/policyCode.ts';
import { cardOf, conversation, labels, textOf } from './conversation.ts';
import { wall } from './office.ts';
import { officeForEachTest } from './opening.ts';
import { anyPolicy } from './policies.ts';
import { giveTask } from './work.ts';

const { database, office } = officeForEachTest();
const { press, submit, say } = conversation(() => database.db);

const now = '2016-04-25T10:00';

/** The form as it was shown, with some fields changed. */
async function filled(changed: Record<string, string>): Promise<FormValues> {
  const reply = await press('policy.change', String(office.centre), office.director, now);
  if (reply.kind !== 'form') throw new Error('no form');
  const initial = reply.form.fields.map(({ name, input }): [string, string[]] => [
    name,
    [String('initial' in input ? (input.initial ?? '') : '')],
  ]);
  const changes = Object.entries(changed).map(([name, value]): [string, string[]] => [name, [value]]);
  return Object.fromEntries([...initial, ...changes]);
}

test('/caidat shows the policy in words; only leaders and admins get the button', async () => {
  const shown = cardOf(await say('caidat', '', office.generalMember, now));
  expect(textOf(shown)).toContain('Nhắc trước hạn: 7, 3, 1 ngày làm việc');
  expect(textOf(shown)).toContain('Đang dùng mặc định.');
  expect(labels(shown)).toEqual([]);
  expect(labels(cardOf(await say('caidat', '', office.director, now)))).toEqual([['Đổi']]);
  expect(labels(cardOf(await say('caidat', 'tttt', office.admin, now)))).toEqual([['Đổi']]);
});

test.each([
  ['', 'admin', 'Chưa rõ cơ quan nào.'],
  ['XYZ', 'admin', 'Không thấy cơ quan có mã XYZ.'],
  ['CNTT', 'director', 'Không thấy cơ quan có mã CNTT.'],
] as const)('/caidat %s of %s', async (line, who, answer) => {
  await expect(say('caidat', line, office[who], now)).rejects.toThrow(answer);
});

test('a change is tried out over the last month, then saved, and moves what is planned', async () => {
  const { taskId } = await giveTask(database.db, {
    office,
    department: office.general,
    assigned: '2016-04-05T16:41',
    due: '2016-04-15',
  });
  const later = await giveTask(database.db, {
    office,
    department: office.general,
    assigned: '2016-04-25T09:00',
    due: '2016-05-20',
  });
  const values = await filled({ beforeDays: '5; 2', atTime: '9h15', afterMaxCount: '1' });
  const preview = cardOf(await submit('policy.try', String(office.centre), office.director, now, values));
  const text = textOf(preview);
  expect(text).toContain('Nhắc trước hạn: 7, 3, 1 ngày làm việc → 5, 2 ngày làm việc');
  // 7, 3, 1, the day, one question, and 1, 3, 5 after it (to 25 April), against 5, 2, the day, the question, and once after it.
  expect(text).toContain('Lượt nhắc đơn vị | 8 | 5');
  expect(text).toContain('Báo lãnh đạo | 1 | 1');
  expect(text).toContain('09:15 8/4/2016 · Phòng Tổng hợp · NV-1: nhắc trước hạn');
  expect(labels(preview)).toEqual([['Lưu', 'Bỏ']]);
  expect((await policyOf(database.db, office.centre)).changed).toBeNull();

  const save = preview.buttons.flat()[0];
  const saved = cardOf(await press('policy.save', save?.id ?? '', office.director, now));
  expect(saved.title).toBe(
    'Đã lưu chính sách nhắc việc của Trung tâm Thông tin. Các lời nhắc đã được xếp lại.',
  );
  const { policy, changed } = await policyOf(database.db, office.centre);
  expect(policy.beforeDays).toEqual([5, 2]);
  expect(changed?.by).toBe('Giám đốc Trung tâm');
  const next = await nextReminders(database.db, [taskId, later.taskId]);
  expect(next.map((each) => `${wall(each.at)} ${each.kind}`)).toEqual([
    '2016-05-04T09:15 weekly',
    '2016-05-04T09:15 noProgress',
  ]);
});

describe('what is refused', () => {
  test.each([
    ['beforeDays', 'bảy', 'Xin ghi nhiều nhất 7 số từ 1 đến 30'],
    ['beforeDays', '1,2,3,4,5,6,7,8', 'Xin ghi nhiều nhất 7 số từ 1 đến 30'],
    ['afterEveryDays', '0', 'Xin ghi số ngày từ 1 đến 30.'],
    ['afterMaxCount', '21', 'Xin ghi số lần từ 0 đến 20.'],
    ['atTime', '25:00', 'Xin ghi giờ như 08:30 hoặc 8h30.'],
    ['atTime', '20:00', 'Giờ nhắc cần nằm trong giờ làm việc.'],
    ['hoursEnd', '07:00', 'Giờ kết thúc cần sau giờ bắt đầu.'],
  ])('%s %s', async (field, value, answer) => {
    const values = await filled({ [field]: value });
    await expect(
      submit('policy.try', String(office.centre), office.director, now, values),
    ).rejects.toMatchObject({ message: expect.stringContaining(answer), field });
  });

  test('buttons in other hands, and buttons of nothing', async () => {
    const code = writePolicyCode({ agencyId: office.centre, policy: defaultPolicy });
    for (const who of [office.official, office.generalHead, office.itLeader]) {
      await expect(press('policy.save', code, who, now)).rejects.toThrow('Chính sách nhắc việc do');
      await expect(press('policy.change', String(office.centre), who, now)).rejects.toThrow();
    }
    for (const id of ['', 'x', '999', '1.zzz.000.1.eg.d8.n0.1513']) {
      await expect(press('policy.save', id, office.director, now)).rejects.toThrow('Nút này đã cũ.');
    }
  });
});

test('a policy in a button is the policy read from it, in 64 bytes', () => {
  fc.assert(
    fc.property(anyPolicy, fc.integer({ min: 1, max: 999_999_999 }), (policy, agencyId) => {
      const code = writePolicyCode({ agencyId, policy });
      expect(Buffer.byteLength(`policy.save:${code}`)).toBeLessThanOrEqual(64);
      expect(readPolicyCode(code)).toEqual({ agencyId, policy });
    }),
  );
});
