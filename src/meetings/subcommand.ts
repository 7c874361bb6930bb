/** What /cuochop is asked to do: its first words, or a new meeting. Pure. */
import type { MeetingItemKind } from '../database/codes.ts';
import { fold } from '../language/folding.ts';

export type Wish =
  | { do: 'record'; kind: MeetingItemKind; text: string }
  | { do: 'close' | 'cancel' | 'people' | 'list' | 'show' }
  | { do: 'propose'; text: string };

/** "ghi …", "kết luận: …", "kết thúc"; '' shows the record, anything else announces a meeting. */
export function readWish(line: string): Wish {
  const text = line.normalize('NFC').trim();
  if (text === '') return { do: 'show' };
  for (const { words, kind } of recording) {
    const rest = after(text, words);
    // "ghi ý: …" says it twice; "ghi Ý cuối cùng …" is what was said.
    if (rest !== null) return { do: 'record', kind, text: rest.replace(/^ý(?: kiến)?\s*:\s*/iu, '') };
  }
  for (const { words, wish } of others) if (after(text, words) === '') return { do: wish };
  return { do: 'propose', text };
}

/** The kind that words begin with, "Kết luận: …", and the rest; a note otherwise. */
export function readEntry(words: string): { kind: MeetingItemKind; text: string } {
  const text = words.normalize('NFC').trim();
  const colon = text.indexOf(':');
  if (colon > 0 && colon <= 20) {
    const head = text.slice(0, colon);
    const found = recording.find((each) => after(head, each.words) === '');
    if (found) return { kind: found.kind, text: text.slice(colon + 1).trim() };
  }
  return { kind: 'note', text };
}

const recording: readonly { words: readonly string[]; kind: MeetingItemKind }[] = [
  { words: ['ghi', 'y kien', 'note'], kind: 'note' },
  { words: ['ket luan', 'ketluan', 'conclusion'], kind: 'conclusion' },
  { words: ['nhiem vu', 'nhiemvu', 'task'], kind: 'task' },
];

const others: readonly { words: readonly string[]; wish: 'close' | 'cancel' | 'people' | 'list' }[] = [
  { words: ['ket thuc', 'ketthuc', 'lap bien ban', 'close', 'end'], wish: 'close' },
  { words: ['huy', 'cancel'], wish: 'cancel' },
  { words: ['thanh phan', 'thanhphan', 'people', 'participants'], wish: 'people' },
  { words: ['xem', 'danh sach', 'list'], wish: 'list' },
];

/** What stands behind the words; null when the text does not begin with one of them. */
function after(text: string, words: readonly string[]): string | null {
  for (const word of words) {
    const count = word.split(' ').length;
    const pattern = new RegExp(`^(?:\\S+\\s+){${count - 1}}[^\\s:]+(?=$|[\\s:])`, 'u');
    const head = pattern.exec(text)?.[0];
    if (head === undefined || fold(head).replace(/\s+/gu, ' ') !== word) continue;
    return text
      .slice(head.length)
      .replace(/^[\s:]+/u, '')
      .trim();
  }
  return null;
}
