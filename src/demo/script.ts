/** The story the bot was made for (DESIGN.md §1): April 2016, a centre and a department meet, agree to draft a programme of
 *  cooperation, and obtain the opinions of the leaders of both by the middle of the month. Each step says what its actor must
 *  see, so that the story is a test, too. */
import { draftFile } from './draftFile.ts';
import type { Screen } from './screen.ts';

/** The people of the story, each at their own screen, and the moved clock. */
export type Cast = {
  /** Trung tâm Thông tin – Ủy ban Dân tộc. */
  official: Screen;
  leader: Screen;
  general: Screen;
  planning: Screen;
  /** Cục Công nghệ thông tin – Bộ Tài nguyên và Môi trường. */
  partnerOfficial: Screen;
  partnerOffice: Screen;
  partnerLeader: Screen;
  clock: { moveTo(moment: string): Promise<void> };
};

/** What is shown on the way: a heading, what somebody did and then saw, or what came by itself. */
export type Narrator = {
  scene(title: string): void;
  /** `sees`: words that must be on the screen afterwards. */
  act(who: Screen, did: string, work: Promise<void>, sees: string): Promise<void>;
  /** What has come to this person's screen since the last look; these words among it. */
  look(who: Screen, sees: string): Promise<void>;
};

/** Plays it from the meeting to the report. Rejects when somebody does not see what they should. */
export async function playStory(cast: Cast, narrator: Narrator): Promise<void> {
  const acts = actsOf(narrator);
  await meeting(cast, narrator, acts);
  await programme(cast, narrator, acts);
  await tasks(cast, narrator, acts);
  await drafting(cast, narrator, acts);
  await opinions(cast, narrator, acts);
  await report(cast, narrator, acts);
}

/** The programme goes one step on. */
async function movesOn(
  official: Screen,
  values: Readonly<Record<string, string>>,
  status: string,
  narrator: Narrator,
): Promise<void> {
  const moved = async () => {
    await official.presses('Chuyển trạng thái');
    await official.fills(values);
  };
  const said = ['[Chuyển trạng thái]', ...Object.values(values)].join(' ');
  await narrator.act(official, said, moved(), `Trạng thái: ${status}`);
}

type Acts = ReturnType<typeof actsOf>;

function actsOf(narrator: Narrator) {
  return {
    says: (who: Screen, line: string, sees: string) => narrator.act(who, line, who.says(line), sees),
    presses: (who: Screen, label: string, sees: string, under?: string) =>
      narrator.act(who, `[${label}]`, who.presses(label, under), sees),
    answers: (who: Screen, words: string, line: string, sees: string) =>
      narrator.act(who, `(trả lời “${words}”) ${line}`, who.repliesTo(words, line), sees),
  };
}

async function meeting({ official, partnerOfficial }: Cast, narrator: Narrator, acts: Acts): Promise<void> {
  narrator.scene('Thứ Ba, 5/4/2016, 14 giờ: hai cơ quan làm việc; thư ký ghi biên bản ngay trong Slack');
  const opening = '/cuochop Làm việc giữa TTTT và Cục CNTT, 14h ngày 5/4 tại phòng họp tầng 3';
  await acts.says(official, opening, 'phòng họp tầng 3');
  await acts.presses(official, 'Mở biên bản', 'Ý kiến: 0');
  const present = 'Giám đốc Trung tâm\nTrưởng phòng Tổng hợp\nCNTT: Cục trưởng\nCNTT: Chánh Văn phòng Cục';
  const filled = async () => {
    await official.presses('Thành phần');
    await official.fills({ names: present });
  };
  await narrator.act(
    official,
    `[Thành phần] ${present.replaceAll('\n', '; ')}`,
    filled(),
    'Chánh Văn phòng Cục',
  );

  narrator.scene(
    'Mỗi bên trình bày dự án, thế mạnh, vấn đề cần phối hợp: hai danh mục, ở Slack và ở Telegram',
  );
  await acts.says(
    official,
    '/vande thêm vấn đề Thiếu dữ liệu về đất sản xuất của đồng bào dân tộc thiểu số',
    'VD-1',
  );
  await acts.presses(official, 'Cho đối tác xem', 'đối tác');
  await acts.says(partnerOfficial, '/vande thêm dự án Cơ sở dữ liệu đất đai quốc gia', 'VD-2');
  await acts.presses(partnerOfficial, 'Cho đối tác xem', 'đối tác');
  const note = 'Trung tâm có mạng lưới cộng tác viên ở 51 tỉnh; Cục có hạ tầng dữ liệu tài nguyên';
  await acts.answers(official, 'Biên bản: Làm việc', note, 'Đã ghi');
}

async function programme(
  { official, partnerOfficial, partnerOffice }: Cast,
  narrator: Narrator,
  acts: Acts,
): Promise<void> {
  narrator.scene('Hai bên hướng tới chương trình phối hợp 5 năm; cấp nào ký thì để ngỏ');
  const line =
    '/chuongtrinh Chương trình phối hợp công nghệ thông tin 2016–2020 giữa TTTT và CNTT, đầu mối P. TH và VP Cục';
  await acts.says(official, line, '2016–2020');
  await acts.presses(official, 'Lập chương trình', 'CT-1');
  await narrator.look(partnerOfficial, 'đề nghị cùng tham gia');
  await acts.presses(partnerOfficial, 'Đồng ý tham gia', 'CT-1');
  await narrator.look(partnerOffice, 'để ngỏ: chờ ý kiến lãnh đạo');
  const contents = 'Chia sẻ dữ liệu; Ứng dụng công nghệ thông tin; Đào tạo cán bộ';
  await acts.says(official, `/chuongtrinh CT-1 thêm nội dung ${contents}`, 'Đào tạo cán bộ');
  await acts.says(partnerOfficial, '/vande đất sản xuất', 'VD-1');
  await acts.presses(partnerOfficial, 'Mở VD-1', 'Đề nghị phối hợp');

  narrator.scene('Kết luận và nhiệm vụ vào biên bản; việc được giao ngay từ đó, biên bản là một tệp Word');
  const conclusion =
    'Hai bên xây dựng chương trình phối hợp 5 năm; cấp ký báo cáo lãnh đạo hai cơ quan cho ý kiến';
  await acts.says(official, `/cuochop kết luận ${conclusion}`, 'Kết luận: 1');
  const work =
    'P. Tổng hợp và Văn phòng Cục CNTT chủ trì, phối hợp với P. Kế hoạch dự thảo nội dung chương trình phối hợp 5 năm, ' +
    'báo cáo lãnh đạo hai cơ quan giữa tháng 4, thuộc CT-1';
  await acts.says(official, `/cuochop nhiệm vụ ${work}`, 'Nhiệm vụ: 1');
  await acts.presses(official, 'Giao các nhiệm vụ (1)', 'thứ Sáu, 15/4/2016', 'Biên bản: Làm việc');
  await acts.presses(official, 'Giao việc', 'NV-1');
  await acts.presses(official, 'Kết thúc và lập biên bản', '.docx', 'Biên bản: Làm việc');
  await movesOn(official, {}, 'dự thảo', narrator);
}

async function tasks(
  { general, planning, partnerOfficial, partnerOffice, clock }: Cast,
  narrator: Narrator,
  acts: Acts,
): Promise<void> {
  narrator.scene('Việc đến các đơn vị; Cục CNTT là cơ quan bạn nên được hỏi ý kiến trước');
  await narrator.look(general, 'Nhận việc');
  await narrator.look(partnerOfficial, 'cần được cơ quan đồng ý');
  await acts.presses(partnerOfficial, 'Đồng ý', 'Đã đồng ý');
  await narrator.look(partnerOffice, 'Nhận việc');

  narrator.scene('Thứ Tư, 6/4: các đơn vị nhận việc; lần nhắc đầu tiên đến trước hạn 7 ngày làm việc');
  await clock.moveTo('2016-04-06T08:05+07:00');
  await acts.presses(general, 'Nhận việc', 'Phòng Tổng hợp đã nhận NV-1');
  await acts.presses(partnerOffice, 'Nhận việc', 'Văn phòng Cục (CNTT) – chủ trì\nđang thực hiện');
  await clock.moveTo('2016-04-06T09:00+07:00');
  await narrator.look(general, 'còn 7 ngày làm việc');

  narrator.scene(
    'Thứ Sáu, 8/4: P. Kế hoạch chưa nhận việc nên bị hỏi lại; một lời trao đổi sang tới bên kia',
  );
  await clock.moveTo('2016-04-08T10:00+07:00');
  await narrator.look(planning, 'chưa được nhận');
  await acts.says(planning, '/nhan NV-1', 'Phòng Kế hoạch đã nhận NV-1');
  await acts.answers(
    general,
    'Lời giao',
    'Xin gửi danh mục dự án ưu tiên của Cục trước thứ Hai.',
    'Đã ghi trao đổi',
  );
  await narrator.look(partnerOffice, 'danh mục dự án ưu tiên');
}

async function drafting({ general, partnerOffice, leader, clock }: Cast, narrator: Narrator, acts: Acts) {
  narrator.scene('Thứ Hai, 11/4: P. Tổng hợp nộp dự thảo trong Slack; Văn phòng Cục nhận tệp trong Telegram');
  await clock.moveTo('2016-04-11T09:00+07:00');
  const first = await draftFile('Dự thảo chương trình phối hợp.docx', 1);
  const handsIn = general.repliesTo('Lời giao', 'bản đầu, mới có phần nội dung', first);
  await narrator.act(general, `(trả lời thẻ kèm tệp) ${first.name}`, handsIn, 'Đã nộp bản 1');
  await narrator.look(partnerOffice, 'nộp bản 1');

  narrator.scene(
    'Thứ Ba, 12/4: lãnh đạo cho ý kiến chỉ đạo; Văn phòng Cục sửa rồi nộp bản 2, bot cho biết sửa những gì',
  );
  await clock.moveTo('2016-04-12T09:00+07:00');
  await acts.says(
    leader,
    '/chidao NV-1 Bổ sung phần kinh phí và cơ chế họp giao ban 6 tháng một lần',
    'NV-1',
  );
  await narrator.look(partnerOffice, 'giao ban 6 tháng');
  await acts.presses(partnerOffice, 'Đã đọc', 'Đã đọc: Văn phòng Cục', 'giao ban 6 tháng');
  const second = await draftFile('Dự thảo chương trình phối hợp.docx', 2);
  const handsInAgain = partnerOffice.repliesTo('Lời giao', 'thêm kinh phí và giao ban', second);
  await narrator.act(partnerOffice, `(trả lời thẻ kèm tệp) ${second.name}`, handsInAgain, 'Dự thảo bản 2');
  await narrator.look(general, 'So với bản 1');
  await acts.presses(general, 'Đồng thuận', 'Phòng Tổng hợp đã đồng thuận bản 2');
}

async function opinions(
  { official, general, leader, partnerLeader, clock }: Cast,
  narrator: Narrator,
  acts: Acts,
): Promise<void> {
  narrator.scene('Thứ Tư, 13/4: xin ý kiến lãnh đạo hai cơ quan về dự thảo, và cấp nào ký');
  await clock.moveTo('2016-04-13T09:00+07:00');
  const leaders = 'Giám đốc Trung tâm và Cục trưởng';
  await acts.says(general, `/xinykien NV-1 ${leaders} về dự thảo, hạn 15/4`, 'Xem trước: xin ý kiến');
  await acts.presses(general, 'Gửi xin ý kiến', 'YK-1 · Xin ý kiến');
  const signing = `/xinykien CT-1 ${leaders}: cấp nào ký chương trình, chọn: cấp Bộ ký / cấp Cục và Trung tâm ký, hạn 15/4`;
  await acts.says(official, signing, 'Xem trước: xin ý kiến');
  await acts.presses(official, 'Gửi xin ý kiến', 'YK-2 · Xin ý kiến');
  await movesOn(official, {}, 'xin ý kiến', narrator);

  narrator.scene(
    'Mỗi lãnh đạo có thẻ riêng kèm dự thảo, một người ở Slack, một người ở Telegram; chưa ai thấy ý kiến của nhau',
  );
  await narrator.look(leader, 'YK-1 · Xin ý kiến');
  await acts.presses(leader, 'Đồng ý', 'Ý kiến đã ghi: Đồng ý', 'YK-1');
  await acts.presses(leader, 'cấp Cục và Trung tâm ký', 'Ý kiến đã ghi', 'YK-2');
  await narrator.look(partnerLeader, 'YK-1 · Xin ý kiến');
  const words = 'Đồng ý, nhưng cần ghi rõ đơn vị chủ trì từng nội dung';
  await acts.says(partnerLeader, `/ykien YK-1 ${words}`, 'Đã ghi ý kiến YK-1');
  await acts.presses(partnerLeader, 'cấp Cục và Trung tâm ký', 'YK-2 · Kết quả', 'YK-2');

  narrator.scene('Đủ ý kiến: vòng khép lại, bảng tổng hợp là một tệp Word; cấp ký ghi ngay vào chương trình');
  await narrator.look(general, 'YK-1 · Kết quả');
  await narrator.look(official, 'Cấp ký: cấp Cục và Trung tâm ký');
}

async function report(
  { official, general, leader, partnerOffice, partnerLeader, planning, clock }: Cast,
  narrator: Narrator,
  acts: Acts,
): Promise<void> {
  narrator.scene('Thứ Sáu, 15/4: nộp kết quả, bên giao duyệt');
  await clock.moveTo('2016-04-15T15:00+07:00');
  await acts.says(general, '/xong NV-1 dự thảo đã có ý kiến lãnh đạo hai cơ quan', 'Đã báo xong NV-1');
  await acts.says(partnerOffice, '/xong NV-1', 'Đã báo xong NV-1');
  await acts.says(planning, '/xong NV-1', 'Đã báo xong NV-1');
  await acts.presses(official, 'Duyệt', 'Đã duyệt', 'Phòng Tổng hợp báo xong NV-1');
  await acts.presses(official, 'Duyệt', 'Đã duyệt', 'Văn phòng Cục báo xong NV-1');
  await acts.presses(official, 'Duyệt', 'Đã duyệt', 'Phòng Kế hoạch báo xong NV-1');

  narrator.scene('Thứ Tư, 20/4: chương trình được ký; lãnh đạo hai bên hỏi tình hình bằng một câu');
  await clock.moveTo('2016-04-20T10:00+07:00');
  const signature = {
    number: '01/CTPH-TTTT-CNTT',
    signedOn: '20/4/2016',
    signedBy: 'Giám đốc Trung tâm và Cục trưởng',
  };
  await movesOn(official, signature, 'đã ký', narrator);
  await acts.says(leader, 'tình hình tháng này thế nào?', 'Tình hình');
  await acts.says(partnerLeader, '/tinhhinh CT-1', 'CT-1');
  await acts.says(official, '/xem NV-1', 'Nhật ký');
}
