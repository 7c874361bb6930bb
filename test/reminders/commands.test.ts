import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanText } from '../../src/chat/cleanIncoming.ts';
import { UserError } from '../../src/chat/errors.ts';
import { remindersFeature } from '../../src/reminders/feature.ts';
import { cardOf, conversation, textOf } from './conversation.ts';
import { at, viewer } from './office.ts';
import { officeForEachTest } from './opening.ts';
import { change, giveTask } from './work.ts';

const { database, office } = officeForEachTest();

const { press, say } = conversation(() => database.db);

const notifications = () =>
  database.db
    .selectFrom('notification')
    .select(['key', 'kind', 'facts', 'room_id', 'person_id', 'send_at', 'answered_by'])
    .orderBy('id')
    .execute();

const storyTask = (title?: string) =>
  giveTask(database.db, {
    office,
    department: office.general,
    assigned: '2016-04-05T16:41',
    due: '2016-04-15',
    ...(title ? { title } : {}),
  });

describe('/nhac', () => {
  test('in office hours at once, a second time that day not', async () => {
    await storyTask();
    const said = cardOf(
      await say('nhac', 'NV-1 đề nghị gửi dự thảo trước 16h', office.official, '2016-04-07T10:00'),
    );
    expect(textOf(said)).toBe('Đôn đốc NV-1\nPhòng Tổng hợp: đã gửi lời đôn đốc.');
    const [row] = await notifications();
    expect(row).toMatchObject({
      kind: 'reminders.urge',
      room_id: office.generalRoom,
      send_at: at('2016-04-07T10:00'),
    });
    const draw = remindersFeature.renderers['reminders.urge'];
    const card = await draw?.(
      row?.facts ?? {},
      viewer(database.db, at('2016-04-07T10:00'), { roomId: office.generalRoom }),
    );
    expect(card && textOf(card)).toContain('đề nghị gửi dự thảo trước 16h');
    const again = cardOf(await say('nhac', 'nv1', office.director, '2016-04-07T16:00'));
    expect(textOf(again)).toContain('đã đôn đốc lúc 10:00 7/4/2016 (Chuyên viên Tổng hợp)');
    expect(await notifications()).toHaveLength(1);
    await say('nhac', '1', office.director, '2016-04-08T16:00');
    expect(await notifications()).toHaveLength(2);
  });

  test('outside office hours when the office opens, and says so', async () => {
    const { assignmentId } = await storyTask();
    const reply = await press('task.urge', String(assignmentId), office.official, '2016-04-15T18:00');
    expect(reply).toEqual({
      kind: 'toast',
      text: 'Phòng Tổng hợp: ngoài giờ làm việc, sẽ gửi lúc 08:00 thứ Ba, 19/4/2016.',
    });
    expect((await notifications())[0]?.send_at).toEqual(at('2016-04-19T08:00'));
    // The days in between bring no second message for that morning.
    for (const when of ['2016-04-17T10:00', '2016-04-19T16:00']) {
      const again = await press('task.urge', String(assignmentId), office.director, when);
      expect(again).toMatchObject({ text: expect.stringContaining('đã đôn đốc lúc 18:00 15/4/2016') });
    }
    expect(await notifications()).toHaveLength(1);
  });

  test('is for the giving side and the leaders of the department’s agency', async () => {
    const { taskId, assignmentId } = await giveTask(database.db, {
      office,
      department: office.software,
      assigned: '2016-04-05T16:41',
      due: '2016-04-15',
    });
    for (const who of [office.generalMember, office.itOfficial]) {
      const refused = press('task.urge', String(assignmentId), who, '2016-04-07T10:00');
      await expect(refused).rejects.toThrow('Việc này cần quyền khác');
    }
    await say('nhac', `NV-${taskId}`, office.itLeader, '2016-04-07T10:00');
    expect(await notifications()).toHaveLength(1);
  });

  test.each([
    ['', 'Chưa rõ nhiệm vụ cần đôn đốc.'],
    ['dự thảo', 'Chưa rõ nhiệm vụ cần đôn đốc.'],
    ['NV-99', 'Không thấy nhiệm vụ NV-99.'],
    ['NV-1', 'NV-1 hiện không có đơn vị nào còn việc phải làm.'],
    [`NV-1 ${'a'.repeat(600)}`, 'Lời nhắn dài quá 500 ký tự.'],
  ])('“%s” is answered', async (line, answer) => {
    const { assignmentId } = await storyTask();
    await change(database.db, at('2016-04-06T09:00'), assignmentId, { status: 'submitted' });
    await expect(say('nhac', line, office.official, '2016-04-07T10:00')).rejects.toThrow(answer);
  });
});

test('anything said to the commands ends in an answer', async () => {
  await storyTask();
  // As the router hands it on: without NUL, which no text column takes.
  const line = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc
      .tuple(fc.constantFrom('NV-1', '1', '2016', 'TTTT', 'nv'), fc.string({ maxLength: 20 }))
      .map((parts) => parts.join(' ')),
    fc.constant('x'.repeat(10_000)),
  );
  await fc.assert(
    fc.asyncProperty(fc.constantFrom('nhac', 'lich', 'caidat'), line, async (word, text) => {
      const answer = await say(word, cleanText(text), office.official, '2016-04-07T10:00').catch(
        (error: unknown) => error,
      );
      if (answer instanceof UserError) expect(answer.message).not.toBe('');
      else expect(answer).toMatchObject({ kind: 'card' });
    }),
    { numRuns: 60 },
  );
});
