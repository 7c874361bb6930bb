import { expect, it } from 'vitest';
import { officialDocument } from '../../src/documents/officialDocument.ts';
import { type Story, tellStory } from '../support/story.ts';

const notice = `THÔNG BÁO
Số: 12/TB-TTTT
Hà Nội, ngày 05 tháng 4 năm 2016
Kết luận của Giám đốc Trung tâm tại cuộc họp ngày 05 tháng 4 năm 2016

Căn cứ Quy chế làm việc, sau khi nghe báo cáo, Giám đốc kết luận như sau:
1. Giao Phòng Tổng hợp chủ trì, phối hợp với Phòng Kế hoạch dự thảo nội dung chương trình phối hợp 5 năm, trình lãnh đạo trước ngày 15/4/2016.
2. Văn phòng Trung tâm chuẩn bị hội trường, hoàn thành trước 12/4.
3. Đề nghị Phòng Phát triển ứng dụng của Cục CNTT rà soát hạ tầng, gửi kết quả trước ngày 20/4.
4. Hoan nghênh các đơn vị đã tích cực tham gia.`;

function addFile(story: Story, name: string, content: Uint8Array): Promise<{ id: string }> {
  const { web } = story.app;
  if (!web) throw new Error('no playground');
  return web.conversation.addFile({ name, mime: 'application/octet-stream', content });
}

it('a pasted conclusion becomes a list; one is mended, one dropped, the others given at once', async () => {
  const story = await tellStory();
  const official = story.offices.inAgency('TTTT', 'official');
  const list = await official.says(`/ketluan ${notice}`);
  expect(list.text).toContain('Xem lại 3 việc trước khi giao');
  expect(list.text).toContain('dự thảo nội dung chương trình phối hợp 5 năm');
  expect(list.text).not.toContain('Hoan nghênh');

  const first = await official.presses('Xem', undefined, 'Xem lại 3 việc');
  expect(first.text).toContain('việc 1/3');
  expect(first.text).toContain('Phòng Kế hoạch');
  expect(first.text).toContain('12/TB-TTTT ngày 5/4/2016');
  await official.presses('Sửa', { deadline: '18/4' });
  await official.presses('Giao việc', undefined, 'việc 1/3');
  await official.presses('Xem', undefined, 'Đã giao 1 việc');
  await official.presses('Huỷ', undefined, 'việc 2/3');
  const done = await official.presses('Giao tất cả (1 việc)');
  expect(done.text).toContain('Đã giao 2 việc');
  const th = await story.offices.headOf('TTTT', 'TH').says('/xem NV-1');
  expect(th.text).toContain('18/4/2016');
  // Of the other agency: its official is asked.
  expect(await story.offices.inAgency('CNTT', 'official').page()).toContain('rà soát hạ tầng');
  expect(story.errors).toEqual([]);
});

it('a Word file and a text file are read; others are refused with a word how to mend it', async () => {
  const story = await tellStory();
  const official = story.offices.inAgency('TTTT', 'official');
  const word = await officialDocument(
    {
      parentAgency: 'Ủy ban Dân tộc',
      agency: 'Trung tâm Thông tin',
      number: '12/TB-TTTT',
      place: 'Hà Nội',
      date: Temporal.PlainDate.from('2016-04-05'),
      kind: 'Thông báo',
      subject: 'Kết luận cuộc họp',
      body: notice
        .split('\n')
        .slice(4)
        .map((text) => ({ kind: 'paragraph', text })),
      signatures: [],
      recipients: [],
    },
    'vi',
  );
  const docx = await addFile(story, 'ket-luan.docx', word);
  expect((await official.says('/ketluan', [docx.id])).text).toContain('Xem lại 3 việc trước khi giao');
  const txt = await addFile(story, 'ket-luan.txt', new TextEncoder().encode(notice));
  expect((await official.says('/ketluan', [txt.id])).text).toContain('Xem lại 3 việc trước khi giao');
  const pdf = await addFile(story, 'ket-luan.pdf', new TextEncoder().encode('%PDF-1.7'));
  expect((await official.says('/ketluan', [pdf.id])).text).toContain('không phải tệp Word');
  const broken = await addFile(story, 'hong.docx', new TextEncoder().encode('PK không phải zip'));
  expect((await official.says('/ketluan', [broken.id])).text).toContain('bị hỏng');
  expect((await official.says('/ketluan Cảm ơn các đơn vị đã dự họp.')).text).toContain(
    'Chưa thấy nhiệm vụ nào',
  );
  expect(story.errors).toEqual([]);
});

it('more tasks than a card shows have pages; too many are refused; who may not give learns whom to ask', async () => {
  const story = await tellStory();
  const official = story.offices.inAgency('TTTT', 'official');
  const orders = (count: number) =>
    Array.from(
      { length: count },
      (_, index) =>
        `${index + 1}. Giao Phòng Tổng hợp lập báo cáo số liệu phần ${index + 1} trước ngày 15/4.`,
    ).join('\n');
  const list = await official.says(`/ketluan ${orders(25)}`);
  expect(list.text).toContain('Xem lại 25 việc trước khi giao');
  expect(list.text).toContain('Trang 1/3');
  const second = await official.presses('Trang sau');
  expect(second.text).toContain('phần 11');
  expect(second.text).not.toContain('phần 21');
  await official.presses('Trang sau');
  const given = await official.presses('Giao tất cả (25 việc)');
  expect(given.text).toContain('Đã giao 25 việc');
  expect(given.text).toContain('Trang 3/3');
  const many = await addFile(story, 'nhieu.txt', new TextEncoder().encode(orders(101)));
  expect((await official.says('/ketluan', [many.id])).text).toContain('101 việc');

  const member = await story.offices.headOf('TTTT', 'TH').says(`/ketluan ${notice}`);
  expect(member.text).toContain('Chuyên viên Thư ký Trung tâm');
  expect(story.errors).toEqual([]);
});

it('without words a form takes the text; in answer to a message the message is read', async () => {
  const story = await tellStory();
  const official = story.offices.inAgency('TTTT', 'official');
  await official.says('/ketluan');
  expect((await official.sends({ text: 'Cảm ơn mọi người.' })).text).toContain('Chưa thấy nhiệm vụ nào');
  expect((await official.sends({ text: notice })).text).toContain('Xem lại 3 việc');
  await official.says(notice);
  const said = (await official.messages()).findLast((each) => each.text?.startsWith('THÔNG BÁO'));
  const { web } = story.app;
  const outcome = await web?.conversation.say({
    userId: official.userId,
    chatId: said?.chatId ?? '',
    text: '/ketluan',
    replyTo: said?.id ?? null,
  });
  expect(outcome?.reply).toMatchObject({ card: { title: 'Xem lại 3 việc trước khi giao' } });
  expect(story.errors).toEqual([]);
});
