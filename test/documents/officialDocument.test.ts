import { createRequire } from 'node:module';
import fc from 'fast-check';
import mammoth from 'mammoth';
import { expect, test } from 'vitest';
import type { OfficialDocument } from '../../src/documents/document.ts';
import { officialDocument } from '../../src/documents/officialDocument.ts';

const minutes: OfficialDocument = {
  parentAgency: 'Ủy ban Dân tộc',
  agency: 'Trung tâm Thông tin',
  number: null,
  place: 'Hà Nội',
  date: Temporal.PlainDate.from('2016-04-05'),
  kind: 'Biên bản làm việc',
  subject: 'Về chương trình phối hợp 5 năm',
  body: [
    { kind: 'heading', level: 1, text: 'I. Thành phần' },
    { kind: 'list', items: ['Giám đốc Trung tâm', 'Cục trưởng'] },
    { kind: 'table', columns: ['STT', 'Nội dung'], widths: [1, 5], rows: [['1', 'Dự thảo nội dung']] },
    { kind: 'paragraph', text: 'Biên bản được lập thành 02 bản.' },
  ],
  signatures: [
    { title: 'Đại diện Cục CNTT', name: '' },
    { title: 'Đại diện Trung tâm', name: 'Giám đốc Trung tâm' },
  ],
  recipients: ['Như thành phần', 'Lưu: VT.'],
};

const textOf = async (file: Uint8Array) =>
  (await mammoth.extractRawText({ buffer: Buffer.from(file) })).value.replaceAll('\n\n', '\n');

/** The parts of the file itself. */
async function xmlOf(file: Uint8Array, part: string): Promise<string> {
  const { loadAsync } = createRequire(import.meta.resolve('docx'))('jszip');
  const zip = await loadAsync(file);
  return zip.file(part).async('string');
}

test('the minutes of a meeting, read back from the file', async () => {
  const text = await textOf(await officialDocument(minutes, 'vi'));
  expect(text.split('\n').filter((line) => line.trim() !== '')).toEqual([
    'ỦY BAN DÂN TỘC',
    'TRUNG TÂM THÔNG TIN',
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Độc lập - Tự do - Hạnh phúc',
    'Số:           /BB-…',
    'Hà Nội, ngày 05 tháng 4 năm 2016',
    'BIÊN BẢN LÀM VIỆC',
    'Về chương trình phối hợp 5 năm',
    'I. Thành phần',
    '- Giám đốc Trung tâm',
    '- Cục trưởng',
    'STT',
    'Nội dung',
    '1',
    'Dự thảo nội dung',
    'Biên bản được lập thành 02 bản./.',
    'ĐẠI DIỆN CỤC CNTT',
    '(Ký, ghi rõ họ tên)',
    'ĐẠI DIỆN TRUNG TÂM',
    'Giám đốc Trung tâm',
    'Nơi nhận:',
    '- Như thành phần;',
    '- Lưu: VT.',
  ]);
});

test.each([
  ['2016-01-09', 'Hà Nội, ngày 09 tháng 01 năm 2016'],
  ['2016-02-29', 'Hà Nội, ngày 29 tháng 02 năm 2016'],
  ['2016-12-31', 'Hà Nội, ngày 31 tháng 12 năm 2016'],
])('the date of %s takes its zeros: %s', async (date, words) => {
  const file = await officialDocument({ ...minutes, date: Temporal.PlainDate.from(date) }, 'vi');
  expect(await textOf(file)).toContain(words);
});

test('the same layout in English', async () => {
  const file = await officialDocument(
    { ...minutes, number: '05/BB-TTTT', signatures: [{ title: 'Director', name: '' }] },
    'en',
  );
  const text = await textOf(file);
  expect(text).toContain('SOCIALIST REPUBLIC OF VIET NAM');
  expect(text).toContain('No.: 05/BB-TTTT');
  expect(text).toContain('Hà Nội, 5 April 2016');
  expect(text).toContain('Recipients:');
});

test.each<[string, OfficialDocument['body'], string]>([
  ['a text without a stop', [{ kind: 'paragraph', text: 'Trân trọng' }], 'Trân trọng./.'],
  ['a text that has the sign', [{ kind: 'paragraph', text: 'Trân trọng./.' }], 'Trân trọng./.'],
  ['a list', [{ kind: 'list', items: ['một;', 'hai;'], numbered: true }], '1. một;\n2. hai./.'],
  ['a table', [{ kind: 'table', columns: ['A'], rows: [['b']] }], 'A\nb\n\n./.'],
  ['nothing', [], './.'],
])('%s ends with the sign of the end', async (_, body, ending) => {
  const text = await textOf(
    await officialDocument({ ...minutes, body, signatures: [], recipients: [] }, 'vi'),
  );
  expect(text.trim().replaceAll(/\n{2,}/gu, '\n')).toMatch(
    new RegExp(`${RegExp.escape(ending.replaceAll(/\n{2,}/gu, '\n'))}$`, 'u'),
  );
});

test('paper, margins and type are those of the decree', async () => {
  const file = await officialDocument(minutes, 'vi');
  const document = await xmlOf(file, 'word/document.xml');
  // A4 is 11906 × 16838 twips; 20 mm are 1134, 30 mm 1701.
  expect(document).toMatch(/<w:pgSz w:w="11906" w:h="16838"/u);
  const [margins = ''] = /<w:pgMar[^>]*>/u.exec(document) ?? [];
  for (const margin of ['w:top="1134"', 'w:bottom="1134"', 'w:left="1701"', 'w:right="1134"'])
    expect(margins).toContain(margin);
  expect(document).toContain('<w:titlePg/>');
  expect(document).toContain('<w:tblHeader/>');
  const styles = await xmlOf(file, 'word/styles.xml');
  expect(styles).toContain('w:ascii="Times New Roman"');
  expect(styles).toContain('<w:sz w:val="28"/>');
  expect(await xmlOf(file, 'word/header1.xml')).toContain('PAGE');
});

test('a table of 300 rows', async () => {
  const rows = Array.from({ length: 300 }, (_, index) => [String(index + 1), `Nhiệm vụ ${index + 1}`]);
  const body: OfficialDocument['body'] = [{ kind: 'table', columns: ['STT', 'Nhiệm vụ'], rows }];
  const text = await textOf(await officialDocument({ ...minutes, body }, 'vi'));
  expect(text).toContain('Nhiệm vụ 300');
});

test('whatever people wrote, the file can be read and holds it', async () => {
  const hostile = fc.string({ unit: 'binary', maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(hostile, hostile, async (one, two) => {
      const body: OfficialDocument['body'] = [
        { kind: 'paragraph', text: one },
        { kind: 'quote', text: two, by: one },
        { kind: 'table', columns: [one], rows: [[two, one], []] },
      ];
      const document = { ...minutes, agency: one, kind: two, subject: one, body, recipients: [two] };
      const text = await textOf(await officialDocument(document, 'vi'));
      expect(text).toContain('Nơi nhận:');
    }),
    { numRuns: 60 },
  );
  const tricky = 'Bộ <w:p> & "TN&MT" \u0000\u000b\ufffe]]> \ud800 giữ';
  const text = await textOf(
    await officialDocument({ ...minutes, body: [{ kind: 'paragraph', text: tricky }] }, 'vi'),
  );
  expect(text).toContain('Bộ <w:p> & "TN&MT" ]]> � giữ');
});
