/** Help of the commands with which departments and givers move a task on. */
type Help = { summary: string; usage: string; examples: [string, string] };

export const taskHelp: Record<
  'accept' | 'progress' | 'done' | 'extend' | 'return' | 'undo' | 'decline' | 'cancel',
  Help
> = {
  accept: {
    summary: 'nhận việc được giao',
    usage: '/nhan NV-số (bỏ mã nếu chỉ có một việc chưa nhận)',
    examples: ['/nhan NV-12', '/nhan'],
  },
  progress: {
    summary: 'cập nhật tiến độ',
    usage: '/tiendo NV-số phần trăm [nội dung]',
    examples: ['/tiendo NV-12 60% đã gom xong số liệu', '/tiendo 12 100%'],
  },
  done: {
    summary: 'báo xong, gửi bên giao duyệt',
    usage: '/xong NV-số [kết quả]',
    examples: ['/xong NV-12', '/xong NV-12 bản cuối đã gửi qua văn thư'],
  },
  extend: {
    summary: 'xin gia hạn',
    usage: '/giahan NV-số đến ngày vì lý do',
    examples: ['/giahan NV-12 đến 20/4 vì chờ số liệu', '/giahan NV-12 cuối tháng vì thiếu người'],
  },
  return: {
    summary: 'trả lại kết quả để làm tiếp; đơn vị được giao thì từ chối việc',
    usage: '/tralai NV-số lý do',
    examples: ['/tralai NV-12 thiếu phụ lục số liệu', '/tralai 12 việc này thuộc Phòng Kế hoạch'],
  },
  decline: {
    summary: 'đơn vị từ chối việc được giao',
    usage: '/tuchoi NV-số lý do',
    examples: ['/tuchoi NV-12 không thuộc chức năng của phòng', '/tuchoi 12'],
  },
  cancel: {
    summary: 'huỷ nhiệm vụ đã giao',
    usage: '/huy NV-số [lý do]',
    examples: ['/huy NV-12', '/huy NV-12 trùng với NV-9'],
  },
  undo: {
    summary: 'hoàn tác thao tác vừa làm, trong 10 phút',
    usage: '/hoantac',
    examples: ['/hoantac', '/undo'],
  },
};
