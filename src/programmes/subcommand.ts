/** What is said behind "/chuongtrinh CT-1": "thêm nội dung …", "giao …", "tài liệu" and the like. Pure. */
import type { ProgrammeStatus } from '../database/codes.ts';
import { fold } from '../language/folding.ts';

export type Subcommand =
  | { kind: 'show' }
  /** `under`: the number of the content above; null: at the top. */
  | { kind: 'addContent'; text: string; under: string | null }
  /** `content`: the number of the content the task is for; null: for the whole. */
  | { kind: 'give'; text: string; content: string | null }
  /** `to` null: to be chosen. */
  | { kind: 'status'; to: ProgrammeStatus | null }
  /** `title` null: to be dropped. */
  | { kind: 'editContent'; number: string; title: string | null }
  | {
      kind:
        | 'contents'
        | 'tasks'
        | 'documents'
        | 'history'
        | 'edit'
        | 'export'
        | 'bindRoom'
        | 'unbindRoom'
        | 'askSigning'
        | 'addDocument';
    };

/** Null when the words are none of them. */
export function readSubcommand(text: string): Subcommand | null {
  const line = text.trim();
  if (line === '') return { kind: 'show' };
  // Folding changes no length of composed letters, so that places stay.
  const composed = line.normalize('NFC');
  const folded = [...composed].map((letter) => [...fold(letter)].slice(0, 1).join('') || letter).join('');
  const add = adding.exec(folded);
  if (add)
    return {
      kind: 'addContent',
      text: composed.slice(add[0].length).trim(),
      under: add.groups?.under ?? null,
    };
  const edit = editing.exec(folded);
  if (edit?.groups?.number) {
    const title = edit.groups.drop === undefined ? composed.slice(edit[0].length).trim() : null;
    return title === '' ? null : { kind: 'editContent', number: edit.groups.number, title };
  }
  const give = giving.exec(folded);
  if (give) {
    const content = give.groups?.before ?? give.groups?.after ?? null;
    return { kind: 'give', text: composed.slice(give[0].length).trim(), content };
  }
  const moved = moving.exec(folded);
  if (moved) {
    const words = folded.slice(moved[0].length).replace(/[\s.!?]+$/u, '');
    const to = statusWords.find(([names]) => names.includes(words))?.[1] ?? null;
    if (to !== null || words === '') return { kind: 'status', to };
  }
  const said = folded.replace(/[\s.!?]+$/u, '').replace(/\s+/gu, ' ');
  return plain.find(({ words }) => words.test(said))?.is ?? null;
}

const item = String.raw`(?:noi dung|muc|nd|content|item)\s+(?:so\s+)?`;
const number = String.raw`\d{1,4}(?:\.\d{1,4}){0,2}`;
const adding = new RegExp(
  String.raw`^(?:them|bo sung|add)\s+(?:cac\s+)?(?:noi dung|nd|contents?)(?:\s+(?:phoi hop|con))?(?:\s+(?:vao|duoi|trong|cua|under|to)\s+(?:${item})?(?<under>${number}))?\s*(?::\s*|\s+|$)`,
  'u',
);
const giving = new RegExp(
  String.raw`^(?:(?:${item})(?<before>${number})\s*[:,]?\s*)?(?:giao(?: viec| nhiem vu)?|assign|give)(?:\s+(?:cho\s+|for\s+)?(?:${item})(?<after>${number}))?\s*(?::\s*|\s+|$)`,
  'u',
);

const editing = new RegExp(
  String.raw`^(?:(?:sua|doi ten|edit|rename)|(?<drop>bo|xoa|drop|remove))\s+(?:${item})(?<number>${number})\s*(?:thanh|to)?\s*(?::\s*|\s+|$)`,
  'u',
);

const moving =
  /^(?:(?:chuyen|doi|move|change)(?: (?:trang thai|status))?(?: (?:sang|thanh|to))?|trang thai|status)(?:\s*:\s*|\s+|$)/u;

/** As `status` in the locales, and in other words that are said of it. */
const statusWords: readonly (readonly [readonly string[], ProgrammeStatus])[] = [
  [['de xuat', 'proposed', 'proposal'], 'proposed'],
  [['du thao', 'drafting', 'being drafted', 'draft'], 'drafting'],
  [['xin y kien', 'lay y kien', 'consulting', 'opinions asked', 'consultation'], 'consulting'],
  [['da ky', 'ky', 'signed'], 'signed'],
  [['dang thuc hien', 'thuc hien', 'trien khai', 'dang trien khai', 'running', 'under way'], 'running'],
  [['tong ket', 'da tong ket', 'ket thuc', 'concluded'], 'concluded'],
];

const plain: readonly { words: RegExp; is: Subcommand }[] = [
  { words: /^(?:xem|the|show|card)$/u, is: { kind: 'show' } },
  { words: /^(?:cac )?(?:noi dung|contents?)(?: phoi hop)?$/u, is: { kind: 'contents' } },
  { words: /^(?:xem |cac )?(?:tai lieu|documents?|files?)$/u, is: { kind: 'documents' } },
  { words: /^(?:them|nop|gui|add) (?:tai lieu|tep|documents?|files?)$/u, is: { kind: 'addDocument' } },
  { words: /^(?:xem )?(?:cac |danh sach )?(?:viec|nhiem vu|tasks?)$/u, is: { kind: 'tasks' } },
  { words: /^(?:nhat ky|lich su|history)$/u, is: { kind: 'history' } },
  { words: /^(?:sua|edit)(?: dau moi)?$/u, is: { kind: 'edit' } },
  { words: /^(?:xuat|tai ve|in|export)(?: (?:tai lieu|van ban|word))?$/u, is: { kind: 'export' } },
  { words: /^(?:hoi|xin y kien)?(?: ve)? ?cap ky$|^ask signing$/u, is: { kind: 'askSigning' } },
  {
    words: /^(?:gan|theo doi)(?: nhom| kenh)?(?: nay| o day| tai day)?$|^(?:bind|follow)(?: here)?$/u,
    is: { kind: 'bindRoom' },
  },
  {
    words: /^(?:bo gan|go|thoi theo doi)(?: nhom| kenh)?(?: nay| o day)?$|^(?:unbind|unfollow)(?: here)?$/u,
    is: { kind: 'unbindRoom' },
  },
];
