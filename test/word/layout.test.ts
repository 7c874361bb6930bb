import { expect, test } from 'vitest';
import { officialDocument } from '../../src/documents/officialDocument.ts';
import { pagesOf, wordsOf } from './soffice.ts';

test('a report of several pages opens in a word processor: head once, table heads and page numbers on every page', async () => {
  const rows = Array.from({ length: 120 }, (_, at) => [
    `${at + 1}`,
    `Nội dung phối hợp số ${at + 1}`,
    'Phòng Tổng hợp',
  ]);
  const file = await officialDocument(
    {
      parentAgency: 'Ủy ban Dân tộc',
      agency: 'Trung tâm Thông tin',
      number: '05/BC-TTTT',
      place: 'Hà Nội',
      date: Temporal.PlainDate.from('2016-02-05'),
      kind: 'Báo cáo',
      subject: 'Kết quả thực hiện chương trình phối hợp',
      body: [
        { kind: 'paragraph', text: 'Ký tự lạ được giữ nguyên: <b>đậm</b> & “ngoặc”.' },
        { kind: 'table', columns: ['STT', 'Nội dung', 'Chủ trì'], rows },
        { kind: 'paragraph', text: 'Trân trọng báo cáo.' },
      ],
      signatures: [{ title: 'Giám đốc', name: '' }],
      recipients: ['Lãnh đạo hai cơ quan', 'Lưu: VT'],
    },
    'vi',
  );
  const pages = await pagesOf(file);
  expect(pages.length).toBeGreaterThan(2);
  const words = wordsOf(pages);
  for (const part of [
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Độc lập - Tự do - Hạnh phúc',
    'Số: 05/BC-TTTT',
    'Hà Nội, ngày 05 tháng 02 năm 2016',
    'BÁO CÁO',
    '<b>đậm</b> & “ngoặc”',
    'Nội dung phối hợp số 120',
    'GIÁM ĐỐC',
    'Nơi nhận:',
  ]) {
    expect(words).toContain(part);
  }
  expect(words.split('CỘNG HÒA XÃ HỘI').length).toBe(2);
  const second = pages[1] ?? [];
  expect(second[0]).toBe('2');
  expect(second.some((line) => /^STT\s+Nội dung\s+Chủ trì$/u.test(line))).toBe(true);
  expect(pages[0]?.[0]).not.toBe('1');
});
