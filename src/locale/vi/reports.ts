/** Answers to "how do things stand". */
export const reports = {
  tasks: {
    help: {
      summary: 'xem danh sách việc: được giao, đã giao, theo dõi',
      usage: '/viec [được giao | đã giao | theo dõi] [trạng thái, đơn vị, thời gian]',
      examples: ['/viec', '/viec đã giao sắp đến hạn'] as [string, string],
    },
    titles: {
      owed: 'Việc được giao',
      given: 'Việc đã giao',
      following: 'Việc theo dõi',
      agency: 'Việc của cơ quan',
      visible: 'Danh sách việc',
    },
    tabs: { owed: 'Được giao', given: 'Đã giao', following: 'Theo dõi' },
    none: {
      owed: 'Hiện không có việc nào được giao.',
      given: 'Hiện không có việc nào đã giao còn mở.',
      following: 'Chưa theo dõi việc nào. Nút “Theo dõi” có trên mỗi thẻ nhiệm vụ.',
      agency: 'Hiện cơ quan không có việc nào như vậy.',
      visible: 'Không có việc nào như vậy trong phạm vi được xem.',
    },
    more: (from: number, to: number, total: number) => `Mục ${from}–${to} trong ${total}.`,
    next: 'Xem tiếp',
    previous: 'Về trước',
    open: (code: string) => `Mở ${code}`,
  },
  show: {
    help: {
      summary: 'xem một nhiệm vụ: ai làm gì, đến đâu, thông báo đã đến chưa',
      usage: '/xem NV-số',
      examples: ['/xem NV-12', '/xem 12'] as [string, string],
    },
    codeMissing: 'Chưa rõ xem nhiệm vụ nào.',
    codeMend: 'Gõ mã nhiệm vụ, ví dụ: /xem NV-12. Gõ /viec để thấy các mã.',
    deliveries: 'Thông báo đã gửi',
    upcoming: 'Lần nhắc kế tiếp',
    history: 'Nhật ký',
    noUpcoming: 'không còn lần nhắc nào được đặt',
    upcomingLine: (department: string, kind: string, at: string) => `${department}: ${kind}, ${at}`,
    message: (kind: string, to: string) => (to === '' ? kind : `${to} (${kind})`),
    notice: 'thông báo',
    delivered: (to: string, at: string) => `${to}: đã đến lúc ${at}`,
    answered: (by: string, at: string) => `, ${by} đã bấm lúc ${at}`,
    waiting: (to: string, at: string) => `${to}: sẽ gửi lúc ${at}`,
    failed: (to: string, why: string) => `${to}: không gửi được (${why})`,
    dropped: (to: string) => `${to}: không còn cần gửi`,
    bot: 'Đầu Mối',
    historyLine: (at: string, who: string, what: string) => `${at} – ${who}: ${what}`,
  },
  situation: {
    help: {
      summary: 'hỏi tình hình: tổng số, việc quá hạn, việc sắp đến hạn',
      usage: '/tinhhinh [trạng thái] [đơn vị, cơ quan, người] [thời gian] – thứ tự nào cũng được',
      examples: ['/tinhhinh', '/tinhhinh quá hạn của P. Tổng hợp tháng này'] as [string, string],
    },
    titles: {
      owed: 'Tình hình việc đơn vị được giao',
      given: 'Tình hình việc đã giao',
      following: 'Tình hình việc theo dõi',
      agency: (agency: string) => `Tình hình công việc của ${agency}`,
      visible: (about: string) => `Tình hình: ${about}`,
    },
    summary: (open: number, overdue: number) =>
      open === 0
        ? 'Không có việc nào đang mở.'
        : overdue === 0
          ? `${open} việc đang mở, không có việc quá hạn.`
          : `${open} việc đang mở, trong đó ${overdue} việc quá hạn.`,
    fields: {
      open: 'Đang mở',
      overdue: 'Quá hạn',
      dueSoon: 'Sắp đến hạn (3 ngày làm việc tới)',
      notAccepted: 'Chưa nhận',
      submitted: 'Chờ duyệt',
      blocked: 'Có vướng mắc',
      noDeadline: 'Chưa có hạn',
      completed: 'Hoàn thành (30 ngày qua)',
      completedIn: 'Hoàn thành trong kỳ',
    },
    late: 'Quá hạn',
    notAnswered: 'Chưa nhận',
    next: 'Sắp tới',
    allOverdue: 'Xem hết việc quá hạn',
    allOpen: 'Xem hết',
    lateBy: (workingDays: number) =>
      workingDays === 0 ? 'quá hạn hôm nay' : `quá hạn ${workingDays} ngày làm việc`,
    completedLine: (completed: number, late: number) =>
      late === 0 ? `${completed}` : `${completed}, trong đó ${late} trễ hạn`,
    notUnderstood: (words: string) => `Chưa hiểu phần: “${words}”. Kết quả không tính phần này.`,
    sentenceNotUnderstood: 'Chưa hiểu câu này.',
    sentenceMend:
      'Có thể hỏi, ví dụ: “quá hạn của P. Tổng hợp tháng này”, “việc chưa nhận”, hoặc mã như NV-12. Gõ /trogiup để xem các lệnh.',
    whichUnit: (words: string) => `“${words}” có thể là nhiều đơn vị.`,
    whichUnitMend: (names: string) => `Xin viết rõ hơn, ví dụ một trong: ${names}.`,
    oldButton: 'Danh sách này đã cũ.',
    oldButtonMend: 'Gõ lại /viec hoặc /tinhhinh.',
  },
  overdue: {
    help: {
      summary: 'danh sách việc quá hạn, lâu nhất trước, có nút đôn đốc',
      usage: '/quahan [đơn vị, cơ quan, người] [thời gian]',
      examples: ['/quahan', '/quahan Cục CNTT tháng này'] as [string, string],
    },
    title: (count: number) => (count === 0 ? 'Không có việc quá hạn' : `${count} việc quá hạn`),
    urge: 'Đôn đốc',
    longest: (code: string, workingDays: number) => `Lâu nhất: ${code}, ${workingDays} ngày làm việc.`,
  },
  row: {
    line: (code: string, title: string) => `${code} ${title}`,
    detail: (department: string, part: string, status: string, due: string) =>
      [department, part, status, due].filter((each) => each !== '').join(' · '),
    due: (day: string) => `hạn ${day}`,
    percent: (percent: number) => `${percent}%`,
    blocked: 'có vướng mắc',
  },
  messageKinds: {
    'tasks.card': 'thẻ nhiệm vụ',
    'tasks.consentAsked': 'hỏi ý kiến cơ quan bạn',
  },
  /** What a line of the history says happened. */
  events: {
    'task.given': 'giao nhiệm vụ',
    'task.completed': 'nhiệm vụ hoàn thành',
    'task.cancelled': 'nhiệm vụ bị huỷ',
    'task.reopened': 'nhiệm vụ mở lại',
  },
};
