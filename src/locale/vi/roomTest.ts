/** What the bot says when it tests whether a room hears it and answers. */
export const roomTest = {
  title: (unit: string) => `Thẻ thử: nhóm này là nhóm của ${unit}`,
  ask: 'Xin một người trong nhóm bấm “Đã thấy”, để biết chắc thông báo tới được đây và nhận được trả lời. Trước đó nhóm được ghi là chưa kiểm chứng.',
  seen: 'Đã thấy',
  comes: 'Một thẻ thử sẽ tới đây ngay; xin một người trong nhóm bấm “Đã thấy” để kiểm chứng nhóm.',
  proven: (unit: string) => `Đã kiểm chứng nhóm của ${unit}`,
  provenBy: (name: string, moment: string) => `${name} đã bấm “Đã thấy” lúc ${moment}.`,
  provenItself: 'Nhóm này là trang của chính Đầu Mối, không cần kiểm chứng.',
  otherRoom: 'Thẻ thử này dành cho nhóm khác.',
  pressThere: 'Xin bấm “Đã thấy” ngay trong nhóm cần kiểm chứng.',
  sendAgain: 'Gửi lại thẻ thử',
  sentAgain: (count: number) => `Đang gửi thẻ thử vào ${count} nhóm; xin một người ở mỗi nhóm bấm “Đã thấy”.`,
  allProven: 'Các nhóm ở đây đều đã kiểm chứng.',
};
