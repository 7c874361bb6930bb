/** Every sentence the bot says, in one language, with dates in one zone. */
import type { LanguageCode } from '../database/codes.ts';
import { type Dates, datesIn } from './dates.ts';
import { calendar as enCalendar } from './en/calendar.ts';
import { chat as enChat } from './en/chat.ts';
import { common as enCommon } from './en/common.ts';
import { delivery as enDelivery } from './en/delivery.ts';
import { directions as enDirections } from './en/directions.ts';
import { documents as enDocuments } from './en/documents.ts';
import { drafts as enDrafts } from './en/drafts.ts';
import { files as enFiles } from './en/files.ts';
import { giving as enGiving } from './en/giving.ts';
import { meetings as enMeetings } from './en/meetings.ts';
import { opinions as enOpinions } from './en/opinions.ts';
import { people as enPeople } from './en/people.ts';
import { playground as enPlayground } from './en/playground.ts';
import { programmes as enProgrammes } from './en/programmes.ts';
import { register as enRegister } from './en/register.ts';
import { reminders as enReminders } from './en/reminders.ts';
import { reports as enReports } from './en/reports.ts';
import { slack as enSlack } from './en/slack.ts';
import { tasks as enTasks } from './en/tasks.ts';
import { telegram as enTelegram } from './en/telegram.ts';
import { calendar } from './vi/calendar.ts';
import { chat } from './vi/chat.ts';
import { common } from './vi/common.ts';
import { delivery } from './vi/delivery.ts';
import { directions } from './vi/directions.ts';
import { documents } from './vi/documents.ts';
import { drafts } from './vi/drafts.ts';
import { files } from './vi/files.ts';
import { giving } from './vi/giving.ts';
import { meetings } from './vi/meetings.ts';
import { opinions } from './vi/opinions.ts';
import { people } from './vi/people.ts';
import { playground } from './vi/playground.ts';
import { programmes } from './vi/programmes.ts';
import { register } from './vi/register.ts';
import { reminders } from './vi/reminders.ts';
import { reports } from './vi/reports.ts';
import { slack } from './vi/slack.ts';
import { tasks } from './vi/tasks.ts';
import { telegram } from './vi/telegram.ts';

const vi = {
  common,
  chat,
  people,
  giving,
  tasks,
  reminders,
  calendar,
  files,
  drafts,
  documents,
  opinions,
  directions,
  programmes,
  register,
  meetings,
  reports,
  delivery,
  playground,
  slack,
  telegram,
};

const en: typeof vi = {
  common: enCommon,
  chat: enChat,
  people: enPeople,
  giving: enGiving,
  tasks: enTasks,
  reminders: enReminders,
  calendar: enCalendar,
  files: enFiles,
  drafts: enDrafts,
  documents: enDocuments,
  opinions: enOpinions,
  directions: enDirections,
  programmes: enProgrammes,
  register: enRegister,
  meetings: enMeetings,
  reports: enReports,
  delivery: enDelivery,
  playground: enPlayground,
  slack: enSlack,
  telegram: enTelegram,
};

export type Locale = typeof vi & { language: LanguageCode; timeZone: string; dates: Dates };

/** One object per language and zone, kept. */
export function localeFor(language: LanguageCode, timeZone: string): Locale {
  const key = `${language} ${timeZone}`;
  const known = locales.get(key);
  if (known) return known;
  const made = {
    ...(language === 'vi' ? vi : en),
    language,
    timeZone,
    dates: datesIn(language, timeZone),
  };
  locales.set(key, made);
  return made;
}

const locales = new Map<string, Locale>();
