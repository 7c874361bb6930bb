/** What the Telegram adapter is given beside its configuration: its sentences, the command menus, whom to tell of a moved
 *  group and of where invitations are followed. */
import type { Kysely } from 'kysely';
import { buildCalendar } from './calendar/buildCalendar.ts';
import type { Feature } from './chat/feature.ts';
import { type Clock, machineClock } from './clock.ts';
import type { LanguageCode } from './database/codes.ts';
import type { Database } from './database/tables.ts';
import { inTransaction } from './database/transaction.ts';
import { findDeadlines } from './language/deadlines/findDeadlines.ts';
import { localeFor } from './locale/locale.ts';
import type { Log } from './log.ts';
import { moveMeetings } from './meetings/moveMeetings.ts';
import { type Defaults, loadActor } from './people/identify.ts';
import { keepInvitationLink } from './people/invitationLinks.ts';
import { moveRooms } from './people/rooms.ts';
import { calendarOf } from './reminders/calendars.ts';
import { showCardsInNewPlace } from './tasks/movedCards.ts';

export type TelegramOptions = {
  db: Kysely<Database>;
  clock: Clock;
  features: readonly Feature[];
  usual: Defaults;
  log: Log;
};

/** All but its tables; the adapter's own types say at the composition root whether this fits. */
export function telegramParts({ db, clock, features, usual, log }: TelegramOptions) {
  const wordsIn = (language: LanguageCode, timeZone: string) => {
    const { telegram, dates } = localeFor(language, timeZone);
    const form = { ...telegram.form, day: (date: Temporal.PlainDate) => dates.day(date) };
    return { ...telegram, form };
  };
  const menu = (languageCode: string, language: LanguageCode) => ({
    languageCode,
    commands: menuCommands(features, language, usual.timeZone),
  });
  /** By the calendar of the person's agency. */
  const dayMeantBy = async (words: string, userId: string) => {
    const who = await loadActor(db, { platform: 'telegram', userId }, usual);
    const calendar =
      who?.agencyId == null
        ? buildCalendar({ timeZone: usual.timeZone })
        : await calendarOf(db, who.agencyId);
    const now = clock.now().toZonedDateTimeISO(calendar.timeZone);
    const found = findDeadlines(words, { now, calendar });
    return (found.find(({ closes }) => closes) ?? found[0])?.dueOn ?? null;
  };
  return {
    now: () => clock.now(),
    machineNow: () => machineClock.now(),
    timeZone: usual.timeZone,
    wordsFor: async (userId: string) => {
      const who = await loadActor(db, { platform: 'telegram', userId }, usual);
      return wordsIn(who?.language ?? usual.language, who?.timeZone ?? usual.timeZone);
    },
    dayMeantBy,
    menus: [menu('', usual.language), menu('vi', 'vi'), menu('en', 'en')],
    chatMoved: (from: string, to: string) =>
      inTransaction(db, async (trx) => {
        const moved = { platform: 'telegram', from, to } as const;
        await moveRooms(trx, clock.now(), moved);
        await moveMeetings(trx, moved);
        await showCardsInNewPlace(trx, clock.now(), moved);
      }),
    invitationsAt: (address: string) => keepInvitationLink(db, 'telegram', address),
    log,
  };
}

/** The first word of each command in that language. */
function menuCommands(features: readonly Feature[], language: LanguageCode, timeZone: string) {
  const t = localeFor(language, timeZone);
  const commands = features.flatMap((feature) => feature.commands);
  return commands
    .filter(({ unlisted }) => !unlisted)
    .map((command) => ({
      word: command.words[language][0] ?? command.name,
      summary: command.help(t).summary,
      personal: personalCommands.has(command.name),
    }));
}

/** What somebody settles with the bot alone. */
const personalCommands: ReadonlySet<string> = new Set(['thamgia', 'ngonngu', 'vangmat', 'caidat']);
