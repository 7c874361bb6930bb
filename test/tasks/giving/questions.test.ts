/** What a preview asks before it can be given: the deadline, the departments. */
import { describe, expect, it } from 'vitest';
import { inTransaction } from '../../../src/database/transaction.ts';
import type { PreviewDue, PreviewTask } from '../../../src/tasks/giving/preview.ts';
import { insertPreviews } from '../../../src/tasks/giving/previewStore.ts';
import { buttonOf, cardOf, pressOn, storyTime, textOf } from './office.ts';
import { openOffice } from './opening.ts';

const { database, office, official } = openOffice();

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

/** A preview with these dates, as it is kept. */
async function keptPreview(dates: Pick<PreviewTask, 'due' | 'otherDates'>): Promise<number | undefined> {
  const task: PreviewTask = {
    agencyId: office.tttt,
    title: 'chuẩn bị tài liệu họp',
    units: [{ words: 'KH', role: 'lead', departmentId: office.kh, question: null, options: [] }],
    excluded: [],
    recurrence: null,
    urgency: 'normal',
    source: null,
    sourceMessage: null,
    batch: null,
    ...dates,
  };
  const from = { personId: office.official, line: task.title };
  const [preview] = await inTransaction(database.db, (trx) => insertPreviews(trx, storyTime, from, [task]));
  return preview?.id;
}

describe('a deadline', () => {
  const cases: [string, string, string][] = [
    [
      'that does not exist is said so',
      'P. Kế hoạch nộp báo cáo trước ngày 31/4',
      'không có trong lịch. Xin đặt hạn khác',
    ],
    [
      'that has passed is said so',
      'P. Kế hoạch nộp báo cáo trước ngày 1/4/2016',
      'Hạn thứ Sáu, 1/4/2016 đã qua.',
    ],
    ['that is missing is asked for', 'P. Kế hoạch nộp báo cáo', 'Chưa có hạn: đặt hạn hay giao không hạn?'],
    [
      'on a day off is noted',
      'P. Kế hoạch nộp báo cáo trước ngày 17/4',
      'Chủ nhật, 17/4/2016 là ngày nghỉ (cuối tuần).',
    ],
    [
      'on a holiday is noted',
      'P. Kế hoạch nộp báo cáo trước ngày 18/4',
      'thứ Hai, 18/4/2016 là ngày nghỉ (Giỗ Tổ Hùng Vương).',
    ],
  ];
  it.each(cases)('%s', async (_name, line, said) => {
    expect(textOf(cardOf(await official.says(line)))).toContain(said);
  });

  it('moves to the working day before or after a day off', async () => {
    const preview = await official.says('P. Kế hoạch nộp báo cáo trước ngày 17/4');
    const before = await pressOn(official, preview, 'thứ Sáu, 15/4/2016');
    expect(textOf(cardOf(before))).toContain('Hạn: thứ Sáu, 15/4/2016');
    const after = await pressOn(official, preview, 'thứ Ba, 19/4/2016');
    await pressOn(official, after, 'Giao việc');
    expect((await lastTask()).due_on?.toString()).toBe('2016-04-19');
  });

  it('is set with words, and wrong words are told at the field', async () => {
    const preview = await official.says('P. Kế hoạch nộp báo cáo quý');
    const form = await pressOn(official, preview, 'Đặt hạn');
    if (form.kind !== 'form') throw new Error('a form was expected');
    const { action, id } = form.form;
    const refused = await official
      .sends(action, id, { deadline: ['khi nào rảnh'] })
      .catch((error: unknown) => error);
    expect(refused).toMatchObject({ message: 'Chưa rõ hạn “khi nào rảnh”.', field: 'deadline' });
    const set = await official.sends(action, id, { deadline: ['cuối tháng 4'] });
    expect(textOf(cardOf(set))).toContain('Hạn: thứ Bảy, 30/4/2016 (“cuối tháng 4”)');
  });

  it('is offered from the other dates of the line', async () => {
    const other: PreviewDue = {
      words: 'ngày 20/4',
      dueOn: Temporal.PlainDate.from('2016-04-20'),
      time: null,
      convention: null,
      sure: 'said',
      problem: null,
    };
    const shown = await official.presses(
      'assign.open',
      `${await keptPreview({ due: null, otherDates: [other] })}`,
    );
    expect(textOf(cardOf(shown))).toContain('Mốc khác trong câu, không lấy làm hạn: ngày 20/4.');
    const settled = await pressOn(official, shown, 'Hạn 20/4/2016 (“ngày 20/4”)');
    expect(textOf(cardOf(settled))).toContain('Hạn: thứ Tư, 20/4/2016 (“ngày 20/4”)');
  });

  it('in doubt is confirmed first', async () => {
    const due: PreviewDue = {
      words: 'sau khi họp',
      dueOn: Temporal.PlainDate.from('2016-04-20'),
      time: null,
      convention: null,
      sure: 'ask',
      problem: null,
    };
    const shown = await official.presses('assign.open', `${await keptPreview({ due, otherDates: [] })}`);
    expect(textOf(cardOf(shown))).toContain('“sau khi họp” được hiểu là thứ Tư, 20/4/2016. Có đúng không?');
    const settled = await pressOn(official, shown, 'Đúng, hạn thứ Tư, 20/4/2016');
    expect(buttonOf(cardOf(settled), 'Giao việc')).toBeDefined();
  });

  it('may be left out', async () => {
    await pressOn(official, await official.says('P. Kế hoạch theo dõi dư luận'), 'Giao không hạn');
    expect((await lastTask()).due_on).toBeNull();
  });
});

describe('departments', () => {
  it('of another agency wait for its consent', async () => {
    const preview = await official.says(
      'P. Kế hoạch, phối hợp với Phòng Phát triển ứng dụng thử nghiệm hệ thống 20/4',
    );
    expect(textOf(cardOf(preview))).toContain(
      'Đơn vị của cơ quan bạn, việc chờ cơ quan đó đồng ý: Phòng Phát triển ứng dụng (CNTT).',
    );
    await pressOn(official, preview, 'Giao việc');
    const parts = await partsOf((await lastTask()).id);
    expect(parts.map((row) => [row.department_id, row.status])).toEqual([
      [office.kh, 'assigned'],
      [office.ptud, 'proposed'],
    ]);
  });

  it('are asked for when a whole agency is named', async () => {
    const preview = await official.says('P. Kế hoạch chủ trì, phối hợp với Cục CNTT khảo sát hạ tầng 20/4');
    expect(textOf(cardOf(preview))).toContain(
      '“Cục CNTT” (phối hợp) là cả cơ quan. Giao cho đơn vị nào ở đó?',
    );
    expect(() => buttonOf(cardOf(preview), 'Giao việc')).toThrow();
    const settled = await pressOn(official, preview, 'Phòng Phát triển ứng dụng (CNTT)');
    expect(textOf(cardOf(settled))).toContain('Phối hợp: Phòng Phát triển ứng dụng (CNTT)');
    expect(buttonOf(cardOf(settled), 'Giao việc')).toBeDefined();
    await expect(pressOn(official, preview, 'Phòng Phát triển ứng dụng (CNTT)')).rejects.toThrow(
      'Phiếu này đã thay đổi.',
    );
  });

  it('that nobody knows are asked about, never guessed', async () => {
    const preview = await official.says('giao Phòng Đối ngoại dự thảo thư mời 20/4');
    expect(textOf(cardOf(preview))).toContain('Chưa rõ “Phòng Đối ngoại” (chủ trì) là đơn vị nào.');
    expect(() => buttonOf(cardOf(preview), 'Giao việc')).toThrow();
    const form = await pressOn(official, preview, 'Chọn đơn vị');
    if (form.kind !== 'form') throw new Error('a form was expected');
    const settled = await official.sends(form.form.action, form.form.id, { unit: [`d${office.kh}`] });
    expect(textOf(cardOf(settled))).toContain('Chủ trì: Phòng Kế hoạch');
  });

  it('that are missing are asked for', async () => {
    const preview = await official.says('dự thảo thư mời 20/4');
    expect(textOf(cardOf(preview))).toContain('Chưa có đơn vị chủ trì: bấm Sửa để chọn.');
    // Pressed on an older card, say: the answer is the preview as it stands.
    const { id } = buttonOf(cardOf(preview), 'Sửa');
    expect(textOf(cardOf(await official.presses('assign.confirm', id)))).toContain('Chưa có đơn vị chủ trì');
  });

  it('may follow', async () => {
    await pressOn(
      official,
      await official.says('P. Kế hoạch chủ trì, VP theo dõi, lập hồ sơ 20/4'),
      'Giao việc',
    );
    const { id } = await lastTask();
    const followers = await database.db
      .selectFrom('follower')
      .select('department_id')
      .where('task_id', '=', id)
      .execute();
    expect(followers).toEqual([{ department_id: office.vp }]);
  });
});
