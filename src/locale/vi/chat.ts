const helpExamples: readonly [string, string] = ['/trogiup', '/trogiup giao'];

/** What the bot says on its own behalf: help, mistyped commands, buttons of the past, its own mistakes. */
export const chat = {
  howToMend: 'Cách xử lý',
  tooLong: (length: number, limit: number) =>
    `Tin nhắn dài ${length.toLocaleString('vi-VN')} ký tự, vượt mức ${limit.toLocaleString('vi-VN')} ký tự.`,
  shorten: 'Xin tách thành nhiều tin ngắn hơn rồi gửi lại.',
  noSuchCommand: (word: string) => `Không có lệnh /${word}.`,
  didYouMean: (line: string) => `Có phải ý định là lệnh này không? Gõ lại: ${line}`,
  run: (word: string) => `Chạy /${word}`,
  seeHelp: 'Gõ /trogiup để xem các lệnh.',
  oldButton: 'Nút này đã cũ, không còn dùng được.',
  openAgain: 'Xin mở lại nhiệm vụ bằng /xem hoặc /viec để có các nút mới.',
  cardHasChanged: 'Thẻ này đã thay đổi từ khi được gửi.',
  notUnderstood: 'Chưa rõ ý câu vừa rồi.',
  bug: 'Có lỗi ở phía Đầu Mối; thao tác vừa rồi chưa được ghi nhận.',
  tryAgain: (reference: string) =>
    `Xin thử lại sau ít phút. Nếu vẫn gặp lỗi, xin báo cho quản trị mã tham chiếu ${reference}.`,
  guest: 'Tài khoản này chưa được gắn với cán bộ nào.',
  howToJoin:
    'Xin mã mời của quản trị cơ quan, rồi gõ /thamgia kèm mã đó, ví dụ: /thamgia 7KQP-3M9X-W2HD. /trogiup cho biết Đầu Mối làm được gì.',
  help: {
    summary: 'xem các lệnh và cách dùng',
    usage: '/trogiup [lệnh]',
    examples: helpExamples,
    title: 'Đầu Mối làm được gì',
    intro:
      'Đầu Mối điều phối nhiệm vụ giữa các cơ quan: giao việc cho đơn vị đầu mối, nhắc trước hạn, trả lời tình hình.',
    guestIntro:
      'Tài khoản này chưa được gắn với cán bộ nào. Sau khi tham gia sẽ dùng được các lệnh dưới đây.',
    groups: {
      joining: 'Bắt đầu',
      asking: 'Theo dõi và hỏi tình hình',
      giving: 'Giao việc và đôn đốc (cán bộ giao việc, lãnh đạo)',
      doing: 'Thực hiện (thành viên đơn vị)',
      administering: 'Cơ quan: đơn vị, lịch, nhắc việc',
      other: 'Khác',
    },
    line: (word: string, summary: string) => `/${word} – ${summary}`,
    more: (word: string) => `Gõ /trogiup kèm tên lệnh để xem cách dùng và ví dụ, chẳng hạn: /trogiup ${word}`,
    noSlash: 'Có thể gõ không dấu, và trong tin nhắn riêng thì không cần dấu gạch chéo.',
    whoMay: 'Ai làm được gì',
    rights: [
      'Cán bộ giao việc, lãnh đạo: giao việc trong cơ quan mình, đề nghị cơ quan bạn phối hợp, duyệt kết quả, gia hạn, đôn đốc.',
      'Thành viên đơn vị: nhận việc, cập nhật tiến độ, nộp kết quả, xin gia hạn, báo vướng mắc.',
      'Trưởng đơn vị: thêm quyền chuyển việc cho đơn vị khác trong cơ quan.',
      'Lãnh đạo: xem toàn bộ việc của cơ quan, sửa chính sách nhắc việc.',
      'Quản trị: đơn vị, cán bộ, mã mời, nhóm chat, lịch làm việc của cơ quan.',
      'Mỗi người xem được việc của cơ quan mình và việc mà cơ quan mình tham gia.',
    ].join('\n'),
    ofCommand: (word: string) => `Lệnh /${word}`,
    usageLabel: 'Cách gõ',
    exampleLabel: 'Ví dụ',
    otherWords: 'Cũng gọi được bằng',
    noSuchHelp: (word: string) => `Không có lệnh nào tên là “${word}”.`,
  },
};
