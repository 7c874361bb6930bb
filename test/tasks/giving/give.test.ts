/** From a line of /giao to a task: what is shown, asked and stored. */
import { beforeAll, describe, expect, it } from 'vitest';
import { UserError } from '../../../src/chat/errors.ts';
import { inTransaction } from '../../../src/database/transaction.ts';
import { dueSeries } from '../../../src/tasks/giving/seriesStore.ts';
import { buttonOf, cardOf, pressOn, type Speaker, speaker, storyTime, textOf } from './office.ts';
import { openOffice } from './opening.ts';

const { database, office, official } = openOffice();
let english: Speaker;

beforeAll(() => {
  english = speaker(database.db, office.official, 'en');
});

const storyLine =
  'P. Tổng hợp và P. Kế hoạch chủ trì, phối hợp với VP dự thảo nội dung phối hợp 5 năm, trình lãnh đạo giữa tháng 4';

function taskCount(): Promise<number> {
  return database.db
    .selectFrom('task')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
    .then((row) => row.n);
}

async function lastTask() {
  return database.db.selectFrom('task').selectAll().orderBy('id', 'desc').executeTakeFirstOrThrow();
}

function partsOf(taskId: number) {
  return database.db
    .selectFrom('assignment')
    .select(['department_id', 'part', 'status', 'due_on'])
    .where('task_id', '=', taskId)
    .orderBy('id')
    .execute();
}

describe('the line of the story', () => {
  it('is shown with every part as understood, and nothing is given yet', async () => {
    const before = await taskCount();
    const card = cardOf(await official.says(storyLine));
    expect(textOf(card).split('\n')).toEqual([
      'Xem lại trước khi giao',
      'dự thảo nội dung phối hợp 5 năm, trình lãnh đạo',
      'Chủ trì: Phòng Tổng hợp, Phòng Kế hoạch',
      'Phối hợp: Văn phòng',
      'Hạn: thứ Sáu, 15/4/2016 (“giữa tháng 4”)',
      'Hạn: “giữa tháng” hiểu là ngày 15.',
      'Nhiều đơn vị chủ trì; Phòng Tổng hợp, đơn vị nêu đầu tiên, là đầu mối báo cáo.',
      '[Giao việc] [Sửa] [Huỷ]',
    ]);
    expect(await taskCount()).toBe(before);
  });

  it('is given with Giao việc: rows, history, messages, a living card', async () => {
    const reply = await pressOn(official, await official.says(storyLine), 'Giao việc');
    const task = await lastTask();
    expect(reply).toMatchObject({ kind: 'card', replaces: true, live: { kind: 'task', id: task.id } });
    expect(cardOf(reply).title).toContain(`NV-${task.id}`);
    expect(buttonOf(cardOf(reply), 'Hoàn tác').action).toBe('undo.take');
    expect(task).toMatchObject({
      title: 'dự thảo nội dung phối hợp 5 năm, trình lãnh đạo',
      due_words: 'giữa tháng 4',
    });
    expect(task.due_on?.toString()).toBe('2016-04-15');
    expect(task.due_at?.toString()).toBe('2016-04-15T17:00:00Z');
    expect((await partsOf(task.id)).map((row) => [row.department_id, row.part, row.status])).toEqual([
      [office.th, 'lead', 'assigned'],
      [office.kh, 'lead', 'assigned'],
      [office.vp, 'coordinating', 'assigned'],
    ]);
    const events = await database.db
      .selectFrom('event')
      .select('kind')
      .where('task_id', '=', task.id)
      .execute();
    expect(events.map((row) => row.kind)).toEqual(['task.given', ...Array(3).fill('assignment.assigned')]);
    const told = await database.db
      .selectFrom('notification as n')
      .innerJoin('notification_task as k', 'k.notification_id', 'n.id')
      .select(['n.kind', 'n.room_id'])
      .where('k.task_id', '=', task.id)
      .execute();
    expect(told.filter((row) => row.kind === 'tasks.card' && row.room_id !== null)).toHaveLength(3);
    const planned = await database.db
      .selectFrom('reminder as r')
      .innerJoin('assignment as a', 'a.id', 'r.assignment_id')
      .select('r.kind')
      .where('a.task_id', '=', task.id)
      .execute();
    expect(planned).toHaveLength(3);
  });

  it('is given in English too', async () => {
    const reply = await english.says('assign Phòng Kế hoạch to draft the programme by mid-April');
    expect(textOf(cardOf(reply))).toContain('Friday, 15 April 2016');
    expect(buttonOf(cardOf(reply), 'Give task').action).toBe('assign.confirm');
  });
});

describe('Giao việc', () => {
  it('pressed twice gives one task, and the second press shows it', async () => {
    const preview = await official.says('P. Kế hoạch rà soát danh mục dự án 15/4');
    const before = await taskCount();
    await pressOn(official, preview, 'Giao việc');
    const again = await pressOn(official, preview, 'Giao việc');
    expect(await taskCount()).toBe(before + 1);
    expect(cardOf(again).title).toContain(`NV-${(await lastTask()).id}`);
  });

  it('pressed at once in two places gives one task', async () => {
    const preview = await official.says('P. Kế hoạch lập danh sách cán bộ đầu mối 15/4');
    const before = await taskCount();
    await Promise.all([pressOn(official, preview, 'Giao việc'), pressOn(official, preview, 'Giao việc')]);
    expect(await taskCount()).toBe(before + 1);
  });

  it('belongs to the maker of the preview', async () => {
    const preview = await official.says('P. Kế hoạch chuẩn bị họp báo 15/4');
    const leader = speaker(database.db, office.leader);
    for (const label of ['Giao việc', 'Sửa', 'Huỷ']) {
      await expect(pressOn(leader, preview, label)).rejects.toThrow(
        'Phiếu này là của Chuyên viên Tổng hợp; chỉ người lập phiếu mới bấm được.',
      );
    }
  });

  it('is for officials and leaders; others hear who may', async () => {
    const member = speaker(database.db, office.member);
    const refused = await member.says(storyLine).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(UserError);
    expect(refused).toMatchObject({
      message: 'Giao nhiệm vụ là việc của cán bộ giao việc và lãnh đạo cơ quan.',
      mend: 'Xin nhờ: Chuyên viên Tổng hợp, Thư ký chương trình phối hợp, Giám đốc Trung tâm.',
    });
  });

  it('checks the right again when it is pressed', async () => {
    const other = speaker(database.db, office.bothOfficial);
    const preview = await pressOn(
      other,
      await other.says('P. Kế hoạch kiểm kê thiết bị 15/4'),
      'Cục Công nghệ thông tin',
    );
    const roles = database.db.deleteFrom('person_role').where('person_id', '=', office.bothOfficial);
    await roles.where('agency_id', '=', office.cntt).execute();
    await expect(pressOn(other, preview, 'Giao việc')).rejects.toThrow('Giao nhiệm vụ là việc của');
    await database.db
      .insertInto('person_role')
      .values({ person_id: office.bothOfficial, role: 'official', agency_id: office.cntt })
      .execute();
  });

  it('asks again when a department has been closed since', async () => {
    const preview = await official.says('P. Kế hoạch, phối hợp với VP in tài liệu 15/4');
    const closing = database.db.updateTable('department').where('id', '=', office.vp);
    await closing.set({ closed_at: storyTime }).execute();
    const reply = await pressOn(official, preview, 'Giao việc');
    expect(textOf(cardOf(reply))).toContain('“Văn phòng” (phối hợp) đã ngừng hoạt động.');
    await closing.set({ closed_at: null }).execute();
    const settled = await pressOn(official, reply, 'Bỏ “Văn phòng”');
    expect(cardOf(await pressOn(official, settled, 'Giao việc')).title).toContain('NV-');
  });

  it('asks again about a closed department even when no deadline is wanted', async () => {
    const preview = await official.says('P. Kế hoạch, phối hợp với VP soạn sổ tay');
    const closing = database.db.updateTable('department').where('id', '=', office.vp);
    await closing.set({ closed_at: storyTime }).execute();
    const reply = await pressOn(official, preview, 'Giao không hạn');
    await closing.set({ closed_at: null }).execute();
    expect(textOf(cardOf(reply))).toContain('“Văn phòng” (phối hợp) đã ngừng hoạt động.');
  });

  it('does not take a date that has passed since', async () => {
    const preview = await official.says('P. Kế hoạch gửi công văn 15/4');
    const later = Temporal.Instant.from('2016-04-20T09:00:00+07:00');
    const reply = await pressOn(official, preview, 'Giao việc', later);
    expect(textOf(cardOf(reply))).toContain(
      'Hạn thứ Sáu, 15/4/2016 đã qua. Xin đặt hạn khác hoặc giao không hạn.',
    );
  });

  it('is not there any more after Huỷ', async () => {
    const preview = await official.says('P. Kế hoạch tổng kết 15/4');
    expect(cardOf(await pressOn(official, preview, 'Huỷ')).title).toBe('Đã huỷ phiếu, chưa giao gì');
    await expect(pressOn(official, preview, 'Giao việc')).rejects.toThrow('Phiếu này đã huỷ.');
  });
});

describe('the giving agency', () => {
  it('is chosen by whoever may give for several', async () => {
    const both = speaker(database.db, office.bothOfficial);
    const preview = await both.says('Phòng Phát triển ứng dụng xây dựng cổng thông tin 20/4');
    expect(textOf(cardOf(preview))).toContain('Giao thay mặt cơ quan nào?');
    const settled = await pressOn(both, preview, 'Cục Công nghệ thông tin');
    await pressOn(both, settled, 'Giao việc');
    const task = await lastTask();
    expect(task.agency_id).toBe(office.cntt);
    expect((await partsOf(task.id)).map((row) => row.status)).toEqual(['assigned']);
  });
});

describe('a message that is answered with /giao', () => {
  const quoted = { text: 'P. Kế hoạch báo cáo kinh phí trước 22/4', by: 'Giám đốc Trung tâm', link: null };

  it('is read when the line has no words, and kept as the source', async () => {
    const preview = await official.says('', { quoted });
    expect(textOf(cardOf(preview))).toContain('Hạn: thứ Sáu, 22/4/2016');
    await pressOn(official, preview, 'Giao việc');
    expect((await lastTask()).source_message).toMatchObject({ by: 'Giám đốc Trung tâm' });
  });

  it('gives the title when the line names only units and a date', async () => {
    const message = { text: 'Cần số liệu\n hạ tầng mạng', by: 'Giám đốc Trung tâm', link: null };
    const preview = await official.says('giao P. Kế hoạch, hạn 22/4', { quoted: message });
    expect(textOf(cardOf(preview)).split('\n')[1]).toBe('Cần số liệu hạ tầng mạng');
  });
});

describe('an answer', () => {
  it('says the limit of a title', async () => {
    const line = `P. Kế hoạch rà soát ${'hồ sơ '.repeat(200)} 20/4`;
    const refused = await official.says(line).catch((error: unknown) => error);
    expect(refused).toMatchObject({
      message: expect.stringMatching(/^Nội dung dài \d+ ký tự, vượt mức 1000 ký tự\.$/u),
    });
  });

  it('to a button that is no longer known is polite', async () => {
    for (const id of ['', 'x', '0', '999999', '1e3', '-1']) {
      await expect(official.presses('assign.confirm', id)).rejects.toThrow('Không thấy phiếu giao việc này.');
    }
  });
});

it('is taken back with Hoàn tác: the task is cancelled, and its series with it', async () => {
  const given = await pressOn(
    official,
    await official.says('giao P. Kế hoạch trực ban ngày 25 hằng tháng'),
    'Giao việc',
  );
  await pressOn(official, given, 'Hoàn tác');
  const task = await lastTask();
  expect(task.status).toBe('cancelled');
  expect(await dueSeries(database.db, Temporal.Instant.from('2016-06-01T08:00:00+07:00'), 10)).not.toContain(
    task.id,
  );
});

it('keeps the preview over a restart: it is a row', async () => {
  const reply = await official.says('P. Kế hoạch nộp danh sách 22/4');
  const { id } = buttonOf(cardOf(reply), 'Giao việc');
  const row = await inTransaction(database.db, (trx) =>
    trx.selectFrom('task_preview').selectAll().where('id', '=', Number(id)).executeTakeFirstOrThrow(),
  );
  expect(row).toMatchObject({
    status: 'open',
    line: 'P. Kế hoạch nộp danh sách 22/4',
    person_id: office.official,
  });
});
