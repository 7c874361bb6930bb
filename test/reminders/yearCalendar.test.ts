import { describe, expect, test } from 'vitest';
import { nextReminders } from '../../src/reminders/nextReminders.ts';
import { cardOf, conversation, labels, textOf } from './conversation.ts';
import { wall } from './office.ts';
import { officeForEachTest } from './opening.ts';
import { giveTask } from './work.ts';

const { database, office } = officeForEachTest();
const { press, submit, say } = conversation(() => database.db);

const now = '2016-04-05T17:00';

const next = async (taskId: number) =>
  (await nextReminders(database.db, [taskId])).map((each) => `${wall(each.at)} ${each.kind}`);

const story = () =>
  giveTask(database.db, {
    office,
    department: office.general,
    assigned: '2016-04-05T16:41',
    due: '2016-04-15',
  });

test('/lich shows the year: days off with their names, what is computed is marked', async () => {
  const card = cardOf(await say('lich', '', office.generalMember, now));
  expect(card.title).toBe('Lịch làm việc năm 2016: Trung tâm Thông tin');
  expect(textOf(card)).toContain('Theo thông báo chính thức.');
  expect(textOf(card)).toContain('Quốc khánh: thứ Sáu, 2/9/2016');
  expect(labels(card)).toEqual([['◀ 2015', '2017 ▶']]);
  const later = cardOf(await press('calendar.year', '2031', office.generalMember, now));
  expect(textOf(later)).toContain('Tạm tính theo Bộ luật Lao động');
});

test('swap days of 2025: off before the holiday, the Saturday worked instead', async () => {
  const card = cardOf(await say('lich', 'năm 2025', office.generalMember, now));
  expect(textOf(card)).toContain('2/5/2025');
  expect(textOf(card)).toContain('Thứ Bảy, Chủ nhật làm việc\nthứ Bảy, 26/4/2025');
});

test.each(['xx', '1', '1899', '2200', '20166'])('/lich %s is answered', async (line) => {
  await expect(say('lich', line, office.generalMember, now)).rejects.toThrow('Chưa đọc được năm');
});

describe('an announcement', () => {
  const text = '# thử\n6/4/2016, nghỉ, Ngày nghỉ thử\n16/4/2016;làm bù;Làm bù ngày 6/4';

  test('holds at once: what was planned for the new day off comes the day before', async () => {
    const { taskId } = await story();
    expect(await next(taskId)).toEqual(['2016-04-06T08:30 before']);
    const card = cardOf(await submit('calendar.import', '2016', office.admin, now, { text: [text] }));
    expect(card.title).toBe('Đã nhập 2 ngày của năm 2016.');
    // Seven working days before the 15th lie before the giving now.
    expect(await next(taskId)).toEqual(['2016-04-12T08:30 before']);
  });

  test('may come as a file', async () => {
    const bytes = new TextEncoder().encode('2031-01-22,off,Tết Nguyên đán');
    const file = { name: 'nghi.txt', mime: 'text/plain', sizeBytes: bytes.length, read: async () => bytes };
    const card = cardOf(await say('lich', '', office.admin, now, [file]));
    expect(card.title).toBe('Đã nhập 1 ngày của năm 2031.');
    expect(textOf(card)).toContain('không nêu ngày nghỉ nào của: Tết Dương lịch');
  });

  test('with errors is refused whole, each with its line', async () => {
    const wrong = '5/2/2027, nghỉ, Tết\n31/4/2027, nghỉ, X\nabc\n6/2/2027, có lẽ, Tết';
    const sent = submit('calendar.import', '2027', office.admin, now, { text: [wrong] });
    await expect(sent).rejects.toMatchObject({
      message: [
        'Thông báo chưa nhập được.',
        'Dòng 2: không có ngày 31/4/2027',
        'Dòng 3: thiếu phần sau ngày: “abc”',
        'Dòng 4: cần ghi “nghỉ” hoặc “làm bù”, đang là “có lẽ”',
      ].join('\n'),
      field: 'text',
    });
    const stored = await database.db.selectFrom('calendar_announcement').select('day').execute();
    expect(stored).toEqual([]);
  });

  test('is imported by an admin of the whole bot only', async () => {
    for (const who of [office.director, office.official, office.generalHead]) {
      const sent = submit('calendar.import', '2016', who, now, { text: [text] });
      await expect(sent).rejects.toThrow('do quản trị của cả hệ thống nhập');
    }
  });

  test('that is no text is refused', async () => {
    const bytes = new Uint8Array([0xff, 0xfe, 0x00]);
    const file = { name: 'a.doc', mime: 'application/msword', sizeBytes: 3, read: async () => bytes };
    await expect(say('lich', '', office.admin, now, [file])).rejects.toThrow('không phải văn bản UTF-8');
    const huge = { ...file, sizeBytes: 10_000_000 };
    await expect(say('lich', '', office.admin, now, [huge])).rejects.toThrow('Tệp lớn quá 256 KB.');
  });
});

describe('days of an agency’s own', () => {
  const add = (day: string, who = office.admin) =>
    submit('calendar.addDay', `${office.centre}.2016`, who, now, {
      day: [day],
      what: ['off'],
      name: ['Ngày thành lập Trung tâm'],
    });

  test('hold for that agency alone, and go again', async () => {
    const own = await story();
    const other = await giveTask(database.db, {
      office,
      department: office.software,
      assigned: '2016-04-05T16:41',
      due: '2016-04-15',
    });
    const card = cardOf(await add('6/4/2016'));
    expect(card.title).toBe('Đã ghi thứ Tư, 6/4/2016 là ngày nghỉ của cơ quan.');
    expect(await next(own.taskId)).toEqual(['2016-04-12T08:30 before']);
    expect(await next(other.taskId)).toEqual(['2016-04-06T08:30 before']);
    const shown = cardOf(await say('lich', '2016', office.director, now));
    expect(textOf(shown)).toContain('thứ Tư, 6/4/2016: nghỉ, Ngày thành lập Trung tâm');
    await submit('calendar.removeDay', `${office.centre}.2016`, office.admin, now, { day: ['2016-04-06'] });
    expect(await next(own.taskId)).toEqual(['2016-04-06T08:30 before']);
  });

  test.each([
    ['31/4/2016', 'Ngày chưa đúng: không có ngày 31/4/2016.'],
    ['mai, off', 'Ngày chưa đúng: chưa đọc được ngày “mai  off”.'],
  ])('%s is refused', async (day, answer) => {
    await expect(add(day)).rejects.toMatchObject({ message: answer, field: 'day' });
  });

  test('are set by an admin of the agency', async () => {
    await expect(add('6/4/2016', office.director)).rejects.toThrow('do quản trị của cơ quan ghi');
    await expect(press('calendar.removeDay', 'x', office.admin, now)).rejects.toThrow();
    await expect(press('calendar.removeDay', `${office.centre}.2016`, office.admin, now)).rejects.toThrow(
      'chưa có ngày riêng nào',
    );
  });
});
