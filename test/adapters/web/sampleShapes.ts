/** A card with every block, a form with every field, and text that wants to be markup. */
import type { Card } from '../../../src/chat/card.ts';
import type { Form } from '../../../src/chat/form.ts';

export function plainCard(title: string): Card {
  return { title, tone: 'good', blocks: [], buttons: [] };
}

export const wholeCard: Card = {
  title: 'NV-12: Dự thảo nội dung chương trình phối hợp 5 năm',
  tone: 'warning',
  blocks: [
    { kind: 'text', text: 'Dự thảo nội dung, báo cáo và xin ý kiến\nlãnh đạo hai cơ quan.' },
    { kind: 'text', text: 'Hạn sắp đến', style: 'strong' },
    { kind: 'text', text: 'Theo kết luận cuộc họp ngày 5/4/2016', style: 'small' },
    {
      kind: 'fields',
      fields: [
        { label: 'Hạn', value: 'thứ Sáu, 15/4/2016' },
        { label: 'Giao', value: 'Chuyên viên Tổng hợp' },
      ],
    },
    { kind: 'progress', percent: 40, label: 'Đã có đề cương' },
    {
      kind: 'list',
      items: [
        {
          text: 'Phòng Tổng hợp – chủ trì',
          detail: 'đang thực hiện',
          tone: 'good',
          button: { label: 'Đôn đốc', action: 'sample.toast', id: '1' },
        },
        { text: 'Phòng Kế hoạch – phối hợp', detail: 'chưa nhận', tone: 'warning' },
      ],
    },
    { kind: 'divider' },
    { kind: 'table', columns: ['Mã', 'Việc', 'Hạn'], rows: [['NV-9', 'Báo cáo quý I', '8/4/2016']] },
    { kind: 'quote', text: 'Chờ số liệu của đơn vị bạn.', by: 'Trưởng phòng Kế hoạch' },
  ],
  buttons: [
    [
      { label: 'Nhận việc', action: 'sample.replace', id: '12', style: 'primary' },
      { label: 'Xin gia hạn', action: 'sample.form', id: '12' },
      { label: 'Huỷ việc', action: 'sample.replace', id: '13', style: 'danger', confirm: 'Huỷ NV-12?' },
    ],
    [{ label: 'Theo dõi', action: 'sample.toast', id: '12' }],
  ],
};

const hostile =
  '<img src=x onerror="document.title=\'lost\'"><script>document.title="lost"</script>\u202E&amp;';

export const hostileCard: Card = {
  title: hostile.slice(0, 150),
  tone: 'bad',
  blocks: [
    { kind: 'text', text: hostile },
    { kind: 'fields', fields: [{ label: hostile, value: hostile }] },
    { kind: 'list', items: [{ text: hostile, detail: hostile }] },
    { kind: 'table', columns: [hostile], rows: [[hostile]] },
    { kind: 'progress', percent: 100, label: hostile },
    { kind: 'quote', text: hostile, by: hostile },
  ],
  buttons: [[{ label: hostile, action: 'sample.toast', id: hostile.slice(0, 40) }]],
};

export const wholeForm: Form = {
  action: 'sample.form',
  id: '12',
  title: 'Xin gia hạn NV-12',
  intro: 'Bên giao việc sẽ trả lời trong ngày.',
  submit: 'Gửi',
  fields: [
    { name: 'line', label: 'Lý do', hint: 'Một câu', required: true, input: { kind: 'line', maxLength: 80 } },
    { name: 'text', label: 'Nội dung', required: false, input: { kind: 'text', initial: 'Nháp' } },
    { name: 'date', label: 'Hạn mới', required: true, input: { kind: 'date', initial: 'giữa tháng 4' } },
    {
      name: 'number',
      label: 'Phần trăm',
      required: false,
      input: { kind: 'number', min: 0, max: 100, initial: 40 },
    },
    {
      name: 'choice',
      label: 'Đơn vị',
      required: false,
      input: {
        kind: 'choice',
        options: [
          { value: 'th', label: 'Phòng Tổng hợp' },
          { value: 'kh', label: 'Phòng Kế hoạch' },
        ],
      },
    },
    {
      name: 'choices',
      label: 'Gửi cả',
      required: false,
      input: {
        kind: 'choices',
        options: [
          { value: 'vp', label: 'Văn phòng' },
          { value: 'tc', label: 'Phòng Tài chính' },
        ],
        initial: ['vp'],
      },
    },
  ],
};

/** More people than one takes in at a glance. */
export const longChoices: Form = {
  action: 'sample.form',
  id: '13',
  title: 'Xin ý kiến',
  submit: 'Gửi',
  fields: [
    {
      name: 'leaders',
      label: 'Lãnh đạo',
      hint: 'Chọn một hoặc nhiều người',
      required: true,
      input: {
        kind: 'choices',
        options: Array.from({ length: 30 }, (_, at) => ({
          value: `${at}`,
          label: `Phó Giám đốc thứ ${at + 1}`,
        })),
        initial: ['0'],
      },
    },
    {
      name: 'due',
      label: 'Hạn cho ý kiến',
      required: true,
      input: { kind: 'date', near: '2016-04-15' },
    },
  ],
};

/** A tree, tabs, an answered list, a bar: what the larger cards are made of. */
export const treeCard: Card = {
  title: 'CT-1 · Chương trình phối hợp 5 năm 2016–2020',
  tone: 'neutral',
  blocks: [
    { kind: 'progress', percent: 25, label: '1/4 phần việc xong' },
    {
      kind: 'list',
      items: [
        { text: '1. Chia sẻ dữ liệu', detail: 'đang làm 1/2', depth: 0 },
        { text: '1.1. Dữ liệu dân tộc thiểu số', detail: 'xong', tone: 'good', depth: 1 },
        {
          text: '1.1.1. Chuẩn dữ liệu',
          detail: 'chưa giao',
          depth: 2,
          button: { label: 'Giao việc', action: 'sample.toast', id: '3' },
        },
        { text: '2. Đào tạo', detail: 'chưa giao', depth: 0 },
      ],
    },
  ],
  buttons: [
    [
      { label: 'Dự án (3)', action: 'sample.toast', id: 'tab1', style: 'primary', on: true },
      { label: 'Chương trình (1)', action: 'sample.toast', id: 'tab2', on: false },
      { label: 'Thế mạnh (2)', action: 'sample.toast', id: 'tab3' },
      { label: 'Vấn đề cần phối hợp (4)', action: 'sample.toast', id: 'tab4' },
    ],
    [
      {
        label: 'Ban hành ở cấp Bộ, do lãnh đạo hai cơ quan chủ quản ký kết',
        action: 'sample.toast',
        id: 'o1',
      },
      { label: 'Cấp Cục và Trung tâm ký', action: 'sample.toast', id: 'o2' },
    ],
  ],
};
