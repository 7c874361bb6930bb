/** Rounds of opinions: questions put to leaders, their answers, and what comes of them. */
import type { OpinionRule } from '../../database/codes.ts';
import { opinionAsking } from './opinionAsking.ts';

const rules: Readonly<Record<OpinionRule, (lead: string) => string>> = {
  all: () => 'kết luận khi tất cả cùng đồng ý',
  majority: () => 'kết luận theo đa số ở mỗi cơ quan',
  lead: (agency) => `${agency || 'cơ quan chủ trì'} quyết định`,
};

const askExamples: readonly [string, string] = [
  '/xinykien NV-1 lãnh đạo 2 cơ quan về dự thảo, hạn giữa tháng 4',
  '/xinykien NV-1 cấp nào ký chương trình, chọn: cấp Bộ ký / cấp Cục và Trung tâm ký, hạn 15/4',
];
const giveExamples: readonly [string, string] = [
  '/ykien YK-3 đồng ý',
  '/ykien YK-3 đồng ý, nhưng cần bổ sung nguồn kinh phí',
];

export const opinions = {
  code: (id: number) => `YK-${id}`,
  options: { agree: 'Đồng ý', remarks: 'Đồng ý, có ý kiến', disagree: 'Không đồng ý' },
  rules,
  outcome: {
    concluded: (label: string, remarks: number) =>
      `Kết luận: ${label}${remarks > 0 ? ` (${remarks} ý kiến kèm theo)` : ''}.`,
    open: {
      nobody: 'Chưa kết luận: chưa có ai cho ý kiến.',
      missing: 'Chưa kết luận: còn người chưa có ý kiến.',
      split: 'Chưa kết luận: các ý kiến chưa thống nhất.',
      agenciesDiffer: 'Chưa kết luận: ý kiến của các cơ quan khác nhau.',
    },
  },
  card: {
    title: {
      open: (code: string, question: string) => `${code} · Xin ý kiến: ${question}`,
      closed: (code: string, question: string) => `${code} · Kết quả xin ý kiến: ${question}`,
      cancelled: (code: string, question: string) => `${code} · Đã huỷ xin ý kiến: ${question}`,
    },
    task: 'Nhiệm vụ',
    programme: 'Chương trình',
    draft: 'Dự thảo',
    options: 'Các lựa chọn',
    due: 'Hạn cho ý kiến',
    openedBy: 'Người xin ý kiến',
    rule: 'Cách kết luận',
    versionName: (number: number) => `bản ${number}`,
    version: (number: number, file: string | null, by: string, agency: string, at: string) =>
      `bản ${number}${file === null ? '' : ` · ${file}`} · ${by} (${agency}), ${at}`,
    seat: (person: string, agency: string) => `${person} (${agency})`,
    throughDeputy: (deputy: string) => ` – uỷ quyền cho ${deputy}`,
    answered: (answered: number, all: number) => `Đã cho ý kiến: ${answered}/${all}`,
    none: 'chưa có ý kiến',
    unconfirmed: 'chờ xác nhận với bản mới',
    givenAt: (at: string) => `đã cho ý kiến lúc ${at}`,
    by: (person: string) => `do ${person} cho ý kiến`,
    withFile: (name: string) => `kèm tệp ${name}`,
    hidden: 'Ý kiến của người khác hiện ra sau khi cho ý kiến của mình, hoặc khi vòng khép lại.',
    yourTurn: (forWhom: string | null, due: string) =>
      `${forWhom === null ? 'Xin cho ý kiến' : `Xin cho ý kiến ${forWhom}`}, chậm nhất ${due}. Bấm một nút là đủ; có thể trả lời thẻ này bằng lời, kèm tệp.`,
    insteadOf: (person: string) => `thay ${person}`,
    given: (forWhom: string | null, label: string, at: string) =>
      `Ý kiến đã ghi${forWhom === null ? '' : ` (${forWhom})`}: ${label}, lúc ${at}. Đổi được đến khi vòng khép lại.`,
    confirm: (forWhom: string | null, number: number) =>
      `Dự thảo đã có bản ${number}${forWhom === null ? '' : ` (${forWhom})`}: xin xác nhận ý kiến trước vẫn giữ, hoặc cho ý kiến mới.`,
    delegatedTo: (deputy: string, at: string) => `Đã uỷ quyền cho ${deputy} lúc ${at}.`,
    closed: (at: string, by: string | null) =>
      `Vòng khép lại lúc ${at}${by === null ? '' : `, do ${by} đóng sớm`}.`,
    cancelled: (at: string, by: string) => `Vòng xin ý kiến đã huỷ lúc ${at} bởi ${by}.`,
    taskEnded: 'Nhiệm vụ đã khép lại; ý kiến vẫn được ghi đến hạn.',
    draftOf: (code: string) => `Dự thảo của ${code}`,
    summaryOf: (code: string) => `Bảng tổng hợp ý kiến ${code}`,
  },
  buttons: {
    words: 'Nêu ý kiến',
    delegate: 'Uỷ quyền',
    takeBack: 'Rút uỷ quyền',
    confirm: (number: number) => `Xác nhận với bản ${number}`,
    chosen: (label: string) => `✓ ${label}`,
    forSeat: (label: string, person: string) => `${label} · thay ${person}`,
    urge: 'Nhắc',
    extend: 'Gia hạn',
    close: 'Đóng sớm',
    closeSure: (code: string) => `Khép lại ${code} ngay? Người chưa trả lời được ghi là chưa có ý kiến.`,
    cancel: 'Huỷ vòng',
    accept: 'Duyệt kết quả',
    newVersion: 'Nộp bản mới',
    tasks: 'Giao việc từ ý kiến',
    summary: 'Lấy bảng tổng hợp',
    draft: 'Lấy dự thảo',
    open: (code: string) => `Mở ${code}`,
    reopen: 'Đổi ý (trong 10 phút)',
  },
  form: {
    title: (code: string) => `Ý kiến ${code}`,
    option: 'Ý kiến',
    words: 'Nội dung ý kiến',
  },
  given: {
    done: (code: string, label: string) => `Đã ghi ý kiến ${code}: ${label}.`,
    last: (code: string, label: string) =>
      `Đã ghi ý kiến ${code}: ${label}. Mọi người đã trả lời nên vòng khép lại.`,
    already: (label: string, at: string) => `Ý kiến “${label}” đã được ghi lúc ${at}.`,
    change: 'Đổi được đến khi vòng khép lại: bấm nút khác, hoặc gửi lại bằng lời.',
  },
  ask: {
    title: (code: string) => `Ý kiến ${code} là …`,
    which: 'Xin chọn một nút để ghi ý kiến này.',
  },
  delegate: {
    title: (code: string) => `Uỷ quyền cho ý kiến ${code}`,
    intro:
      'Người được uỷ quyền nhận thẻ riêng kèm dự thảo; mọi người trong vòng đều thấy. Rút lại được bất cứ lúc nào.',
    deputy: 'Người được uỷ quyền',
    submit: 'Uỷ quyền',
    nobody: 'Cơ quan chưa có ai khác để uỷ quyền.',
    unknown: 'Chưa rõ uỷ quyền cho ai.',
    unknownMend: 'Xin chọn một người trong danh sách.',
    already: (deputy: string) => `Đã uỷ quyền cho ${deputy} từ trước.`,
    done: (code: string, deputy: string) => `Đã uỷ quyền ${code} cho ${deputy}.`,
    given: (by: string) => `Ý kiến đã được ghi, do ${by}.`,
    notDelegated: 'Hiện không có uỷ quyền nào.',
    takenBack: (code: string, deputy: string) => `Đã rút uỷ quyền ${code} của ${deputy}.`,
  },
  reopen: {
    done: (code: string) => `${code} mở lại: xin bấm ý kiến muốn ghi.`,
    isOpen: 'Vòng này đang mở: bấm nút khác để đổi ý kiến.',
    notYours: 'Chỉ người trả lời sau cùng mới mở lại được vòng này.',
    tooLate: (minutes: number) => `Vòng chỉ mở lại được trong ${minutes} phút sau ý kiến cuối cùng.`,
    actedOn: 'Kết quả đã được dùng: đã giao việc, hoặc đã ghi vào chương trình.',
  },
  /** On the card of the task. */
  onTask: {
    open: (code: string, answered: number, asked: number, due: string) =>
      `Đang xin ý kiến lãnh đạo (${code}): ${answered}/${asked} đã cho ý kiến, hạn ${due}`,
    closed: (code: string, answered: number, asked: number) =>
      `Đã xin ý kiến lãnh đạo (${code}): ${answered}/${asked} cho ý kiến`,
  },
  manage: {
    nobodyLate: 'Mọi người đã cho ý kiến.',
    urgedToday: 'Hôm nay đã nhắc rồi; mỗi ngày nhắc một lần.',
    urged: (names: string) => `Đã nhắc: ${names}.`,
    extendTitle: (code: string) => `Gia hạn ${code}`,
    extended: (code: string, due: string) => `Hạn mới của ${code}: ${due}.`,
    closed: (code: string) => `${code} đã khép lại; bảng tổng hợp được gửi tới các bên.`,
    cancelTitle: (code: string) => `Huỷ ${code}`,
    cancelIntro: 'Những người được hỏi sẽ được báo kèm lý do.',
    cancelled: (code: string) => `Đã huỷ ${code}.`,
  },
  news: {
    newVersion: (code: string, number: number) => `${code} · Dự thảo có bản ${number}`,
    backToVersion: (code: string, number: number) => `${code} · Dự thảo trở lại bản ${number}`,
    extended: (code: string, due: string) => `${code} · Hạn cho ý kiến dời đến ${due}`,
    cancelled: (code: string, by: string) => `${code} · ${by} đã huỷ xin ý kiến`,
    urged: (code: string, due: string) => `${code} · Kính mong sớm cho ý kiến, hạn ${due}`,
  },
  reminder: {
    one: (code: string, due: string, today: boolean) =>
      `${code} · ${today ? 'Hôm nay là hạn cho ý kiến' : 'Sắp đến hạn cho ý kiến'}: ${due}`,
    several: (count: number) => `${count} việc đang chờ ý kiến`,
    line: (code: string, question: string) => `${code} · ${question}`,
    due: (due: string) => `Hạn: ${due}`,
  },
  list: {
    waiting: (count: number) => `${count} việc đang chờ ý kiến`,
    nothing: 'Không có việc nào đang chờ ý kiến.',
    followed: 'Đang theo dõi',
    line: (code: string, question: string) => `${code} · ${question}`,
    detail: (due: string, answered: number, all: number) => `Hạn: ${due} · đã cho ý kiến ${answered}/${all}`,
  },
  tasks: {
    title: (code: string) => `Giao việc từ ý kiến ${code}`,
    opinion: 'Ý kiến',
    option: (person: string, words: string) => `${person}: ${words}`,
    submit: 'Xem trước',
  },
  summary: {
    fileName: (code: string) => `Bảng tổng hợp ý kiến ${code}.docx`,
    kind: 'BẢNG TỔNG HỢP Ý KIẾN',
    place: '…………',
    round: (code: string, by: string, at: string) => `Mã: ${code}; ${by} xin ý kiến lúc ${at}`,
    task: (code: string, title: string) => `Nhiệm vụ: ${code} – ${title}`,
    programme: (title: string) => `Chương trình: ${title}`,
    draft: (version: string) => `Dự thảo: ${version}`,
    due: (due: string) => `Hạn cho ý kiến: ${due}`,
    rule: (rule: string) => `Cách kết luận: ${rule}`,
    opinions: 'I. Ý kiến',
    result: 'II. Kết quả',
    number: 'TT',
    leader: 'Người được xin ý kiến',
    opinion: 'Ý kiến',
    words: 'Nội dung',
    onVersion: (number: number) => `về bản ${number}`,
    count: (label: string, count: number) => `${label}: ${count}`,
    silent: (names: string) => `Chưa có ý kiến: ${names}`,
    maker: 'NGƯỜI TỔNG HỢP',
    toLeaders: 'Lãnh đạo các cơ quan',
    toFocal: 'Các đơn vị đầu mối',
    toFile: 'Lưu: VT',
  },
  ...opinionAsking,
  help: {
    ask: {
      summary: 'xin ý kiến lãnh đạo về dự thảo hoặc một câu hỏi',
      usage: '/xinykien <mã> [lãnh đạo] [câu hỏi] [, chọn: … / …] [, hạn …]',
      examples: askExamples,
    },
    give: {
      summary: 'cho ý kiến, hoặc xem việc đang chờ ý kiến',
      usage: '/ykien [YK-3] [ý kiến]',
      examples: giveExamples,
    },
  },
};
