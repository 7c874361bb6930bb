/** Programmes of cooperation. */
import type { Progress } from '../../programmes/programme.ts';
import { programmeRefusals } from './programmeRefusals.ts';

const list = (names: readonly string[]) => names.join('; ');

const help: { summary: string; usage: string; examples: [string, string] } = {
  summary: 'lập và theo dõi chương trình phối hợp: nội dung, tài liệu, trạng thái',
  usage:
    '/chuongtrinh để xem danh sách; kèm một câu để lập mới; kèm mã để mở, ví dụ CT-1. Sau mã: thêm nội dung …, giao …, nội dung, các việc, tài liệu, nhật ký, chuyển sang dự thảo, hỏi cấp ký, sửa, xuất, gắn nhóm này.',
  examples: [
    '/chuongtrinh Chương trình phối hợp 5 năm 2016–2020 giữa TTTT và CNTT, đầu mối P. TH và VP Cục',
    '/chuongtrinh CT-1 thêm nội dung Chia sẻ dữ liệu; Đào tạo cán bộ',
  ],
};

const planName = 'kế hoạch phối hợp năm';
const reportName = 'báo cáo kết quả phối hợp năm';

export const programmes = {
  help,
  code: (id: number) => `CT-${id}`,
  years: (from: number, to: number) => (from === to ? `năm ${from}` : `${from}–${to}`),
  status: {
    proposed: 'đề xuất',
    drafting: 'dự thảo',
    consulting: 'xin ý kiến',
    signed: 'đã ký',
    running: 'đang thực hiện',
    concluded: 'tổng kết',
  },
  whoMay: {
    see: 'Xin nhờ cán bộ giao việc của cơ quan.',
    contribute: 'Đầu mối và cán bộ giao việc của các cơ quan tham gia làm được việc này.',
    direct: 'Cán bộ giao việc và lãnh đạo của các cơ quan tham gia làm được việc này.',
    manage: 'Cán bộ giao việc và lãnh đạo của cơ quan lập chương trình làm được việc này.',
    decideConsent: 'Cán bộ giao việc và lãnh đạo của cơ quan được hỏi làm được việc này.',
    ownContent: 'Nội dung do bên nào thêm thì bên đó, hoặc cơ quan lập chương trình, sửa và bỏ.',
  },
  belonging: {
    short: (code: string, number: string | null) => (number === null ? code : `${code} nội dung ${number}`),
    whole: (code: string, title: string) => `${code}: ${title}`,
    content: (code: string, number: string, title: string) => `${code}, nội dung ${number}: ${title}`,
  },
  card: {
    title: (code: string, title: string) => `${code} · ${title}`,
    fields: {
      agencies: 'Cơ quan tham gia',
      years: 'Thời gian',
      status: 'Trạng thái',
      departments: (agency: string) => `Đầu mối ${agency}`,
      refusal: (agency: string) => `Lý do của ${agency}`,
      signing: 'Cấp ký',
      signed: 'Đã ký',
    },
    signingOpen: 'để ngỏ: chờ ý kiến lãnh đạo',
    signed: (number: string | null, day: string, by: string | null) =>
      [number === null ? '' : `số ${number}`, `ngày ${day}`, by ?? '']
        .filter((each) => each !== '')
        .join(', '),
    noDepartments: 'chưa có',
    closed: (department: string) => `${department} (đã ngừng hoạt động)`,
    notAgreed: {
      asked: (departments: string | null) =>
        departments === null ? 'chờ cơ quan đồng ý' : `${departments} – đề xuất, chờ cơ quan đồng ý`,
      refused: (departments: string | null) =>
        departments === null ? 'cơ quan không tham gia' : `${departments} – cơ quan không tham gia`,
    },
    progress: ({ parts, completed, overdue }: Progress) =>
      overdue === 0
        ? `${completed}/${parts} phần việc hoàn thành`
        : `${completed}/${parts} phần việc hoàn thành, ${overdue} quá hạn`,
    contents: (count: number) => (count === 0 ? 'Nội dung phối hợp' : `Nội dung phối hợp (${count})`),
    contentsOf: (code: string, count: number) => `${code}: ${count} nội dung phối hợp`,
    noContents: 'Chưa có nội dung nào.',
    moreContents: (count: number) => `… và ${count} nội dung nữa, bấm “Nội dung”.`,
    contentDetail: (state: string, agency: string) => (agency === '' ? state : `${state} · ${agency} thêm`),
    states: {
      notGiven: (_progress: Progress) => 'chưa giao',
      underWay: ({ completed, parts }: Progress) => `đang làm ${completed}/${parts}`,
      overdue: ({ completed, parts, overdue }: Progress) => `quá hạn ${overdue}, xong ${completed}/${parts}`,
      done: ({ parts }: Progress) => `xong ${parts}/${parts}`,
    },
    general: ({ completed, parts }: Progress) =>
      `Việc chung, không thuộc nội dung nào: xong ${completed}/${parts}.`,
    giveContent: (number: string) => `Giao việc ${number}`,
    documents: (count: number) => `Tài liệu (${count})`,
    document: (name: string, size: string, by: string, day: string) => `${name} (${size}) – ${by}, ${day}`,
    history: 'Gần đây',
  },
  buttons: {
    open: (code: string) => `Mở ${code}`,
    agree: 'Đồng ý tham gia',
    disagree: 'Không tham gia',
    askAgain: (agency: string) => `Hỏi lại ${agency}`,
    addContent: 'Thêm nội dung',
    addDocument: 'Thêm tài liệu',
    give: 'Giao việc chung',
    askSigning: 'Hỏi cấp ký',
    changeStatus: 'Chuyển trạng thái',
    contents: 'Nội dung',
    documents: 'Tài liệu',
    tasks: 'Xem các việc',
    history: 'Nhật ký',
    export: 'Xuất tài liệu',
    edit: 'Sửa',
    editContents: 'Sửa nội dung',
    dropContent: 'Bỏ nội dung vừa thêm',
  },
  opening: {
    previewTitle: 'Xem lại trước khi lập chương trình',
    noTitle: '(chưa có tên)',
    yearsByLength: (from: number) => `Câu không nêu năm bắt đầu: tính từ năm nay, ${from}.`,
    consent: (agencies: string) =>
      `${agencies} sẽ được hỏi; đơn vị ở đó là đề xuất cho tới khi cơ quan đồng ý.`,
    alike: (codes: string) => `Đã có chương trình cùng tên: ${codes}.`,
    askTitle: 'Chưa rõ tên chương trình: bấm Sửa để bổ sung.',
    askYears: 'Chưa rõ thực hiện trong những năm nào: bấm Sửa để bổ sung.',
    askAgencies: 'Chưa rõ phối hợp với cơ quan nào: bấm Sửa để chọn.',
    askDepartment: (words: string, mayMean: readonly string[]) =>
      mayMean.length === 0
        ? `Chưa rõ “${words}” là đơn vị nào: bấm Sửa để chọn đầu mối.`
        : `“${words}” có thể là ${mayMean.join(' hoặc ')}: bấm Sửa để chọn đầu mối.`,
    confirm: 'Lập chương trình',
    edit: 'Sửa',
    drop: 'Huỷ',
    dropped: 'Không lập chương trình',
  },
  form: {
    newTitle: 'Chương trình phối hợp mới',
    editTitle: (code: string) => `Sửa ${code}`,
    toPreview: 'Xem lại',
    save: 'Lưu',
    add: 'Thêm',
    title: 'Tên chương trình',
    agencies: 'Cơ quan cùng tham gia',
    agenciesHint: 'Tên hoặc mã các cơ quan, cách nhau bằng dấu phẩy',
    fromYear: 'Từ năm',
    toYear: 'Đến năm',
    departments: 'Đầu mối của mỗi bên',
    departmentsHint: 'Tên các đơn vị, cách nhau bằng dấu phẩy, ví dụ: TTTT/TH, CNTT/VP',
    contentsTitle: (code: string) => `Thêm nội dung vào ${code}`,
    contents: 'Nội dung phối hợp',
    contentsHint: 'Mỗi dòng một nội dung',
    content: 'Nội dung',
    parent: 'Thuộc nội dung',
    noParent: 'Không, là nội dung lớn',
    editContentTitle: (code: string) => `Sửa nội dung của ${code}`,
    what: 'Làm gì',
    rename: 'Đổi tên',
    drop: 'Bỏ, với cả các nội dung con',
    newName: 'Tên mới (khi đổi tên)',
    statusTitle: (code: string) => `Trạng thái ${code}`,
    statusNow: (status: string) => `Hiện nay: ${status}.`,
    status: 'Chuyển sang',
    changeStatus: 'Chuyển',
    number: 'Số, ký hiệu',
    onlyIfSigned: 'Số, ngày, người ký và cấp ký chỉ cần khi chuyển sang “đã ký”.',
    signedOn: 'Ngày ký',
    signedBy: 'Người ký',
    level: 'Cấp ký',
  },
  consent: {
    asked: (agency: string) => `${agency} đề nghị cùng tham gia một chương trình phối hợp`,
    departments: (names: string) => `Đầu mối được đề xuất: ${names}`,
    noDepartments: 'Chưa đề xuất đầu mối; cơ quan chọn sau khi đồng ý.',
    intro:
      'Đơn vị và lãnh đạo của cơ quan chỉ tham gia khi cơ quan đồng ý. Sau đó có thể đổi đầu mối bằng nút Sửa.',
    agreed: (code: string) => `Đã đồng ý tham gia ${code}`,
    agreedNext: 'Đầu mối của cơ quan đã nhận thẻ chương trình.',
    refuseTitle: (code: string) => `Không tham gia ${code}`,
    reason: 'Lý do (nếu có)',
    refused: (code: string) => `Đã trả lời không tham gia ${code}`,
    already: (agency: string, code: string) => `${agency} đã trả lời về ${code}`,
    askedAgain: (agency: string) => `Đã hỏi lại ${agency}`,
    unreachable: (agency: string) => `Chưa hỏi được ${agency}`,
    unreachableMend:
      'Cơ quan đó chưa có cán bộ giao việc hay lãnh đạo nào trên hệ thống. Xin báo trực tiếp và nhờ quản trị thêm người bằng /donvi.',
  },
  contents: {
    added: (count: number, code: string) => `Đã thêm ${count} nội dung vào ${code}`,
    renamed: (number: string) => `Đã sửa nội dung ${number}`,
    dropped: (number: string, code: string) => `Đã bỏ nội dung ${number} của ${code}`,
  },
  documents: {
    title: (code: string, count: number) => `${code}: ${count} tài liệu`,
    detail: (size: string, by: string, at: string) => `${size} · ${by}, ${at}`,
    older: 'Tài liệu cũ hơn',
    added: (count: number, code: string) => `Đã lưu ${count} tài liệu vào ${code}`,
    howTitle: (code: string) => `Gửi tài liệu cho ${code}`,
    how: (code: string) =>
      `Trả lời thẻ ${code} kèm tệp (mỗi tệp đến 20 MB), hoặc gửi tệp cùng lời “/chuongtrinh ${code}”.`,
    none: (code: string) => `${code} chưa có tài liệu nào.`,
    tooMany: (max: number) => `Mỗi chương trình giữ nhiều nhất ${max} tài liệu.`,
    tooManyMend: 'Xin gộp các tệp nhỏ thành một tệp rồi gửi lại.',
  },
  statusChanged: (code: string, status: string) => `${code}: ${status}`,
  edited: (code: string) => `Đã lưu thay đổi của ${code}`,
  askSigning: (code: string) => `Hỏi lãnh đạo về cấp ký ${code}`,
  rooms: {
    bound: (code: string) => `Nhóm này từ nay nhận tin của ${code}`,
    already: (code: string) => `Nhóm này đã nhận tin của ${code}`,
    unbound: (code: string) => `Nhóm này thôi nhận tin của ${code}`,
    notBound: (code: string) => `Nhóm này không gắn với ${code}.`,
    bindMend: (code: string) => `Gõ “/chuongtrinh ${code} gắn nhóm này” để nhận tin ở đây.`,
    onlyInRoom: 'Việc này làm trong một nhóm hay kênh.',
    goToRoom: 'Xin gõ lại lệnh ngay trong nhóm cần nhận tin.',
    roomUnknown: 'Nhóm này chưa gắn với đơn vị nào.',
    bindFirst: 'Quản trị của cơ quan tham gia gắn nhóm bằng /donvi nhom trước.',
    otherAgency: 'Nhóm này thuộc cơ quan không tham gia chương trình.',
  },
  list: {
    title: (count: number) =>
      count === 0 ? 'Chưa có chương trình phối hợp' : `${count} chương trình phối hợp`,
    detail: (years: string, status: string, asked: boolean) =>
      asked ? `${years} · ${status} · chờ cơ quan trả lời có tham gia không` : `${years} · ${status}`,
    none: 'Cơ quan chưa tham gia chương trình phối hợp nào.',
    noneOpen:
      'Cơ quan chưa tham gia chương trình nào. Bấm nút dưới đây, hoặc gõ /chuongtrinh kèm tên, các năm, cơ quan và đầu mối.',
    open: 'Lập chương trình mới',
  },
  history: {
    title: (code: string) => `Nhật ký ${code}`,
    older: 'Cũ hơn',
    bot: 'Đầu Mối',
    person: (name: string, agency: string) => `${name} (${agency})`,
    line: (at: string, by: string, what: string) => `${at} – ${by}: ${what}`,
    numbered: (number: string, title: string) => `${number}. ${title}`,
    opened: 'lập chương trình',
    consented: (agency: string) => `${agency} đồng ý tham gia`,
    consentRefused: (agency: string, note: string | null) =>
      note === null ? `${agency} không tham gia` : `${agency} không tham gia: ${note}`,
    askedAgain: (agency: string) => `hỏi lại ${agency}`,
    edited: 'sửa tên hoặc thời gian',
    departmentsSet: (agency: string, names: readonly string[]) =>
      names.length === 0 ? `bỏ đầu mối của ${agency}` : `đầu mối của ${agency}: ${names.join(', ')}`,
    more: (count: number) => `và ${count} nội dung nữa`,
    contentAdded: (contents: readonly string[]) => `thêm nội dung ${list(contents)}`,
    contentRenamed: (contents: readonly string[]) => `sửa nội dung ${list(contents)}`,
    contentDropped: (contents: readonly string[]) => `bỏ nội dung ${list(contents)}`,
    documentAdded: (name: string) => `thêm tài liệu “${name}”`,
    statusChanged: (from: string, to: string) => `chuyển từ “${from}” sang “${to}”`,
    signingSettled: (label: string) => `thống nhất cấp ký: ${label}`,
    roomBound: (name: string) => (name === '' ? 'gắn một nhóm' : `gắn nhóm “${name}”`),
    roomUnbound: (name: string) => (name === '' ? 'bỏ gắn một nhóm' : `bỏ gắn nhóm “${name}”`),
    yearOpened: (what: string, year: number) => `mở việc ${what} ${year}`,
    yearMissed: (what: string, year: number) => `chưa mở được việc ${what} ${year}: không có đầu mối`,
    other: 'thay đổi',
  },
  news: {
    title: (code: string, what: string) => `${code}: ${what}`,
    by: (person: string, at: string) => `${person}, ${at}`,
  },
  yearly: {
    names: { plan: planName, report: reportName },
    titles: {
      plan: (year: number, title: string) => `Xây dựng ${planName} ${year} thực hiện ${title}`,
      report: (year: number, title: string) =>
        `${reportName.charAt(0).toUpperCase()}${reportName.slice(1)} ${year} thực hiện ${title}`,
    },
    missed: (what: string, year: number, code: string) => `Chưa mở được việc ${what} ${year} của ${code}`,
    missedMend:
      'Chương trình chưa có đầu mối nào đang hoạt động. Xin chọn đầu mối bằng nút Sửa trên thẻ, rồi giao việc này bằng nút “Giao việc chung”.',
  },
  export: {
    kind: 'Chương trình phối hợp',
    place: '……………',
    onBehalf: (agency: string) => `ĐẠI DIỆN ${agency.toLocaleUpperCase('vi')}`,
    keep: 'Lưu: VT',
    parties: 'I. CÁC BÊN THAM GIA',
    agency: 'Cơ quan',
    departments: 'Đơn vị đầu mối',
    notAgreed: (agency: string) => `${agency} (chưa đồng ý)`,
    time: 'II. THỜI GIAN THỰC HIỆN',
    contents: 'III. NỘI DUNG PHỐI HỢP',
    number: 'TT',
    content: 'Nội dung',
    proposedBy: 'Bên đề xuất',
    state: 'Tình hình',
    signing: 'IV. CẤP KÝ',
    standing: (day: string) => `V. TÌNH HÌNH THỰC HIỆN (tính đến ${day})`,
    fileName: (code: string, day: string) => `${code} ${day}.docx`,
    done: (code: string) => `Tệp Word của ${code}`,
  },
  refusals: programmeRefusals,
  ask: {
    several: 'Có nhiều chương trình phối hợp.',
    severalMend: (codes: string) => `Xin nêu mã, ví dụ một trong: ${codes}.`,
    inReport: (code: string, title: string) => `${code} ${title}`,
    onlySeen: 'Số liệu chỉ gồm việc trong phạm vi được xem; thẻ chương trình cho biết toàn bộ.',
  },
};
