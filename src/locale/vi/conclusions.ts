/** /ketluan: tasks found in a conclusion. */
export const conclusions = {
  help: {
    summary: 'tìm và giao các nhiệm vụ trong một kết luận',
    usage:
      '/ketluan <dán nội dung kết luận>, hoặc trả lời một tin hay tệp bằng /ketluan, hoặc gửi tệp .docx, .txt kèm /ketluan (trong Slack: nhắn riêng cho Đầu Mối, hoặc chọn “Giao việc từ kết luận” trên tin). Chưa giao gì cho tới khi xem lại và bấm.',
    examples: [
      '/ketluan 1. Giao P. Tổng hợp dự thảo chương trình trước 15/4. 2. Giao VP chuẩn bị hội trường trước 12/4.',
      '/ketluan Giao P. Kế hoạch chủ trì, phối hợp với P. Kỹ thuật lập dự toán, xong trước 20/4.',
    ] as [string, string],
  },
  form: {
    title: 'Giao việc từ kết luận',
    intro: 'Đầu Mối tìm các nhiệm vụ trong đó; chưa giao gì cho tới khi xem lại.',
    submit: 'Tìm nhiệm vụ',
    text: 'Nội dung kết luận',
    hint: 'Dán nguyên văn. Văn bản dài thì gửi tệp .docx hoặc .txt kèm /ketluan.',
  },
  notRead: {
    format: (name: string) => `${name} không phải tệp Word (.docx) hay văn bản (.txt).`,
    tooMuch: (name: string) => `${name} quá lớn để đọc.`,
    damaged: (name: string) => `${name} bị hỏng, không mở được.`,
  },
  sendText: 'Xin gửi tệp .docx hoặc .txt khác, hoặc dán nội dung sau /ketluan.',
  error: {
    nothingFound: 'Chưa thấy nhiệm vụ nào trong nội dung này.',
    writeOrders:
      'Nhiệm vụ cần nêu đơn vị và việc, ví dụ: Giao Phòng Tổng hợp dự thảo chương trình trước 15/4.',
    tooLong: (length: number, max: number) => `Nội dung dài ${length} ký tự, vượt mức ${max} ký tự.`,
    shorten: 'Xin gửi riêng phần giao nhiệm vụ.',
    tooManyFiles: (max: number) => `Mỗi lần đọc được ${max} tệp.`,
    sendFewer: 'Xin gửi ít tệp hơn.',
  },
};
