/** Reminders as people see them: through router, delivery and playground. */
import { expect, it } from 'vitest';
import { tellStory } from '../support/story.ts';

it('reminded, put off, acknowledged, explained, urged, and proven to the one who gave the task', async () => {
  const story = await tellStory();
  const official = story.offices.inAgency('TTTT', 'official');
  const leader = story.offices.inAgency('TTTT', 'leader');
  const th = story.offices.headOf('TTTT', 'TH');
  await official.says('/giao P. TH dự thảo chương trình, hạn 15/4');
  await official.presses('Giao việc');

  await story.moveTo('2016-04-08T09:00+07:00');
  expect(await th.page()).toContain('NV-1 chưa có đơn vị nhận, xin xác nhận');
  expect(await official.page()).toContain('Phòng Tổng hợp chưa nhận NV-1');
  await th.presses('Nhận việc');

  await story.moveTo('2016-04-12T08:31+07:00');
  expect(await th.page()).toContain('Nhắc việc NV-1: còn 3 ngày làm việc');
  const put = await th.presses('Nhắc lại sau', { when: 'tomorrow' });
  expect(put.text).toContain('Sẽ nhắc lại NV-1 lúc 08:30 thứ Tư, 13/4/2016.');
  expect((await th.presses('Vì sao có nhắc này?')).text).toContain(
    'Quy tắc: nhắc trước hạn 3 ngày làm việc.',
  );
  expect((await th.presses('Đã biết')).text).toContain('Đã biết: Trưởng phòng Tổng hợp, 08:31 12/4/2016');
  expect((await official.says('/xem NV-1')).text).toContain(
    'Trưởng phòng Tổng hợp đã bấm lúc 08:31 12/4/2016',
  );

  await story.moveTo('2016-04-13T09:00+07:00');
  expect(await th.page()).toContain('Nhắc việc NV-1: còn 2 ngày làm việc');
  await story.moveTo('2016-04-21T09:00+07:00');
  expect(await leader.page()).toContain('NV-1 của Phòng Tổng hợp: quá hạn 3 ngày làm việc');
  expect((await official.says('/nhac NV-1 đề nghị gửi gấp')).text).toContain('đã gửi lời đôn đốc');
  expect(await th.page()).toContain('đề nghị gửi gấp');

  await th.presses('Xong', undefined, 'quá hạn 3 ngày làm việc');
  await official.presses('Duyệt');
  await story.moveTo('2016-05-30T09:00+07:00');
  expect(await th.page()).not.toContain('quá hạn 5 ngày làm việc');
  expect(story.errors).toEqual([]);
});

it('what the department does is no answer of the giver to news of their own', async () => {
  const story = await tellStory();
  const official = story.offices.inAgency('TTTT', 'official');
  const th = story.offices.headOf('TTTT', 'TH');
  await official.says('/giao P. TH dự thảo chương trình, hạn 15/4');
  await official.presses('Giao việc');
  await th.says('/nhan NV-1');
  await th.says('/xong NV-1');
  const lines = (await official.says('/xem NV-1')).text.split('\n');
  const pressed = lines.filter((line) => line.includes('đã bấm'));
  expect(pressed).toEqual([expect.stringMatching(/^Phòng Tổng hợp \(thẻ nhiệm vụ\)/)]);
});

it('a policy tried out and saved by a leader moves the next reminder', async () => {
  const story = await tellStory();
  const official = story.offices.inAgency('TTTT', 'official');
  const leader = story.offices.inAgency('TTTT', 'leader');
  const th = story.offices.headOf('TTTT', 'TH');
  await official.says('/giao P. TH dự thảo chương trình, hạn 15/4');
  await official.presses('Giao việc');
  await th.presses('Nhận việc');
  await leader.says('/caidat');
  const preview = await leader.presses('Đổi', { beforeDays: '4', atTime: '14h', onTheDay: 'no' });
  expect(preview.text).toContain('7, 3, 1 ngày làm việc → 4 ngày làm việc');
  expect((await leader.presses('Lưu')).text).toContain('Đã lưu chính sách nhắc việc');
  await story.moveTo('2016-04-11T13:59+07:00');
  expect(await th.page()).not.toContain('Nhắc việc');
  await story.moveTo('2016-04-11T14:00+07:00');
  expect(await th.page()).toContain('Nhắc việc NV-1: còn 4 ngày làm việc');
  expect(story.errors).toEqual([]);
});

it('a digest counts a task once, however many departments do it', async () => {
  const story = await tellStory();
  const official = story.offices.inAgency('TTTT', 'official');
  await official.says('/giao P. TH và P. Kế hoạch chủ trì lập danh mục dự án, hạn 6/4');
  await official.presses('Giao việc');
  await story.moveTo('2016-04-11T09:00+07:00');
  const leader = await story.offices.inAgency('TTTT', 'leader').page();
  expect(leader).toContain('Nhắc việc: 1 nhiệm vụ, 1 quá hạn');
  expect(story.errors).toEqual([]);
});

it('a deadline on a day off is not called due on the working day before', async () => {
  const story = await tellStory();
  const official = story.offices.inAgency('TTTT', 'official');
  const th = story.offices.headOf('TTTT', 'TH');
  await official.says('/giao P. TH lập danh mục dự án, hạn Chủ nhật 10/4');
  await official.presses('Giao việc');
  await th.presses('Nhận việc');
  await story.moveTo('2016-04-08T09:00+07:00');
  const page = await th.page();
  expect(page).toContain('Nhắc việc NV-1: hôm nay là ngày làm việc cuối trước hạn');
  expect(page).not.toContain('đến hạn hôm nay');
  expect(story.errors).toEqual([]);
});
