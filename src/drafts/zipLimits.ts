/** Whether a .docx stays small when it is unpacked: a few kilobytes can hold gigabytes. Counts what is really inside, since what a
 *  file says about itself may be a lie. Layout: PKWARE APPNOTE.TXT 6.3.10, 4.3. */
import { inflateRawSync } from 'node:zlib';

/** All texts (XML) of the file together. Pictures are not unpacked at all. */
const textBytesMax = 40 * 1024 * 1024;
const entriesMax = 5000;

export type ZipFinding = 'small' | 'tooMuch' | 'damaged';

export function checkZip(content: Buffer): ZipFinding {
  try {
    return measure(content);
  } catch {
    // Offsets that lead outside, data that does not inflate.
    return 'damaged';
  }
}

function measure(content: Buffer): ZipFinding {
  const end = content.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  if (end < 0) return 'damaged';
  const count = content.readUInt16LE(end + 10);
  const directoryBytes = content.readUInt32LE(end + 12);
  const start = content.readUInt32LE(end + 16);
  // What stands before the archive would shift every offset: readers differ on it, and Word writes nothing there.
  if (start + directoryBytes !== end) return 'damaged';
  if (count > entriesMax) return 'tooMuch';
  let total = 0;
  let at = start;
  for (let index = 0; index < count; index += 1) {
    if (content.readUInt32LE(at) !== 0x02014b50) return 'damaged';
    const nameBytes = content.readUInt16LE(at + 28);
    const name = content.toString('utf8', at + 46, at + 46 + nameBytes);
    if (isText(name)) {
      const bytes = unpackedBytes(content, at, textBytesMax - total);
      if (bytes === null) return 'tooMuch';
      total += bytes;
    }
    at += 46 + nameBytes + content.readUInt16LE(at + 30) + content.readUInt16LE(at + 32);
  }
  return at === end ? 'small' : 'damaged';
}

function isText(name: string): boolean {
  return /\.(?:xml|rels)$/iu.test(name);
}

/** Null: more than `max`. */
function unpackedBytes(content: Buffer, entry: number, max: number): number | null {
  const method = content.readUInt16LE(entry + 10);
  const packedBytes = content.readUInt32LE(entry + 20);
  const local = content.readUInt32LE(entry + 42);
  const data = local + 30 + content.readUInt16LE(local + 26) + content.readUInt16LE(local + 28);
  if (data + packedBytes > content.length) throw new RangeError('an entry reaches outside the file');
  if (method === 0) return packedBytes <= max ? packedBytes : null;
  try {
    return inflateRawSync(content.subarray(data, data + packedBytes), { maxOutputLength: Math.max(1, max) })
      .byteLength;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
