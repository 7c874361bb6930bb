/** About files that people send. */
/** Rounded up: what is over a limit never reads like the limit itself. */
const megabytes = (bytes: number) =>
  `${(Math.ceil((bytes / 1024 / 1024) * 10) / 10).toLocaleString('vi-VN')} MB`;

export const files = {
  size: (bytes: number) => (bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} KB` : megabytes(bytes)),
  empty: (name: string) => `Tệp “${name}” không có nội dung.`,
  tooBig: (name: string, bytes: number, max: number) =>
    `Tệp “${name}” nặng ${megabytes(bytes)}, vượt mức ${megabytes(max)} mỗi tệp.`,
  makeSmaller: 'Xin nén tệp, bỏ bớt hình hoặc tách thành nhiều tệp rồi gửi lại.',
  notFetched: (name: string) => `Chưa lấy được tệp “${name}” từ nền tảng nhắn tin.`,
  sendAgain: 'Xin gửi lại tệp.',
};
