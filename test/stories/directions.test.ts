/** Leaders of two agencies direct one task at the playground: by command, by reply, with a date, and as a new task. */
import { expect, it } from 'vitest';
import { type Story, tellStory } from '../support/story.ts';

/** A task of TTTT in which a department of CNTT has a part. */
async function sharedTask(story: Story) {
  const { offices } = story;
  const official = offices.inAgency('TTTT', 'official');
  const otherOfficial = offices.inAgency('CNTT', 'official');
  await official.says(
    '/giao P. Tổng hợp chủ trì, phối hợp với P. Phát triển ứng dụng dự thảo chương trình phối hợp, hạn 15/4',
  );
  await official.presses('Giao việc');
  await otherOfficial.presses('Đồng ý');
  return {
    official,
    otherOfficial,
    leader: offices.named('Giám đốc Trung tâm'),
    otherLeader: offices.named('Cục trưởng'),
    th: offices.headOf('TTTT', 'TH'),
    ptud: offices.headOf('CNTT', 'PTUD'),
  };
}

it('a direction goes to both sides, is read by the departments, and stands on the card', async () => {
  const story = await tellStory();
  const { official, leader, th, ptud } = await sharedTask(story);
  const given = await leader.says('/chidao NV-1 tập trung phần dữ liệu dùng chung');
  expect(given.text).toContain('Đã ghi ý kiến chỉ đạo vào NV-1');
  expect(given.text).toContain('Chờ đọc: Phòng Tổng hợp, Phòng Phát triển ứng dụng');
  for (const side of [th, ptud, official]) {
    expect(await side.page()).toContain('Ý kiến chỉ đạo về NV-1: Giám đốc Trung tâm');
    expect(await side.page()).toContain('tập trung phần dữ liệu dùng chung');
  }
  expect((await official.says('/xem NV-1')).text).toContain('Đang chờ các đơn vị đọc');
  const read = await ptud.presses('Đã đọc');
  expect(read.text).toContain('Đã đọc: Phòng Phát triển ứng dụng');
  // The other department reads on its living card.
  const toast = await th.presses('Đã đọc chỉ đạo');
  expect(toast.text).toContain('Đã ghi: Phòng Tổng hợp đã đọc ý kiến chỉ đạo về NV-1.');
  expect(await ptud.page()).toContain('Đã đọc: Phòng Tổng hợp, Phòng Phát triển ứng dụng');
  const shown = (await leader.says('/xem NV-1')).text;
  expect(shown).toContain('Đã đọc: Phòng Tổng hợp, Phòng Phát triển ứng dụng');
  expect(shown).toContain('cho ý kiến chỉ đạo');
  expect((await th.presses('Đã đọc')).text).toContain('Đã đọc: Phòng Tổng hợp');
  expect(story.errors).toEqual([]);
});

it('unread after a working day, the department is asked again and the card says so; read, nobody is asked', async () => {
  const story = await tellStory();
  const { leader, th, ptud } = await sharedTask(story);
  await leader.says('/chidao NV-1 làm rõ cấp ký chương trình');
  await th.presses('Đã đọc');
  await story.moveTo('2016-04-07T08:29+07:00');
  expect((await leader.says('/xem NV-1')).text).not.toContain('Chưa đọc');
  // Said on Tuesday at 16:41: the first whole working day is Wednesday.
  await story.moveTo('2016-04-07T08:31+07:00');
  expect(await ptud.page()).toContain('Chưa đọc ý kiến chỉ đạo về NV-1');
  expect(await th.page()).not.toContain('Chưa đọc ý kiến chỉ đạo về NV-1');
  expect((await leader.says('/xem NV-1')).text).toContain('Chưa đọc: Phòng Phát triển ứng dụng');
  expect((await ptud.presses('Đã đọc', undefined, 'Chưa đọc ý kiến')).text).toContain(
    'Đã đọc: Phòng Tổng hợp, Phòng Phát triển ứng dụng',
  );
  expect((await leader.says('/xem NV-1')).text).not.toContain('Chưa đọc:');
  await story.moveTo('2016-04-11T12:00+07:00');
  // Its message says now that it was read, and no other came.
  expect(await ptud.page()).not.toContain('Chưa đọc ý kiến chỉ đạo');
  expect(story.errors).toEqual([]);
});

it('a date in the words moves nothing by itself: the giving leader sets it with a button, and takes it back', async () => {
  const story = await tellStory();
  const { official, leader, th, ptud } = await sharedTask(story);
  const given = await leader.says('/chidao NV-1 lùi hạn đến 20/4');
  expect(given.text).toContain('Ý kiến có nhắc thứ Tư, 20/4/2016. Hạn hiện nay vẫn là thứ Sáu, 15/4/2016');
  expect(await th.page()).toContain('Có nhắc hạn mới: thứ Tư, 20/4/2016 (hạn chưa thay đổi)');
  expect((await official.says('/xem NV-1')).text).toContain('Hạn: thứ Sáu, 15/4/2016');
  const set = await leader.presses('Đặt hạn mới 20/4/2016');
  expect(set.text).toContain('Hạn: thứ Sáu, 15/4/2016 → thứ Tư, 20/4/2016');
  expect(await ptud.page()).toContain('Hạn: thứ Sáu, 15/4/2016 → thứ Tư, 20/4/2016');
  expect((await official.says('/xem NV-1')).text).toContain('Hạn: thứ Tư, 20/4/2016');
  expect((await leader.presses('Đặt hạn mới 20/4/2016')).text).toContain('đã là thứ Tư, 20/4/2016');
  await leader.says('/hoantac');
  expect((await official.says('/xem NV-1')).text).toContain('Hạn: thứ Sáu, 15/4/2016');
  expect(story.errors).toEqual([]);
});

it('the leader of the other agency asks for the later date; the giving side decides', async () => {
  const story = await tellStory();
  const { official, otherLeader, ptud } = await sharedTask(story);
  await ptud.presses('Nhận việc');
  const given = await otherLeader.says('/chidao NV-1 cần thêm thời gian, lùi hạn đến 20/4');
  expect(given.text).not.toContain('Đặt hạn mới');
  await otherLeader.presses('Đề nghị hạn mới 20/4/2016');
  expect(await official.page()).toContain('Phòng Phát triển ứng dụng xin gia hạn NV-1');
  expect(await official.page()).toContain('Theo ý kiến chỉ đạo của Cục trưởng');
  await official.presses('Đồng ý', undefined, 'xin gia hạn');
  expect(await ptud.page()).toContain('20/4/2016');
  expect((await otherLeader.presses('Đề nghị hạn mới 20/4/2016')).text).toContain('Không có phần việc nào');
  expect(story.errors).toEqual([]);
});

it('a reply under the card is a direction, and one press makes it talk', async () => {
  const story = await tellStory();
  const { leader, th, ptud, official } = await sharedTask(story);
  await leader.says('/chidao NV-1 bắt đầu từ danh mục dự án');
  await leader.presses('Mở NV-1');
  const given = await leader.repliesTo('NV-1 · dự thảo chương trình', 'Cảm ơn các đồng chí');
  expect(given.text).toContain('Lời trả lời dưới thẻ được ghi là ý kiến chỉ đạo');
  expect(await th.page()).toContain('Cảm ơn các đồng chí');
  const talk = await leader.presses('Chỉ là trao đổi');
  expect(talk.text).toContain('Đã chuyển thành trao đổi về NV-1');
  expect(await ptud.page()).toContain('nay là trao đổi');
  expect((await official.says('/xem NV-1')).text).toMatch(
    /Cảm ơn các đồng chí\n?.*Giám đốc Trung tâm \(TTTT\)/,
  );
  expect((await official.says('/xem NV-1')).text).not.toMatch(/Ý kiến chỉ đạo · [^\n]*\n[^\n]*Cảm ơn/);
  // A member under the same card only talks.
  const said = await th.repliesTo('NV-1 · dự thảo chương trình', 'Đã rõ');
  expect(said.text).toContain('Đã ghi trao đổi vào NV-1');
  expect(story.errors).toEqual([]);
});

it('a direction taken back goes from the cards, and those who were told hear it', async () => {
  const story = await tellStory();
  const { leader, th } = await sharedTask(story);
  await leader.says('/chidao NV-1 dừng phần khảo sát');
  await leader.says('/hoantac');
  expect(await th.page()).toContain(
    'Tin lúc 16:41 5/4/2016 không còn hiệu lực: ý kiến chỉ đạo của Giám đốc Trung tâm',
  );
  expect((await leader.says('/xem NV-1')).text).not.toContain('dừng phần khảo sát');
  expect((await th.presses('Đã đọc')).text).toContain('không còn nữa');
  await story.moveTo('2016-04-08T12:00+07:00');
  expect(await th.page()).not.toContain('Chưa đọc ý kiến');
  expect(story.errors).toEqual([]);
});

it('a direction becomes a task of its own, and then stays', async () => {
  const story = await tellStory();
  const { leader, official } = await sharedTask(story);
  await leader.says('/chidao NV-1 P. Kế hoạch rà soát kinh phí, xong trước 12/4');
  await official.presses('Giao thành nhiệm vụ');
  await official.presses('Giao việc');
  expect((await official.says('/xem NV-2')).text).toContain('rà soát kinh phí');
  expect((await official.says('/xem NV-1')).text).toContain('Đã giao thành NV-2');
  expect((await leader.says('/hoantac')).text).toContain('đã được giao thành nhiệm vụ');
  expect(story.errors).toEqual([]);
});

it('without words a form; who may not direct is told who may', async () => {
  const story = await tellStory();
  const { leader, otherLeader, official, th } = await sharedTask(story);
  expect((await leader.says('/chidao')).text).toContain('Nhiệm vụ');
  const sent = await leader.sends({ task: '1', words: 'giao ban tuần này báo cáo' });
  expect(sent.text).toContain('Đã ghi ý kiến chỉ đạo vào NV-1');
  await otherLeader.says('/direct NV-1');
  expect((await otherLeader.sends({ words: 'phối hợp chặt chẽ' })).text).toContain('Đã ghi ý kiến chỉ đạo');
  for (const other of [official, th]) {
    expect((await other.says('/chidao NV-1 làm ngay')).text).toContain(
      'Ý kiến chỉ đạo do lãnh đạo cơ quan giao hoặc cơ quan đã nhận phần việc đưa ra.',
    );
    expect((await other.says('/chidao')).text).toContain('Ý kiến chỉ đạo do lãnh đạo');
  }
  await official.says('/giao P. Kế hoạch chuẩn bị việc nội bộ, hạn 20/4');
  await official.presses('Giao việc');
  expect((await otherLeader.says('/chidao NV-2 làm ngay')).text).toContain('Không thấy nhiệm vụ NV-2');
  expect(story.errors).toEqual([]);
});

it('the card has the latest three; /xem lists the others', async () => {
  const story = await tellStory();
  const { leader, official, th } = await sharedTask(story);
  for (const number of [1, 2, 3, 4, 5]) await leader.says(`/chidao NV-1 điều thứ ${number}`);
  const [card] = (await th.messages()).filter(({ card: each }) => each?.title.startsWith('NV-1 · '));
  expect(JSON.stringify(card?.card)).toContain('điều thứ 5');
  expect(JSON.stringify(card?.card)).not.toContain('điều thứ 2');
  const whole = (await official.says('/xem NV-1')).text;
  expect(whole).toMatch(/điều thứ 3.*điều thứ 5.*Ý kiến chỉ đạo trước đó.*điều thứ 1.*điều thứ 2/su);
  expect(story.errors).toEqual([]);
});

it('several that a department has not read come as one message, each with its button', async () => {
  const story = await tellStory();
  const { leader, th } = await sharedTask(story);
  await leader.says('/chidao NV-1 rà soát danh mục');
  await leader.says('/chidao NV-1 làm rõ kinh phí');
  await story.moveTo('2016-04-07T08:31+07:00');
  expect(await th.page()).toContain('Chưa đọc 2 ý kiến chỉ đạo');
  expect(await th.page()).not.toContain('Chưa đọc ý kiến chỉ đạo về');
  const left = await th.presses('Đã đọc NV-1, 16:41 5/4/2016', undefined, 'Chưa đọc 2');
  expect(left.text).toContain('Chưa đọc ý kiến chỉ đạo về NV-1');
  expect(left.text).toContain('làm rõ kinh phí');
  expect((await th.presses('Đã đọc', undefined, 'Ý kiến được gửi lúc')).text).toContain(
    'Đã đọc: Phòng Tổng hợp',
  );
  expect((await leader.says('/xem NV-1')).text).not.toContain('Chưa đọc: Phòng Tổng hợp');
  expect(story.errors).toEqual([]);
});

it('is told to each in their own language', async () => {
  const story = await tellStory();
  const { leader, official, ptud } = await sharedTask(story);
  await official.says('/ngonngu en');
  await leader.says('/chidao NV-1 lùi hạn đến 20/4');
  const page = await official.page();
  expect(page).toContain('Direction on NV-1: Giám đốc Trung tâm');
  expect(page).toContain('Names a new deadline: Wednesday, 20 April 2016 (the deadline has not moved)');
  expect(await ptud.page()).toContain('Ý kiến chỉ đạo về NV-1');
  await official.presses('Set new deadline 20 Apr 2016');
  expect(await ptud.page()).toContain('thứ Tư, 20/4/2016');
  expect(story.errors).toEqual([]);
});
