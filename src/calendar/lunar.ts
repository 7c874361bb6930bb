/**
 * Vietnam's lunar calendar (meridian 105° E, UTC+7), after Hồ Ngọc Đức, "Thuật toán tính âm lịch",
 * https://www.informatik.uni-leipzig.de/~duc/amlich/calrules_vn.html; his formulas for the new moon and for the longitude
 * of the sun are those of Jean Meeus, Astronomical Algorithms. Pure.
 * How exact: month by month against his table of 1968–2099 three months begin one day late, where the new moon falls
 * within minutes of midnight: 4/2054, 11/2072, 10/2077 (no public holiday lies there). Before 1968 the country kept other
 * zones, so older days may differ from what was printed then.
 */

/** A day of the lunar calendar; `year` is the lunar year, which begins at Tết; a leap month bears the number of the month before. */
export type LunarDay = { year: number; month: number; day: number; leap: boolean };

/** The years for which the formulas are published; outside them nothing is answered. */
export const FIRST_LUNAR_YEAR = 1800;
export const LAST_LUNAR_YEAR = 2199;

/** The solar day of a lunar day, or null when there is none: a month of 29 days, a leap month the year does not
 *  have, a number that is no month or day, a year outside 1800–2199. */
export function lunarToSolar(lunar: {
  year: number;
  month: number;
  day: number;
  leap?: boolean;
}): Temporal.PlainDate | null {
  const { year, month, day, leap = false } = lunar;
  if (!Number.isInteger(year) || year < FIRST_LUNAR_YEAR || year > LAST_LUNAR_YEAR) return null;
  const found = monthsOf(year).find((each) => each.month === month && each.leap === leap);
  if (!found || !Number.isInteger(day) || day < 1 || day > found.lengthDays) return null;
  return dayFromJulian(found.firstJulian + day - 1);
}

/** The lunar day of a solar day. Throws RangeError outside the lunar years 1800–2199. */
export function solarToLunar(day: Temporal.PlainDate): LunarDay {
  const julian = julianFromDay(day);
  // The lunar year begins between 20 January and 21 February: the day lies in the lunar year of its own number or the one before.
  for (const year of [day.year, day.year - 1]) {
    if (year < FIRST_LUNAR_YEAR || year > LAST_LUNAR_YEAR) continue;
    const found = monthsOf(year).findLast((each) => each.firstJulian <= julian);
    if (found && julian < found.firstJulian + found.lengthDays) {
      return { year, month: found.month, day: julian - found.firstJulian + 1, leap: found.leap };
    }
  }
  throw new RangeError(`no lunar day is published for ${day.toString()}`);
}

type LunarMonth = { month: number; leap: boolean; firstJulian: number; lengthDays: number };

/** Months by lunar year; at most 400 years can get in, so it needs no other bound. */
const monthsByYear = new Map<number, readonly LunarMonth[]>();

/** The 12 or 13 months of a lunar year in order: months 1–10 (and a leap month) follow month 11 of the year before. */
function monthsOf(year: number): readonly LunarMonth[] {
  const known = monthsByYear.get(year);
  if (known) return known;
  const months = [
    ...monthsFromEleventh(year - 1).filter((each) => each.month <= 10),
    ...monthsFromEleventh(year).filter((each) => each.month >= 11),
  ];
  monthsByYear.set(year, months);
  return months;
}

/** Mean length of a lunar month, in days. */
const MONTH_DAYS = 29.530588853;

/** The months from month 11 of `year` up to, not including, month 11 of the next year. A month 11 or 12 in the list
 *  belongs to `year`, the others to the year after. */
function monthsFromEleventh(year: number): readonly LunarMonth[] {
  const first = moonOfEleventhMonth(year);
  const count = moonOfEleventhMonth(year + 1) - first;
  const leapAt = count === 13 ? leapMonthAfter(first) : null;
  return Array.from({ length: count }, (_, index) => {
    const firstJulian = newMoonDay(first + index);
    const shift = leapAt !== null && index >= leapAt ? index - 1 : index;
    return {
      month: ((10 + shift) % 12) + 1,
      leap: index === leapAt,
      firstJulian,
      lengthDays: newMoonDay(first + index + 1) - firstJulian,
    };
  });
}

/** Number of the new moon that opens month 11 of `year`: the last one on or before the winter solstice (270° = sector 9). */
function moonOfEleventhMonth(year: number): number {
  const lastDay = julianFromDay(Temporal.PlainDate.from({ year, month: 12, day: 31 }));
  const moon = Math.floor((lastDay - JULIAN_OF_1900) / MONTH_DAYS);
  return sunSector(newMoonDay(moon)) >= 9 ? moon - 1 : moon;
}

/** In a span of 13 months: the place of the first month in which the sun enters no new sector (no trung khí). */
function leapMonthAfter(first: number): number {
  for (let place = 1; place < 13; place += 1) {
    if (sunSector(newMoonDay(first + place)) === sunSector(newMoonDay(first + place + 1))) return place;
  }
  throw new Error(`13 months without a leap month after new moon ${first}`);
}

/** Julian day number of 31 December 1899, from which new moons are numbered. */
const JULIAN_OF_1900 = 2415021;
const ZONE_DAYS = 7 / 24;
const sinDegrees = (degrees: number) => Math.sin((degrees * Math.PI) / 180);

/** Julian day number, in UTC+7, of the day that holds the `k`th new moon after 1 January 1900. */
function newMoonDay(k: number): number {
  const t = k / 1236.85;
  const t2 = t * t;
  const t3 = t2 * t;
  const mean =
    2415020.75933 +
    29.53058868 * k +
    0.0001178 * t2 -
    0.000000155 * t3 +
    0.00033 * sinDegrees(166.56 + 132.87 * t - 0.009173 * t2);
  const sun = 359.2242 + 29.10535608 * k - 0.0000333 * t2 - 0.00000347 * t3;
  const moon = 306.0253 + 385.81691806 * k + 0.0107306 * t2 + 0.00001236 * t3;
  const node = 21.2964 + 390.67050646 * k - 0.0016528 * t2 - 0.00000239 * t3;
  const correction =
    (0.1734 - 0.000393 * t) * sinDegrees(sun) +
    0.0021 * sinDegrees(2 * sun) -
    0.4068 * sinDegrees(moon) +
    0.0161 * sinDegrees(2 * moon) -
    0.0004 * sinDegrees(3 * moon) +
    0.0104 * sinDegrees(2 * node) -
    0.0051 * sinDegrees(sun + moon) -
    0.0074 * sinDegrees(sun - moon) +
    0.0004 * sinDegrees(2 * node + sun) -
    0.0004 * sinDegrees(2 * node - sun) -
    0.0006 * sinDegrees(2 * node + moon) +
    0.001 * sinDegrees(2 * node - moon) +
    0.0005 * sinDegrees(2 * moon + sun);
  return Math.floor(mean + correction - dynamicalTimeAhead(t) + 0.5 + ZONE_DAYS);
}

/** How far dynamical time is ahead of universal time, in days; `t` in centuries from 1900. */
function dynamicalTimeAhead(t: number): number {
  const t2 = t * t;
  if (t < -11) return 0.001 + 0.000839 * t + 0.0002261 * t2 - 0.00000845 * t2 * t - 0.000000081 * t * t2 * t;
  return -0.000278 + 0.000265 * t + 0.000262 * t2;
}

/** Which twelfth of its circle (0–11, 0 from the spring equinox) the sun stands in at the beginning of a day in UTC+7. */
function sunSector(julian: number): number {
  const t = (julian - 2451545.5 - ZONE_DAYS) / 36525;
  const t2 = t * t;
  const anomaly = 357.5291 + 35999.0503 * t - 0.0001559 * t2 - 0.00000048 * t * t2;
  const longitude =
    280.46645 +
    36000.76983 * t +
    0.0003032 * t2 +
    (1.9146 - 0.004817 * t - 0.000014 * t2) * sinDegrees(anomaly) +
    (0.019993 - 0.000101 * t) * sinDegrees(2 * anomaly) +
    0.00029 * sinDegrees(3 * anomaly);
  return Math.floor((((longitude % 360) + 360) % 360) / 30);
}

const EPOCH_JULIAN = 2440588;
const EPOCH = Temporal.PlainDate.from('1970-01-01');

function julianFromDay(day: Temporal.PlainDate): number {
  return EPOCH_JULIAN + EPOCH.until(day, { largestUnit: 'days' }).days;
}

function dayFromJulian(julian: number): Temporal.PlainDate {
  return EPOCH.add({ days: julian - EPOCH_JULIAN });
}
