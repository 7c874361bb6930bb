/** Words of the living card of a task. */
import type { Timing } from '../../tasks/timing.ts';
import { recurrence } from './recurrences.ts';

export const taskCard = {
  title: (code: string, title: string) => `${code} · ${title}`,
  due: (due: string) => `Hạn: ${due}`,
  dueWords: (words: string) => `Lời giao: “${words}”`,
  ownDue: (due: string) => `hạn ${due}`,
  timing: (timing: Timing): string => {
    switch (timing.kind) {
      case 'none':
        return '';
      case 'inTime':
        return `trong hạn, còn ${timing.daysLeft} ngày làm việc`;
      case 'dueSoon':
        return timing.daysLeft === 0
          ? 'sắp đến hạn, hôm nay là ngày làm việc cuối'
          : `sắp đến hạn, còn ${timing.daysLeft} ngày làm việc`;
      case 'overdue':
        return timing.lateDays === 0 ? 'quá hạn' : `quá hạn ${timing.lateDays} ngày làm việc`;
      case 'onTime':
        return 'đúng hạn';
      case 'late':
        return timing.lateDays === 0 ? 'trễ hạn' : `trễ ${timing.lateDays} ngày làm việc`;
    }
  },
  /** A living card is drawn anew only when something changes: it says which day it counts from. */
  asOf: (timing: string, day: string) => `${timing} (tính đến ${day})`,
  completed: (at: string, timing: string) =>
    timing === '' ? `Hoàn thành lúc ${at}` : `Hoàn thành lúc ${at}, ${timing}`,
  cancelled: (at: string) => `Đã huỷ lúc ${at}`,
  nobodyLeft: 'Chưa có đơn vị nào nhận làm: cần giao lại hoặc huỷ.',
  part: (department: string, agency: string, part: string) => `${department} (${agency}) – ${part}`,
  progressNote: (progress: string, note: string) => `${progress} – ${note}`,
  progressOf: (department: string, percent: number) => `${department}: ${percent}%`,
  blockedBy: (department: string) => `Vướng mắc – ${department}`,
  blockedHelp: (note: string, helper: string) => `${note}\nCần hỗ trợ: ${helper}`,
  extensionAsked: (department: string, to: string, reason: string) =>
    `${department} xin gia hạn đến ${to}: ${reason}`,
  handedOver: (to: string) => `đã chuyển sang ${to}`,
  noteOf: { returned: 'cần làm tiếp', declined: 'lý do', submitted: 'kết quả' },
  noted: (what: string, note: string) => `${what}: ${note}`,
  repeats: recurrence,
  fields: {
    giver: 'Người giao',
    source: 'Văn bản',
    programme: 'Chương trình',
    meeting: 'Cuộc họp',
    urgency: 'Độ khẩn',
    repeats: 'Lặp lại',
    followers: 'Theo dõi',
  },
  giver: (name: string, agency: string, at: string) => `${name} (${agency}), ${at}`,
  meeting: (title: string, day: string) => `${title} (${day})`,
  source: (number: string, date: string | null) => (date === null ? number : `${number} ngày ${date}`),
  commentBy: (name: string, agency: string, at: string) =>
    agency === '' ? `${name}, ${at}` : `${name} (${agency}), ${at}`,
  buttons: {
    accept: 'Nhận việc',
    decline: 'Từ chối',
    progress: 'Tiến độ',
    done: 'Xong',
    extend: 'Xin gia hạn',
    blocked: 'Vướng mắc',
    unblocked: 'Hết vướng mắc',
    acceptResult: 'Duyệt',
    returnResult: 'Trả lại',
    agree: 'Đồng ý',
    disagree: 'Không đồng ý',
    handOver: 'Chuyển đơn vị',
    edit: 'Sửa',
    cancel: 'Huỷ nhiệm vụ',
    comment: 'Trao đổi',
    undo: 'Hoàn tác',
    urge: 'Đôn đốc',
    follow: 'Theo dõi',
    unfollow: 'Thôi theo dõi',
    stopSeries: 'Dừng lặp',
    open: (code: string) => `Mở ${code}`,
    /** When one card has the same button for two departments. */
    of: (label: string, department: string) => `${label}: ${department}`,
  },
};
