import { beforeAll, describe, expect, it } from 'vitest';
import { versionsOfTask } from '../../src/drafts/load.ts';
import { testDatabase } from '../support/database.ts';
import {
  giveNow,
  makeOffice,
  minutesLater,
  type Office,
  saidIn,
  statusOf,
  taskOf,
  undoOf,
} from '../tasks/office.ts';
import { messagesOf, sendAll } from '../tasks/told.ts';
import { allOf, author, giveJointly, textFile, versionOf } from './people.ts';

const database = testDatabase();
let office: Office;
beforeAll(async () => {
  office = await makeOffice(database.db);
});

const as = (personId: number, options: Parameters<typeof author>[2] = {}) =>
  author(database.db, personId, options);

it('takes a file with a note, numbers the versions, and keeps who handed it in', async () => {
  const { db } = database;
  const given = await giveJointly(db, office);
  const first = await as(office.thHead).says('nop', `NV-${given.taskId} bản đầu`, {
    files: [textFile('Điều 1. Dữ liệu.')],
  });
  expect(saidIn(first)).toBe(`Đã nộp bản 1 dự thảo NV-${given.taskId}.`);
  const second = await as(office.ptudHead).says('nop', `NV-${given.taskId}`, {
    files: [textFile('Điều 1. Dữ liệu.\nĐiều 2. Kinh phí.')],
  });
  expect(allOf(second)).toContain('So với bản 1: 1 đoạn thêm.');
  expect(await versionsOfTask(db, given.taskId)).toMatchObject([
    {
      number: 1,
      note: 'bản đầu',
      by: { name: 'Trưởng phòng Tổng hợp' },
      department: { code: 'TH' },
      agency: { code: 'TTTT' },
      file: { name: 'Dự thảo.txt', sizeBytes: 23 },
      // printf 'Điều 1. Dữ liệu.' | sha256sum
      sha256: '7ea7badeedb25199ee908e262ae550c80b45f708ab13914d354e481e063b87b5',
      changes: null,
    },
    {
      number: 2,
      note: null,
      department: { code: 'PTUD' },
      agency: { code: 'CNTT' },
      changes: { added: 1, against: 1 },
    },
  ]);
});

it('handing in is a sign of life, and takes the work on', async () => {
  const { db } = database;
  const given = await giveNow(db, office, { lead: [office.th] });
  await as(office.thHead).says('nop', `NV-${given.taskId} Kính gửi lãnh đạo`, minutesLater(4));
  expect(await statusOf(db, given, office.th)).toBe('accepted');
  const [part] = (await taskOf(db, given.taskId)).assignments;
  expect(part?.progress.at?.equals(minutesLater(4))).toBe(true);
});

it('takes words as a draft, short ones on the card, long ones as a file', async () => {
  const { db } = database;
  const given = await giveNow(db, office, { lead: [office.th] });
  await as(office.thHead).sends('draft.submit', given.taskId, {
    words: ['Kính gửi lãnh đạo'],
    note: ['gấp'],
  });
  await as(office.thHead).sends('draft.submit', given.taskId, { words: ['Điều 1. '.repeat(300)] });
  const [short, long] = await versionsOfTask(db, given.taskId);
  expect(short).toMatchObject({ text: 'Kính gửi lãnh đạo', file: null, note: 'gấp' });
  expect(long).toMatchObject({ text: null, file: { name: `NV-${given.taskId} dự thảo.txt` } });
  expect(allOf(await as(office.thHead).presses('draft.get', short?.id ?? 0))).toContain('Kính gửi lãnh đạo');
});

it('what is the same as the latest version is refused kindly', async () => {
  const { db } = database;
  const given = await giveJointly(db, office);
  const file = textFile('Điều 1.');
  await as(office.thHead).says('nop', `NV-${given.taskId}`, { files: [file] });
  await expect(
    as(office.ptudHead).says('nop', `NV-${given.taskId}`, { files: [textFile('Điều 1.', 'Khác tên.txt')] }),
  ).rejects.toThrow('Tệp này giống hệt bản 1.');
  await as(office.thHead).says('nop', `NV-${given.taskId}`, { files: [textFile('Điều 2.')] });
  // Back to what it was before is something new.
  await as(office.thHead).says('nop', `NV-${given.taskId}`, { files: [file] });
  expect((await versionsOfTask(db, given.taskId)).map((each) => each.number)).toEqual([1, 2, 3]);
});

it('tells the departments of both agencies, the giver and the followers, with the file and what changed', async () => {
  const { db } = database;
  const given = await giveJointly(db, office);
  await db
    .insertInto('follower')
    .values({
      task_id: given.taskId,
      person_id: office.leader,
      added_by: office.leader,
      added_at: minutesLater(0),
    })
    .execute();
  await as(office.thHead, { room: office.th }).says('nop', `NV-${given.taskId}`, {
    files: [textFile('Điều 1.')],
  });
  const told = await messagesOf(db, given.taskId, minutesLater(1), ['drafts']);
  const rooms = await db.selectFrom('room').select(['id', 'department_id']).execute();
  const roomOf = (departmentId: number) =>
    `room ${rooms.find((room) => room.department_id === departmentId)?.id}`;
  expect(told.map((each) => each.to).sort()).toEqual(
    [roomOf(office.kh), roomOf(office.ptud), `person ${office.official}`, `person ${office.leader}`].sort(),
  );
  const toOther = told.find((each) => each.to === roomOf(office.ptud))?.card;
  expect(toOther?.title).toBe(`Phòng Tổng hợp nộp bản 1 dự thảo NV-${given.taskId}`);
  expect(toOther?.files).toMatchObject([{ name: 'Dự thảo.txt' }]);
  expect(toOther?.buttons.flat().map((button) => button.action)).toEqual([
    'draft.agree',
    'draft.get',
    'task.open',
  ]);
  const toGiver = told.find((each) => each.to === `person ${office.official}`)?.card;
  expect(toGiver?.buttons.flat().map((button) => button.action)).toEqual(['draft.get', 'task.open']);
});

it('a long row of versions is read page by page', async () => {
  const { db } = database;
  const given = await giveNow(db, office, { lead: [office.th] });
  for (let number = 1; number <= 12; number += 1) {
    await as(office.thHead).says('nop', `NV-${given.taskId} lần ${number}`);
  }
  const first = await as(office.official).presses('draft.list', given.taskId);
  expect(allOf(first)).toContain('Lấy bản 12');
  expect(allOf(first)).not.toContain('Lấy bản 2');
  expect(allOf(first)).toContain('… và 2 mục nữa');
  const next =
    first.kind === 'card' ? first.card.buttons.flat().find((each) => each.label === 'Các bản trước') : null;
  const second = allOf(await as(office.official).presses('draft.list', next?.id ?? ''));
  expect(second).toContain('Lấy bản 2');
  expect(second).not.toContain('Lấy bản 12');
  expect(second).not.toContain('Các bản trước');
});

describe('which task', () => {
  it('is the one whose card is answered to with a file', async () => {
    const { db } = database;
    const given = await giveNow(db, office, { lead: [office.kh] });
    await sendAll(db, minutesLater(1));
    const [card] = await db
      .selectFrom('notification as n')
      .innerJoin('notification_task as k', 'k.notification_id', 'n.id')
      .select(['n.chat_id', 'n.message_id'])
      .where('k.task_id', '=', given.taskId)
      .execute();
    const to = { chatId: card?.chat_id ?? '', threadId: '', messageId: card?.message_id ?? '' };
    const reply = await as(office.khHead, { room: office.kh }).replies(to, 'đã sửa', minutesLater(2), [
      textFile('Điều 1.'),
    ]);
    expect(saidIn(reply)).toContain('Đã nộp bản 1');
    expect(await versionOf(db, given, 1)).toMatchObject({ note: 'đã sửa', department: { code: 'KH' } });
    const nothing = { chatId: 'x', threadId: '', messageId: 'y' };
    expect(await as(office.khHead).replies(nothing, '', minutesLater(2), [textFile('x')])).toBeNull();
  });

  it('is asked for when a file comes alone; only the sender may say', async () => {
    const { db } = database;
    const older = await giveNow(db, office, { title: 'Việc trước', lead: [office.tc] });
    const newer = await giveNow(db, office, { title: 'Việc sau', lead: [office.tc] });
    for (const { partOf } of [older, newer]) {
      await as(office.otherOfficial).presses('consent.give', partOf(office.tc));
    }
    const asked = await as(office.tcHead).brings([textFile('Điều 1.')], 'bản sửa');
    expect(saidIn(asked)).toBe('Nộp “Dự thảo.txt” cho nhiệm vụ nào?');
    if (asked.kind !== 'card') throw new Error('no card');
    const items = asked.card.blocks.flatMap((block) => (block.kind === 'list' ? block.items : []));
    expect(items.map((item) => item.text)).toEqual([
      `NV-${newer.taskId} · Việc sau`,
      `NV-${older.taskId} · Việc trước`,
    ]);
    const id = items[0]?.button?.id ?? '';
    await expect(as(office.thHead).presses('draft.take', id)).rejects.toThrow('Không thấy tệp này');
    await expect(as(office.official).presses('draft.take', id)).rejects.toThrow('Không thấy tệp này');
    expect(saidIn(await as(office.tcHead).presses('draft.take', id))).toContain('Đã nộp bản 1');
    expect(await versionOf(db, newer, 1)).toMatchObject({ note: 'bản sửa' });
    await expect(as(office.tcHead).presses('draft.take', id)).rejects.toThrow('giống hệt bản 1');
  });

  it('is chosen when it is the only one, else asked for by a form that keeps what was typed', async () => {
    const { db } = database;
    const one = await giveNow(db, office, { lead: [office.vp] });
    const first = await as(office.vpHead).says('nop', 'Kính gửi lãnh đạo');
    expect(allOf(first)).toContain(`Hiểu là NV-${one.taskId}`);
    const two = await giveNow(db, office, { lead: [office.vp] });
    const form = await as(office.vpHead).says('nop', 'Kính gửi lãnh đạo hai cơ quan');
    if (form.kind !== 'form') throw new Error('no form');
    expect(form.form.fields.map((field) => field.name)).toEqual(['task', 'words', 'note']);
    expect(JSON.stringify(form.form)).toContain('Kính gửi lãnh đạo hai cơ quan');
    await as(office.vpHead).sends('draft.submit', 'any' as never, {
      task: [`${two.taskId}`],
      words: ['Kính gửi lãnh đạo hai cơ quan'],
    });
    expect(await versionOf(db, two, 1)).toMatchObject({ text: 'Kính gửi lãnh đạo hai cơ quan' });
  });

  it.each([
    ['a slip in the code', 'NV-12x Kính gửi', 'Chưa rõ là nhiệm vụ nào.'],
    ['a task that is not there', 'NV-99999 Kính gửi', 'Không thấy nhiệm vụ NV-99999.'],
  ])('%s is refused', async (_, line, words) => {
    await expect(as(office.thHead).says('nop', line)).rejects.toThrow(words);
  });

  it('several files at once are refused: a version is one file', async () => {
    await expect(as(office.thHead).brings([textFile('a'), textFile('b')])).rejects.toThrow(
      'Mỗi bản dự thảo là một tệp.',
    );
  });
});

describe('taking back', () => {
  it('keeps the number, and tells those who had been told', async () => {
    const { db } = database;
    const given = await giveJointly(db, office);
    const reply = await as(office.thHead).says('nop', `NV-${given.taskId}`, { files: [textFile('Điều 1.')] });
    await sendAll(db, minutesLater(1));
    await as(office.thHead).presses('undo.take', undoOf(reply), minutesLater(2));
    expect((await taskOf(db, given.taskId)).draft).toBeNull();
    expect(await statusOf(db, given, office.th)).toBe('assigned');
    const told = await messagesOf(db, given.taskId, minutesLater(3), ['tasks', 'drafts']);
    const undone = told.find((each) => each.kind === 'tasks.undone' && each.to.startsWith('room'))?.card;
    expect(JSON.stringify(undone)).toContain(`Phòng Tổng hợp nộp bản 1 dự thảo NV-${given.taskId}`);
    // A message not yet sent never is.
    expect(told.filter((each) => each.kind === 'drafts.handedIn').every((each) => each.card === null)).toBe(
      true,
    );
    await as(office.thHead).says('nop', `NV-${given.taskId}`, { files: [textFile('Điều 1.')] });
    expect((await taskOf(db, given.taskId)).draft).toMatchObject({ number: 2, changes: null });
  });

  it('goes by /hoantac, too, but not after ten minutes', async () => {
    const { db } = database;
    const given = await giveNow(db, office, { lead: [office.th] });
    await as(office.thMember).says('nop', `NV-${given.taskId} Kính gửi`);
    expect(saidIn(await as(office.thMember).says('hoantac', '', minutesLater(10)))).toContain('nộp dự thảo');
    const reply = await as(office.thMember).says('nop', `NV-${given.taskId} Kính gửi`);
    const late = await as(office.thMember).presses('undo.take', undoOf(reply), minutesLater(11));
    expect(saidIn(late)).toBe('Đã quá 10 phút nên không hoàn tác được nữa.');
  });

  it('is over once somebody has agreed, handed in a newer one, or asked for opinions on it', async () => {
    const { db } = database;
    const given = await giveJointly(db, office);
    const first = await as(office.thHead).says('nop', `NV-${given.taskId} một`);
    const second = await as(office.ptudHead).says('nop', `NV-${given.taskId} hai`);
    expect(saidIn(await as(office.thHead).presses('undo.take', undoOf(first)))).toMatch(
      /Không hoàn tác được.*nộp dự thảo, Trưởng phòng Phát triển ứng dụng/,
    );
    await as(office.thHead).presses('draft.agree', (await versionOf(db, given, 2)).id);
    expect(saidIn(await as(office.ptudHead).presses('undo.take', undoOf(second)))).toMatch(
      /Không hoàn tác được.*đồng thuận dự thảo, Trưởng phòng Tổng hợp/,
    );
    const third = await as(office.ptudHead).says('nop', `NV-${given.taskId} ba`);
    await openRound(given.taskId, (await versionOf(db, given, 3)).id);
    expect(saidIn(await as(office.ptudHead).presses('undo.take', undoOf(third)))).toContain(
      'Không hoàn tác được',
    );
  });

  it('moves a round of opinions that had followed back to the version before', async () => {
    const { db } = database;
    const given = await giveJointly(db, office);
    await as(office.thHead).says('nop', `NV-${given.taskId} một`);
    const first = await versionOf(db, given, 1);
    const roundId = await openRound(given.taskId, first.id);
    const versionAsked = async () =>
      (
        await db
          .selectFrom('opinion_round')
          .select('version_id')
          .where('id', '=', roundId)
          .executeTakeFirstOrThrow()
      ).version_id;
    const reply = await as(office.ptudHead).says('nop', `NV-${given.taskId} hai`);
    expect(await versionAsked()).toBe((await versionOf(db, given, 2)).id);
    await as(office.ptudHead).presses('undo.take', undoOf(reply));
    expect(await versionAsked()).toBe(first.id);
    const third = await as(office.ptudHead).says('nop', `NV-${given.taskId} ba`);
    const { id: seatId } = await db
      .insertInto('opinion_seat')
      .values({ round_id: roundId, person_id: office.leader, agency_id: office.tttt })
      .returning('id')
      .executeTakeFirstOrThrow();
    await db
      .insertInto('opinion')
      .values({
        seat_id: seatId,
        person_id: office.leader,
        option_key: 'a',
        version_id: (await versionOf(db, given, 3)).id,
        given_at: minutesLater(1),
        platform: 'web',
      })
      .execute();
    expect(saidIn(await as(office.ptudHead).presses('undo.take', undoOf(third)))).toContain(
      'Không hoàn tác được',
    );
  });
});

async function openRound(taskId: number, versionId: number): Promise<number> {
  const { id } = await database.db
    .insertInto('opinion_round')
    .values({
      task_id: taskId,
      version_id: versionId,
      question: 'Kính xin ý kiến',
      options: JSON.stringify([{ key: 'a', label: 'Đồng ý', agrees: true }]),
      rule: 'all',
      agency_id: office.tttt,
      opened_by: office.official,
      opened_at: minutesLater(1),
      due_on: Temporal.PlainDate.from('2016-04-15'),
      due_at: Temporal.Instant.from('2016-04-15T23:59:59+07:00'),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}
