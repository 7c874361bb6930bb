/** Numbers and days that are no deadlines: signs of documents, money, what is past. Claiming their words keeps others from
 *  reading them. */
import { type Rule, rule } from '../rule.ts';

/** Documents that were received; with "ngày" after them comes their own date. */
const RECEIVED =
  'công văn | quyết định | nghị định | nghị quyết | thông tư | thông báo | chỉ thị | công điện | kết luận | luật | văn bản | hướng dẫn | giấy mời | biên bản | hợp đồng | phiếu chuyển | cv | qđ | nđ | nq | tt | tb | ct | cđ';
/** Documents that may also be the work to be done: "gửi báo cáo ngày 15/4" gives a deadline. */
const WRITTEN = 'kế hoạch | tờ trình | báo cáo | quy chế | chương trình | đề án | kh | ttr | bc';
const OF = '[thanh|liên|tra|cuộc|của|họp|hỏa|hoả|kết] [tra|luận|tịch|họp|tốc]';

export const notDeadlines: readonly Rule[] = [
  rule({
    name: 'số công văn',
    pattern: `(${RECEIVED} | ${WRITTEN}) ${OF} [số|no] [:|.] <documentNumber>`,
    read: () => ({ silent: 'document' }),
    examples: [],
    silent: [
      'theo Công văn 15/4/VP',
      'theo Nghị định 30/2020/NĐ-CP',
      'tại Quyết định 34/2007',
      'tại Thông báo số 35 ngày 25-1 của Văn phòng',
      'tại Công văn số 6544/BKHĐT-KHGDTNMT ngày 18/9/2018 (sao gửi kèm theo)',
      'theo CV 123/UBDT-TTTT ngày 1/4',
    ],
  }),
  rule({
    name: 'số ký hiệu',
    pattern: '[số] <documentSign>',
    read: () => ({ silent: 'document' }),
    examples: [],
    silent: ['số 15/4/VP ngày 3/4', '05/TB-UBDT', '20/CT-TTg ngày 29 tháng 7 năm 2019'],
  }),
  rule({
    name: 'công văn ngày',
    pattern: `(${RECEIVED}) ${OF} [,] [ký|đề|ban|phát] [hành] ngày <date>`,
    read: () => ({ silent: 'document' }),
    examples: [],
    silent: ['theo công văn ngày 1/4/2016', 'theo thông báo kết luận ngày 5/4'],
  }),
  rule({
    name: 'tiền, số đo',
    pattern:
      '<amount> tỷ|tỉ|triệu|nghìn|ngàn|đồng|%|usd|vnđ|vnd|km|m|ha|kg|tấn|điểm|người|hộ|lần | <fraction> số|tổng|diện|ngày | tỷ|tỉ lệ <fraction>',
    read: () => ({ silent: 'amount' }),
    examples: [],
    silent: ['kinh phí 1.5 tỷ', 'được 2/3 số phiếu', 'tăng 1/4 so với', 'trước 1/2 số hộ', 'đạt tỷ lệ 3/4'],
  }),
  rule({
    name: 'đường 3/2',
    pattern:
      '(chào mừng | kỷ niệm | kỉ niệm | nhân dịp | nhân | mừng) [dịp|lễ] [ngày] <date> | đường|phố|ngõ|hẻm|kiệt|trực [số] <date>',
    read: () => ({ silent: 'amount' }),
    examples: [],
    silent: ['giải thể thao chào mừng ngày 26/3', 'đào đường 3/2', 'số nhà trong hẻm 12/3', 'trực 24/7'],
  }),
  rule({
    name: 'giai đoạn',
    pattern: '[giai] [đoạn|nhiệm|năm] [kỳ] <year> -|–|đến [năm] <last=year>',
    read: () => ({ silent: 'amount' }),
    examples: [],
    silent: ['kế hoạch giai đoạn 2021 - 2025', 'nhiệm kỳ 2016-2021'],
  }),
  rule({
    name: 'đã qua',
    pattern:
      'hôm qua|kia|trước | [<part>] tuần|tháng|năm|quý (trước <notOn> | qua | vừa qua | vừa rồi | rồi | ngoái) | năm ngoái | mai kia | nay mai | sau này | mai sau',
    read: () => ({ silent: 'past' }),
    examples: [],
    silent: ['hôm kia đã gửi', 'tuần trước có họp', 'trong tháng vừa qua', 'cuối năm ngoái'],
  }),
  rule({
    name: 'lần thứ hai',
    pattern:
      'lần|đứng|hạng|người|điều|khoản|bậc|cấp|nhóm|nước|vị|xếp|hệ|tầng|khóa|khoá|bên|kỳ|con [trí] thứ <count>',
    read: () => ({ silent: 'amount' }),
    examples: [],
    silent: ['kiểm tra lần thứ hai', 'xếp thứ 3 toàn quốc', 'máy bay thế hệ thứ năm tới nơi'],
  }),
  rule({
    name: 'họp ngày',
    pattern:
      '(cuộc|buổi|phiên họp|làm|giao [việc|ban] | hội nghị | họp | sinh | khai mạc | giao ban) [giao] [ban] [vào] [sáng|chiều] [ngày] <date>',
    read: () => ({ silent: 'meeting' }),
    examples: [],
    silent: ['kết luận cuộc họp ngày 5/4/2016', 'tại buổi làm việc ngày 5/4', 'sinh ngày 2/9/1980'],
  }),
];
