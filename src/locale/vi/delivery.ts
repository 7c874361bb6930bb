/** What the bot says of its own messages. */
export const delivery = {
  passedOn: (name: string) =>
    `Kính chuyển ${name}: hiện chưa gửi trực tiếp được, xin giúp chuyển nội dung dưới đây.`,
  cardClosed: {
    title: 'Nội dung này không còn hiển thị ở đây',
    text: 'Nhiệm vụ không còn thuộc phạm vi theo dõi tại đây.',
  },
  unreachable: {
    title: (name: string) => `Chưa gửi được thông báo tới ${name}`,
    room: (name: string, platform: string, reason: string) =>
      `Nhóm “${name}” (${platform}) hiện không nhận được thông báo: ${reason}.`,
    account: (name: string, platform: string, reason: string) =>
      `Tài khoản ${platform} của ${name} hiện không nhận được thông báo: ${reason}.`,
    passedOn: 'Các thông báo được chuyển theo cách khác trong lúc chờ.',
    mendRoom:
      'Xin thêm lại Đầu Mối vào nhóm nếu không còn ở đó; rồi gửi một lệnh bất kỳ trong nhóm (ví dụ /viec), hoặc quản trị mở /donvi và bấm “Gửi lại thẻ thử”, để nối lại.',
    mendAccount: 'Chủ tài khoản chỉ cần nhắn cho bot một lệnh (ví dụ /viec) để nối lại.',
  },
  failed: {
    title: (count: number) => `${count} thông báo không gửi được`,
    text: 'Đã thử nhiều lần mà không được, nay thôi không thử nữa.',
    line: (to: string, code: string) => `${to}: ${code}`,
    mend: 'Lệnh “doctor” trên máy chủ liệt kê từng thông báo và nguyên nhân.',
  },
  unsettled: {
    title: (count: number) => `${count} thông báo chậm quá 5 phút`,
    nowSent: (count: number) => `Nay đã gửi được: ${count}.`,
    stillWaiting: (count: number) => `Còn chờ, đang gửi lại: ${count}.`,
    failed: (count: number) => `Không gửi được: ${count}.`,
  },
  clock: {
    backward: 'Đồng hồ chỉ đi tới, không quay lại.',
    mendBackward: 'Xin chọn một thời điểm sau giờ đang hiển thị.',
    tooFar: (years: number) => `Mỗi lần đồng hồ đi tới nhiều nhất ${years} năm.`,
    mendTooFar: 'Xin chọn một thời điểm gần hơn, hoặc đi nhiều lần.',
  },
  platforms: { slack: 'Slack', telegram: 'Telegram', web: 'trang thử' },
};
