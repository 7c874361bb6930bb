/** Days that only an event gives: a session, a meeting, the receipt of a document. Nobody can work them out: a person is asked. */
import { type Rule, rule } from '../rule.ts';

const MEETING =
  '(cuộc|kỳ|kì|phiên|buổi họp|làm|thảo|giao|tiếp [việc|luận|ban|xúc] | hội nghị | đại hội | hội thảo | giao ban | họp giao ban | lễ ký | lễ khai mạc)';

/** "kỳ họp thứ 6", "phiên họp lần thứ hai": the sixth one, not a Friday. */
const WHICH = '[chính|thường|quốc] [phủ|kỳ|hội] [lần] [thứ <count>]';

export const events: readonly Rule[] = [
  rule({
    name: 'kỳ họp',
    pattern: `trước|tại|trong|sau|vào|đến|phục [vụ] [khi] [các] [diễn|kết|khai] [ra|thúc|mạc] ${MEETING} ${WHICH} [sau|tới|này] [đầu|giữa|cuối] [năm|tháng|quý|tuần] [này|tới|sau]`,
    read: () => ({ day: { is: 'event' } }),
    examples: [
      ['trình Quốc hội tại kỳ họp thứ 6', '2026-03-11', 'tại kỳ họp thứ 6', null],
      ['trình tại kỳ họp cuối năm', '2026-03-11', 'tại kỳ họp cuối năm', null],
      ['trước phiên họp', '2026-03-11', 'trước phiên họp', null],
      ['báo cáo tại buổi làm việc', '2026-03-11', 'tại buổi làm việc', null],
    ],
  }),
  rule({
    name: 'kỳ họp cuối năm',
    pattern: `${MEETING} ${WHICH} [sau|tới|này] [tổng|sơ|thường] [kết|kỳ] [đầu|giữa|cuối] [năm|tháng|quý|tuần] [này|tới|sau]`,
    read: () => ({ day: { is: 'event' }, needs: 'marked' }),
    examples: [['kỳ họp cuối năm', '2026-03-11', 'kỳ họp cuối năm', null]],
    silent: ['chuẩn bị tài liệu hội nghị cuối năm của ngành'],
  }),
  rule({
    name: 'mùa mưa, năm học',
    pattern:
      'trước|trong|đầu|cuối|sau [thềm|khi|ngày] [vào|bước] [vào] (mùa mưa|bão|lũ|khô|hè|vụ [bão|lũ] | năm học [mới] | khai giảng) [năm] [<year> | nay] [-] [<last=year>]',
    read: () => ({ day: { is: 'event' } }),
    examples: [
      ['xong trước mùa mưa bão năm nay', '2026-03-11', 'trước mùa mưa bão năm nay', null],
      ['trước năm học mới 2026-2027', '2026-03-11', 'trước năm học mới 2026-2027', null],
    ],
  }),
  rule({
    name: 'tuần đầu năm',
    pattern: '[trong] [những] tuần|ngày đầu [tiên] [của] năm [mới | <year>]',
    read: () => ({ day: { is: 'event' } }),
    examples: [['trong tuần đầu năm mới', '2019-12-25', 'trong tuần đầu năm mới', null]],
  }),
  rule({
    name: 'sau khi có',
    pattern:
      '[ngay] sau|trước|ngay khi (có|nhận|được|hoàn|nghiệm|bàn|ban|lãnh|họp|phê <eventWords> | kết thúc <notOn>)',
    read: () => ({ day: { is: 'event' } }),
    examples: [
      ['báo cáo ngay sau khi có kết quả', '2026-03-11', 'ngay sau khi có kết quả', null],
      ['gửi ngay khi nhận được văn bản', '2026-03-11', 'ngay khi nhận được văn bản', null],
    ],
  }),
];
