/** Two agencies work on one draft, at the playground. */
import { expect, it } from 'vitest';
import { wordFile } from '../drafts/wordFile.ts';
import { tellStory } from '../support/story.ts';

const articles = [
  'Điều 1. Hai bên chia sẻ dữ liệu dân tộc và dữ liệu tài nguyên môi trường.',
  'Điều 2. Hai bên cử đơn vị đầu mối để thực hiện chương trình phối hợp.',
  'Điều 3. Chương trình có hiệu lực từ ngày ký đến hết năm 2021.',
] as const;

it('three versions, from both agencies: each is told with what changed, agreed to, and can be fetched again', async () => {
  const story = await tellStory();
  const official = story.offices.inAgency('TTTT', 'official');
  const partner = story.offices.inAgency('CNTT', 'official');
  const th = story.offices.headOf('TTTT', 'TH');
  const ptud = story.offices.headOf('CNTT', 'PTUD');
  await official.says(
    '/giao P. Tổng hợp và P. Phát triển ứng dụng chủ trì dự thảo chương trình phối hợp 5 năm, hạn 15/4',
  );
  await official.presses('Giao việc');
  await partner.presses('Đồng ý');

  // The first comes with the command.
  const one = await th.attaches('Dự thảo.docx', await wordFile(...articles));
  const said = await th.says('/nop NV-1 bản đầu', [one]);
  expect(said.text).toContain('Đã nộp bản 1 dự thảo NV-1');
  expect(await th.page()).toContain('Dự thảo bản 1 – Trưởng phòng Tổng hợp (Phòng Tổng hợp, TTTT)');
  expect(await ptud.page()).toContain('Phòng Tổng hợp nộp bản 1 dự thảo NV-1');
  expect(JSON.stringify(await ptud.messages())).toContain('"name":"Dự thảo.docx"');
  expect(await official.page()).toContain('Phòng Tổng hợp nộp bản 1 dự thảo NV-1');

  // The second is an answer to the card of the other agency.
  const amended = [articles[0], articles[1], articles[2].replace('2021', '2020'), 'Điều 4. Kinh phí.'];
  const two = await ptud.attaches('Dự thảo sửa.docx', await wordFile(...amended));
  expect((await ptud.repliesTo('NV-1 · ', 'Cục đã sửa', [two])).text).toContain('Đã nộp bản 2 dự thảo NV-1');
  const told = await th.page();
  expect(told).toContain('So với bản 1: 1 đoạn thêm, 1 đoạn sửa.');
  expect(told).toContain('hết năm 2021.');
  expect(told).toContain('hết năm 2020.');

  // The same again is no third version; from another person neither.
  const same = await th.attaches('Bản của Phòng.docx', await bytesOf(two));
  expect((await th.says('/nop NV-1', [same])).text).toContain('giống hệt bản 2');

  expect((await th.presses('Đồng thuận')).text).toContain('Phòng Tổng hợp đã đồng thuận bản 2 dự thảo NV-1');
  expect(await ptud.page()).toContain('Phòng Tổng hợp (TTTT) đồng thuận bản 2 dự thảo NV-1');
  expect(await official.page()).toContain('Các đơn vị chủ trì đã đồng thuận bản 2 dự thảo NV-1');
  expect(await ptud.page()).toContain('Đã đồng thuận: Phòng Tổng hợp (TTTT)');

  // The third, sent alone: the bot asks; the agreement has to be given again.
  const alone = th.in(`private-${th.userId}`);
  const three = await alone.attaches(
    'Dự thảo cuối.docx',
    await wordFile(...amended, 'Điều 5. Tổ chức thực hiện.'),
  );
  expect((await alone.says('', [three])).text).toContain('Nộp “Dự thảo cuối.docx” cho nhiệm vụ nào?');
  expect((await alone.presses('NV-1')).text).toContain('Đã nộp bản 3 dự thảo NV-1');
  const [card] = await th.messages();
  expect(JSON.stringify(card?.card)).toContain('Dự thảo bản 3');
  expect(JSON.stringify(card?.card)).not.toContain('đồng thuận');

  const shown = (await official.says('/xem NV-1')).text;
  for (const words of [
    'Bản 1 – ',
    'Bản 2 – ',
    'Bản 3 – ',
    'Đã đồng thuận: Phòng Tổng hợp (TTTT) – Trưởng phòng',
    'nộp dự thảo',
  ])
    expect(shown).toContain(words);
  const list = await official.presses('Các bản dự thảo');
  expect(list.text).toContain('Lấy bản 1');
  expect((await official.presses('Lấy bản 1')).text).toContain('bản đầu');
  const [, ...files] = (await official.messages()).filter((message) => message.files.length > 0);
  expect(files.at(-1)?.files).toMatchObject([{ name: 'Dự thảo.docx' }]);

  // Slipped: within ten minutes it is taken back, and the number stays used.
  expect((await alone.says('/hoantac')).text).toContain('nộp dự thảo');
  expect(await th.page()).toContain('Dự thảo bản 2');
  expect((await official.says('/xem NV-1')).text).toContain('đã rút lại lúc');
  expect(story.errors).toEqual([]);

  async function bytesOf(fileId: string): Promise<Uint8Array> {
    const row = await story.app.database.db
      .selectFrom('file')
      .select('content')
      .where('name', '=', 'Dự thảo sửa.docx')
      .executeTakeFirstOrThrow();
    expect(fileId).not.toBe('');
    return row.content;
  }
});

it('the form hands in words; without a file the bot says how one gets here', async () => {
  const story = await tellStory();
  const official = story.offices.inAgency('TTTT', 'official');
  const th = story.offices.headOf('TTTT', 'TH');
  await official.says('/giao P. TH dự thảo thư mời, hạn 15/4');
  await official.presses('Giao việc');
  const form = await th.presses('Nộp dự thảo');
  expect(form.text).toContain('đính kèm tệp rồi gõ /nop NV-1');
  const sent = await th.sends({ words: 'Kính mời quý Cục dự họp ngày 12/4', note: 'xin góp ý' });
  expect(sent.text).toContain('Đã nộp bản 1 dự thảo NV-1');
  expect(sent.text).toContain('Việc cũng được ghi là đã nhận.');
  expect(await official.page()).toContain('Kính mời quý Cục dự họp ngày 12/4');
  expect(await official.page()).toContain('Ghi chú: xin góp ý');
  await official.presses('Lấy dự thảo');
  expect(await official.page()).toContain('Dự thảo NV-1, bản 1');
  expect(story.errors).toEqual([]);
});
