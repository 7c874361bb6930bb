import { expect, it } from 'vitest';
import { latestWordText } from '../meetings/wordText.ts';
import { type Story, tellStory } from '../support/story.ts';

/** The record of the story's first meeting, with an entry of each kind. */
async function keepRecord(story: Story) {
  const official = story.offices.inAgency('TTTT', 'official');
  const read = await official.says('/cuochop Làm việc giữa TTTT và Cục CNTT, 14h ngày 5/4 tại phòng họp A');
  expect(read.text).toContain('Thời gian: 14:00 thứ Ba, 5/4/2016');
  expect(read.text).toContain('Nơi họp: phòng họp A');
  await official.presses('Mở biên bản');
  await official.presses('Ghi ý', { text: 'Trung tâm giới thiệu chức năng', saidBy: 'Giám đốc Trung tâm' });
  await official.repliesTo('Biên bản: Làm việc', 'Cấp ký còn để ngỏ');
  await official.says('/cuochop kết luận Hai bên xây dựng chương trình phối hợp 5 năm');
  await official.says(
    '/cuochop nhiệm vụ P. Tổng hợp chủ trì, phối hợp với P. Kế hoạch dự thảo chương trình, hạn 15/4',
  );
  await official.says('/cuochop nhiệm vụ Văn phòng Trung tâm chuẩn bị hội trường, hạn 12/4');
  return official;
}

/** An official of the other agency, in that agency's room. */
function otherRoom(story: Story) {
  return story.offices.inAgency('CNTT', 'official').in('room-agency-2');
}

it('a meeting of both agencies: opened from words, recorded, its tasks given, closed with minutes', async () => {
  const story = await tellStory();
  const official = await keepRecord(story);
  await official.presses('Thành phần', { names: 'CNTT: Phó Cục trưởng phụ trách' });
  expect(await official.page()).toContain('Ý kiến: 2 · Kết luận: 1 · Nhiệm vụ: 2\n');

  const batch = await official.presses('Giao các nhiệm vụ (2)');
  expect(batch.text).toContain('Xem lại 2 việc trước khi giao');
  await official.presses('Giao tất cả (2 việc)');
  expect(await official.page()).toContain('Nhiệm vụ: 2 (đã giao 2)');
  const th = story.offices.headOf('TTTT', 'TH');
  expect(await th.page()).toContain('dự thảo chương trình');
  expect((await th.says('/xem NV-1')).text).toContain('Cuộc họp: Làm việc giữa TTTT và Cục CNTT (5/4/2016)');

  const closed = await official.presses('Kết thúc và lập biên bản');
  expect(closed.text).toContain('Đã lập biên bản: Làm việc giữa TTTT và Cục CNTT');
  const { name, text } = await latestWordText(story.app.database.db);
  expect(name).toBe('Biên bản 5-4-2016 – Làm việc giữa TTTT và Cục CNTT.docx');
  for (const words of [
    'TRUNG TÂM THÔNG TIN',
    'ỦY BAN DÂN TỘC',
    'ngày 05 tháng 4 năm 2016',
    'BIÊN BẢN LÀM VIỆC',
    'Thời gian: 14:00 thứ Ba, 5/4/2016.',
    'Địa điểm: phòng họp A.',
    '2. Cục Công nghệ thông tin – Bộ Tài nguyên và Môi trường',
    'Phó Cục trưởng phụ trách',
    'Giám đốc Trung tâm: Trung tâm giới thiệu chức năng',
    'Chuyên viên Thư ký Trung tâm: Cấp ký còn để ngỏ',
    'III. Kết luận',
    '1. Hai bên xây dựng chương trình phối hợp 5 năm',
    'dự thảo chương trình\nPhòng Tổng hợp\nPhòng Kế hoạch\nthứ Sáu, 15/4/2016',
    'Biên bản được lập thành 02 bản',
    'ĐẠI DIỆN CỤC CÔNG NGHỆ THÔNG TIN',
  ]) {
    expect(text).toContain(words);
  }
  const theirs = otherRoom(story);
  expect(await theirs.page()).toContain('Biên bản: Làm việc giữa TTTT và Cục CNTT');
  expect((await theirs.presses('Lấy biên bản')).text).toContain(name);
  expect(story.errors).toEqual([]);
});

it('is reopened within ten minutes, and its minutes are written again later', async () => {
  const story = await tellStory();
  const official = await keepRecord(story);
  const theirs = otherRoom(story);
  await official.presses('Kết thúc và lập biên bản');
  expect((await official.says('/cuochop ghi quên một ý')).text).toContain('chưa có biên bản nào đang ghi');
  await official.presses('Mở lại');
  expect(await theirs.page()).toContain('Biên bản được mở lại');
  await official.says('/cuochop ghi Quên một ý');
  await official.presses('Kết thúc và lập biên bản');
  expect((await latestWordText(story.app.database.db)).text).toContain('Quên một ý');

  await story.moveTo('2016-04-05T17:00+07:00');
  expect((await official.presses('Mở lại')).text).toContain('quá 10 phút');
  await official.presses('Các mục');
  await official.presses('Mở', undefined, 'Các mục:');
  await official.presses('Sửa', { text: 'Trung tâm giới thiệu chức năng và thế mạnh' }, 'ghi lúc');
  await official.presses('Lập lại biên bản');
  expect((await latestWordText(story.app.database.db)).text).toContain('chức năng và thế mạnh');
  expect(await theirs.page()).toContain('Biên bản lập lại: Làm việc');
  const late = await official.repliesTo('Đã lập biên bản: Làm việc', 'Ý bổ sung sau');
  expect(late.text).toContain('chưa có thay đổi này');
  await official.presses('Lập lại biên bản', undefined, 'Ý bổ sung sau');
  expect((await latestWordText(story.app.database.db)).text).toContain('Ý bổ sung sau');
  expect(story.errors).toEqual([]);
});

it('is filled in as a form, one in a conversation; entries are moved, dropped and put back', async () => {
  const story = await tellStory();
  const official = story.offices.inAgency('TTTT', 'official');
  await official.says('/cuochop');
  const opened = await official.sends({
    title: 'Giao ban tuần',
    day: '4/4',
    time: '8h30',
    place: 'Phòng 302',
    names: 'Trưởng phòng Kế hoạch\nKhách mời',
  });
  expect(opened.text).toContain('08:30 thứ Hai, 4/4/2016');
  expect(opened.text).toContain('Chuyên viên Thư ký Trung tâm, Trưởng phòng Kế hoạch, Khách mời');
  expect((await official.says('/cuochop Họp khác, 9h mai')).text).toContain(
    'đang ghi biên bản: Giao ban tuần',
  );
  expect((await official.says('/cuochop')).text).toContain('Biên bản: Giao ban tuần');
  expect((await official.presses('Kết thúc và lập biên bản')).text).toContain('chưa có mục nào');

  await official.says('/cuochop ghi Khách mời: nên làm sớm');
  await official.presses('Thành kết luận', undefined, '“nên làm sớm” – Khách mời');
  expect(await official.page()).toContain('Ý kiến: 0 · Kết luận: 1');
  await official.presses('Bỏ');
  expect(await official.page()).toContain('Kết luận: 0');
  await official.presses('Đưa lại');
  await official.presses('Huỷ biên bản');
  expect(await official.page()).toContain('Đã huỷ biên bản: Giao ban tuần');
  expect((await official.says('/cuochop xem')).text).toContain('Chưa có biên bản nào.');
  expect(story.errors).toEqual([]);
});

it('takes a message that somebody wrote, once', async () => {
  const story = await tellStory();
  const head = story.offices.headOf('TTTT', 'TH');
  await head.says('/cuochop Họp phòng, 9h ngày 6/4');
  await head.presses('Mở biên bản');
  await head.says('Cần thêm nhân lực cho việc này');
  const [said] = (await head.messages()).filter((each) => each.text?.startsWith('Cần thêm'));
  expect(said).toBeDefined();
  const web = story.app.web;
  const reply = (text: string) =>
    web?.conversation.say({
      userId: head.userId,
      chatId: said?.chatId ?? '',
      text,
      replyTo: said?.id ?? null,
    });
  await reply('/cuochop ghi');
  await reply('/cuochop kết luận');
  const page = await head.page();
  expect(page).toContain('Ý kiến: 1 · Kết luận: 0');
  expect(page).toContain('Tin này đã có trong biên bản (ý kiến)');
  expect(page).toContain('“Cần thêm nhân lực cho việc này” – Trưởng phòng Tổng hợp');
  expect(story.errors).toEqual([]);
});

it('two who may give confirm the tasks of one record: each is given once', async () => {
  const story = await tellStory();
  const official = story.offices.inAgency('TTTT', 'official').in('room-agency-1');
  const leader = story.offices.inAgency('TTTT', 'leader').in('room-agency-1');
  await official.says('/cuochop Giao ban, 8h ngày 5/4');
  await official.presses('Mở biên bản');
  await official.says('/cuochop nhiệm vụ P. Tổng hợp lập danh mục, hạn 15/4');
  await official.says('/cuochop nhiệm vụ P. Kế hoạch lập dự toán, hạn 18/4');
  await official.presses('Giao các nhiệm vụ (2)');
  const own = await official.page();
  await leader.presses('Giao các nhiệm vụ (2)');
  expect(own).toContain('Xem lại 2 việc');
  await leader.presses('Giao tất cả (2 việc)');
  const again = await official.presses('Giao tất cả (2 việc)');
  expect(again.text).toContain('Đã giao 2 việc');
  const tasks = await story.app.database.db.selectFrom('task').select('title').orderBy('id').execute();
  expect(tasks.map(({ title }) => title)).toEqual(['lập danh mục', 'lập dự toán']);
  expect((await official.presses('Các mục')).text).toContain('nhiệm vụ, đã giao NV-1');
  // Taken back, it may be given anew.
  await leader.says('/hoantac');
  expect(await official.page()).toContain('Giao các nhiệm vụ');
  expect(story.errors).toEqual([]);
});
