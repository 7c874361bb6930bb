/** `daumoi extract`: the tasks that a conclusion or a minute names. Loads neither database nor platforms. */
import { parseArgs } from 'node:util';
import { buildCalendar } from '../calendar/buildCalendar.ts';
import type { WorkCalendar } from '../calendar/workCalendar.ts';
import { extractFromLine, extractFromText, type LineProblem } from '../language/extractCommand.ts';
import { BadInput, type CommandIo, type RunCommand, UsageError } from './command.ts';
import { linesOf, textOf } from './input.ts';
import { calendarZone } from './timeZone.ts';

export const usage = [
  'daumoi extract --date DAY FILE         the tasks of a text; - for standard input',
  'daumoi extract --jsonl [FILE]         lines {"id","text","date"}; without FILE from standard input',
];

export const run: RunCommand = async (args, io) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { date: { type: 'string' }, jsonl: { type: 'boolean', default: false } },
  });
  const calendar = buildCalendar({ timeZone: calendarZone(io) });
  const [path, ...others] = positionals;
  if (others.length > 0) throw new UsageError('one file at a time');
  if (values.jsonl) return await answerLines(path ?? '-', calendar, io);
  if (path === undefined) throw new UsageError('there is no file to read');
  if (values.date === undefined) throw new UsageError('--date is missing: the day the text was written');
  const date = dayOf(values.date);
  for (const task of extractFromText(await textOf(path, io), date, calendar)) io.print(JSON.stringify(task));
  return 0;
};

function dayOf(text: string): Temporal.PlainDate {
  try {
    return Temporal.PlainDate.from(text);
  } catch {
    throw new BadInput(`--date is no day such as 2016-04-05: ${text}`);
  }
}

const problems: Readonly<Record<LineProblem, string>> = {
  'not-json': 'is no JSON object',
  'no-text': 'has no "text"',
  'no-date': 'has no "date" such as 2016-04-05',
};

async function answerLines(path: string, calendar: WorkCalendar, io: CommandIo): Promise<number> {
  let status = 0;
  let count = 0;
  for await (const line of linesOf(path, io)) {
    count += 1;
    if (line.trim() === '') continue;
    const read = extractFromLine(line, calendar);
    if ('answer' in read) {
      io.print(JSON.stringify(read.answer));
    } else {
      io.complain(`line ${count} ${problems[read.problem]}`);
      status = 1;
    }
  }
  return status;
}
