/** `daumoi doctor`: looks over the whole installation and says what somebody should see to. */
import { calendarPage } from '../calendar/calendarPage.ts';
import { ConfigError } from '../config.ts';
import { DatabaseUnavailable } from '../database/databaseUnavailable.ts';
import { calendarsOf } from '../reminders/calendars.ts';
import { type RunCommand, UsageError } from './command.ts';
import { type AtWork, withDatabase } from './database.ts';
import {
  failedMessages,
  findings,
  lateMessages,
  lonelyPeople,
  unprovenRooms,
  unreachable,
} from './doctorQueries.ts';
import { slackWorkspaces } from './doctorSlack.ts';

export const usage = ['daumoi doctor                          what is amiss, and how to mend it'];

/** Status 0 when nothing is amiss. */
export const run: RunCommand = async (args, io) => {
  if (args.length > 0) throw new UsageError('doctor takes no arguments');
  const report = (finding: Finding) => {
    const good = finding.amiss.length === 0;
    io.print(`${good ? '✓' : '✗'} ${finding.what}${good ? `: ${finding.good}` : ''}`);
    for (const line of finding.amiss) io.print(`    ${line}`);
    if (!good) io.print(`    → ${finding.mend}`);
  };
  try {
    return await withDatabase(io, async (at) => {
      report({ what: 'Configuration', good: 'can be used', amiss: [], mend: '' });
      report({ what: 'Database', good: 'answers, with the tables of this version', amiss: [], mend: '' });
      const all = [
        ...(await findings(at.db, checks(at))),
        ...(await slackWorkspaces(at)),
        ...(await calendars(at)),
      ];
      for (const finding of all) report(finding);
      return all.every((finding) => finding.amiss.length === 0) ? 0 : 1;
    });
  } catch (error) {
    if (error instanceof ConfigError) {
      const mend = 'mend them in the environment or in .env';
      report({ what: 'Configuration', good: '', amiss: [...error.problems], mend });
      return 1;
    }
    if (error instanceof DatabaseUnavailable) {
      report({ what: 'Database', good: '', amiss: [error.message], mend: 'the message says how' });
      return 1;
    }
    throw error;
  }
};

/** `amiss`: a line for each thing; empty when all is well. */
export type Finding = { what: string; good: string; amiss: string[]; mend: string };

function checks({ now }: AtWork) {
  return [
    {
      what: 'Rooms and accounts',
      good: 'all can be written to',
      find: unreachable,
      mend: 'any command sent from there connects it again',
    },
    {
      what: 'Proof of rooms',
      good: 'somebody answered the test card in every room',
      find: unprovenRooms,
      mend: 'somebody there presses “Đã thấy” (“Seen”) on the test card; an admin sends it again in /donvi',
    },
    {
      what: 'Messages',
      good: 'none failed in the last 7 days',
      find: failedMessages(now.subtract({ hours: 7 * 24 })),
      mend: 'codes are the platform’s own; "no_way" means that nobody near the recipient could be written to',
    },
    {
      what: 'Delivery',
      good: 'nothing is late',
      find: lateMessages(now),
      mend: 'is the bot running? its log says what the platforms answer',
    },
    {
      what: 'People',
      good: 'everybody with a task has an account',
      find: lonelyPeople,
      mend: 'daumoi org invite NAME gives a code for /thamgia',
    },
  ];
}

/** This year and the next, of every agency. */
async function calendars({ db, config, now }: AtWork): Promise<Finding[]> {
  const agencies = await db.selectFrom('agency').select(['id', 'code']).orderBy('id').execute();
  const known = await calendarsOf(
    db,
    agencies.map((agency) => agency.id),
  );
  const thisYear = now.toZonedDateTimeISO(config.timeZone).year;
  const amiss = [thisYear, thisYear + 1].flatMap((year) => {
    const provisional = agencies.filter(({ id }) => {
      const calendar = known.get(id);
      return calendar !== undefined && calendarPage(calendar, year).provisional;
    });
    if (provisional.length === 0) return [];
    return [
      `${year} is computed by the Labour Code, not announced: ${provisional.map((each) => each.code).join(', ')}`,
    ];
  });
  const mend = 'once the year is announced, an admin imports the announcement with /lich';
  return [{ what: 'Working calendar', good: 'announced for this year and the next', amiss, mend }];
}
