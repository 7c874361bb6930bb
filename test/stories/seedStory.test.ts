import mammoth from 'mammoth';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { TwoPlatforms } from '../../src/demo/twoPlatforms.ts';
import { playDemoStory, writtenFiles } from '../support/demoStory.ts';

let two: TwoPlatforms;
let errors: readonly string[];

beforeAll(async () => {
  ({ two, errors } = await playDemoStory());
}, 180_000);

afterAll(() => two.stop());

it('plays from the meeting to the signature without an error', () => {
  expect(errors).toEqual([]);
});

it('has settled in the opinion of both leaders who signs', async () => {
  const { db } = two.app.database;
  const programme = await db.selectFrom('programme').selectAll().executeTakeFirstOrThrow();
  expect(programme).toMatchObject({
    status: 'signed',
    signing_level: 'cấp Cục và Trung tâm ký',
    signed_number: '01/CTPH-TTTT-CNTT',
  });
  expect(`${programme.signed_on}`).toBe('2016-04-20');
  const rounds = await db.selectFrom('opinion_round').select('status').execute();
  expect(rounds.map((round) => round.status)).toEqual(['closed', 'closed']);
});

it('has written the minutes and the summaries as Word files that say what was said', async () => {
  const files = await writtenFiles(two);
  const texts = await Promise.all(
    files.map(async ({ name, content }) => [
      name.split(/[ –]/u)[0],
      (await mammoth.extractRawText({ buffer: content })).value.replace(/\s+/gu, ' '),
    ]),
  );
  const textOf = (beginning: string) => texts.filter(([name]) => name === beginning).map(([, text]) => text);
  const [minutes = ''] = textOf('Biên');
  for (const words of [
    'BIÊN BẢN LÀM VIỆC',
    'Cục trưởng',
    '51 tỉnh',
    'cấp ký báo cáo lãnh đạo',
    '15/4/2016',
  ]) {
    expect(minutes).toContain(words);
  }
  const [draft = '', signing = ''] = textOf('Bảng');
  expect(draft).toContain('cần ghi rõ đơn vị chủ trì từng nội dung');
  expect(signing).toContain('cấp Cục và Trung tâm ký');
});

it('has counted the work of the programme from its tasks', async () => {
  const leader = two.person('Giám đốc Trung tâm');
  await leader.look();
  await leader.says('/chuongtrinh CT-1');
  await leader.sees('3/3 phần việc hoàn thành');
});

it('tells who answered last that the round is closed, and not that the answer can still be changed', async () => {
  const shown = await two.person('Cục trưởng').look();
  const closing = shown.find(({ lines }) => lines.join('\n').includes('nên vòng khép lại'));
  expect(closing?.lines.join('\n')).toContain('Đã ghi ý kiến YK-1');
  expect(closing?.lines.join('\n')).not.toContain('Đổi được');
});
