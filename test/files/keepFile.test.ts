import { expect, test } from 'vitest';
import { UserError } from '../../src/chat/errors.ts';
import type { FileIn } from '../../src/chat/incoming.ts';
import { inTransaction } from '../../src/database/transaction.ts';
import { fileBytesMax, fileName, keepSentFile } from '../../src/files/keepFile.ts';
import { readFile } from '../../src/files/readFile.ts';
import { localeFor } from '../../src/locale/locale.ts';
import { testDatabase } from '../support/database.ts';

const database = testDatabase();
const now = Temporal.Instant.from('2016-04-08T10:00:00+07:00');
const t = localeFor('vi', 'Asia/Ho_Chi_Minh');

async function keep(file: Partial<FileIn>) {
  const { id } = await database.db
    .insertInto('person')
    .values({ agency_id: null, name: `Chuyên viên ${Math.random()}`, created_at: now })
    .returning('id')
    .executeTakeFirstOrThrow();
  const content = Buffer.from('Điều 1. Nội dung phối hợp');
  const sent: FileIn = {
    name: 'Dự thảo lần 1.docx',
    mime: 'text/plain',
    sizeBytes: content.byteLength,
    read: async () => content,
    ...file,
  };
  return inTransaction(database.db, (trx) => keepSentFile(trx, now, sent, { personId: id, t }));
}

test('a file comes back byte for byte', async () => {
  const kept = await keep({});
  expect(kept).toMatchObject({
    name: 'Dự thảo lần 1.docx',
    sizeBytes: 34,
    // printf 'Điều 1. Nội dung phối hợp' | sha256sum
    sha256: '6ecbbd2a1559dd7cf1f1e85610b6dd1a076ecdd11a0376466728ebf43ceb7c1e',
  });
  const read = await readFile(database.db, kept.fileId);
  expect(Buffer.from(read?.content ?? []).toString()).toBe('Điều 1. Nội dung phối hợp');
});

test('a file whose size was not announced is kept by what it holds', async () => {
  expect(await keep({ sizeBytes: 0 })).toMatchObject({ sizeBytes: 34 });
});

test.each<[string, Partial<FileIn>, string]>([
  ['too big as announced', { sizeBytes: fileBytesMax + 1 }, 'nặng 20,1 MB, vượt mức 20 MB'],
  ['empty', { sizeBytes: 0, read: async () => new Uint8Array() }, 'không có nội dung'],
  [
    'too big when fetched',
    { sizeBytes: 10, read: async () => new Uint8Array(fileBytesMax + 1) },
    'vượt mức 20 MB',
  ],
  ['gone', { read: () => Promise.reject(new Error('404')) }, 'Chưa lấy được tệp'],
])('a file that is %s is refused with a way to mend it', async (_, file, words) => {
  const refused = await keep(file).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(UserError);
  expect(String(refused)).toContain(words);
});

test.each([
  ['../../etc/passwd', 'passwd'],
  ['C:\\Thư mục\\Dự thảo.docx', 'Dự thảo.docx'],
  ['.htaccess', 'htaccess'],
  ['a\u202etxt.exe\u0000', 'atxt.exe'],
  ['   ', 'file'],
  [`${'dài'.repeat(100)}.docx`, `${'dài'.repeat(48)}d.docx`],
])('the name %j is kept as %j', (given, expected) => {
  expect(fileName(given)).toBe(expected);
});
