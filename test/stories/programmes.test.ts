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
