/** Several tasks in one message: a list, each part of it on its own. */
import { expect, it } from 'vitest';
import { buttonOf, cardOf, pressOn, speaker, textOf } from './office.ts';
import { openOffice } from './opening.ts';

const { database, office, official } = openOffice();

const message = `1. P. Tổng hợp dự thảo chương trình phối hợp trước 15/4
2. P. Kế hoạch lập dự toán kinh phí trước 20/4
3. VP chuẩn bị hội trường`;

function titles(): Promise<string[]> {
  return database.db
    .selectFrom('task')
    .select('title')
    .orderBy('id')
    .execute()
    .then((rows) => rows.map((row) => row.title));
}

it('lists them, gives all that are clear, then the rest', async () => {
  const list = await official.says(message);
  expect(textOf(cardOf(list)).split('\n')).toEqual([
    'Xem lại 3 việc trước khi giao',
    'dự thảo chương trình phối hợp – Phòng Tổng hợp · thứ Sáu, 15/4/2016 (“trước 15/4”) · đủ thông tin',
    'lập dự toán kinh phí – Phòng Kế hoạch · thứ Tư, 20/4/2016 (“trước 20/4”) · đủ thông tin',
    'chuẩn bị hội trường – Văn phòng · chưa có hạn · còn điều cần chọn, bấm Xem',
    '1 việc còn điều cần chọn; các việc khác có thể giao ngay.',
    '[Giao tất cả (2 việc)] [Huỷ tất cả]',
  ]);
  const some = await pressOn(official, list, 'Giao tất cả (2 việc)');
  expect(cardOf(some).title).toBe('Đã giao 2 việc, còn 1 việc chờ bổ sung');
  expect(await titles()).toEqual(['dự thảo chương trình phối hợp', 'lập dự toán kinh phí']);
  // The same press again, on the old card: nothing is given twice.
  expect(cardOf(await pressOn(official, list, 'Giao tất cả (2 việc)')).title).toBe(cardOf(some).title);
  expect(await titles()).toHaveLength(2);

  const one = await pressOn(official, some, 'Xem');
  expect(cardOf(one).title).toBe('Xem lại trước khi giao: việc 3/3');
  const all = await pressOn(official, one, 'Giao không hạn');
  expect(cardOf(all).title).toBe('Đã giao 3 việc');
  expect(await titles()).toHaveLength(3);
});

it('what was given with one press is taken back with one, but for what somebody has acted on', async () => {
  const list = await official.says(message.replaceAll('phối hợp', 'năm sau'));
  const some = await pressOn(official, list, 'Giao tất cả (2 việc)');
  const last = (await database.db.selectFrom('task').select('id').orderBy('id', 'desc').limit(2).execute())
    .map(({ id }) => id)
    .sort((a, b) => a - b);
  const statuses = async () =>
    (
      await database.db.selectFrom('task').select('status').where('id', 'in', last).orderBy('id').execute()
    ).map(({ status }) => status);
  const { id: part } = await database.db
    .selectFrom('assignment')
    .select('id')
    .where('task_id', '=', last[0] ?? 0)
    .executeTakeFirstOrThrow();
  await speaker(database.db, office.member).presses('task.accept', `${part}`);
  const stranger = speaker(database.db, office.leader);
  await expect(pressOn(stranger, some, 'Hoàn tác')).rejects.toThrow('Chỉ người đã thao tác');
  const back = await pressOn(official, some, 'Hoàn tác');
  expect(cardOf(back).title).toBe('Đã hoàn tác 1 trong 2 việc.');
  expect(textOf(cardOf(back))).toContain(`NV-${last[0]}: Không hoàn tác được`);
  expect(await statuses()).toEqual(['open', 'cancelled']);
  expect(cardOf(await pressOn(official, some, 'Hoàn tác')).title).toBe('Không việc nào hoàn tác được nữa.');
});

it('/hoantac after it takes all of it back; one given from the list goes back alone', async () => {
  const list = await official.says(message.replaceAll('phối hợp', 'ba năm'));
  const some = await pressOn(official, list, 'Giao tất cả (2 việc)');
  const all = await pressOn(official, await pressOn(official, some, 'Xem'), 'Giao không hạn');
  const open = async () => {
    const rows = await database.db.selectFrom('task').select('id').where('status', '=', 'open').execute();
    return rows.length;
  };
  const before = await open();
  await pressOn(official, all, 'Hoàn tác');
  expect(await open()).toBe(before - 1);
  expect(cardOf(await official.undoes()).title).toBe('Đã hoàn tác 2 việc.');
  expect(await open()).toBe(before - 3);
});

it('goes back to the list, and drops one or all', async () => {
  const list = await official.says(message.replaceAll('hội trường', 'phòng họp'));
  const one = await pressOn(official, list, 'Xem');
  expect(cardOf(await pressOn(official, one, 'Về danh sách')).title).toBe('Xem lại 3 việc trước khi giao');
  const two = await pressOn(official, one, 'Huỷ');
  expect(cardOf(two).title).toBe('Xem lại 2 việc trước khi giao');
  expect(cardOf(await pressOn(official, two, 'Huỷ tất cả')).title).toBe('Đã huỷ phiếu, chưa giao gì');
});

it('belongs to its maker', async () => {
  const list = await official.says(message);
  const leader = speaker(database.db, office.leader);
  const refusal = 'Phiếu này là của Chuyên viên Tổng hợp';
  await expect(pressOn(leader, list, 'Giao tất cả (2 việc)')).rejects.toThrow(refusal);
  await expect(pressOn(leader, list, 'Huỷ tất cả')).rejects.toThrow(refusal);
});

it('has an end', async () => {
  const lines = Array.from({ length: 25 }, (_, n) => `${n + 1}. P. Kế hoạch nộp phụ lục ${n + 1} trước 20/4`);
  await expect(official.says(lines.join('\n'))).rejects.toThrow('Tin có 25 việc, vượt mức 20 việc một lần.');
});

it('offers a button to each', async () => {
  const list = await official.says(message);
  expect(buttonOf(cardOf(list), 'Xem').action).toBe('assign.open');
});
