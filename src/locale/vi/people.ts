import { organisation } from './organisation.ts';
import { organisationFile } from './organisationFile.ts';
import { recognised } from './recognised.ts';
import { roomTest } from './roomTest.ts';

const joinExamples: readonly [string, string] = ['/thamgia 7KQP-3M9X-W2HD', '/thamgia'];
const languageExamples: readonly [string, string] = ['/ngonngu en', '/ngonngu vi'];

/** What the bot says about agencies, departments, people, invitations and the organisation file. */
export const people = {
  file: organisationFile,
  org: organisation,
  recognised,
  roomTest,
  join: {
    help: {
      summary: 'gắn tài khoản này với cán bộ bằng mã mời',
      usage: '/thamgia <mã>',
      examples: joinExamples,
    },
    youAre: (name: string) => `Tài khoản này là của ${name}.`,
    nowAdmin: 'Tài khoản này đã có quyền quản trị.',
    roles: (names: readonly string[]) =>
      names.length === 0 ? 'Chưa có vai trò nào.' : `Vai trò: ${names.join(', ')}.`,
    noCode: 'Cần mã mời để tham gia.',
    askForCode: 'Xin mã mời mới của quản trị cơ quan (/donvi moi <tên>), rồi gõ /thamgia kèm mã đó.',
    wrong: 'Không có mã này.',
    checkCode: 'Xin xem lại mã; chữ hoa hay thường và dấu gạch đều được.',
    expired: 'Mã này đã hết hạn.',
    used: 'Mã này đã được dùng.',
    personLeft: 'Mã này dành cho cán bộ không còn trong danh sách.',
    paused: 'Đã thử nhiều mã chưa đúng.',
    pausedUntil: (moment: string) => `Để giữ an toàn, có thể thử lại sau ${moment}.`,
    alreadyBound: (name: string) => `Tài khoản này đã gắn với ${name}.`,
    nothingToDo: 'Mã vẫn dùng được cho tài khoản khác. Gõ /trogiup để xem các lệnh.',
    boundToOther: (name: string) => `Tài khoản này đang gắn với ${name}, không gắn thêm người khác được.`,
    unbindFirst:
      'Dùng tài khoản khác, hoặc nhờ quản trị cơ quan của người đó cho rời danh sách trước (/donvi).',
    tryGiving: 'Giao việc: /giao P. Tổng hợp dự thảo báo cáo, hạn thứ Sáu',
    tryTasks: 'Việc của đơn vị: /viec',
    tryStatus: 'Tình hình cơ quan: /tinhhinh',
    tryOrganisation: 'Đơn vị, cán bộ, mã mời: /donvi',
    tryHelp: 'Mọi lệnh: /trogiup',
  },
  language: {
    help: {
      summary: 'chọn tiếng Việt hoặc tiếng Anh',
      usage: '/ngonngu [vi|en]',
      examples: languageExamples,
    },
    names: { vi: 'Tiếng Việt', en: 'English' },
    now: (name: string) => `Ngôn ngữ hiện tại: ${name}`,
    choose: 'Đổi lúc nào cũng được: /ngonngu vi hoặc /ngonngu en.',
    changed: 'Từ nay Đầu Mối dùng tiếng Việt.',
    unknown: (typed: string) => `Đầu Mối chưa có ngôn ngữ “${typed}”.`,
  },
};
