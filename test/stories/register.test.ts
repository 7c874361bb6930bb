/** What two agencies bring, and a proposal that becomes a task: at the playground. */
import { expect, it } from 'vitest';
import { type Story, tellStory } from '../support/story.ts';

/** A common task makes the two agencies partners. */
async function partners(story: Story) {
  const { offices } = story;
  const people = {
    official: offices.inAgency('TTTT', 'official'),
    otherOfficial: offices.inAgency('CNTT', 'official'),
    th: offices.headOf('TTTT', 'TH'),
    kh: offices.headOf('TTTT', 'KH'),
    ttdl: offices.headOf('CNTT', 'TTDL'),
    otherLeader: offices.named('Cục trưởng'),
  };
  await people.official.says(
    '/giao P. Tổng hợp chủ trì, phối hợp với P. Phát triển ứng dụng dự thảo chương trình, hạn 15/4',
  );
  await people.official.presses('Giao việc');
  await people.otherOfficial.presses('Đồng ý');
  return people;
}

it('each side lists what it brings; the other side sees what was opened to it, and finds it without diacritics', async () => {
  const story = await tellStory();
  const { official, otherOfficial, th, ttdl } = await partners(story);
  expect((await th.says('/vande')).text).toContain('Chưa có mục nào.');
  const added = await th.says('/vande thêm dự án Cơ sở dữ liệu về dân tộc\nGồm số liệu 53 dân tộc thiểu số');
  expect(added.text).toContain('Đã thêm VD-1; hiện chỉ cơ quan mình thấy.');
  expect(added.text).toContain('Đơn vị phụ trách: Phòng Tổng hợp');
  await ttdl.says('/vande thêm thế mạnh: Trung tâm dữ liệu đất đai');
  await ttdl.says('/vande thêm Chia sẻ dữ liệu nền địa lý');
  expect((await otherOfficial.says('/vande')).text).not.toContain('Cơ sở dữ liệu về dân tộc');
  expect((await otherOfficial.says('/vande VD-1')).text).toContain('Không thấy mục VD-1');
  await official.says('/vande 53 dan toc');
  await official.presses('Mở VD-1');
  const shared = await official.presses('Cho đối tác xem');
  expect(shared.text).toContain('VD-1: cơ quan mình và đối tác (CNTT)');
  const list = (await otherOfficial.says('/vande')).text;
  expect(list).toContain('VD-1 · Cơ sở dữ liệu về dân tộc');
  expect(list).toContain('dự án · Phòng Tổng hợp (TTTT)');
  expect(list).toContain('Tất cả (3)');
  expect(list).toContain('Thế mạnh (1)');
  expect((await otherOfficial.presses('Thế mạnh (1)')).text).not.toContain('VD-1');
  const found = (await otherOfficial.says('/vande du lieu')).text;
  expect(found.match(/VD-\d ·/g)).toEqual(['VD-3 ·', 'VD-2 ·', 'VD-1 ·']);
  expect((await otherOfficial.says('/vande số liệu thiểu số')).text.match(/VD-\d ·/g)).toEqual(['VD-1 ·']);
  expect((await otherOfficial.says('/vande khí tượng')).text).toContain(
    'Không thấy mục nào có đủ các từ ấy.',
  );
  expect(story.errors).toEqual([]);
});

it('a proposal is agreed to and becomes a task of both sides', async () => {
  const story = await tellStory();
  const { official, otherOfficial, th, ttdl } = await partners(story);
  await ttdl.says('/vande thêm vấn đề Chia sẻ dữ liệu nền địa lý vùng dân tộc');
  await ttdl.presses('Cho đối tác xem');
  await official.says('/vande VD-1');
  const form = (await official.presses('Đề nghị phối hợp')).form;
  const department = form?.fields.find((each) => each.name === 'department')?.input;
  const options = department?.kind === 'choice' ? department.options : [];
  const asked = await official.sends({
    words: 'Trung tâm cần lớp bản đồ các xã khó khăn',
    department: options.find((each) => each.label === 'Phòng Tổng hợp')?.value ?? '',
  });
  expect(asked.text).toContain('Đã gửi CNTT đề nghị phối hợp VD-1');
  expect((await official.says('/vande VD-1')).text).not.toMatch(/^Đề nghị phối hợp$/mu);
  for (const side of [ttdl, otherOfficial]) {
    expect(await side.page()).toContain('TTTT đề nghị phối hợp: VD-1');
    expect(await side.page()).toContain('Trung tâm cần lớp bản đồ các xã khó khăn');
  }
  const agreed = await otherOfficial.presses('Đồng ý', undefined, 'VD-1');
  expect(agreed.text).toContain('Đã đồng ý phối hợp VD-1 với TTTT');
  expect(await official.page()).toContain('CNTT đồng ý phối hợp VD-1');
  // The card of the department has changed: nobody is asked twice.
  expect(await ttdl.page()).toContain('Đã đồng ý: Chuyên viên Tổng hợp của Cục');
  await expect(ttdl.presses('Đồng ý')).rejects.toThrow('sees no button');
  const preview = await otherOfficial.presses('Giao thành nhiệm vụ');
  expect(preview.text).toContain('Chia sẻ dữ liệu nền địa lý vùng dân tộc');
  expect(preview.text).toContain('Chủ trì: Trung tâm Dữ liệu');
  expect(preview.text).toContain('Phối hợp: Phòng Tổng hợp (TTTT)');
  await otherOfficial.presses('Giao không hạn');
  expect(await official.page()).toMatch(/đề nghị phối hợp NV-2/);
  await official.presses('Đồng ý', undefined, 'NV-2');
  expect(await th.page()).toContain('NV-2 · Chia sẻ dữ liệu nền địa lý vùng dân tộc');
  // The living cards say what it has become.
  expect(await ttdl.page()).toContain('Đã thành: NV-2');
  expect((await official.says('/vande VD-1')).text).toContain('Đã thành: NV-2');
  expect(story.errors).toEqual([]);
});

it('a proposal is refused with a reason, thought over again, and taken back by the side that asked', async () => {
  const story = await tellStory();
  const { official, otherLeader, otherOfficial, ttdl } = await partners(story);
  await ttdl.says('/vande thêm thế mạnh Hạ tầng trung tâm dữ liệu');
  await ttdl.presses('Cho đối tác xem');
  await official.says('/vande VD-1');
  await official.presses('Đề nghị phối hợp', { words: 'Đặt máy chủ dự phòng' });
  await otherLeader.says('/vande VD-1');
  const refused = await otherLeader.presses('Từ chối', { words: 'chưa đủ chỗ đặt máy' });
  expect(refused.text).toContain('Đã trả lời TTTT: chưa phối hợp VD-1');
  expect(await official.page()).toContain('CNTT chưa đồng ý phối hợp VD-1');
  expect(await official.page()).toContain('chưa đủ chỗ đặt máy');
  await otherLeader.presses('Hoàn tác');
  expect(await official.page()).toContain('CNTT xem xét lại đề nghị phối hợp VD-1');
  expect(await ttdl.page()).toContain('Chờ trả lời');
  const withdrawn = await official.presses('Rút đề nghị');
  expect(withdrawn.text).toContain('Đã rút đề nghị phối hợp VD-1');
  expect(await otherOfficial.page()).toContain('TTTT đã rút đề nghị phối hợp VD-1');
  expect((await otherLeader.says('/vande VD-1')).text).toContain('Đã rút lại: Chuyên viên Thư ký Trung tâm');
  // And may be made anew.
  await official.says('/vande VD-1');
  await official.presses('Đề nghị phối hợp', { words: 'Đặt máy chủ dự phòng từ quý III' });
  await ttdl.presses('Đồng ý', undefined, 'quý III');
  expect(await official.page()).toContain('CNTT đồng ý phối hợp VD-1');
  // The department has agreed; an official goes on from the card.
  await otherOfficial.says('/vande VD-1');
  expect((await otherOfficial.presses('Giao thành nhiệm vụ')).text).toContain('Hạ tầng trung tâm dữ liệu');
  expect(story.errors).toEqual([]);
});

it('its own side edits, keeps to itself, closes and opens an item again', async () => {
  const story = await tellStory();
  const { official, otherOfficial, th, kh } = await partners(story);
  await th.says('/vande');
  const form = (await th.presses('Thêm mục')).form;
  expect(form?.fields.map((each) => each.name)).toEqual([
    'kind',
    'title',
    'description',
    'department',
    'visibility',
  ]);
  await th.sends({ kind: 'project', title: 'Cổng thông tin dân tộc', visibility: 'partners' });
  await official.says('/vande cong thong tin');
  await official.presses('Mở VD-1');
  await official.presses('Sửa');
  const saved = await official.sends({
    title: 'Cổng thông tin điện tử dân tộc',
    description: 'Giai đoạn 2016–2020',
  });
  expect(saved.text).toContain('Đã sửa VD-1.');
  expect(await th.page()).toContain('Cổng thông tin điện tử dân tộc');
  expect((await otherOfficial.says('/vande VD-1')).text).toContain('Giai đoạn 2016–2020');
  await th.presses('Chỉ nội bộ');
  // The card that the other side holds shows nothing of it any more.
  expect(await otherOfficial.page()).not.toContain('Giai đoạn 2016–2020');
  expect((await otherOfficial.says('/vande VD-1')).text).toContain('Không thấy mục VD-1');
  expect((await kh.says('/vande VD-1')).text).not.toMatch(/^Sửa$/mu);
  await th.presses('Đóng');
  expect((await kh.says('/vande')).text).toContain('Chưa có mục nào.');
  await th.presses('Mở lại', undefined, 'Đã đóng VD-1');
  expect((await kh.says('/vande')).text).toContain('VD-1');
  expect(story.errors).toEqual([]);
});

it('speaks English to who reads English', async () => {
  const story = await tellStory();
  const { otherOfficial, ttdl } = await partners(story);
  await ttdl.says('/vande thêm dự án Shared land database');
  await otherOfficial.says('/ngonngu en');
  const list = (await otherOfficial.says('/matter land')).text;
  expect(list).toContain('What each side brings');
  expect(list).toContain('Projects (1)');
  expect((await otherOfficial.says('/matter projects')).text).toContain('VD-1 · Shared land database');
  expect((await otherOfficial.says('/matter add strength Maps of all communes')).text).toContain(
    'VD-2 added',
  );
  expect(story.errors).toEqual([]);
});

it('partners by a common programme: an agreed proposal becomes a content of it', async () => {
  const story = await tellStory();
  const { offices } = story;
  const official = offices.inAgency('TTTT', 'official');
  const otherOfficial = offices.inAgency('CNTT', 'official');
  await otherOfficial.says('/vande thêm vấn đề Đào tạo cán bộ công nghệ thông tin vùng dân tộc');
  await otherOfficial.presses('Cho đối tác xem');
  expect((await official.says('/vande')).text).toContain('Chưa có mục nào.');
  await official.says(
    '/chuongtrinh Chương trình phối hợp 5 năm 2016–2020 giữa TTTT và CNTT, đầu mối P. TH và VP Cục',
  );
  await official.presses('Lập chương trình');
  await otherOfficial.presses('Đồng ý tham gia');
  await official.says('/vande đào tạo');
  await official.presses('Mở VD-1');
  await official.presses('Đề nghị phối hợp', { words: 'Mỗi năm hai lớp' });
  await otherOfficial.presses('Đồng ý', undefined, 'Mỗi năm hai lớp');
  const put = await otherOfficial.presses('Đưa vào chương trình');
  expect(put.text).toContain('Đã đưa VD-1 vào CT-1');
  expect(await official.page()).toContain('CNTT đưa VD-1 vào chương trình phối hợp');
  expect((await official.says('/chuongtrinh CT-1')).text).toContain(
    'Đào tạo cán bộ công nghệ thông tin vùng dân tộc',
  );
  expect((await official.says('/vande VD-1')).text).toContain('Đã thành: nội dung “Đào tạo cán bộ');
  expect((await otherOfficial.presses('Giao thành nhiệm vụ')).text).toContain(
    'Đề nghị này đã được giao thành',
  );
  expect((await otherOfficial.presses('Hoàn tác', undefined, 'Đã đồng ý phối hợp')).text).toContain(
    'đã được giao thành',
  );
  expect(story.errors).toEqual([]);
});

it('/hoantac takes back the last thing done in the register, and nothing older in its place', async () => {
  const story = await tellStory();
  const { official, otherOfficial, ttdl } = await partners(story);
  await ttdl.says('/vande thêm thế mạnh Bản đồ nền');
  expect((await ttdl.says('/hoantac')).text).toContain('Đã đóng VD-1');
  await ttdl.says('/hoantac');
  await ttdl.presses('Cho đối tác xem');
  expect((await ttdl.says('/hoantac')).text).toContain('đổi lại bằng nút trên thẻ');
  await official.says('/vande VD-1');
  await official.presses('Đề nghị phối hợp', { words: 'cùng cập nhật' });
  await otherOfficial.presses('Đồng ý', undefined, 'VD-1');
  expect((await otherOfficial.says('/hoantac')).text).toContain('Đã rút lại câu trả lời về VD-1');
  expect((await official.says('/hoantac')).text).toContain('Đã rút đề nghị phối hợp VD-1');
  // Next in line is the task that was given before.
  expect((await official.says('/hoantac')).text).toMatch(/NV-1|thay đổi khác/);
  expect(story.errors).toEqual([]);
});
