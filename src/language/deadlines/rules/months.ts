/** Months and parts of them, in Vietnamese. A bare "tháng 4" may be the month a report is about, so it needs a word like "trong"
 *  before it; "đầu tháng 4" does not. */
import { type Rule, rule } from '../rule.ts';
import { lastWorkingDay, partOf, period, weekOfMonth, YEAR_OF_PERIOD } from './meanings.ts';

const MONTH = `tháng|thg|th <month> ${YEAR_OF_PERIOD}`;

export const months: readonly Rule[] = [
  rule({
    name: 'tháng sau',
    pattern: 'tháng <away>',
    read: (caught) => period('month', caught, 'whole'),
    examples: [
      ['xong trong tháng sau', '2016-12-20', 'trong tháng sau', '2017-01-31'],
      ['het thang nay', '2016-02-20', 'het thang nay', '2016-02-29'],
    ],
  }),
  rule({
    name: 'tháng M',
    pattern: MONTH,
    read: (caught) => period('month', caught, 'whole', caught.month),
    examples: [
      ['hoàn thành trong tháng 9', '2015-05-15', 'trong tháng 9', '2015-09-30'],
      ['vào tháng 01 năm 2017', '2016-11-02', 'vào tháng 01 năm 2017', '2017-01-31'],
      ['trước tháng 5', '2016-04-05', 'trước tháng 5', '2016-04-30'],
      ['het thang 3', '2026-03-11', 'het thang 3', '2026-03-31'],
      ['trong tháng tư', '2016-03-05', 'trong tháng tư', '2016-04-30'],
    ],
    silent: ['lập báo cáo tháng 4 gửi lãnh đạo xem', 'trong tháng 13'],
  }),
  rule({
    name: 'tháng M và N',
    pattern: `tháng <first=month> [, <second=month>] -|–|,|và|đến|hoặc [tháng] <month> ${YEAR_OF_PERIOD}`,
    read: (caught) =>
      (caught.first ?? 0) < (caught.month ?? 0)
        ? { ...period('month', caught, 'whole', caught.month), range: true }
        : null,
    examples: [
      ['trong tháng 4 và 5/2016', '2016-04-05', 'trong tháng 4 và 5/2016', '2016-05-31'],
      ['trong các tháng 4, 5 và 6/2016', '2016-04-05', 'trong các tháng 4, 5 và 6/2016', '2016-06-30'],
    ],
  }),
  rule({
    name: 'T6/2022',
    pattern: '[t] <month> <markedYear>',
    read: (caught) => period('month', caught, 'whole', caught.month),
    examples: [
      ['xong trong T6/2022', '2022-05-05', 'trong T6/2022', '2022-06-30'],
      ['trong 7-2017', '2017-07-05', 'trong 7-2017', '2017-07-31'],
    ],
  }),
  rule({
    name: 'sang tháng',
    yields: true,
    pattern: '[<part>] sang tháng',
    read: (caught) =>
      period('month', { away: 1 }, caught.part === undefined ? 'whole' : partOf(caught), undefined, 'alone'),
    examples: [['nộp đầu sang tháng', '2016-12-20', 'đầu sang tháng', '2017-01-10']],
  }),
  rule({
    name: 'trong tháng',
    yields: true,
    pattern: 'trong|hết|nội tháng <notNumber>',
    read: (caught) => period('month', caught, 'whole', undefined, 'alone'),
    examples: [['xong trong tháng', '2016-04-05', 'trong tháng', '2016-04-30']],
  }),
  rule({
    name: 'giữa tháng',
    pattern: '<part> [của] tháng (<away> | <notNumber>)',
    read: (caught) => period('month', caught, partOf(caught), undefined, 'alone'),
    examples: [
      ['xong giữa tháng sau', '2016-12-20', 'giữa tháng sau', '2017-01-15'],
      ['nộp cuối tháng', '2016-04-05', 'cuối tháng', '2016-04-30'],
      ['nộp giữa tháng', '2016-04-20', 'giữa tháng', '2016-05-15'],
    ],
  }),
  rule({
    name: 'giữa tháng M',
    pattern: `<part> [của] ${MONTH}`,
    read: (caught) => period('month', caught, partOf(caught), caught.month, 'alone'),
    examples: [
      ['trình lãnh đạo giữa tháng 4', '2016-04-05', 'giữa tháng 4', '2016-04-15'],
      ['đầu tháng 4', '2026-03-11', 'đầu tháng 4', '2026-04-10'],
      ['trung tuần tháng 5/2016', '2016-04-05', 'trung tuần tháng 5/2016', '2016-05-20'],
      ['trong nửa đầu tháng 6', '2016-04-05', 'trong nửa đầu tháng 6', '2016-06-15'],
      ['cuoi thang 2', '2016-01-05', 'cuoi thang 2', '2016-02-29'],
    ],
    silent: ['giữa tháng 13', 'giữa thángtư'],
  }),
  rule({
    name: 'tuần đầu tháng M',
    pattern: `tuần <nth> [của] (${MONTH} | tháng [<away>])`,
    read: (caught) => weekOfMonth(caught),
    examples: [
      ['tuần đầu tháng 5', '2016-04-05', 'tuần đầu tháng 5', '2016-05-07'],
      ['tuần cuối tháng 5', '2016-04-05', 'tuần cuối tháng 5', '2016-05-31'],
    ],
  }),
  rule({
    name: '2 tuần đầu tháng M',
    pattern: `<nth=count> tuần đầu [của] (${MONTH} | tháng [<away>])`,
    read: (caught) => ((caught.nth ?? 9) <= 4 ? weekOfMonth(caught) : null),
    examples: [['trong 2 tuần đầu tháng 5', '2016-04-05', 'trong 2 tuần đầu tháng 5', '2016-05-14']],
  }),
  rule({
    name: 'ngày làm việc cuối cùng của tháng',
    pattern: `ngày làm việc cuối [cùng] [của|trong] (${MONTH} | tháng [<away>])`,
    read: (caught) => lastWorkingDay('month', caught, caught.month),
    examples: [
      [
        'ngày làm việc cuối cùng của tháng 5',
        '2026-05-05',
        'ngày làm việc cuối cùng của tháng 5',
        '2026-05-29',
      ],
      [
        'ngày làm việc cuối cùng trong tháng',
        '2016-04-05',
        'ngày làm việc cuối cùng trong tháng',
        '2016-04-29',
      ],
    ],
  }),
];
