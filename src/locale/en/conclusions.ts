import type { conclusions as vi } from '../vi/conclusions.ts';

export const conclusions: typeof vi = {
  help: {
    summary: 'find the tasks in a conclusion and give them',
    usage:
      '/conclusions <paste the text>, or answer a message or file with /conclusions, or send a .docx or .txt file with it (in Slack: in a direct message to Đầu Mối, or choose “Tasks of a conclusion” on the message). Nothing is given until you have looked at it and pressed.',
    examples: [
      '/conclusions 1. Giao P. Tổng hợp dự thảo chương trình trước 15/4. 2. Giao VP chuẩn bị hội trường trước 12/4.',
      '/conclusions Giao P. Kế hoạch chủ trì, phối hợp với P. Kỹ thuật lập dự toán, xong trước 20/4.',
    ],
  },
  form: {
    title: 'Tasks from a conclusion',
    intro: 'Đầu Mối looks for the tasks in it; nothing is given until you have seen them.',
    submit: 'Find tasks',
    text: 'The conclusion',
    hint: 'Paste it as it is. Send a long one as a .docx or .txt file with /conclusions.',
  },
  notRead: {
    format: (name) => `${name} is neither a Word file (.docx) nor plain text (.txt).`,
    tooMuch: (name) => `${name} is too large to be read.`,
    damaged: (name) => `${name} is damaged and cannot be opened.`,
  },
  sendText: 'Please send another .docx or .txt file, or paste the text after /conclusions.',
  error: {
    nothingFound: 'No task was found in this text.',
    writeOrders:
      'A task names a department and the work, for example: Giao Phòng Tổng hợp dự thảo chương trình trước 15/4.',
    tooLong: (length, max) => `The text has ${length} characters, more than ${max}.`,
    shorten: 'Please send only the part with the tasks.',
    tooManyFiles: (max) => `At most ${max} files are read at once.`,
    sendFewer: 'Please send fewer files.',
  },
};
