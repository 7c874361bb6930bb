/** Drafts handed in on tasks: versions, what changed, who is content with them. */
import type { PlatformCode } from '../../database/codes.ts';
import type { ChangeSample } from '../../drafts/changes.ts';

/** How a file gets to the bot; on a card the reply is shorter than the caption. */
const attach: Record<PlatformCode, (code: string) => string> = {
  slack: (code) =>
    `Để nộp tệp: trả lời trong luồng của thẻ ${code} kèm tệp, hoặc gửi tệp cho bot trong tin nhắn riêng.`,
  telegram: (code) =>
    `Để nộp tệp: trả lời thẻ ${code} bằng tệp, hoặc gửi tệp cho bot với chú thích /nop ${code}.`,
  web: (code) => `Để nộp tệp: đính kèm tệp rồi gõ /nop ${code}, hoặc trả lời thẻ ${code} kèm tệp.`,
};

const counted = (count: number, what: string) => (count === 0 ? '' : `${count} đoạn ${what}`);

export const drafts = {
  help: {
    summary: 'nộp dự thảo: tệp hoặc vài lời; mỗi lần nộp là một bản mới',
    usage: '/nop NV-số [ghi chú] kèm tệp, hoặc /nop NV-số nội dung dự thảo',
    examples: ['/nop NV-12 bản đã sửa theo góp ý', '/nop'] as [string, string],
  },
  buttons: {
    submit: 'Nộp dự thảo',
    submitNew: 'Nộp bản mới',
    get: 'Lấy dự thảo',
    getVersion: (number: number) => `Lấy bản ${number}`,
    list: 'Các bản dự thảo',
    older: 'Các bản trước',
    agree: 'Đồng thuận',
    agreeFor: (department: string) => `Đồng thuận: ${department}`,
    askOpinions: 'Xin ý kiến lãnh đạo',
  },
  version: (number: number) => `bản ${number}`,
  /** On the task's card. */
  line: (version: string, by: string, at: string) => `Dự thảo ${version} – ${by}, ${at}`,
  by: (person: string, department: string | null, agency: string) =>
    department === null ? `${person} (${agency})` : `${person} (${department}, ${agency})`,
  file: (name: string, size: string) => `${name} (${size})`,
  words: 'bằng lời',
  agreed: (departments: string) => `Đã đồng thuận: ${departments}`,
  agreedBy: (department: string, agency: string) => `${department} (${agency})`,
  agreedInFull: (department: string, agency: string, by: string, at: string) =>
    `${department} (${agency}) – ${by}, ${at}`,
  allAgreed: 'Các đơn vị chủ trì đều đã đồng thuận.',
  note: (words: string) => `Ghi chú: ${words}`,
  withdrawn: (at: string) => `đã rút lại lúc ${at}`,
  fingerprint: (sha256: string) => `SHA-256: ${sha256}`,
  changes: {
    title: (against: number) => `So với bản ${against}`,
    counts: (changes: { added: number; removed: number; changed: number; moved: number }) => {
      const parts = [
        counted(changes.added, 'thêm'),
        counted(changes.removed, 'bỏ'),
        counted(changes.changed, 'sửa'),
        counted(changes.moved, 'chuyển chỗ'),
      ].filter((each) => each !== '');
      return parts.length === 0 ? 'phần chữ không đổi' : parts.join(', ');
    },
    line: (title: string, counts: string) => `${title}: ${counts}.`,
    sample: ({ kind, before, after }: ChangeSample) => {
      switch (kind) {
        case 'added':
          return `Thêm: “${after}”`;
        case 'removed':
          return `Bỏ: “${before}”`;
        case 'changed':
          return `Sửa: “${before}” → “${after}”`;
        case 'moved':
          return `Chuyển chỗ: “${after}”`;
      }
    },
    notCompared: {
      format: 'không so sánh được định dạng này (chỉ so được .docx và văn bản thuần)',
      tooMuch: 'không so sánh được: văn bản quá dài hoặc khác nhau quá nhiều',
      damaged: 'không so sánh được: tệp không đọc được như tên tệp cho biết',
    },
  },
  form: {
    title: (code: string | null) => (code === null ? 'Nộp dự thảo' : `Nộp dự thảo ${code}`),
    attach: (platform: PlatformCode, code: string) => attach[platform](code),
    task: 'Nhiệm vụ',
    text: 'Nội dung dự thảo',
    textHint: 'Dành cho dự thảo ngắn bằng lời',
    note: 'Ghi chú',
  },
  handedIn: {
    done: (code: string, number: number) => `Đã nộp bản ${number} dự thảo ${code}.`,
    told: 'Các đơn vị có phần việc, người giao và người theo dõi được báo.',
  },
  which: {
    title: (name: string) => `Nộp “${name}” cho nhiệm vụ nào?`,
    intro: 'Chọn một nhiệm vụ; người gửi tệp mới chọn được.',
    more: 'Nếu là nhiệm vụ khác, gửi lại tệp kèm /nop và mã nhiệm vụ.',
  },
  news: {
    handedIn: (code: string, number: number, department: string) =>
      `${department} nộp bản ${number} dự thảo ${code}`,
    agreed: (code: string, number: number, department: string, agency: string) =>
      `${department} (${agency}) đồng thuận bản ${number} dự thảo ${code}`,
    allAgreed: (code: string, number: number) =>
      `Các đơn vị chủ trì đã đồng thuận bản ${number} dự thảo ${code}`,
    allAgreedNext: 'Có thể xin ý kiến lãnh đạo hai cơ quan về bản này.',
    newer: (number: number) => `Đã có bản ${number}.`,
    by: (person: string, at: string) => `${person}, ${at}`,
  },
  get: { title: (code: string, number: number) => `Dự thảo ${code}, bản ${number}` },
  list: {
    title: (code: string) => `Các bản dự thảo ${code}`,
    none: 'Chưa có bản dự thảo nào.',
    item: (number: number, at: string) => `Bản ${number} – ${at}`,
  },
  agree: {
    done: (department: string, code: string, number: number) =>
      `${department} đã đồng thuận bản ${number} dự thảo ${code}.`,
    newVersion: 'Bản mới sẽ cần đồng thuận lại.',
  },
  refusals: {
    noSuch: 'Không thấy bản dự thảo này.',
    noSuchFile: 'Không thấy tệp này trong các tệp đang chờ nộp.',
    sendAgain: 'Xin gửi lại tệp.',
    same: (number: number) => `Tệp này giống hệt bản ${number}.`,
    sameMend: 'Chưa có gì mới để nộp; xin kiểm tra lại tệp vừa sửa.',
    sameWords: (number: number) => `Nội dung này giống hệt bản ${number}.`,
    sameWordsMend: 'Chưa có gì mới để nộp.',
    notYours: (code: string) =>
      `Dự thảo ${code} do các đơn vị có phần việc và cán bộ bên giao nộp; đơn vị mình chưa có phần việc trong đó.`,
    notYoursMend: 'Có thể góp ý bằng cách trả lời thẻ nhiệm vụ, hoặc nhờ cán bộ giao việc thêm đơn vị.',
    noTask: 'Hiện không có nhiệm vụ đang mở nào để nộp dự thảo.',
    several: 'Mỗi bản dự thảo là một tệp.',
    severalMend: 'Xin gửi từng tệp một, hoặc nén các tệp thành một tệp .zip.',
    textMissing: 'Chưa có nội dung dự thảo.',
    chooseTask: 'Xin chọn một nhiệm vụ trong danh sách.',
    withdrawn: (number: number) => `Bản ${number} đã được rút lại.`,
    newer: (number: number, latest: number) => `Đã có bản ${latest}; xin xem bản ấy thay cho bản ${number}.`,
    ownDraft: 'Đơn vị nộp bản này nên đã đứng tên trong đó.',
    notAgreeing: 'Đồng thuận dành cho thành viên các đơn vị có phần việc.',
    already: (department: string, by: string, at: string) => `${department} đã đồng thuận lúc ${at} (${by}).`,
  },
  wordsFile: (code: string) => `${code} dự thảo.txt`,
};
