/** Moments of the bot's clock in the reader's language, in the zone of the playground. Pure. */
import type { PageLanguage } from '../playground.ts';

export type Times = {
  /** "16:41" */
  clock(moment: string): string;
  /** "Thứ Ba, 5/4/2016" · "Tuesday, 5 April 2016" */
  day(moment: string): string;
  /** "2016-04-05T16:41", as a date field wants it. */
  local(moment: string): string;
};

export function timesIn(language: PageLanguage, timeZone: string): Times {
  const spoken = language === 'vi' ? 'vi-VN' : 'en-GB';
  const clock = new Intl.DateTimeFormat(spoken, {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const date: Intl.DateTimeFormatOptions =
    language === 'vi'
      ? { day: 'numeric', month: 'numeric', year: 'numeric' }
      : { day: 'numeric', month: 'long', year: 'numeric' };
  const weekday = new Intl.DateTimeFormat(spoken, { timeZone, weekday: 'long' });
  const day = new Intl.DateTimeFormat(spoken, { timeZone, ...date });
  const isoDay = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  return {
    clock: (moment) => clock.format(new Date(moment)),
    day: (moment) => `${weekday.format(new Date(moment))}, ${day.format(new Date(moment))}`,
    local: (moment) => `${isoDay.format(new Date(moment))}T${clock.format(new Date(moment))}`,
  };
}
