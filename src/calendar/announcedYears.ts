/**
 * The public days off and the worked Saturdays of civil servants as announced, 2016–2026. Data; a row is
 * [first day, last day, kind, name, source]. `SOURCES` says where a row comes from and whether a published page was
 * found that confirms it. Weekend days inside a row only get their name by it.
 *
 * Not here: 24/11, Ngày Văn hóa Việt Nam (Nghị quyết 80-NQ/TW of 7/1/2026; Nghị quyết 30/NQ-CP orders the Labour Code
 * changed): no page found says that the change is in force. Whoever knows imports the day.
 */
import { HOLIDAY_NAMES } from './holidayNames.ts';

export const FIRST_ANNOUNCED_YEAR = 2016;
export const LAST_ANNOUNCED_YEAR = 2026;

export const SOURCES = {
  law: {
    where:
      'Labour Code 2019, art. 112 and 111.3; the code before it gave the same days, but one day only for 2/9',
    confirmed: true,
  },
  recalled: {
    where: 'the official announcement of the year, from memory; no page found that confirms it',
    confirmed: false,
  },
  national2017: { where: 'thcslockhanh.locninh.edu.vn: 2/9/2017, compensatory day 4/9', confirmed: true },
  tet2018: { where: 'published announcement: Tết 2018, seven days', confirmed: true },
  swap2019: {
    where: 'phapluat.suckhoedoisong.vn, 22/04/2019: 29/4/2019 off, 4/5/2019 worked',
    confirmed: true,
  },
  tet2020: { where: 'socongthuong.daklak.gov.vn: Tết 2020, 23/1 to 29/1', confirmed: true },
  year2021: { where: 'quangtrungcorp.vn: list of the holidays of 2021', confirmed: true },
  year2023: {
    where: 'phunusuckhoe24h.com: 29/4 to 3/5/2023 and the lengths of the leaves of 2023',
    confirmed: true,
  },
  swap2024: { where: 'mirror of the announcement: 29/4/2024 off, 4/5/2024 worked', confirmed: true },
  swap2025: { where: 'VietnamPlus, by tracuuquyhoach.com: 2/5/2025 off, 26/4/2025 worked', confirmed: true },
  swap2026: { where: '12729/VPCP-KGVX, mirror page: 2/1/2026 off, 10/1/2026 worked', confirmed: true },
  tet2026: { where: 'congan.com.vn, vnanet.vn: Tết 2026, 16/2 to 20/2', confirmed: true },
} as const;

type SourceName = keyof typeof SOURCES;

/** First day, last day, why, name of the holiday, source. */
type OffRow = readonly [
  from: string,
  to: string,
  kind: 'holiday' | 'compensatory' | 'swapped',
  name: string,
  source: SourceName,
];

/** A Saturday worked, the day off it was swapped for, source. */
type WorkedRow = readonly [day: string, insteadOf: string, source: SourceName];

const { newYear, tet, hungKings, victory, labour, national } = HOLIDAY_NAMES;

export const OFF_ROWS: readonly OffRow[] = [
  ['2016-01-01', '2016-01-01', 'holiday', newYear, 'law'],
  ['2016-02-08', '2016-02-12', 'holiday', tet, 'recalled'],
  ['2016-04-16', '2016-04-16', 'holiday', hungKings, 'law'],
  ['2016-04-18', '2016-04-18', 'compensatory', hungKings, 'law'],
  ['2016-04-30', '2016-04-30', 'holiday', victory, 'law'],
  ['2016-05-01', '2016-05-01', 'holiday', labour, 'law'],
  ['2016-05-02', '2016-05-02', 'compensatory', victory, 'law'],
  ['2016-05-03', '2016-05-03', 'compensatory', labour, 'law'],
  ['2016-09-02', '2016-09-02', 'holiday', national, 'law'],

  ['2017-01-01', '2017-01-01', 'holiday', newYear, 'law'],
  ['2017-01-02', '2017-01-02', 'compensatory', newYear, 'law'],
  ['2017-01-26', '2017-02-01', 'holiday', tet, 'recalled'],
  ['2017-04-06', '2017-04-06', 'holiday', hungKings, 'law'],
  ['2017-04-30', '2017-04-30', 'holiday', victory, 'law'],
  ['2017-05-01', '2017-05-01', 'holiday', labour, 'law'],
  ['2017-05-02', '2017-05-02', 'compensatory', victory, 'law'],
  ['2017-09-02', '2017-09-02', 'holiday', national, 'law'],
  ['2017-09-04', '2017-09-04', 'compensatory', national, 'national2017'],

  ['2018-01-01', '2018-01-01', 'holiday', newYear, 'law'],
  ['2018-02-14', '2018-02-20', 'holiday', tet, 'tet2018'],
  ['2018-04-25', '2018-04-25', 'holiday', hungKings, 'law'],
  ['2018-04-30', '2018-04-30', 'holiday', victory, 'law'],
  ['2018-05-01', '2018-05-01', 'holiday', labour, 'law'],
  ['2018-09-02', '2018-09-02', 'holiday', national, 'law'],
  ['2018-09-03', '2018-09-03', 'compensatory', national, 'law'],
  ['2018-12-31', '2018-12-31', 'swapped', newYear, 'recalled'],

  ['2019-01-01', '2019-01-01', 'holiday', newYear, 'law'],
  ['2019-02-04', '2019-02-08', 'holiday', tet, 'recalled'],
  ['2019-04-14', '2019-04-14', 'holiday', hungKings, 'law'],
  ['2019-04-15', '2019-04-15', 'compensatory', hungKings, 'law'],
  ['2019-04-29', '2019-04-29', 'swapped', victory, 'swap2019'],
  ['2019-04-30', '2019-04-30', 'holiday', victory, 'law'],
  ['2019-05-01', '2019-05-01', 'holiday', labour, 'law'],
  ['2019-09-02', '2019-09-02', 'holiday', national, 'law'],

  ['2020-01-01', '2020-01-01', 'holiday', newYear, 'law'],
  ['2020-01-23', '2020-01-29', 'holiday', tet, 'tet2020'],
  ['2020-04-02', '2020-04-02', 'holiday', hungKings, 'law'],
  ['2020-04-30', '2020-04-30', 'holiday', victory, 'law'],
  ['2020-05-01', '2020-05-01', 'holiday', labour, 'law'],
  ['2020-09-02', '2020-09-02', 'holiday', national, 'law'],

  ['2021-01-01', '2021-01-01', 'holiday', newYear, 'year2021'],
  ['2021-02-10', '2021-02-16', 'holiday', tet, 'year2021'],
  ['2021-04-21', '2021-04-21', 'holiday', hungKings, 'year2021'],
  ['2021-04-30', '2021-04-30', 'holiday', victory, 'year2021'],
  ['2021-05-01', '2021-05-01', 'holiday', labour, 'year2021'],
  ['2021-05-03', '2021-05-03', 'compensatory', labour, 'year2021'],
  ['2021-09-02', '2021-09-03', 'holiday', national, 'year2021'],

  ['2022-01-01', '2022-01-01', 'holiday', newYear, 'law'],
  ['2022-01-03', '2022-01-03', 'compensatory', newYear, 'law'],
  ['2022-01-31', '2022-02-04', 'holiday', tet, 'recalled'],
  ['2022-04-10', '2022-04-10', 'holiday', hungKings, 'law'],
  ['2022-04-11', '2022-04-11', 'compensatory', hungKings, 'law'],
  ['2022-04-30', '2022-04-30', 'holiday', victory, 'law'],
  ['2022-05-01', '2022-05-01', 'holiday', labour, 'law'],
  ['2022-05-02', '2022-05-02', 'compensatory', victory, 'law'],
  ['2022-05-03', '2022-05-03', 'compensatory', labour, 'law'],
  ['2022-09-01', '2022-09-01', 'holiday', national, 'recalled'],
  ['2022-09-02', '2022-09-02', 'holiday', national, 'law'],

  ['2023-01-01', '2023-01-01', 'holiday', newYear, 'year2023'],
  ['2023-01-02', '2023-01-02', 'compensatory', newYear, 'year2023'],
  ['2023-01-20', '2023-01-26', 'holiday', tet, 'year2023'],
  ['2023-04-29', '2023-04-29', 'holiday', hungKings, 'year2023'],
  ['2023-04-30', '2023-04-30', 'holiday', victory, 'year2023'],
  ['2023-05-01', '2023-05-01', 'holiday', labour, 'year2023'],
  ['2023-05-02', '2023-05-02', 'compensatory', hungKings, 'year2023'],
  ['2023-05-03', '2023-05-03', 'compensatory', victory, 'year2023'],
  ['2023-09-01', '2023-09-02', 'holiday', national, 'year2023'],
  ['2023-09-04', '2023-09-04', 'compensatory', national, 'year2023'],

  ['2024-01-01', '2024-01-01', 'holiday', newYear, 'law'],
  ['2024-02-08', '2024-02-14', 'holiday', tet, 'recalled'],
  ['2024-04-18', '2024-04-18', 'holiday', hungKings, 'law'],
  ['2024-04-29', '2024-04-29', 'swapped', victory, 'swap2024'],
  ['2024-04-30', '2024-04-30', 'holiday', victory, 'law'],
  ['2024-05-01', '2024-05-01', 'holiday', labour, 'law'],
  ['2024-09-02', '2024-09-02', 'holiday', national, 'law'],
  ['2024-09-03', '2024-09-03', 'holiday', national, 'recalled'],

  ['2025-01-01', '2025-01-01', 'holiday', newYear, 'law'],
  ['2025-01-27', '2025-01-31', 'holiday', tet, 'recalled'],
  ['2025-04-07', '2025-04-07', 'holiday', hungKings, 'law'],
  ['2025-04-30', '2025-04-30', 'holiday', victory, 'law'],
  ['2025-05-01', '2025-05-01', 'holiday', labour, 'law'],
  ['2025-05-02', '2025-05-02', 'swapped', labour, 'swap2025'],
  ['2025-09-01', '2025-09-01', 'holiday', national, 'recalled'],
  ['2025-09-02', '2025-09-02', 'holiday', national, 'law'],

  ['2026-01-01', '2026-01-01', 'holiday', newYear, 'law'],
  ['2026-01-02', '2026-01-02', 'swapped', newYear, 'swap2026'],
  ['2026-02-16', '2026-02-20', 'holiday', tet, 'tet2026'],
  ['2026-04-26', '2026-04-26', 'holiday', hungKings, 'law'],
  ['2026-04-27', '2026-04-27', 'compensatory', hungKings, 'law'],
  ['2026-04-30', '2026-04-30', 'holiday', victory, 'law'],
  ['2026-05-01', '2026-05-01', 'holiday', labour, 'law'],
  ['2026-08-31', '2026-08-31', 'swapped', national, 'recalled'],
  ['2026-09-01', '2026-09-01', 'holiday', national, 'recalled'],
  ['2026-09-02', '2026-09-02', 'holiday', national, 'law'],
];

export const WORKED_ROWS: readonly WorkedRow[] = [
  ['2019-01-05', '2018-12-31', 'recalled'],
  ['2019-05-04', '2019-04-29', 'swap2019'],
  ['2024-05-04', '2024-04-29', 'swap2024'],
  ['2025-04-26', '2025-05-02', 'swap2025'],
  ['2026-01-10', '2026-01-02', 'swap2026'],
  ['2026-08-22', '2026-08-31', 'recalled'],
];
