import { expect, it } from 'vitest';
import { readSubcommand, type Subcommand } from '../../src/programmes/subcommand.ts';

it.each<[string, Subcommand]>([
  ['', { kind: 'show' }],
  [
    'thêm nội dung Chia sẻ dữ liệu; Đào tạo',
    { kind: 'addContent', text: 'Chia sẻ dữ liệu; Đào tạo', under: null },
  ],
  ['them noi dung vao noi dung 1.2: Danh mục', { kind: 'addContent', text: 'Danh mục', under: '1.2' }],
  ['add content Data sharing', { kind: 'addContent', text: 'Data sharing', under: null }],
  ['thêm nội dung', { kind: 'addContent', text: '', under: null }],
  [
    'giao P. TH lập danh mục, hạn 20/4',
    { kind: 'give', text: 'P. TH lập danh mục, hạn 20/4', content: null },
  ],
  ['giao nội dung 2 P. TH tập huấn', { kind: 'give', text: 'P. TH tập huấn', content: '2' }],
  ['nội dung 1.1 giao cho P. TH', { kind: 'give', text: 'cho P. TH', content: '1.1' }],
  ['sửa nội dung 2: Bồi dưỡng cán bộ', { kind: 'editContent', number: '2', title: 'Bồi dưỡng cán bộ' }],
  ['đổi tên nội dung 2 thành Bồi dưỡng', { kind: 'editContent', number: '2', title: 'Bồi dưỡng' }],
  ['bỏ nội dung 1.2', { kind: 'editContent', number: '1.2', title: null }],
  ['Nội dung', { kind: 'contents' }],
  ['tài liệu', { kind: 'documents' }],
  ['tai lieu.', { kind: 'documents' }],
  ['thêm tài liệu', { kind: 'addDocument' }],
  ['nhật ký', { kind: 'history' }],
  ['các việc', { kind: 'tasks' }],
  ['chuyển trạng thái', { kind: 'status', to: null }],
  ['trạng thái', { kind: 'status', to: null }],
  ['chuyển sang dự thảo', { kind: 'status', to: 'drafting' }],
  ['chuyển trạng thái sang xin ý kiến', { kind: 'status', to: 'consulting' }],
  ['move to signed', { kind: 'status', to: 'signed' }],
  ['sửa', { kind: 'edit' }],
  ['xuất tài liệu', { kind: 'export' }],
  ['hỏi cấp ký', { kind: 'askSigning' }],
  ['gắn nhóm này', { kind: 'bindRoom' }],
  ['bỏ gắn nhóm này', { kind: 'unbindRoom' }],
])('%s', (text, expected) => {
  expect(readSubcommand(text)).toEqual(expected);
});

it.each(['làm gì đó', 'chuyển sang phòng khác', 'sửa nội dung 2', 'giaoviec', 'Chương trình phối hợp', '💥'])(
  'not understood: %s',
  (text) => {
    expect(readSubcommand(text)).toBeNull();
  },
);
