import { afterAll, beforeAll, expect, it } from 'vitest';
import type { TwoPlatforms } from '../../src/demo/twoPlatforms.ts';
import { playDemoStory, writtenFiles } from '../support/demoStory.ts';
import { pagesOf, wordsOf } from './soffice.ts';

let two: TwoPlatforms;

beforeAll(async () => {
  ({ two } = await playDemoStory());
}, 180_000);

afterAll(() => two.stop());

async function opened(beginning: string): Promise<string[]> {
  const files = (await writtenFiles(two)).filter(({ name }) => name.startsWith(beginning));
  return await Promise.all(files.map(async ({ content }) => wordsOf(await pagesOf(content))));
}

it('the minutes of the meeting open in a word processor, whole', async () => {
  const [minutes = '', ...others] = await opened('Biên bản');
  expect(others).toEqual([]);
  for (const words of [
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'BIÊN BẢN LÀM VIỆC',
    'phòng họp tầng 3',
    'Giám đốc Trung tâm',
    'Chánh Văn phòng Cục',
    'mạng lưới cộng tác viên ở 51 tỉnh',
    'cấp ký báo cáo lãnh đạo hai cơ quan',
    'dự thảo nội dung chương trình',
    '15/4/2016',
  ]) {
    expect(minutes).toContain(words);
  }
});

it('the summaries of opinions open in a word processor, with every opinion and the outcome', async () => {
  const [draft = '', signing = ''] = await opened('Bảng tổng hợp');
  for (const words of [
    'BẢNG TỔNG HỢP Ý KIẾN',
    'Giám đốc Trung tâm',
    'Cục trưởng',
    'cần ghi rõ đơn vị chủ trì từng nội dung',
  ]) {
    expect(draft).toContain(words);
  }
  expect(signing).toContain('cấp Cục và Trung tâm ký');
});
