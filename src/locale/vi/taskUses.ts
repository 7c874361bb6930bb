/** Answers, forms and refusals of what is done with a task. */
import type { AssignmentStatus } from '../../database/codes.ts';

const states: Readonly<Record<AssignmentStatus, string>> = {
  proposed: 'được đề nghị',
  assigned: 'được giao',
  accepted: 'đã nhận',
  submitted: 'đã báo xong',
  completed: 'đã được duyệt',
  declined: 'đã từ chối',
  returned: 'được trả lại',
  cancelled: 'đã huỷ',
};

export const taskRefusals = {
  gone: 'Mục này không còn nữa.',
  /** "Phòng Kế hoạch đã nhận NV-12 lúc 09:12 5/4/2016, do Trưởng phòng Kế hoạch." */
  already: (
    department: string,
    status: AssignmentStatus,
    code: string,
    at: string | null,
    by: string | null,
  ) =>
    [
      `${department}: ${code} ${states[status]}`,
      at === null ? '' : ` lúc ${at}`,
      by === null ? '' : ` bởi ${by}`,
      '.',
    ].join(''),
  handedOver: (department: string, code: string, to: string, at: string, by: string | null) =>
    `${department}: ${code} đã chuyển sang ${to} lúc ${at}${by === null ? '' : ` bởi ${by}`}.`,
  taskClosed: (code: string, status: string, at: string) => `${code} đã khép lại (${status}) lúc ${at}.`,
  extensionDecided: (code: string, status: 'approved' | 'refused' | 'withdrawn', at: string, by: string) => {
    const words = { approved: 'đã được đồng ý', refused: 'không được đồng ý', withdrawn: 'đã rút lại' };
    return `Đề nghị gia hạn ${code} ${words[status]} lúc ${at} bởi ${by}.`;
  },
  seeCard: 'Thẻ nhiệm vụ cho biết tình hình mới nhất.',
  notYours: (code: string) => `${code} không có phần việc của đơn vị mình.`,
  notYourDepartment: (name: string) => `${name} không có phần việc nào ở đây mà mình được nhận.`,
  withoutDepartment: 'Bỏ tên đơn vị để chọn trong các phần việc của mình.',
  codeMissing: 'Chưa rõ là nhiệm vụ nào.',
  codeExample: (command: string) => `Gõ kèm mã, ví dụ: /${command} NV-12. Gõ /viec để thấy các mã.`,
  noneFits: 'Hiện không có nhiệm vụ nào phù hợp với lệnh này.',
  nobodyMember: 'Lệnh này dành cho thành viên của đơn vị được giao việc.',
  reasonMissing: 'Chưa có lý do.',
  reasonMend: 'Xin ghi vài lời để bên kia biết nguyên nhân.',
  textMissing: 'Chưa có nội dung.',
  textMend: 'Xin ghi vài lời.',
  tooLong: (max: number) => `Nội dung dài quá ${max} ký tự.`,
  tooLongMend: 'Xin viết ngắn hơn, hoặc gửi thành tệp trong nhóm.',
  percentWrong: 'Tiến độ chưa rõ.',
  percentMend: 'Ghi một số từ 0 đến 100, ví dụ: /tiendo NV-12 60% đã gom xong số liệu.',
  notBlocked: (code: string) => `${code} hiện không có vướng mắc nào được báo.`,
  dateMissing: 'Chưa rõ hạn mới.',
  dateMend: 'Ghi một ngày, ví dụ: /giahan NV-12 đến 20/4 vì chờ số liệu.',
  dateNotUnderstood: (words: string) => `Chưa hiểu “${words}” là ngày nào.`,
  dateNone: (words: string) => `Không có ngày nào như vậy: “${words}”.`,
  datePast: (day: string) => `${day} đã qua.`,
  dateNotLater: (due: string) => `Hạn mới cần muộn hơn hạn hiện nay (${due}).`,
  noDueYet: (code: string) => `${code} chưa có hạn nên chưa cần gia hạn.`,
  extensionWaits: (code: string, to: string, at: string) =>
    `Đơn vị đã xin gia hạn ${code} đến ${to} lúc ${at}; đang chờ bên giao quyết định.`,
  noOtherDepartment: 'Cơ quan không còn đơn vị nào khác để chuyển.',
  departmentHas: (department: string, code: string) => `${department} đã có phần việc trong ${code}.`,
  chooseDepartment: 'Xin chọn một đơn vị trong danh sách.',
  undoNothing: 'Không có thao tác nào trong 10 phút qua để hoàn tác.',
  undoNothingMend: 'Thẻ nhiệm vụ có nút để sửa, trả lại hoặc huỷ.',
  undoTooLate: 'Đã quá 10 phút nên không hoàn tác được nữa.',
  undoNotYours: 'Chỉ người đã thao tác mới hoàn tác được.',
  undoneAlready: (at: string) => `Đã hoàn tác lúc ${at}.`,
  undoOvertaken: (what: string, by: string, at: string) =>
    `Không hoàn tác được: sau đó đã có thay đổi khác (${what}, ${by}, ${at}).`,
  undoOvertakenMend: 'Xin trao đổi với người ấy, hoặc dùng các nút trên thẻ nhiệm vụ.',
};

export const taskUses = {
  chosenForYou: (code: string) => `Hiểu là ${code}, nhiệm vụ duy nhất phù hợp.`,
  chooseDepartment: 'Chọn đơn vị',
  chooseDepartmentIntro: 'Nhiều đơn vị có phần trong nhiệm vụ này. Chọn phần của một đơn vị.',
  chooseTitle: 'Chọn nhiệm vụ',
  chooseIntro: 'Có nhiều nhiệm vụ phù hợp. Chọn một, hoặc gõ lại kèm mã.',
  told: 'Đã báo các bên liên quan.',
  undoHint: 'Hoàn tác được trong 10 phút.',
  reason: 'Lý do',
  note: 'Ghi chú',
  send: 'Gửi',
  accept: {
    done: (code: string, department: string) => `${department} đã nhận ${code}.`,
    due: (due: string) => `Hạn: ${due}`,
  },
  decline: {
    title: (code: string) => `Từ chối ${code}`,
    intro: 'Người giao sẽ được báo kèm lý do.',
    done: (code: string, department: string) => `${department} đã từ chối ${code}. Người giao được báo.`,
  },
  progress: {
    title: (code: string) => `Tiến độ ${code}`,
    percent: 'Phần trăm',
    words: 'Nội dung',
    wordsHint: 'Đã làm được gì, còn gì',
    done: (code: string, percent: number) => `Đã ghi tiến độ ${code}: ${percent}%.`,
    noted: (code: string) => `Đã ghi tình hình ${code}.`,
    quoted: (words: string) => `“${words}”`,
    accepted: 'Việc cũng được ghi là đã nhận.',
    full: 'Nếu đã xong, bấm Xong để gửi bên giao duyệt.',
  },
  block: {
    title: (code: string) => `Vướng mắc của ${code}`,
    what: 'Vướng ở đâu',
    helper: 'Cần ai hỗ trợ',
    helperHint: 'Tên đơn vị hoặc người; để trống nếu chưa rõ',
    done: (code: string) => `Đã báo vướng mắc của ${code} cho người giao.`,
    helperTold: (helper: string) => `${helper} cũng được báo.`,
    helperUnknown: (helper: string) => `“${helper}” không khớp đơn vị nào nên chỉ được ghi trên thẻ.`,
    cleared: (code: string) => `Đã ghi: ${code} hết vướng mắc.`,
  },
  submit: {
    done: (code: string) => `Đã báo xong ${code}. Bên giao sẽ duyệt.`,
  },
  result: {
    accepted: (code: string, department: string) => `Đã duyệt kết quả ${code} của ${department}.`,
    taskDone: (code: string) => `${code} hoàn thành.`,
    stillOpen: (departments: string) => `Còn chờ: ${departments}.`,
    returnTitle: (code: string) => `Trả lại ${code}`,
    returned: (code: string, department: string) => `Đã trả lại ${code} cho ${department}.`,
    chooseReturn: 'Chọn phần việc cần trả lại',
  },
  extend: {
    title: (code: string) => `Xin gia hạn ${code}`,
    intro: (due: string) => `Hạn hiện nay: ${due}`,
    to: 'Hạn mới',
    toHint: 'Ví dụ: 20/4, thứ Sáu tuần sau, cuối tháng',
    done: (code: string, to: string) => `Đã gửi đề nghị gia hạn ${code} đến ${to}.`,
    dayOff: (day: string) => `Lưu ý: ${day} là ngày nghỉ.`,
    approved: (code: string, to: string) => `Đã đồng ý gia hạn ${code} đến ${to}.`,
    moved: (departments: string) => `Hạn mới áp dụng cho: ${departments}.`,
    refuseTitle: (code: string) => `Không đồng ý gia hạn ${code}`,
    refused: (code: string, due: string) => `Đã trả lời: không gia hạn ${code}; giữ hạn ${due}.`,
  },
  cancel: {
    title: (code: string) => `Huỷ ${code}`,
    intro: 'Các đơn vị sẽ được báo kèm lý do.',
    done: (code: string) => `Đã huỷ ${code}.`,
    partlyDone: (code: string) => `${code} khép lại với phần đã hoàn thành; phần còn lại đã huỷ.`,
  },
  comment: {
    title: (code: string) => `Trao đổi về ${code}`,
    text: 'Nội dung',
    done: (code: string) => `Đã ghi trao đổi vào ${code} và chuyển tới các bên.`,
  },
  handOver: {
    title: (code: string) => `Chuyển ${code}`,
    intro: (department: string) => `Hiện do ${department} thực hiện. Người giao và hai đơn vị sẽ được báo.`,
    to: 'Chuyển cho',
    done: (code: string, from: string, to: string) => `Đã chuyển ${code} từ ${from} sang ${to}.`,
  },
  consent: {
    given: (code: string, department: string) => `Đã đồng ý: ${department} tham gia ${code}.`,
    refuseTitle: (code: string) => `Không đồng ý ${code}`,
    refused: (code: string, department: string) =>
      `Đã trả lời: ${department} không tham gia ${code}. Người giao được báo.`,
  },
  undo: {
    done: (code: string, what: string) => `Đã hoàn tác thao tác trên ${code}: ${what}.`,
    back: 'Tình trạng trở lại như trước; các thẻ đã được sửa.',
    givenBack: (code: string) => `Đã rút lại việc giao ${code}.`,
    noneBack: 'Không việc nào hoàn tác được nữa.',
    severalBack: (count: number, all: number) =>
      count === all ? `Đã hoàn tác ${count} việc.` : `Đã hoàn tác ${count} trong ${all} việc.`,
    tasks: (codes: string) => `Gồm: ${codes}.`,
  },
};
