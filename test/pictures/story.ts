/** What happens before each picture: the story of April 2016 in the sample offices, from the meeting to the leaders' opinions. */

import { playgroundDirectory } from '../../src/people/playgroundAccounts.ts';
import { sampleDraft } from '../../src/sampleDraft.ts';
import type { Player } from '../support/player.ts';
import type { Stage } from './stage.ts';

/** A conversation as one of its people sees it. */
export type Seat = { userId: string; chatId: string };

export type Seats = Record<'official' | 'general' | 'partnerOffice' | 'director' | 'chief', Seat>;

export async function seatsOf({ app, offices }: Stage): Promise<Seats> {
  const { rooms } = await playgroundDirectory(app.database.db);
  const privately = ({ userId }: Player): Seat => ({ userId, chatId: `private-${userId}` });
  const inRoom = (agency: string, department: string): Seat => {
    const room = rooms.find((each) => each.agencyCode === agency && each.departmentCode === department);
    return { userId: offices.headOf(agency, department).userId, chatId: room?.chatId ?? '' };
  };
  return {
    official: privately(offices.inAgency('TTTT', 'official')),
    general: inRoom('TTTT', 'TH'),
    partnerOffice: inRoom('CNTT', 'VP'),
    director: privately(offices.named('Giám đốc Trung tâm')),
    chief: privately(offices.named('Cục trưởng')),
  };
}

/** The scenes, in this order; each leaves everything as its picture shows it. */
export function scenesOf(stage: Stage) {
  const { app, offices } = stage;
  const official = offices.inAgency('TTTT', 'official');
  const partner = offices.inAgency('CNTT', 'official');
  const director = offices.named('Giám đốc Trung tâm');
  const deputy = offices.named('Phó Giám đốc Trung tâm');
  const chief = offices.named('Cục trưởng');
  const deputyChief = offices.named('Phó Cục trưởng');
  const general = offices.headOf('TTTT', 'TH');
  const partnerOffice = offices.headOf('CNTT', 'VP');

  const moveTo = async (moment: string) => {
    await app.rehearsal?.moveTo(Temporal.Instant.from(moment));
  };
  const handIn = async (number: 1 | 2, note: string) => {
    if (!app.web) throw new Error('the pictures are of the playground, and this bot has none');
    const draft = await sampleDraft(number, {
      agencies: ['Trung tâm Thông tin – Ủy ban Dân tộc', 'Cục Công nghệ thông tin'],
      date: Temporal.PlainDate.from('2016-04-07'),
      language: 'vi',
    });
    const { id } = await app.web.conversation.addFile(draft);
    await general.says(`/nop NV-1 ${note}`, [id]);
  };

  /** Adds contents under the content whose title holds these words. */
  const under = async (words: string, titles: string) => {
    const { form } = await official.presses('Thêm nội dung');
    const input = form?.fields.find((field) => field.name === 'parent')?.input;
    const options = input?.kind === 'choice' ? input.options : [];
    const parent = options.find((option) => option.label.includes(words))?.value ?? '';
    await official.sends({ titles, parent });
  };

  return {
    async meeting() {
      await official.says('/cuochop Làm việc giữa TTTT và Cục CNTT, 14h ngày 5/4 tại phòng họp tầng 3');
      await official.presses('Mở biên bản');
      await official.presses('Thành phần', {
        names: 'Giám đốc Trung tâm\nPhó Giám đốc Trung tâm\nCNTT: Cục trưởng\nCNTT: Chánh Văn phòng Cục',
      });
      await official.says(
        '/cuochop ghi Giám đốc Trung tâm: giới thiệu chức năng, các dự án và thế mạnh của Trung tâm',
      );
      await official.says('/cuochop ghi Cục trưởng: đề nghị làm rõ các vấn đề cần phối hợp');
      await official.says('/cuochop kết luận Hai bên xây dựng chương trình phối hợp 5 năm 2016–2020');
      await official.says(
        '/cuochop nhiệm vụ P. Tổng hợp chủ trì, phối hợp với VP Cục dự thảo nội dung chương trình phối hợp 5 năm, trình lãnh đạo hai cơ quan giữa tháng 4',
      );
      await official.presses('Giao các nhiệm vụ (1)');
      await official.presses('Giao việc');
      await official.presses('Kết thúc và lập biên bản');
    },
    async task() {
      await partner.presses('Đồng ý');
      await moveTo('2016-04-06T08:40+07:00');
      await general.presses('Nhận việc');
      await partnerOffice.presses('Nhận việc');
    },
    async programme() {
      await official.says(
        '/chuongtrinh Chương trình phối hợp 5 năm 2016–2020 giữa TTTT và CNTT, đầu mối P. TH và VP Cục',
      );
      await official.presses('Lập chương trình');
      await partner.presses('Đồng ý tham gia');
      await official.presses('Thêm nội dung', {
        titles: 'Chia sẻ dữ liệu vùng dân tộc\nĐào tạo cán bộ công nghệ thông tin\nAn toàn thông tin',
      });
      await under('Chia sẻ', 'Danh mục dữ liệu dùng chung\nCổng trao đổi dữ liệu');
      await official.says('/giao P. KH lập danh mục dữ liệu dùng chung thuộc CT-1 nội dung 1.1, hạn 29/4');
      await official.presses('Giao việc');
      await offices.headOf('TTTT', 'KH').says('/xong NV-2');
      await official.presses('Duyệt');
      await official.says('/giao P. KT khảo sát cổng trao đổi dữ liệu thuộc CT-1 nội dung 1.2, hạn 20/5');
      await official.presses('Giao việc');
      await official.says('/giao P. TH lập kế hoạch tập huấn thuộc CT-1 nội dung 2, hạn 27/5');
      await official.presses('Giao việc');
      await official.says('/chuongtrinh CT-1');
    },
    async direction() {
      await moveTo('2016-04-06T10:05+07:00');
      await director.says('/chidao NV-1 Tập trung phần dữ liệu dùng chung, làm rõ trách nhiệm mỗi bên');
      await partnerOffice.presses('Đã đọc');
    },
    async drafts() {
      await moveTo('2016-04-07T09:15+07:00');
      await handIn(1, 'đề cương ban đầu');
      await moveTo('2016-04-08T14:20+07:00');
      await handIn(2, 'đã sửa theo góp ý của Văn phòng Cục');
    },
    async opinions() {
      await moveTo('2016-04-08T15:05+07:00');
      await partnerOffice.presses('Đồng thuận');
      await official.says('/xinykien NV-1 lãnh đạo 2 cơ quan về dự thảo, hạn giữa tháng 4');
      await official.presses('Gửi xin ý kiến');
      await moveTo('2016-04-08T15:30+07:00');
      await director.presses('Đồng ý');
    },
    async summary() {
      await moveTo('2016-04-11T09:10+07:00');
      await chief.repliesTo('YK-1', 'đồng ý, nhưng cần bổ sung nguồn kinh phí');
      await deputy.says('/ykien nhất trí');
      await deputyChief.presses('Đồng ý, có ý kiến', { words: 'Làm rõ trách nhiệm của mỗi bên ở mục III.' });
    },
  };
}
