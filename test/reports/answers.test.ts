import { expect, it } from 'vitest';
import { buttonsOf } from '../support/cardText.ts';
import { tellStory } from '../support/story.ts';

it('lists page by page, in three tabs, each press keeping the question', async () => {
  const story = await tellStory();
  const official = story.offices.inAgency('TTTT', 'official');
  const th = story.offices.headOf('TTTT', 'TH').in;
  const head = th(`private-${story.offices.headOf('TTTT', 'TH').userId}`);
  const subjects = [
    'đất đai',
    'dân tộc',
    'tài chính',
    'nhân sự',
    'đào tạo',
    'khoáng sản',
    'biển đảo',
    'khí tượng',
  ];
  for (const [index, subject] of [...subjects, 'bản đồ', 'viễn thám', 'thư viện', 'lưu trữ'].entries()) {
    await official.says(`/giao P. TH soạn đề cương về ${subject}, hạn ${10 + index}/5`);
    await official.presses('Giao việc');
  }
  const first = await head.says('/viec');
  expect(first.text).toContain('Mục 1–10 trong 12.');
  expect(first.text).toContain('đất đai');
  expect(first.text).not.toContain('lưu trữ');
  const second = await head.presses('Xem tiếp');
  expect(second.text).toContain('lưu trữ');
  expect(second.text).not.toContain('đất đai');
  expect((await head.presses('Theo dõi')).text).toContain('Chưa theo dõi việc nào');
  expect((await official.says('/viec đã giao')).text).toContain('Mục 1–10 trong 12.');
  expect(story.errors).toEqual([]);
});

it('answers words in free order: state, unit, person, period; and says what it did not understand', async () => {
  const story = await tellStory();
  const official = story.offices.inAgency('TTTT', 'official');
  const leader = story.offices.inAgency('TTTT', 'leader');
  await official.says('/giao P. TH lập danh mục dự án, hạn 8/4');
  await official.presses('Giao việc');
  await official.says('/giao P. Kế hoạch xây dựng dự toán, hạn 8/4');
  await official.presses('Giao việc');
  await official.says('/giao P. TH tổng kết chương trình, hạn 27/5');
  await official.presses('Giao việc');
  await story.moveTo('2016-04-12T09:00+07:00');

  const late = await leader.says('/tinhhinh quá hạn của P. Tổng hợp tháng này');
  expect(late.text).toContain('NV-1');
  expect(late.text).toContain('quá hạn 2 ngày làm việc');
  expect(late.text).not.toMatch(/NV-2|NV-3/);
  expect((await leader.says('tháng này P. Tổng hợp có việc nào quá hạn')).text).toContain('NV-1');
  expect((await leader.says('/status overdue of P. TH')).text).toContain('NV-1');
  expect((await leader.says('/quahan tháng 5')).text).toContain('Không có việc quá hạn');
  expect((await leader.says('/viec của Trưởng phòng Kế hoạch')).text).toContain('NV-2');
  expect((await leader.says('/viec sắp đến hạn xyzzy')).text).toContain('Chưa hiểu phần: “xyzzy”');
  expect((await leader.says('trời hôm nay đẹp quá nhỉ')).text).toContain('Chưa hiểu câu này');
  expect((await leader.says('NV-3 đến đâu rồi')).text).toContain('tổng kết chương trình');
  const whole = await leader.says('/tinhhinh');
  expect(whole.text).toContain('3 phần việc đang mở, trong đó 2 phần việc quá hạn.');
  expect(story.errors).toEqual([]);
});

it('says in its title what it was asked for, on every page', async () => {
  const story = await tellStory();
  const official = story.offices.inAgency('TTTT', 'official');
  const leader = story.offices.inAgency('TTTT', 'leader');
  await official.says('/giao P. TH chủ trì, phối hợp với P. Kế hoạch lập danh mục dự án, hạn 8/4');
  await official.presses('Giao việc');
  await story.moveTo('2016-04-12T09:00+07:00');

  const ofPerson = await leader.says('/tinhhinh Trưởng phòng Tổng hợp');
  expect(ofPerson.card?.title).toBe('Tình hình: Trưởng phòng Tổng hợp');
  const ofList = await leader.says('/tinhhinh quá hạn của P. Tổng hợp tháng này');
  expect(ofList.card?.title).toBe('Danh sách việc: quá hạn, Phòng Tổng hợp, 1/4/2016 – 30/4/2016');
  expect(ofList.card && buttonsOf(ofList.card)).toMatchObject([{ label: 'Đôn đốc' }]);
  expect((await leader.says('/viec chưa nhận')).card?.title).toBe('Việc đã giao: chưa nhận');
  expect((await leader.says('/tinhhinh P. TH')).card?.title).toBe('Tình hình: Phòng Tổng hợp');
  expect((await leader.presses('Xem hết')).card?.title).toBe('Danh sách việc: Phòng Tổng hợp');

  expect((await leader.says('/viec đã xong')).text).toContain('Không có việc nào như vậy');
  expect((await leader.says('/viec')).text).toContain('Hiện không có việc nào đã giao còn mở.');

  // Nothing of this week is open, yet something is: the answer must not deny it.
  const thisWeek = await leader.says('/tinhhinh tuần này');
  expect(thisWeek.card?.title).toBe('Tình hình công việc của TTTT: 11/4/2016 – 17/4/2016');
  expect(thisWeek.text).toContain('Không có phần việc đang mở nào đến hạn trong thời gian này.');
  expect((await leader.says('/quahan')).text).toContain('2 phần việc quá hạn');
  expect(story.errors).toEqual([]);
});

it('lets one choose among units of the same name, and answers for the chosen one', async () => {
  const story = await tellStory();
  const official = story.offices.inAgency('TTTT', 'official');
  const leader = story.offices.inAgency('TTTT', 'leader');
  await official.says('/giao Văn phòng Trung tâm lập danh mục dự án, hạn 8/4');
  await official.presses('Giao việc');
  await story.moveTo('2016-04-12T09:00+07:00');

  const choice = await leader.says('/tinhhinh VP');
  expect(choice.card?.title).toBe('“VP” có thể là nhiều đơn vị.');
  expect(choice.card && buttonsOf(choice.card).map(({ label }) => label)).toEqual(['TTTT/VP', 'CNTT/VP']);
  expect((await leader.presses('TTTT/VP')).card?.title).toBe('Tình hình: Văn phòng Trung tâm');
  await leader.says('việc quá hạn của VP tháng này');
  const list = await leader.presses('TTTT/VP');
  expect(list.card?.title).toBe('Danh sách việc: quá hạn, Văn phòng Trung tâm, 1/4/2016 – 30/4/2016');
  expect(list.text).toContain('lập danh mục dự án');
  for (const line of ['/quahan VP', '/viec VP']) {
    await leader.says(line);
    expect((await leader.presses('CNTT/VP')).text).not.toContain('lập danh mục dự án');
  }
  expect((await leader.says('/tinhhinh VP và Văn phòng')).text).toContain('TTTT/VP (Văn phòng Trung tâm)');
  expect(story.errors).toEqual([]);
});

it('shows the latest of a long history, and says that there is more', async () => {
  const story = await tellStory();
  const official = story.offices.inAgency('TTTT', 'official');
  const th = story.offices.headOf('TTTT', 'TH');
  await official.says('/giao P. TH lập danh mục dự án, hạn 8/4');
  await official.presses('Giao việc');
  expect((await official.says('/xem NV-1')).text).toMatch(/^Nhật ký$/m);
  for (let percent = 1; percent <= 11; percent += 1) await th.says(`/tiendo NV-1 ${percent}%`);
  expect((await official.says('/xem NV-1')).text).toMatch(/^Nhật ký \(12 dòng gần nhất\)$/m);
  await story.moveTo('2016-04-09T09:00+07:00');
  expect((await official.says('/quahan')).text).toContain('Lâu nhất: NV-1.\n');
  expect(story.errors).toEqual([]);
});

it('an admin without an agency sees no task, and is answered all the same', async () => {
  const story = await tellStory();
  const official = story.offices.inAgency('TTTT', 'official');
  await official.says('/giao P. TH lập danh mục dự án, hạn 8/4');
  await official.presses('Giao việc');
  const guest = story.offices.guest();
  await guest.says('/thamgia quan-tri-thu-nghiem');
  for (const line of ['/viec', '/tinhhinh', '/quahan', '/tinhhinh tất cả', '/xem NV-1']) {
    const { text } = await guest.says(line);
    expect(text).not.toContain('danh mục dự án');
    expect(text).not.toBe('');
  }
  expect(story.errors).toEqual([]);
});

it('a message that went to others in place of somebody who has left is not called lost', async () => {
  const story = await tellStory();
  const official = story.offices.inAgency('TTTT', 'official');
  const leader = story.offices.inAgency('TTTT', 'leader');
  await official.says('/giao P. TH lập danh mục dự án, hạn 15/4');
  await official.presses('Giao việc');
  const admin = story.offices.guest();
  await admin.says('/thamgia quan-tri-thu-nghiem');
  await admin.says(`/donvi ${official.name}`);
  await admin.presses('Cho rời danh sách');
  await story.moveTo('2016-04-08T09:00+07:00');
  const { text } = await leader.says('/xem NV-1');
  expect(text).toContain(`${official.name} (nhắc việc): không nhận trực tiếp được, đã chuyển người khác`);
  expect(text).not.toContain('passed_on');
});
