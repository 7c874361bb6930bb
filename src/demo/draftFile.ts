/** The draft that the story hands in: a Word file, written as the people of the story would. */
import { officialDocument, wordMime } from '../documents/officialDocument.ts';
import type { StoryFile } from './screen.ts';

const contents = [
  'Chia sẻ dữ liệu về đất sản xuất của đồng bào dân tộc thiểu số.',
  'Ứng dụng công nghệ thông tin trong quản lý chương trình, dự án.',
  'Đào tạo cán bộ công nghệ thông tin của hai cơ quan.',
];

/** The second version adds money and meetings, and puts one content right. */
export async function draftFile(name: string, version: 1 | 2): Promise<StoryFile> {
  const second = version === 2;
  const items = second
    ? [
        contents[0] ?? '',
        'Ứng dụng công nghệ thông tin trong quản lý, điều hành chương trình, dự án.',
        contents[2] ?? '',
      ]
    : contents;
  const content = await officialDocument(
    {
      parentAgency: null,
      agency: 'Trung tâm Thông tin',
      number: null,
      place: 'Hà Nội',
      date: Temporal.PlainDate.from(second ? '2016-04-12' : '2016-04-11'),
      kind: 'Chương trình',
      subject: 'Phối hợp công tác giai đoạn 2016–2020',
      body: [
        { kind: 'heading', level: 1, text: 'I. Nội dung phối hợp' },
        { kind: 'list', items, numbered: true },
        ...(second
          ? [
              { kind: 'heading' as const, level: 1 as const, text: 'II. Tổ chức thực hiện' },
              { kind: 'paragraph' as const, text: 'Kinh phí do mỗi bên bảo đảm theo phần việc của mình.' },
              { kind: 'paragraph' as const, text: 'Hai bên họp giao ban 6 tháng một lần.' },
            ]
          : []),
      ],
      signatures: [],
      recipients: [],
    },
    'vi',
  );
  return { name, mime: wordMime, content };
}
