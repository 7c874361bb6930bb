/** The draft that the pictures show, in two versions: real Word files, so that the bot says what has changed. */

import type { FileOut } from '../../src/chat/platform.ts';
import type { DocumentBlock } from '../../src/documents/document.ts';
import { officialDocument, wordMime } from '../../src/documents/officialDocument.ts';

export async function draftVersion(number: 1 | 2): Promise<FileOut> {
  const content = await officialDocument(
    {
      parentAgency: 'Ủy ban Dân tộc',
      agency: 'Trung tâm Thông tin',
      number: null,
      place: 'Hà Nội',
      date: Temporal.PlainDate.from('2016-04-06'),
      kind: 'Chương trình phối hợp',
      subject: 'Ứng dụng công nghệ thông tin giai đoạn 2016 – 2020',
      body: number === 1 ? first : second,
      signatures: [
        { title: 'Trung tâm Thông tin', name: '' },
        { title: 'Cục Công nghệ thông tin', name: '' },
      ],
      recipients: ['Lãnh đạo hai cơ quan', 'Lưu: VT'],
    },
    'vi',
  );
  return { name: `Dự thảo chương trình phối hợp, bản ${number}.docx`, mime: wordMime, content };
}

const paragraph = (text: string): DocumentBlock => ({ kind: 'paragraph', text });
const heading = (text: string): DocumentBlock => ({ kind: 'heading', level: 1, text });

const first: DocumentBlock[] = [
  heading('I. Mục đích'),
  paragraph('Phát huy thế mạnh của mỗi bên trong ứng dụng công nghệ thông tin phục vụ quản lý nhà nước.'),
  heading('II. Nội dung phối hợp'),
  paragraph('1. Chia sẻ dữ liệu giữa hai cơ quan.'),
  paragraph('2. Đào tạo cán bộ công nghệ thông tin.'),
  heading('III. Tổ chức thực hiện'),
  paragraph('Hai bên họp mỗi năm một lần để đánh giá kết quả.'),
];

const second: DocumentBlock[] = [
  heading('I. Mục đích'),
  paragraph('Phát huy thế mạnh của mỗi bên trong ứng dụng công nghệ thông tin phục vụ quản lý nhà nước.'),
  heading('II. Nội dung phối hợp'),
  paragraph('1. Chia sẻ dữ liệu về vùng dân tộc thiểu số giữa hai cơ quan.'),
  paragraph('2. Đào tạo cán bộ công nghệ thông tin.'),
  paragraph('3. Cử chuyên gia hỗ trợ lẫn nhau khi có sự cố an toàn thông tin.'),
  heading('III. Tổ chức thực hiện'),
  paragraph('Hai bên họp sáu tháng một lần để đánh giá kết quả.'),
];
