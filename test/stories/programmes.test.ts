import { expect, it } from 'vitest';
import { type Story, tellStory } from '../support/story.ts';

const line = '/chuongtrinh Chương trình phối hợp 5 năm 2016–2020 giữa TTTT và CNTT, đầu mối P. TH và VP Cục';

function cast({ offices }: Story) {
  return {
    official: offices.inAgency('TTTT', 'official'),
    leader: offices.inAgency('TTTT', 'leader'),
    partner: offices.inAgency('CNTT', 'official'),
    th: offices.headOf('TTTT', 'TH'),
    vpCuc: offices.headOf('CNTT', 'VP'),
  };
}

it('a programme is opened in a line, agreed to by the other agency, filled and followed', async () => {
  const story = await tellStory();
  const { official, partner, th, vpCuc } = cast(story);
  const preview = await official.says(line);
  expect(preview.text).toContain('Xem lại trước khi lập chương trình');
  expect(preview.text).toContain('2016–2020');
  expect(preview.text).toContain('Văn phòng Cục');
  const opened = await official.presses('Lập chương trình');
  expect(opened.text).toContain('CT-1 · Chương trình phối hợp 5 năm 2016–2020 giữa TTTT và CNTT');
  expect(opened.text).toContain('để ngỏ: chờ ý kiến lãnh đạo');
  expect(opened.text).toContain('đề xuất, chờ cơ quan đồng ý');
  expect(await th.page()).toContain('CT-1');
  expect(await vpCuc.page()).not.toContain('CT-1');
  expect(await partner.page()).toContain('đề nghị cùng tham gia một chương trình phối hợp');
  await partner.presses('Đồng ý tham gia');
  expect(await vpCuc.page()).toContain('CT-1');
  expect(await official.page()).toContain('đồng ý tham gia');

  await official.presses('Thêm nội dung', {
    titles: '1. Chia sẻ dữ liệu\n2. Đào tạo cán bộ\n- Ứng dụng công nghệ',
  });
  await vpCuc.presses('Thêm nội dung', {
    titles: 'Danh mục dữ liệu',
    parent: await contentValue(vpCuc, 'Chia sẻ'),
  });
  const page = await th.page();
  expect(page).toContain('1. Chia sẻ dữ liệu');
  expect(page).toContain('1.1. Danh mục dữ liệu');
  expect(page).toContain('3. Ứng dụng công nghệ');
  expect(page).toContain('CNTT thêm');

  await official.presses('Giao việc 2', { title: 'Tổ chức lớp tập huấn', deadline: '20/4/2016' });
  const given = await official.presses('Giao việc');
  expect(given.text).toContain('CT-1, nội dung 2: Đào tạo cán bộ');
  expect(await th.page()).toContain('đang làm 0/1');
  await official.says('/giao P. TH lập danh mục dữ liệu thuộc CT-1 nội dung 1.1, hạn 25/4');
  expect(await official.page()).toContain('CT-1, nội dung 1.1: Danh mục dữ liệu');
  await official.presses('Giao việc');
  await th.says('/xong NV-1');
  await official.presses('Duyệt');
  const card = await th.says('/chuongtrinh CT-1');
  expect(card.text).toContain('1/2 phần việc hoàn thành');
  expect(card.text).toContain('xong 1/1');
  expect(story.errors).toEqual([]);
});

/** The value of the option whose label holds these words, in the form behind the button. */
async function contentValue(player: ReturnType<typeof cast>['th'], words: string): Promise<string> {
  const { form } = await player.presses('Thêm nội dung');
  const field = form?.fields.find((each) => each.name === 'parent');
  const options = field?.input.kind === 'choice' ? field.input.options : [];
  return options.find((each) => each.label.includes(words))?.value ?? '';
}

it('over a year and a half the plan and the report of each year open once, by themselves', async () => {
  const story = await tellStory();
  const { official, partner, th, vpCuc } = cast(story);
  await official.says(line);
  await official.presses('Lập chương trình');
  await partner.presses('Đồng ý tham gia');
  await official.presses('Chuyển trạng thái', {});
  await official.presses('Chuyển trạng thái', {});
  await official.presses('Chuyển trạng thái', {
    number: '05/CTr-TTTT-CNTT',
    signedOn: '5/4/2016',
    signedBy: 'Giám đốc Trung tâm, Cục trưởng',
    level: 'cấp Cục và Trung tâm ký',
  });
  expect(await vpCuc.page()).toContain('số 05/CTr-TTTT-CNTT');
  await story.moveTo('2016-10-31T17:00+07:00');
  expect(await th.page()).not.toContain('NV-1');
  await story.moveTo('2016-11-01T09:00+07:00');
  for (const head of [th, vpCuc]) {
    expect(await head.page()).toMatch(/NV-1 · Báo cáo kết quả phối hợp năm 2016/);
    await head.says('/xong NV-1');
  }
  // A jump over many months: each year's own, once.
  await story.moveTo('2017-12-20T09:00+07:00');
  const titles = (await official.says('/chuongtrinh CT-1 các việc')).text.match(/NV-\d+ [^\n]*/g) ?? [];
  const opened = [...new Set(titles.map((each) => each.replace(/ thực hiện.*/u, '')))];
  expect(opened.toSorted()).toEqual([
    'NV-1 Báo cáo kết quả phối hợp năm 2016',
    'NV-2 Xây dựng kế hoạch phối hợp năm 2017',
    'NV-3 Báo cáo kết quả phối hợp năm 2017',
  ]);
  expect((await th.says('/xem NV-2')).text).toContain('31/1/2017');
  expect((await th.says('/xem NV-3')).text).toContain('15/12/2017');
  expect(story.errors).toEqual([]);
}, 180_000);

it('a task given to a content keeps it through Sửa, or leaves it there', async () => {
  const story = await tellStory();
  const { official, partner, leader } = cast(story);
  await official.says(line);
  await official.presses('Lập chương trình');
  await partner.presses('Đồng ý tham gia');
  await official.says('/chuongtrinh CT-1 thêm nội dung Chia sẻ dữ liệu; Đào tạo cán bộ');
  expect((await official.says('/giao P. TH lập danh mục thuộc CT-1 nội dung 7, hạn 20/4')).text).toContain(
    'Không thấy nội dung 7.',
  );
  expect((await official.says('/giao P. TH lập danh mục thuộc CT-9, hạn 20/4')).text).toContain(
    'Không thấy chương trình CT-9.',
  );
  await official.says('/giao P. TH lập danh mục thuộc CT-1 nội dung 1, hạn 20/4');
  const moved = await official.presses('Sửa', { programme: 'CT-1 nội dung 2' });
  expect(moved.text).toContain('CT-1, nội dung 2: Đào tạo cán bộ');
  const kept = await official.presses('Sửa', { title: 'lập danh mục học viên' });
  expect(kept.text).toContain('CT-1, nội dung 2: Đào tạo cán bộ');
  const left = await official.presses('Sửa', { programme: '' });
  expect(left.text).not.toContain('CT-1');
  await official.presses('Giao việc');
  expect((await leader.says('/chuongtrinh CT-1')).text).toContain('chưa giao');
  // Several at once, each with its own.
  const batch = await official.says(
    '/giao 1. P. TH lập danh mục thuộc CT-1 nội dung 1, hạn 20/4\n2. P. Kế hoạch tổ chức lớp học thuộc CT-1 nội dung 2, hạn 25/4',
  );
  expect(batch.text).toContain('Xem lại 2 việc trước khi giao');
  await official.presses('Giao tất cả (2 việc)');
  const card = (await leader.says('/chuongtrinh CT-1')).text;
  expect(card.match(/đang làm 0\/1/g)).toHaveLength(2);
  expect(story.errors).toEqual([]);
});
