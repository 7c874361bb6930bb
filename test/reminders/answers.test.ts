import { describe, expect, test } from 'vitest';
import { recordEvent } from '../../src/history/recordEvent.ts';
import { drawDigest } from '../../src/reminders/digest.ts';
import { messageProofs, nextReminders } from '../../src/reminders/nextReminders.ts';
import { remindersTick } from '../../src/reminders/tick.ts';
import { cardOf, conversation, labels, textOf } from './conversation.ts';
import { as, at, viewer, wall } from './office.ts';
import { officeForEachTest } from './opening.ts';
import { change, giveTask } from './work.ts';

const { database, office } = officeForEachTest();

const { press, submit } = conversation(() => database.db);

const notifications = () =>
  database.db
    .selectFrom('notification')
    .select(['key', 'kind', 'facts', 'room_id', 'person_id', 'send_at', 'answered_by'])
    .orderBy('id')
    .execute();

async function firstKey(): Promise<string> {
  const [first] = await notifications();
  if (!first) throw new Error('nothing was written');
  return first.key;
}

const storyTask = (title?: string) =>
  giveTask(database.db, {
    office,
    department: office.general,
    assigned: '2016-04-05T16:41',
    due: '2016-04-15',
    ...(title ? { title } : {}),
  });

async function planned(taskId: number): Promise<string[]> {
  return (await nextReminders(database.db, [taskId])).map((next) => `${wall(next.at)} ${next.kind}`);
}

describe('the digest', () => {
  test('one assignment: what it is, how it stands, what can be done', async () => {
    await storyTask();
    await remindersTick.run(database.db, at('2016-04-12T08:30'));
    const [row] = await notifications();
    const card = await drawDigest(
      row?.facts ?? {},
      viewer(database.db, at('2016-04-12T08:30'), { roomId: office.generalRoom }),
    );
    if (!card) throw new Error('nothing drawn');
    expect(card.title).toBe('Nhắc việc NV-1: còn 3 ngày làm việc');
    expect(card.tone).toBe('warning');
    expect(textOf(card)).toContain('Hạn: thứ Sáu, 15/4/2016 (còn 3 ngày làm việc)');
    expect(labels(card)).toEqual([
      ['Xong', 'Tiến độ', 'Xin gia hạn'],
      ['Mở NV-1', 'Nhắc lại sau', 'Đã biết', 'Vì sao có nhắc này?'],
    ]);
    const ids = card.buttons.flat().map((button) => Buffer.byteLength(`${button.action}:${button.id}`));
    expect(Math.max(...ids)).toBeLessThanOrEqual(64);
  });

  test('several: a list in which what is done meanwhile is left out', async () => {
    const first = await storyTask('Việc thứ nhất');
    await storyTask('Việc thứ hai');
    await storyTask('Việc thứ ba');
    await remindersTick.run(database.db, at('2016-04-20T09:00'));
    await change(database.db, at('2016-04-20T09:01'), first.assignmentId, { status: 'submitted' });
    const rows = await notifications();
    const toRoom = rows.find((row) => row.room_id === office.generalRoom);
    const card = await drawDigest(
      toRoom?.facts ?? {},
      viewer(database.db, at('2016-04-20T09:02'), { roomId: office.generalRoom }),
    );
    if (!card) throw new Error('nothing drawn');
    expect(card.title).toBe('Nhắc việc: 2 nhiệm vụ, 2 quá hạn');
    expect(textOf(card)).not.toContain('Việc thứ nhất');
    expect(textOf(card)).toContain(
      'NV-2 · Việc thứ hai | hạn 15/4/2016 · quá hạn 2 ngày làm việc · đang thực hiện',
    );
    expect(labels(card)[0]).toEqual(['Xong NV-2', 'Xong NV-3']);
  });
});

test('the list of the week says what it is', async () => {
  await storyTask();
  await storyTask();
  await remindersTick.run(database.db, at('2016-04-29T08:30'));
  await remindersTick.run(database.db, at('2016-05-04T08:30'));
  const last = (await notifications()).filter((row) => row.room_id === office.generalRoom).at(-1);
  const eyes = viewer(database.db, at('2016-05-04T08:30'), { roomId: office.generalRoom });
  expect((await drawDigest(last?.facts ?? {}, eyes))?.title).toBe('Quá hạn trong tuần: 2 nhiệm vụ');
});

describe('Nhắc lại sau', () => {
  test('puts off until the chosen day, never past the morning of the deadline', async () => {
    const { taskId } = await storyTask();
    await remindersTick.run(database.db, at('2016-04-12T08:30'));
    const key = await firstKey();
    const form = await press('reminder.snooze', key, office.generalMember, '2016-04-12T09:00');
    if (form.kind !== 'form') throw new Error('no form');
    const [when] = form.form.fields;
    expect(when?.input.kind === 'choice' && when.input.options.map((each) => each.label)).toEqual([
      'Ngày làm việc tới (08:30 13/4/2016)',
      'Sau 2 ngày làm việc (08:30 14/4/2016)',
    ]);
    const reply = await submit('reminder.snooze', key, office.generalMember, '2016-04-12T09:00', {
      when: ['twoDays'],
    });
    expect(reply).toEqual({ kind: 'toast', text: 'Sẽ nhắc lại NV-1 lúc 08:30 thứ Năm, 14/4/2016.' });
    expect(await planned(taskId)).toEqual(['2016-04-14T08:30 snoozed']);
    await remindersTick.run(database.db, at('2016-04-14T08:30'));
    expect(await planned(taskId)).toEqual(['2016-04-15T08:30 onTheDay']);
  });

  test('ends when the deadline moves', async () => {
    const { taskId, assignmentId } = await storyTask();
    await remindersTick.run(database.db, at('2016-04-12T08:30'));
    await submit('reminder.snooze', await firstKey(), office.generalMember, '2016-04-12T09:00', {
      when: ['tomorrow'],
    });
    await change(database.db, at('2016-04-12T10:00'), assignmentId, { due: '2016-04-29' });
    expect(await planned(taskId)).toEqual(['2016-04-13T08:30 noProgress']);
  });

  test('does not keep the leader from being told', async () => {
    const { taskId } = await storyTask();
    await remindersTick.run(database.db, at('2016-04-19T08:30'));
    await submit('reminder.snooze', await firstKey(), office.generalMember, '2016-04-19T09:00', {
      when: ['nextWeek'],
    });
    expect(await planned(taskId)).toEqual(['2016-04-21T08:30 escalatedToLeader']);
    await remindersTick.run(database.db, at('2016-04-21T08:30'));
    expect(await planned(taskId)).toEqual(['2016-04-25T08:30 snoozed']);
  });

  test('on the due day there is nothing to put off to', async () => {
    await storyTask();
    await remindersTick.run(database.db, at('2016-04-14T08:30'));
    const late = press('reminder.snooze', await firstKey(), office.generalMember, '2016-04-14T09:00');
    await expect(late).rejects.toThrow('Đã sát hạn nên lời nhắc tới không lùi được nữa.');
  });

  test.each(['itOfficial', 'director'] as const)('is refused to %s', async (who) => {
    await storyTask();
    await remindersTick.run(database.db, at('2016-04-12T08:30'));
    const refused = press('reminder.snooze', await firstKey(), office[who], '2016-04-12T09:00');
    await expect(refused).rejects.toThrow('Việc này cần quyền khác với quyền hiện có.');
  });
});

describe('Đã biết, and the proof', () => {
  test('a message that could not be sent stands there as failed, with its reason', async () => {
    const { taskId } = await storyTask();
    await remindersTick.run(database.db, at('2016-04-12T08:30'));
    await database.db
      .updateTable('notification')
      .set({ status: 'failed', failed_at: at('2016-04-12T08:31'), failure_code: 'chat_not_found' })
      .execute();
    const [proof] = await messageProofs(database.db, [taskId], 10);
    expect(proof).toMatchObject({ status: 'failed', failure: 'chat_not_found', sentAt: null });
  });

  test('the first counts, the second is told; the giver sees who and when', async () => {
    const { taskId } = await storyTask();
    await remindersTick.run(database.db, at('2016-04-12T08:30'));
    const key = await firstKey();
    const card = cardOf(await press('reminder.ack', key, office.generalHead, '2016-04-12T09:12'));
    expect(textOf(card)).toContain('Đã biết: Trưởng phòng Tổng hợp, 09:12 12/4/2016');
    expect(labels(card).at(-1)).toEqual(['Mở NV-1', 'Nhắc lại sau', 'Vì sao có nhắc này?']);
    expect(await press('reminder.ack', key, office.generalMember, '2016-04-12T09:15')).toEqual({
      kind: 'toast',
      text: 'Đã biết: Trưởng phòng Tổng hợp, 09:12 12/4/2016',
    });
    const [proof] = await messageProofs(database.db, [taskId], 10);
    expect(proof).toMatchObject({
      kind: 'reminders.digest',
      to: 'Phòng Tổng hợp',
      status: 'pending',
      answered: { by: 'Trưởng phòng Tổng hợp' },
    });
  });

  test('what the department did after it came is its answer too', async () => {
    const { taskId, assignmentId } = await storyTask();
    await remindersTick.run(database.db, at('2016-04-12T08:30'));
    await database.db
      .updateTable('notification')
      .set({ status: 'sent', sent_at: at('2016-04-12T08:30'), message_id: '1' })
      .execute();
    const act = (who: number, when: string) =>
      as(database.db, who, at(when), ({ trx, now }) =>
        recordEvent(trx, {
          at: now,
          kind: 'assignment.progressed',
          personId: who,
          platform: 'web',
          taskId,
          assignmentId,
        }),
      );
    await act(office.generalMember, '2016-04-12T08:00');
    await act(office.official, '2016-04-12T09:00');
    expect((await messageProofs(database.db, [taskId], 10))[0]?.answered).toBeNull();
    await act(office.generalMember, '2016-04-12T10:00');
    expect((await messageProofs(database.db, [taskId], 10))[0]?.answered).toEqual({
      at: at('2016-04-12T10:00'),
      by: 'Cán bộ Phòng Tổng hợp',
    });
  });

  test.each(['reminder.ack', 'reminder.why', 'reminder.snooze'])('%s of nothing known', async (name) => {
    for (const id of ['', 'x', 'rd:r1:0:1', "'; drop table reminder"]) {
      await expect(press(name, id, office.generalHead, '2016-04-12T09:12')).rejects.toThrow(
        'Lời nhắc này đã cũ',
      );
    }
  });
});

test('Vì sao có nhắc này: rule, counting, policy, order', async () => {
  await storyTask();
  await remindersTick.run(database.db, at('2016-04-21T08:30'));
  const card = cardOf(await press('reminder.why', await firstKey(), office.generalHead, '2016-04-21T09:00'));
  expect(textOf(card)).toBe(
    [
      'Vì sao có nhắc này?',
      'NV-1 · Dự thảo nội dung phối hợp',
      'Quy tắc: nhắc khi quá hạn 3 ngày làm việc.',
      'Hạn thứ Sáu, 15/4/2016; tính theo ngày làm việc thì nhắc lúc 08:30 thứ Năm, 21/4/2016.',
      'Không tính thứ Bảy, Chủ nhật và ngày nghỉ: 16/4/2016 Giỗ Tổ Hùng Vương, 18/4/2016 Giỗ Tổ Hùng Vương.',
      'Chính sách nhắc việc của Trung tâm Thông tin: mặc định.',
      'Người giao: Chuyên viên Tổng hợp (Trung tâm Thông tin), lúc 16:41 5/4/2016.',
    ].join('\n'),
  );
});
