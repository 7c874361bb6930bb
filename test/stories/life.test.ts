import { expect, it } from 'vitest';
import { tellStory } from '../support/story.ts';

it('a lead and three coordinating departments: the task ends when the last of them has ended', async () => {
  const story = await tellStory();
  const official = story.offices.inAgency('TTTT', 'official');
  const departments = ['TH', 'KH', 'VP', 'KT'].map((code) => story.offices.headOf('TTTT', code));
  await official.says(
    '/giao P. Tổng hợp chủ trì, phối hợp với P. Kế hoạch, VP, P. Kỹ thuật lập kế hoạch năm, hạn 20/4',
  );
  await official.presses('Giao việc');
  for (const head of departments) {
    expect(await head.page()).toContain('NV-1');
    await head.says('/nhan NV-1');
    await head.says('/xong NV-1');
  }
  for (const name of ['Phòng Kế hoạch', 'Văn phòng Trung tâm', 'Phòng Kỹ thuật']) {
    await official.presses('Duyệt', undefined, name);
    expect((await official.says('/viec đã giao')).text).toContain('NV-1');
  }
  await official.presses('Duyệt', undefined, 'Phòng Tổng hợp');
  expect((await official.says('/viec đã giao')).text).not.toContain('NV-1');
  expect((await official.says('/xem 1')).text).toMatch(/hoàn thành/i);
  expect(story.errors).toEqual([]);
});

it('an extension is asked for and granted: reminders follow the new date at once', async () => {
  const story = await tellStory();
  const official = story.offices.inAgency('TTTT', 'official');
  const th = story.offices.headOf('TTTT', 'TH');
  await official.says('/giao P. TH dự thảo chương trình, hạn 15/4');
  await official.presses('Giao việc');
  await th.presses('Nhận việc');
  await th.says('/giahan NV-1 đến 20/4 vì chờ số liệu');
  expect(await official.page()).toContain('chờ số liệu');
  await official.presses('Đồng ý');
  expect(await th.page()).toContain('20/4/2016');
  await story.moveTo('2016-04-15T17:30+07:00');
  expect(await th.page()).not.toMatch(/quá hạn/);
  await story.moveTo('2016-04-21T09:00+07:00');
  expect(await th.page()).toMatch(/quá hạn 1 ngày làm việc/);
  expect(story.errors).toEqual([]);
});

it('submitted work is returned with a reason, done again and accepted', async () => {
  const story = await tellStory();
  const official = story.offices.inAgency('TTTT', 'official');
  const th = story.offices.headOf('TTTT', 'TH');
  await official.says('/giao P. TH tổng hợp danh mục dự án, hạn 15/4');
  await official.presses('Giao việc');
  await th.says('/xong NV-1 gửi danh mục');
  expect(await official.page()).toContain('gửi danh mục');
  await official.says('/tralai NV-1 còn thiếu dự án của năm 2015');
  expect(await th.page()).toContain('còn thiếu dự án của năm 2015');
  await th.says('/xong NV-1 đã bổ sung');
  await official.presses('Duyệt');
  expect((await th.says('/xem NV-1')).text).toMatch(/hoàn thành/i);
  expect(story.errors).toEqual([]);
});

it('a report due every month opens its next occurrence by itself, once', async () => {
  const story = await tellStory();
  const official = story.offices.inAgency('TTTT', 'official');
  const th = story.offices.headOf('TTTT', 'TH');
  await official.says('/giao P. TH báo cáo tình hình thực hiện trước ngày 25 hằng tháng');
  await official.presses('Giao việc');
  expect(await th.page()).toContain('25/4/2016');
  await th.says('/xong NV-1');
  await official.presses('Duyệt');
  await story.moveTo('2016-05-10T09:00+07:00');
  expect(await th.page()).toContain('25/5/2016');
  await story.moveTo('2016-05-26T09:00+07:00');
  // Opened when the day was over, at midnight; told when the office opens.
  const cards = (await th.messages()).filter(({ card }) => card?.title.startsWith('NV-3'));
  expect(cards.map(({ sentAt }) => sentAt)).toEqual(['2016-05-26T01:00:00Z']);
  const open = (await th.says('/viec')).text;
  expect(open.match(/NV-\d+ báo cáo/g)?.length).toBe(2);
  expect(open).toContain('25/6/2016');
  expect(story.errors).toEqual([]);
});

it('a restart in the middle loses nothing: the preview, the plan and the cards go on', async () => {
  const story = await tellStory();
  let official = story.offices.inAgency('TTTT', 'official');
  await official.says('/giao P. TH dự thảo quy chế phối hợp, hạn 15/4');
  await story.restart();
  official = story.offices.inAgency('TTTT', 'official');
  await official.presses('Giao việc');
  let th = story.offices.headOf('TTTT', 'TH');
  await th.presses('Nhận việc');
  await story.restart();
  th = story.offices.headOf('TTTT', 'TH');
  await story.moveTo('2016-04-14T09:00+07:00');
  expect(await th.page()).toMatch(/Nhắc việc NV-1: còn 1 ngày làm việc/);
  await th.presses('Xong');
  expect(await th.page()).toContain('chờ duyệt');
  expect(story.errors).toEqual([]);
});

it('overdue over Tết: reminders keep off the holidays, the head hears after 1 working day, the leader after 3', async () => {
  // Tết 2016: off from Monday 8 to Friday 12 February.
  const story = await tellStory({ REHEARSAL_CLOCK: '2016-01-25T08:00+07:00' });
  const official = story.offices.inAgency('TTTT', 'official');
  const leader = story.offices.inAgency('TTTT', 'leader');
  const th = story.offices.headOf('TTTT', 'TH');
  await official.says('/giao P. TH báo cáo công tác trước Tết, hạn 5/2/2016');
  await official.presses('Giao việc');
  await th.presses('Nhận việc');
  await story.moveTo('2016-02-05T18:00+07:00');
  const before = (await th.messages()).length;
  await story.moveTo('2016-02-14T23:00+07:00');
  expect((await th.messages()).length).toBe(before);
  expect(await leader.page()).not.toMatch(/kính báo/);
  // Monday 15 February is the first working day after the deadline.
  await story.moveTo('2016-02-15T10:00+07:00');
  expect(await th.page()).toMatch(/quá hạn 1 ngày làm việc/);
  expect(await th.in(`private-${th.userId}`).page()).toMatch(/NV-1/);
  expect(await leader.page()).not.toMatch(/kính báo/);
  await story.moveTo('2016-02-17T10:00+07:00');
  expect(await leader.page()).toMatch(/kính báo/);
  expect(await leader.page()).toMatch(/quá hạn 3 ngày làm việc/);
  expect(story.errors).toEqual([]);
});

it('the card follows the calendar: after a reminder it says how much time is left', async () => {
  const story = await tellStory();
  const official = story.offices.inAgency('TTTT', 'official');
  const th = story.offices.headOf('TTTT', 'TH');
  await official.says('/giao P. TH soạn tờ trình, hạn 15/4');
  await official.presses('Giao việc');
  await th.presses('Nhận việc');
  await story.moveTo('2016-04-19T09:00+07:00');
  const [given] = await th.messages();
  expect(JSON.stringify(given?.card)).toContain('quá hạn 1 ngày làm việc');
  expect(story.errors).toEqual([]);
});

it('a reply under the bot’s own short answer is a comment on that task, also after a restart', async () => {
  const story = await tellStory();
  const official = story.offices.inAgency('TTTT', 'official');
  const th = story.offices.headOf('TTTT', 'TH');
  await official.says('/giao P. TH dự thảo chương trình, hạn 15/4');
  await official.presses('Giao việc');
  await th.says('/nhan NV-1');
  const noted = await th.says('/tiendo NV-1 40% đang gom số liệu');
  const said = await th.repliesTo(noted.text.split('\n')[0] ?? '', 'Còn thiếu số liệu của Văn phòng');
  expect(said.text).toContain('NV-1');
  expect(await official.page()).toContain('Còn thiếu số liệu của Văn phòng');
  // And under the answer to that.
  await story.restart();
  const again = story.offices.headOf('TTTT', 'TH');
  await again.repliesTo(said.text.split('\n')[0] ?? '', 'Văn phòng hẹn chiều nay');
  expect(await story.offices.inAgency('TTTT', 'official').page()).toContain('Văn phòng hẹn chiều nay');
  // The words of a command under it are for the same task.
  await again.repliesTo(noted.text.split('\n')[0] ?? '', '/xong đã gửi bản thảo');
  expect(await story.offices.inAgency('TTTT', 'official').page()).toContain('đã gửi bản thảo');
  expect(story.errors).toEqual([]);
});
