/** The story the bot was made for: April 2016, a centre and a department agree to draft a cooperation programme, and report
 *  it to the leaders of both by the middle of the month. Played on the sample offices through the whole bot. */
import type { Player, Seen } from './player.ts';

/** The people of the story, each at their own screen, and the moved clock. */
export type Cast = {
  /** Trung tâm Thông tin – Ủy ban Dân tộc. */
  official: Player;
  leader: Player;
  general: Player;
  planning: Player;
  /** Cục Công nghệ thông tin – Bộ Tài nguyên và Môi trường. */
  partnerOfficial: Player;
  partnerOffice: Player;
  partnerLeader: Player;
  clock: { moveTo(moment: string): Promise<void> };
};

/** What is shown on the way: a heading, what somebody did and saw, or what came by itself. */
export type Narrator = {
  scene(title: string): void;
  act(who: Player, did: string, seen: Seen): void;
  /** What stands on this person's screen since the last look. */
  look(who: Player): Promise<void>;
};

const storyLine =
  'P. Tổng hợp và Văn phòng Cục CNTT chủ trì, phối hợp với P. Kế hoạch dự thảo nội dung chương trình phối hợp 5 năm, ' +
  'báo cáo lãnh đạo hai cơ quan giữa tháng 4';

/** Plays it from the first command to the answer the leader gets. Rejects when somebody does not see what they should. */
export async function playStory(cast: Cast, narrator: Narrator): Promise<void> {
  const { official, leader, general, planning, partnerOfficial, partnerOffice, partnerLeader, clock } = cast;
  const does = async (who: Player, did: string, seen: Promise<Seen>) => narrator.act(who, did, await seen);

  narrator.scene('Thứ Ba, 5/4/2016: sau cuộc họp hai cơ quan, cán bộ của Trung tâm giao việc bằng một dòng');
  await does(official, `/giao ${storyLine}`, official.says(`/giao ${storyLine}`));
  await does(official, '[Giao việc]', official.presses('Giao việc'));

  narrator.scene('Việc đến các đơn vị; Cục CNTT là cơ quan bạn nên được hỏi ý kiến trước');
  await narrator.look(general);
  await narrator.look(partnerOfficial);
  await does(partnerOfficial, '[Đồng ý]', partnerOfficial.presses('Đồng ý'));
  await narrator.look(partnerOffice);

  narrator.scene('Thứ Tư, 6/4: các đơn vị nhận việc; lần nhắc đầu tiên đến trước hạn 7 ngày làm việc');
  await clock.moveTo('2016-04-06T08:05+07:00');
  await does(general, '[Nhận việc]', general.presses('Nhận việc'));
  await does(partnerOffice, '[Nhận việc]', partnerOffice.presses('Nhận việc'));
  await clock.moveTo('2016-04-06T09:00+07:00');
  await narrator.look(general);

  narrator.scene('Thứ Sáu, 8/4: tiến độ, vướng mắc, trao đổi');
  await clock.moveTo('2016-04-08T10:00+07:00');
  await does(general, '/tiendo NV-1 60% đã xong đề cương', general.says('/tiendo NV-1 60% đã xong đề cương'));
  const comment = 'Xin gửi thêm danh mục dự án ưu tiên của Cục trước thứ Hai.';
  await does(general, `(trả lời dưới thẻ) ${comment}`, general.repliesTo('Lời giao', comment));
  await narrator.look(partnerOffice);

  narrator.scene('Thứ Ba, 12/4: còn 3 ngày làm việc; P. Kế hoạch chưa nhận việc nên đã bị hỏi lại');
  await clock.moveTo('2016-04-12T09:00+07:00');
  await narrator.look(planning);
  await does(planning, '/nhan NV-1', planning.says('/nhan NV-1'));
  await does(planning, '/xong NV-1 đã góp ý xong', planning.says('/xong NV-1 đã góp ý xong'));

  narrator.scene('Thứ Tư, 13/4: Văn phòng Cục xin gia hạn, bên giao quyết định bằng một nút');
  await clock.moveTo('2016-04-13T14:00+07:00');
  const extend = '/giahan NV-1 đến 20/4 vì chờ ý kiến các đơn vị trực thuộc';
  await does(partnerOffice, extend, partnerOffice.says(extend));
  await does(official, '[Đồng ý]', official.presses('Đồng ý'));

  narrator.scene('Thứ Sáu, 15/4: nộp kết quả, bên giao duyệt');
  await clock.moveTo('2016-04-15T15:30+07:00');
  await does(general, '/xong NV-1 dự thảo lần 1 đã trình', general.says('/xong NV-1 dự thảo lần 1 đã trình'));
  await does(official, '[Duyệt]', official.presses('Duyệt', undefined, 'Tổng hợp'));

  narrator.scene('Thứ Sáu, 22/4: phần của Cục quá hạn; lãnh đạo hỏi tình hình');
  await clock.moveTo('2016-04-22T09:00+07:00');
  await narrator.look(partnerLeader);
  await does(leader, 'tình hình tháng này thế nào?', leader.says('/tinhhinh tháng này'));
  await does(partnerLeader, '/quahan', partnerLeader.says('/quahan'));
  await does(official, '/xem NV-1', official.says('/xem NV-1'));
}
