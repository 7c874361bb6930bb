/** What is said to somebody whom the bot knows by the e-mail address that a platform has confirmed. */
export const recognised = {
  title: (name: string) => `Đã nhận ra ${name}`,
  how: (platform: string, email: string) =>
    `Tài khoản này được gắn với cán bộ nói trên theo địa chỉ ${email} mà ${platform} đã xác nhận.`,
  ifWrong: 'Nếu chưa đúng, xin gõ /thamgia kèm mã mời do quản trị cấp: mã mời được ưu tiên hơn địa chỉ.',
  elsewhere: (platform: string) => `Đã gắn thêm một tài khoản ${platform}`,
  elsewhereText: (displayName: string) =>
    `Tài khoản “${displayName}” vừa được gắn theo địa chỉ thư điện tử của cán bộ. Nếu không phải do mình, xin báo quản trị ngay.`,
};
