/** Leaders of both agencies are asked about a draft, at the playground. */
import mammoth from 'mammoth';
import { expect, it } from 'vitest';
import { insertDraft } from '../opinions/draft.ts';
import { type Story, tellStory } from '../support/story.ts';

/** A task of TTTT in which both agencies have a part, with a draft. */
async function withDraft(): Promise<Story> {
  const story = await tellStory();
  const official = story.offices.inAgency('TTTT', 'official');
  const partner = story.offices.inAgency('CNTT', 'official');
  await official.says(
    '/giao P. Tổng hợp chủ trì, phối hợp với P. Phát triển ứng dụng dự thảo chương trình phối hợp, hạn 20/4',
  );
  await official.presses('Giao việc');
  await partner.presses('Đồng ý');
  await insertDraft(story.app.database.db, story.app.clock.now(), {
    taskId: 1,
    number: 1,
    by: 'Trưởng phòng Tổng hợp',
    name: 'chuong-trinh.txt',
  });
  return story;
}

it('asks the leaders of both agencies, hides the opinions until one’s own is given, and sums them up', async () => {
  const story = await withDraft();
  const { offices } = story;
  const official = offices.inAgency('TTTT', 'official');
  const [director, deputy] = [offices.named('Giám đốc Trung tâm'), offices.named('Phó Giám đốc Trung tâm')];
  const [chief, deputyChief] = [offices.named('Cục trưởng'), offices.named('Phó Cục trưởng')];

  const preview = await official.says('/xinykien NV-1 lãnh đạo 2 cơ quan về dự thảo, hạn giữa tháng 4');
  expect(preview.text).toContain('thứ Sáu, 15/4/2016');
  expect(preview.text).toContain('chuong-trinh.txt');
  expect(await director.page()).not.toContain('YK-1');
  await official.presses('Gửi xin ý kiến');
  expect(await official.page()).toContain('Đã cho ý kiến: 0/4');
  // The file comes along.
  expect(await chief.page()).toContain('YK-1 · Xin ý kiến: Nội dung dự thảo');
  expect(JSON.stringify(await chief.messages())).toContain('chuong-trinh.txt');

  expect((await director.presses('Đồng ý')).text).toContain('Đã ghi ý kiến YK-1: Đồng ý');
  expect(await official.page()).toContain('Đã cho ý kiến: 1/4');
  await chief.repliesTo('YK-1', 'đồng ý, nhưng cần bổ sung nguồn kinh phí');
  const page = await chief.page();
  expect(page).toContain('cần bổ sung nguồn kinh phí');
  // Now that he has answered, he sees what the director said; the deputy does not.
  expect(page).toMatch(/Giám đốc Trung tâm \(TTTT\)\s*\S*\s*Đồng ý/);
  expect(await deputy.page()).not.toContain('kinh phí');
  expect(await official.page()).not.toContain('kinh phí');

  // Changed: the last one counts.
  await director.presses('Không đồng ý');
  await director.presses('Đồng ý');
  await deputy.says('/ykien nhất trí');
  await deputyChief.presses('Đồng ý, có ý kiến', { words: 'làm rõ trách nhiệm mỗi bên' });

  const result = await official.page();
  expect(result).toContain('Kết luận: Đồng ý (2 ý kiến kèm theo).');
  expect(result).toContain('làm rõ trách nhiệm mỗi bên');
  expect(JSON.stringify(await official.messages())).toContain('Bảng tổng hợp ý kiến YK-1.docx');
  expect(await chief.page()).toContain('Kết quả xin ý kiến');
  expect((await director.says('/ykien YK-1 không đồng ý')).text).toContain('đã khép lại');
  expect(story.errors).toEqual([]);
});

/** The text of the latest summary that the bot wrote. */
async function summaryOf({ app }: Story): Promise<string> {
  const { content } = await app.database.db
    .selectFrom('file')
    .select('content')
    .where('name', 'like', 'Bảng tổng hợp%')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  return (await mammoth.extractRawText({ buffer: content })).value;
}

it('reminds leaders on working days only, and ends at its date with those who said nothing', async () => {
  const story = await withDraft();
  const { offices } = story;
  const official = offices.inAgency('TTTT', 'official');
  const director = offices.named('Giám đốc Trung tâm');
  const chief = offices.named('Cục trưởng');
  // A Sunday: reminders fall on Wednesday and Friday before it.
  await official.says('/xinykien NV-1 phạm vi phối hợp, đa số mỗi cơ quan, hạn 17/4');
  await official.presses('Gửi xin ý kiến');
  expect((await chief.says('/tinhhinh')).text).toContain('YK-1 · phạm vi phối hợp');
  await chief.says('/ykien không đồng ý vì thiếu nguồn lực');
  expect((await chief.says('/tinhhinh')).text).not.toContain('YK-1');
  await story.moveTo('2016-04-13T08:29+07:00');
  expect(await director.page()).not.toContain('Sắp đến hạn cho ý kiến');
  await story.moveTo('2016-04-13T08:31+07:00');
  expect(await director.page()).toContain('YK-1 · Sắp đến hạn cho ý kiến: Chủ nhật, 17/4/2016');
  expect(await chief.page()).not.toContain('Sắp đến hạn');
  // The reminder has the buttons, too.
  await director.presses('Đồng ý', undefined, 'Sắp đến hạn cho ý kiến');
  await story.moveTo('2016-04-15T12:00+07:00');
  expect(await director.page()).not.toContain('Hôm nay là hạn');
  expect(await offices.named('Phó Cục trưởng').page()).toContain('Hôm nay là hạn cho ý kiến');
  await story.moveTo('2016-04-17T23:59+07:00');
  expect(await official.page()).not.toContain('Chưa kết luận');
  await story.moveTo('2016-04-18T00:00+07:00');
  const page = await official.page();
  expect(page).toContain('Chưa kết luận: còn người chưa có ý kiến.');
  expect(page).toContain('Vòng khép lại lúc 00:00 18/4/2016.');
  // Who said nothing hears nothing new, but their card says that it is over.
  expect(await offices.named('Phó Cục trưởng').page()).toContain('Kết quả xin ý kiến');
  const summary = await summaryOf(story);
  expect(summary).toContain('BẢNG TỔNG HỢP Ý KIẾN');
  expect(summary).toContain('phạm vi phối hợp');
  expect(summary).toContain('thiếu nguồn lực');
  expect(summary).toContain('Chưa có ý kiến: Phó Giám đốc Trung tâm, Phó Cục trưởng');
  expect(summary).toContain('Không đồng ý: 1');
  expect(story.errors).toEqual([]);
});

it('a deputy answers in a leader’s place, for all to see, until that is taken back', async () => {
  const story = await withDraft();
  const { offices } = story;
  const official = offices.inAgency('TTTT', 'official');
  const director = offices.named('Giám đốc Trung tâm');
  const head = offices.named('Trưởng phòng Kế hoạch');
  await official.says('/xinykien NV-1 Giám đốc Trung tâm, Cục trưởng về dự thảo, hạn 15/4');
  await official.presses('Gửi xin ý kiến');
  const asked = await director.presses('Uỷ quyền');
  const options = asked.form?.fields[0]?.input;
  const choice = options?.kind === 'choice' ? options.options.find((each) => each.label === head.name) : null;
  await director.sends({ deputy: choice?.value ?? '' });
  expect(await head.page()).toContain('Xin cho ý kiến thay Giám đốc Trung tâm');
  expect(JSON.stringify(await head.messages())).toContain('chuong-trinh.txt');
  expect(await official.page()).toContain('Giám đốc Trung tâm (TTTT) – uỷ quyền cho Trưởng phòng Kế hoạch');
  expect(await director.page()).toContain('Đã uỷ quyền cho Trưởng phòng Kế hoạch');
  expect((await director.says('/ykien đồng ý')).text).toContain('Không có việc nào đang chờ ý kiến');
  expect((await director.says('/ykien YK-1 đồng ý')).text).toContain('đã uỷ quyền cho Trưởng phòng Kế hoạch');
  await head.presses('Không đồng ý');
  expect(await official.page()).toContain('Đã cho ý kiến: 1/2');
  await director.presses('Rút uỷ quyền');
  await director.presses('Đồng ý');
  await offices.named('Cục trưởng').presses('Đồng ý');
  expect(await official.page()).toContain('Kết luận: Đồng ý.');
  expect(await summaryOf(story)).not.toContain('Trưởng phòng Kế hoạch');
  expect(story.errors).toEqual([]);
});

it('a leader who is asked can stand in for another: each opinion has its own buttons', async () => {
  const story = await withDraft();
  const { offices } = story;
  const official = offices.inAgency('TTTT', 'official');
  const director = offices.named('Giám đốc Trung tâm');
  const deputy = offices.named('Phó Giám đốc Trung tâm');
  await official.says('/xinykien NV-1 Giám đốc Trung tâm, Phó Giám đốc Trung tâm về dự thảo, hạn 15/4');
  await official.presses('Gửi xin ý kiến');
  const { form } = await director.presses('Uỷ quyền');
  const input = form?.fields[0]?.input;
  const choice = input?.kind === 'choice' ? input.options.find((each) => each.label === deputy.name) : null;
  await director.sends({ deputy: choice?.value ?? '' });
  expect((await deputy.says('/ykien đồng ý')).text).toContain('Có nhiều phần cần cho ý kiến');
  await deputy.presses('Đồng ý · thay Giám đốc Trung tâm');
  // What is left is clear.
  await deputy.says('/ykien YK-1 không đồng ý');
  expect((await official.says('/xem YK-1')).text).toContain('Chưa kết luận: các ý kiến chưa thống nhất.');
  expect(await summaryOf(story)).toContain('do Phó Giám đốc Trung tâm cho ý kiến');
  expect(story.errors).toEqual([]);
});

it('in a room everybody sees how the round stands, and nobody what was said', async () => {
  const story = await withDraft();
  const { offices } = story;
  const head = offices.headOf('TTTT', 'TH');
  const colleague = offices.named('Chuyên viên Phòng Tổng hợp');
  const director = offices.named('Giám đốc Trung tâm');
  await head.says('/xinykien NV-1 Giám đốc Trung tâm, Cục trưởng về dự thảo, hạn 15/4');
  await head.presses('Gửi xin ý kiến');
  expect(await head.page()).toContain('Đã cho ý kiến: 0/2');
  const there = (await head.messages())[0]?.chatId ?? '';
  await director.says('/ykien YK-1 đồng ý, nhưng thiếu kinh phí');
  const page = await colleague.in(there).page();
  expect(page).toContain('Đã cho ý kiến: 1/2');
  expect(page).not.toContain('Đồng ý, có ý kiến');
  expect(page).not.toContain('Nêu ý kiến');
  await story.moveTo('2016-04-06T10:00+07:00');
  expect((await colleague.in(there).presses('Nhắc')).text).toContain('Đã nhắc: Cục trưởng');
  // A reply in the room is talk about the task.
  await colleague.in(there).repliesTo('YK-1 · Xin ý kiến', 'sẽ gửi thêm tài liệu');
  expect((await head.says('/xem NV-1')).text).toContain('sẽ gửi thêm tài liệu');
  expect(story.errors).toEqual([]);
});

it('urges once a day, gives more time, and calls off', async () => {
  const story = await withDraft();
  const { offices } = story;
  const official = offices.inAgency('TTTT', 'official');
  const director = offices.named('Giám đốc Trung tâm');
  await official.says('/xinykien NV-1 về dự thảo, hạn 8/4');
  await official.presses('Gửi xin ý kiến');
  await story.moveTo('2016-04-06T10:00+07:00');
  expect((await official.presses('Nhắc')).text).toContain('Đã nhắc: Giám đốc Trung tâm');
  expect(await director.page()).toContain('YK-1 · Kính mong sớm cho ý kiến, hạn thứ Sáu, 8/4/2016');
  expect((await official.presses('Nhắc')).text).toContain('Hôm nay đã nhắc rồi');
  expect((await official.presses('Gia hạn', { to: '7/4' })).text).toContain('cần muộn hơn hạn hiện nay');
  await official.sends({ to: '14/4' });
  expect(await director.page()).toContain('YK-1 · Hạn cho ý kiến dời đến thứ Năm, 14/4/2016');
  await story.moveTo('2016-04-09T00:01+07:00');
  expect(await official.page()).not.toContain('khép lại');
  await story.moveTo('2016-04-12T09:00+07:00');
  expect(await director.page()).toContain('Sắp đến hạn cho ý kiến: thứ Năm, 14/4/2016');
  await official.presses('Huỷ vòng', { words: 'dự thảo cần viết lại' });
  const page = await director.page();
  expect(page).toContain('YK-1 · Chuyên viên Thư ký Trung tâm đã huỷ xin ý kiến');
  expect(page).toContain('dự thảo cần viết lại');
  expect(page).toContain('Vòng xin ý kiến đã huỷ lúc 09:00 12/4/2016');
  expect((await director.says('/ykien YK-1 đồng ý')).text).toContain('YK-1 đã huỷ');
  await story.moveTo('2016-04-15T09:00+07:00');
  expect(await director.page()).not.toContain('Hôm nay là hạn');
  expect(story.errors).toEqual([]);
});

it('the question who signs has options of its own, and its answer stands in the programme', async () => {
  const story = await tellStory();
  const { offices } = story;
  const official = offices.inAgency('TTTT', 'official');
  const partner = offices.inAgency('CNTT', 'official');
  const chief = offices.named('Cục trưởng');
  await official.says(
    '/chuongtrinh Chương trình phối hợp 5 năm 2016–2020 giữa TTTT và CNTT, đầu mối P. TH và VP Cục',
  );
  await official.presses('Lập chương trình');
  await partner.presses('Đồng ý tham gia');
  await official.presses('Hỏi cấp ký');
  // No date is usual for a programme: it is asked for.
  const edited = await official.presses('Sửa', {
    due: 'giữa tháng 4',
    options: 'cấp Bộ ký\ncấp Cục và Trung tâm ký',
  });
  expect(edited.text).toContain('ghi vào cấp ký của “Chương trình phối hợp');
  await official.presses('Gửi xin ý kiến');
  const unclear = await chief.repliesTo('YK-1', 'để hai bên bàn thêm');
  expect(unclear.text).toContain('Ý kiến YK-1 là …');
  await chief.presses('cấp Cục và Trung tâm ký', undefined, 'để hai bên bàn thêm');
  expect(await chief.page()).toContain('“để hai bên bàn thêm”');
  for (const name of ['Giám đốc Trung tâm', 'Phó Giám đốc Trung tâm', 'Phó Cục trưởng']) {
    await offices.named(name).says('/ykien 2');
  }
  expect(await official.page()).toContain('Kết luận: cấp Cục và Trung tâm ký (1 ý kiến kèm theo).');
  expect((await official.says('/chuongtrinh CT-1')).text).toContain('cấp Cục và Trung tâm ký');
  expect(story.errors).toEqual([]);
});

it('without words a form; what was said becomes tasks; a new version asks who agreed to confirm', async () => {
  const story = await withDraft();
  const { offices } = story;
  const official = offices.inAgency('TTTT', 'official');
  const head = offices.headOf('TTTT', 'TH');
  const director = offices.named('Giám đốc Trung tâm');
  const chief = offices.named('Cục trưởng');
  await official.says('/xinykien');
  const preview = await official.sends({ about: 't1' });
  // The date of the task, and its draft.
  expect(preview.text).toContain('thứ Tư, 20/4/2016');
  expect(preview.text).toContain('Nội dung dự thảo');
  await official.presses('Sửa', {
    leaders: await leadersNamed(official, ['Giám đốc Trung tâm', 'Cục trưởng']),
  });
  await official.presses('Gửi xin ý kiến');
  await director.presses('Đồng ý');
  await head.says('/nop NV-1 Chương trình phối hợp, bản viết lại');
  const card = await director.page();
  expect(card).toContain('YK-1 · Dự thảo có bản 2');
  expect(card).toContain('xin xác nhận ý kiến trước vẫn giữ');
  expect(await official.page()).toContain('Đã cho ý kiến: 0/2');
  await director.presses('Xác nhận với bản 2');
  expect(await official.page()).toContain('Đã cho ý kiến: 1/2');
  await chief.says('/ykien đồng ý, nhưng giao P. Phát triển ứng dụng bổ sung phụ lục dữ liệu trước 25/4');
  expect(await official.page()).toContain('Kết luận: Đồng ý (1 ý kiến kèm theo).');
  expect(await summaryOf(story)).toContain('về bản 2');
  const task = await official.presses('Giao việc từ ý kiến');
  expect(task.text).toContain('Phòng Phát triển ứng dụng');
  expect(task.text).toContain('Cục trưởng');
  await official.presses('Giao việc', undefined, 'bổ sung phụ lục dữ liệu');
  const given = await story.app.database.db
    .selectFrom('task')
    .select(['origin_kind', 'origin_id'])
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow();
  expect(given).toEqual({ origin_kind: 'round', origin_id: 1 });
  expect((await official.says('/xem NV-1')).text).toContain('xin ý kiến lãnh đạo');
  expect(story.errors).toEqual([]);
});

/** The values of these people in the form that is about to open. */
async function leadersNamed(
  official: ReturnType<Story['offices']['named']>,
  names: readonly string[],
): Promise<string[]> {
  const { form } = await official.presses('Sửa');
  const input = form?.fields.find((field) => field.name === 'leaders')?.input;
  if (input?.kind !== 'choices') throw new Error('the form has no choice of leaders');
  return input.options.flatMap(({ value, label }) =>
    names.some((name) => label.startsWith(`${name} (`)) ? [value] : [],
  );
}

it('a leader who asks is asked too, on one card; the last to answer may take the end of the round back', async () => {
  const story = await withDraft();
  const { offices } = story;
  const director = offices.named('Giám đốc Trung tâm');
  const chief = offices.named('Cục trưởng');
  const official = offices.inAgency('TTTT', 'official');
  await director.says('/xinykien NV-1 Giám đốc Trung tâm, Cục trưởng về dự thảo, công khai, hạn 15/4');
  await director.presses('Gửi xin ý kiến');
  expect(JSON.stringify(await director.messages())).toContain('chuong-trinh.txt');
  expect((await director.messages()).filter((each) => each.card?.title.startsWith('YK-1'))).toHaveLength(1);
  expect(await official.page()).toContain(
    'Đang xin ý kiến lãnh đạo (YK-1): 0/2 đã cho ý kiến, hạn 15/4/2016',
  );
  await director.presses('Đồng ý');
  // Nothing is hidden in this one.
  expect(await chief.page()).toMatch(/Giám đốc Trung tâm \(TTTT\)\s*Đồng ý/);
  await chief.presses('Không đồng ý');
  expect(await official.page()).toContain('Chưa kết luận: các ý kiến chưa thống nhất.');
  expect(await director.page()).not.toContain('Đổi ý');
  await chief.presses('Đổi ý (trong 10 phút)');
  expect(await official.page()).not.toContain('Chưa kết luận');
  await chief.presses('Đồng ý');
  const page = await official.page();
  expect(page).toContain('Kết luận: Đồng ý.');
  expect(page).not.toContain('Chưa kết luận');
  expect(page).toContain('Đã xin ý kiến lãnh đạo (YK-1): 2/2 cho ý kiến');
  expect(await summaryOf(story)).toContain('Kết luận: Đồng ý.');
  await story.moveTo('2016-04-05T16:52+07:00');
  expect((await chief.presses('Đổi ý (trong 10 phút)')).text).toContain('chỉ mở lại được trong 10 phút');
  expect(story.errors).toEqual([]);
});

it('a marked-up draft comes with the opinion, and with the summary', async () => {
  const story = await withDraft();
  const { offices } = story;
  const official = offices.inAgency('TTTT', 'official');
  const chief = offices.named('Cục trưởng');
  await official.says('/xinykien NV-1 Cục trưởng về dự thảo, hạn 15/4');
  await official.presses('Gửi xin ý kiến');
  const file = await chief.attaches('gop-y.txt', new TextEncoder().encode('Sửa mục 2'));
  await chief.repliesTo('YK-1', 'đồng ý, có ý kiến: như trong tệp', [file]);
  expect(await official.page()).toContain('kèm tệp gop-y.txt');
  await official.presses('Lấy bảng tổng hợp');
  expect(JSON.stringify(await official.messages())).toContain('gop-y.txt');
  expect(story.errors).toEqual([]);
});

it('speaks English to who reads English', async () => {
  const story = await withDraft();
  const { offices } = story;
  const official = offices.inAgency('TTTT', 'official');
  const chief = offices.named('Cục trưởng');
  await official.says('/language en');
  await chief.says('/language en');
  const preview = await official.says(
    '/daumoi ask-opinion NV-1 leaders of both agencies on the draft, by 15 April',
  );
  expect(preview.text).toContain('Friday, 15 April 2016');
  await official.presses('Ask for opinions');
  expect(await chief.page()).toContain('YK-1 · Opinion asked: The content of the draft');
  await chief.says('/opinion agree, but add a budget');
  expect(await chief.page()).toContain('Agree, with remarks');
  expect(await offices.named('Giám đốc Trung tâm').page()).toContain('YK-1 · Xin ý kiến');
  expect(story.errors).toEqual([]);
});
