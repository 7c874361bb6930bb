/** The working calendar as the rest of the house sees it: which days an office works. Pure; no clock, no database. */

/** Answers for one agency; made by `buildCalendar` from the public data and the agency's overrides. */
export type WorkCalendar = {
  /** IANA name of the zone in which days begin and end, for example `Asia/Ho_Chi_Minh`. */
  readonly timeZone: string;
  isWorkingDay(day: Temporal.PlainDate): boolean;
  /** Why the day is off (name of the holiday, or the weekend), or null on a working day. `provisional` when the
   *  year's announcement has not been imported and the day was computed from the Labour Code. */
  dayOff(day: Temporal.PlainDate): DayOff | null;
};

export type DayOff = {
  kind: 'weekend' | 'holiday' | 'compensatory' | 'swapped' | 'agency';
  name: string | null;
  provisional: boolean;
};
