/** Leaders of both agencies are asked about a draft, at the playground. */
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
