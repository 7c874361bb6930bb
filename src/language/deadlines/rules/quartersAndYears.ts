/** Quarters, years and parts of them, in Vietnamese. Bare ones need a word like "trong" before them, as months do. */
import { type Rule, rule } from '../rule.ts';
import { lastWorkingDay, partOf, period, YEAR_OF_PERIOD } from './meanings.ts';

const QUARTER = `quý|quí|q [.] <quarter> (<shortYear> | ${YEAR_OF_PERIOD})`;

export const quartersAndYears: readonly Rule[] = [
  rule({
    name: 'sang năm',
    yields: true,
    pattern: '[<part>] [năm] sang năm',
    read: (caught) =>
      period('year', { away: 1 }, caught.part === undefined ? 'whole' : partOf(caught), undefined, 'alone'),
    examples: [['giữa sang năm', '2016-12-20', 'giữa sang năm', '2017-06-30']],
  }),
  rule({
    name: 'ngày làm việc cuối cùng của quý',
    pattern: `ngày làm việc cuối [cùng] [của|trong] (${QUARTER} | quý [<away>])`,
    read: (caught) => lastWorkingDay('quarter', caught, caught.quarter),
    examples: [
      [
        'ngày làm việc cuối cùng của quý I/2024',
        '2024-01-05',
        'ngày làm việc cuối cùng của quý I/2024',
        '2024-03-29',
      ],
    ],
  }),
  rule({
    name: 'quý Q',
    pattern: QUARTER,
    read: (caught) => period('quarter', caught, 'whole', caught.quarter),
    examples: [
      ['trình trong quý 1 năm nay', '2018-02-20', 'trong quý 1 năm nay', '2018-03-31'],
      ['báo cáo trong quý I/2019', '2018-08-25', 'trong quý I/2019', '2019-03-31'],
      ['Q1', '2026-03-11', 'Q1', '2026-03-31'],
      ['trước qúy II', '2016-02-05', 'trước qúy II', '2016-03-31'],
      ['xong trong quý 3/26', '2026-03-11', 'trong quý 3/26', '2026-09-30'],
      ['trước quý III/26', '2026-03-11', 'trước quý III/26', '2026-06-30'],
      ['trong quý 1/2027', '2026-03-11', 'trong quý 1/2027', '2027-03-31'],
    ],
    silent: ['kính gửi quý cơ quan', 'theo quy định 2 bên', 'kết quả quý 3/26 đơn vị đã gửi'],
  }),
  rule({
    name: 'quý Q và R',
    pattern: `quý|quí <first=quarter> -|–|,|và|đến [quý|quí] <quarter> ${YEAR_OF_PERIOD}`,
    read: (caught) =>
      (caught.first ?? 0) < (caught.quarter ?? 0) ? period('quarter', caught, 'whole', caught.quarter) : null,
    examples: [['trong quý I và II/2016', '2016-01-05', 'trong quý I và II/2016', '2016-06-30']],
  }),
  rule({
    name: 'quý này',
    pattern: 'quý|quí <away>',
    read: (caught) => period('quarter', caught, 'whole'),
    examples: [['trong quý này', '2016-04-05', 'trong quý này', '2016-06-30']],
  }),
  rule({
    name: 'trong quý',
    yields: true,
    pattern: 'trong|hết quý|quí <notNumber>',
    read: (caught) => period('quarter', caught, 'whole', undefined, 'alone'),
    examples: [['xong trong quý', '2016-04-05', 'trong quý', '2016-06-30']],
  }),
  rule({
    name: 'đầu quý Q',
    pattern: `<part> [của] (${QUARTER} | quý|quí [<away>])`,
    read: (caught) => period('quarter', caught, partOf(caught), caught.quarter, 'alone'),
    examples: [
      ['đầu quý II', '2016-03-05', 'đầu quý II', '2016-04-30'],
      ['giữa quý sau', '2016-03-05', 'giữa quý sau', '2016-05-31'],
      ['nộp cuối quý', '2016-03-05', 'cuối quý', '2016-03-31'],
    ],
  }),
  rule({
    name: 'quý đầu năm',
    pattern: 'quý|quí đầu năm [<year> | <away>]',
    read: (caught) => period('quarter', caught, 'whole', 1, 'alone'),
    examples: [['trong quý đầu năm 2017', '2016-11-05', 'trong quý đầu năm 2017', '2017-03-31']],
  }),
  rule({
    name: 'quý cuối năm',
    pattern: 'quý|quí cuối năm [<year> | <away>]',
    read: (caught) => period('quarter', caught, 'whole', 4, 'alone'),
    examples: [['trong quý cuối năm', '2016-11-05', 'trong quý cuối năm', '2016-12-31']],
  }),
  rule({
    name: 'năm Y',
    pattern: 'năm <year>',
    read: (caught) => period('year', caught, 'whole'),
    examples: [
      ['trong năm 2027', '2026-03-11', 'trong năm 2027', '2027-12-31'],
      ['trước năm 2027', '2026-03-11', 'trước năm 2027', '2026-12-31'],
      ['trước khi kết thúc năm 2026', '2026-03-11', 'trước khi kết thúc năm 2026', '2026-12-31'],
    ],
    silent: [
      'xây dựng Chiến lược phát triển đến năm 2030',
      'lập kế hoạch năm 2027 của đơn vị',
      'giai đoạn 2016-2020',
      'sân bay phía Nam 2016',
    ],
  }),
  rule({
    name: 'trước 2027',
    pattern: 'trước <year> <endsThere>',
    read: (caught) => period('year', caught, 'before', undefined, 'alone'),
    examples: [
      ['hoàn thành đề án trước 2027', '2026-03-11', 'trước 2027', '2026-12-31'],
      ['trước 2027, trình lãnh đạo', '2026-03-11', 'trước 2027', '2026-12-31'],
      ['trước 2028 phải xong', '2026-03-11', 'trước 2028', '2027-12-31'],
    ],
    silent: ['trước 2000 hộ dân', 'trước 2016 đã có quy chế', 'đến 2030', 'bàn giao 2027 hồ sơ'],
  }),
  rule({
    name: 'hai năm 2026 và 2027',
    pattern: '[<count>] năm <first=year> và|,|đến [năm] <year>',
    read: (caught) => ((caught.first ?? 0) < (caught.year ?? 0) ? period('year', caught, 'whole') : null),
    examples: [['trong hai năm 2026 và 2027', '2026-03-11', 'trong hai năm 2026 và 2027', '2027-12-31']],
  }),
  rule({
    name: 'năm nay',
    pattern: 'năm <away>',
    read: (caught) => period('year', caught, 'whole'),
    examples: [['xong trong năm nay', '2016-04-05', 'trong năm nay', '2016-12-31']],
  }),
  rule({
    name: 'trong năm',
    yields: true,
    pattern: 'trong|hết năm <notNumber>',
    read: (caught) => period('year', caught, 'whole', undefined, 'alone'),
    examples: [['hoàn thành trong năm', '2016-04-05', 'trong năm', '2016-12-31']],
  }),
  rule({
    name: 'cuối năm',
    pattern: '<part> [của] năm [<year> | <away>]',
    read: (caught) => period('year', caught, partOf(caught), undefined, 'alone'),
    examples: [
      ['giữa năm', '2016-04-05', 'giữa năm', '2016-06-30'],
      ['cuối năm 2020', '2019-05-20', 'cuối năm 2020', '2020-12-31'],
      ['trước cuối năm nay', '2016-04-05', 'trước cuối năm nay', '2016-12-31'],
    ],
  }),
  rule({
    name: '6 tháng đầu năm',
    pattern: '<months=count> tháng đầu năm [<year> | <away>]',
    read: (caught) =>
      (caught.months ?? 0) <= 12 ? period('year', caught, 'first-months', undefined, 'alone') : null,
    examples: [
      ['trong 6 tháng đầu năm', '2016-04-05', 'trong 6 tháng đầu năm', '2016-06-30'],
      ['chín tháng đầu năm 2016', '2016-04-05', 'chín tháng đầu năm 2016', '2016-09-30'],
    ],
  }),
  rule({
    name: '6 tháng cuối năm',
    pattern: '<count> tháng cuối năm [<year> | <away>]',
    read: (caught) => period('year', caught, 'late', undefined, 'alone'),
    examples: [['6 tháng cuối năm', '2016-04-05', '6 tháng cuối năm', '2016-12-31']],
  }),
];
