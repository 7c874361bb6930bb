/** Days named by the calendar, in Vietnamese. */
import { type Rule, rule } from '../rule.ts';
import { sure } from './meanings.ts';

/** What may follow a day and month: năm 2016, /2016, năm nay, năm sau. */
const YEAR = '[[,] năm <year> | <markedYear> | <year> | <yearsAway> | này]';

export const calendarDates: readonly Rule[] = [
  rule({
    name: 'D/M',
    pattern: `<date> [[,] năm <year> | <yearsAway> | này | tới đây | tới <notOn>]`,
    read: ({ slashed, ...date }) => {
      const { day = 0, month = 0, year, yearsAway } = date;
      if (day > 31) return null;
      return {
        day: { is: 'date', day, month, ...sure({ year, yearsAway }) },
        needs: slashed === 1 ? 'alone' : 'marked',
      };
    },
    examples: [
      ['gửi báo cáo trước 15/4', '2016-04-05', 'trước 15/4', '2016-04-15'],
      ['15-04-2016', '2016-04-05', '15-04-2016', '2016-04-15'],
      ['trước 15.4', '2016-04-05', 'trước 15.4', '2016-04-15'],
      ['nộp 15/4 này', '2016-04-05', '15/4 này', '2016-04-15'],
      ['hạn 10/1', '2016-12-20', 'hạn 10/1', '2017-01-10'],
      ['hạn 2016-04-15', '2016-04-05', 'hạn 2016-04-15', '2016-04-15'],
      ['xong trước 31/4', '2016-04-05', 'trước 31/4', null],
    ],
    silent: ['kinh phí 1.5 tỷ đồng', 'đạt 2.4 điểm', '1-2 người tham gia', '15/13'],
  }),
  rule({
    name: 'ngày D/M',
    pattern: `(ngày [mùng|mồng] | hôm|mùng|mồng) <date> [[,] năm <year> | <yearsAway> | này | tới đây | tới <notOn>]`,
    read: ({ day = 0, month = 0, year, yearsAway }) => ({
      day: { is: 'date', day, month, ...sure({ year, yearsAway }) },
    }),
    examples: [
      ['trước ngày 17.1', '2013-01-07', 'trước ngày 17.1', '2013-01-17'],
      ['báo cáo trước ngày 1-2-2018', '2018-01-05', 'trước ngày 1-2-2018', '2018-02-01'],
      ['trước ngày 15/4 năm sau', '2016-04-20', 'trước ngày 15/4 năm sau', '2017-04-15'],
      ['trước ngày 32/4', '2016-04-05', 'trước ngày 32/4', null],
    ],
    silent: ['sớm nhất là ngày 20/4', 'có hiệu lực từ ngày 1/7'],
  }),
  rule({
    name: 'ngày D tháng này',
    pattern: `[ngày|mùng|mồng] <day> [,] [của] tháng <away>`,
    read: ({ day = 0, away = 0 }) => ({ day: { is: 'date', day, monthsAway: away } }),
    examples: [
      ['ngày 25 tháng này', '2026-03-11', 'ngày 25 tháng này', '2026-03-25'],
      ['trước ngày 05 của tháng sau', '2016-12-20', 'trước ngày 05 của tháng sau', '2017-01-05'],
      ['trước ngày 31 tháng sau', '2016-03-20', 'trước ngày 31 tháng sau', null],
    ],
  }),
  rule({
    name: 'ngày D tháng M',
    pattern: `[ngày [mùng|mồng] | hôm|mùng|mồng] <day> [/|-|,] tháng|thg|th <month> ${YEAR}`,
    read: ({ day = 0, month = 0, year, yearsAway }) => ({
      day: { is: 'date', day, month, ...sure({ year, yearsAway }) },
    }),
    examples: [
      ['trước ngày 15 tháng 4 năm 2016', '2016-04-05', 'trước ngày 15 tháng 4 năm 2016', '2016-04-15'],
      ['han 5 thg 4', '2016-04-01', 'han 5 thg 4', '2016-04-05'],
      ['chậm nhất ngày 15 tháng tư', '2016-04-05', 'chậm nhất ngày 15 tháng tư', '2016-04-15'],
      ['trước ngày 31 tháng 4', '2016-04-05', 'trước ngày 31 tháng 4', null],
    ],
    silent: ['ngày 15 tháng 13'],
  }),
  rule({
    name: 'ngày mười lăm tháng tư',
    pattern: `(ngày [mùng|mồng] | mùng|mồng) <day=dayInWords> [,] tháng <month> ${YEAR}`,
    read: ({ day = 0, month = 0, year, yearsAway }) => ({
      day: { is: 'date', day, month, ...sure({ year, yearsAway }) },
    }),
    examples: [
      ['trước ngày mười lăm tháng tư', '2016-04-05', 'trước ngày mười lăm tháng tư', '2016-04-15'],
      ['hạn ngày hai mươi tháng mười một', '2016-04-05', 'hạn ngày hai mươi tháng mười một', '2016-11-20'],
    ],
  }),
  rule({
    name: 'ngày D',
    pattern: `(ngày [mùng|mồng] | mùng|mồng) <day> [này | tới | đây | sắp tới | của|trong tháng] <notCounted>`,
    read: ({ day = 0 }) => ({ day: { is: 'date', day } }),
    examples: [
      ['trước ngày 25', '2016-04-05', 'trước ngày 25', '2016-04-25'],
      ['trước ngày 5', '2016-12-20', 'trước ngày 5', '2017-01-05'],
      ['hạn ngày 31', '2016-04-05', 'hạn ngày 31', '2016-05-31'],
    ],
  }),
  rule({
    name: 'D này',
    yields: true,
    pattern: `<day=freshDay> này | <day=freshDay> tới <notOn>`,
    read: ({ day = 0 }) => ({ day: { is: 'date', day }, needs: 'marked' }),
    examples: [
      ['nộp trước 20 này', '2016-04-05', 'trước 20 này', '2016-04-20'],
      ['chậm nhất 20 này gửi về', '2016-04-05', 'chậm nhất 20 này', '2016-04-20'],
      ['xong 20 tới', '2016-04-25', '20 tới', '2016-05-20'],
      ['20 này', '2016-04-05', '20 này', '2016-04-20'],
    ],
    silent: ['giao 20 này cho Phòng Kế hoạch', 'trước 20 người này', 'hết 50 này', 'sau 20 này'],
  }),
  rule({
    name: 'hạn D',
    yields: true,
    pattern: `hạn [chót|cuối] [là] <day> [này | tới <notOn>] <notCounted>`,
    read: ({ day = 0 }) => ({ day: { is: 'date', day }, needs: 'marked' }),
    examples: [
      ['hạn 25', '2016-04-05', 'hạn 25', '2016-04-25'],
      ['hạn 20 tới', '2016-04-25', 'hạn 20 tới', '2016-05-20'],
    ],
    silent: ['hạn chế 25 xe', 'hạn 25 người'],
  }),
  rule({
    name: 'ngày D và D-M',
    pattern: `ngày <first=day> -|–|,|và|đến|hoặc|& [hết] [ngày] <date> [năm <year>]`,
    read: ({ first = 0, day = 0, month = 0, year }) =>
      first < day && day <= 31 ? { day: { is: 'date', day, month, ...sure({ year }) }, range: true } : null,
    examples: [['trong ngày 20 và 21-4', '2017-04-12', 'trong ngày 20 và 21-4', '2017-04-21']],
  }),
  rule({
    name: 'D-D/M',
    pattern: `<first=freshDay> -|–|và|đến|& [hết] [ngày] <date> [năm <year>]`,
    read: ({ first = 0, day = 0, month = 0, year, slashed }) =>
      first < day && day <= 31 && slashed === 1
        ? { day: { is: 'date', day, month, ...sure({ year }) }, range: true }
        : null,
    examples: [
      ['từ 10-12/3', '2016-03-05', 'từ 10-12/3', '2016-03-12'],
      ['nộp 15 và 16/4', '2016-04-05', '15 và 16/4', '2016-04-16'],
    ],
  }),
  rule({
    name: 'ngày đầu tiên của tháng M',
    pattern: `ngày đầu tiên của|trong (tháng <month> ${YEAR} | tháng <monthsAway=away>)`,
    read: ({ month, year, yearsAway, monthsAway }) => ({
      day: { is: 'date', day: 1, ...sure({ month, year, yearsAway, monthsAway }) },
    }),
    examples: [
      ['trước ngày đầu tiên của tháng 5', '2016-04-05', 'trước ngày đầu tiên của tháng 5', '2016-05-01'],
    ],
  }),
  rule({
    name: 'D ngày đầu tháng M',
    pattern: `<day> ngày đầu [của] tháng [<month> ${YEAR} | <monthsAway=away>]`,
    read: ({ day = 0, month, year, yearsAway, monthsAway }) => ({
      day: { is: 'date', day, ...sure({ month, year, yearsAway, monthsAway }) },
    }),
    examples: [['trong 5 ngày đầu tháng 6', '2016-05-20', 'trong 5 ngày đầu tháng 6', '2016-06-05']],
  }),
  rule({
    name: 'Noel',
    pattern: '[lễ] noel|nôen | [lễ] giáng sinh',
    read: () => ({ day: { is: 'date', day: 25, month: 12 } }),
    examples: [
      ['nộp trước Noel', '2026-03-11', 'trước Noel', '2026-12-25'],
      ['trước lễ Giáng sinh', '2026-12-26', 'trước lễ Giáng sinh', '2027-12-25'],
    ],
  }),
];
