import { crc32, deflateRawSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { compareVersions } from '../../src/drafts/compareVersions.ts';
import type { Readable } from '../../src/drafts/readText.ts';
import { wordFile } from './wordFile.ts';

const words = (text: string): Readable => ({ kind: 'words', text });
const file = (name: string, content: Uint8Array | string): Readable => ({
  kind: 'file',
  name,
  content: typeof content === 'string' ? Buffer.from(content) : content,
});

async function word(...paragraphs: string[]): Promise<Readable> {
  return file('Dự thảo.docx', await wordFile(...paragraphs));
}

/** A zip of one entry; `claims`: how many bytes it says are inside. */
function zip(name: string, inside: Buffer, claims = inside.length): Buffer {
  const data = deflateRawSync(inside);
  const path = Buffer.from(name);
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt16LE(8, 4);
  common.writeUInt32LE(crc32(inside), 10);
  common.writeUInt32LE(data.length, 14);
  common.writeUInt32LE(claims, 18);
  common.writeUInt16LE(path.length, 22);
  const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), common, path, data]);
  const directory = Buffer.concat([
    Buffer.from('PK\u0001\u0002'),
    Buffer.from([20, 0]),
    common,
    Buffer.alloc(14),
    path,
  ]);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, directory, end]);
}

it('compares two Word files by their words', async () => {
  const found = await compareVersions(
    await word('Điều 1. Hai bên chia sẻ dữ liệu.', 'Điều 2. Hiệu lực đến năm 2021.'),
    await word('Điều 1. Hai bên chia sẻ dữ liệu.', 'Điều 2. Hiệu lực đến năm 2020.', 'Điều 3. Kinh phí.'),
  );
  expect(found).toMatchObject({ kind: 'compared', added: 1, removed: 0, changed: 1, moved: 0 });
});

it('compares words with a Word file, and plain text in UTF-8 and UTF-16', async () => {
  expect(await compareVersions(words('Kinh phí.'), file('a.txt', 'Kinh phí.'))).toMatchObject({
    added: 0,
    removed: 0,
  });
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('Kinh phí.', 'utf16le')]);
  expect(await compareVersions(words('Kinh phí.'), file('a.TXT', utf16))).toMatchObject({
    added: 0,
    removed: 0,
  });
});

it.each([
  ['a PDF', file('a.pdf', '%PDF-1.7'), 'format'],
  ['an old Word file', file('a.doc', 'x'), 'format'],
  ['no extension', file('a', 'x'), 'format'],
  ['bytes that are no text', file('a.txt', Buffer.from([0xc3, 0x28])), 'format'],
  ['a Word file that is none', file('a.docx', 'not a zip'), 'damaged'],
  ['a Word file without a document', file('a.docx', zip('other.xml', Buffer.from('<a/>'))), 'damaged'],
  [
    'a Word file cut off',
    file('a.docx', zip('word/document.xml', Buffer.alloc(5000)).subarray(0, 60)),
    'damaged',
  ],
  ['a zip bomb', file('a.docx', zip('word/document.xml', Buffer.alloc(60_000_000))), 'tooMuch'],
  [
    'a zip bomb that lies',
    file('a.docx', zip('word/document.xml', Buffer.alloc(60_000_000), 100)),
    'tooMuch',
  ],
])('%s is not compared', async (_, newer, why) => {
  expect(await compareVersions(words('Kinh phí.'), newer)).toEqual({ kind: 'notCompared', why });
  expect(await compareVersions(newer, words('Kinh phí.'))).toEqual({ kind: 'notCompared', why });
});

it('gives up in time, and the bot goes on meanwhile', async () => {
  // Many paragraphs that are all alike: work for minutes.
  const xml = (letter: string) =>
    `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${`<w:p><w:r><w:t>${letter}</w:t></w:r></w:p>`.repeat(600_000)}</w:body></w:document>`;
  const slow = file('a.docx', zip('word/document.xml', Buffer.from(xml('a'))));
  let turns = 0;
  const turning = setInterval(() => {
    turns += 1;
  }, 5);
  const found = await compareVersions(words('a'), slow, 300);
  clearInterval(turning);
  expect(found).toEqual({ kind: 'notCompared', why: 'tooMuch' });
  expect(turns).toBeGreaterThan(0);
});
