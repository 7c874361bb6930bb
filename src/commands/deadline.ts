/** `daumoi deadline`: the deadline that a piece of text names. Loads neither database nor platforms. */
import { parseArgs } from 'node:util';
import { buildCalendar } from '../calendar/buildCalendar.ts';
import type { WorkCalendar } from '../calendar/workCalendar.ts';
import { machineClock } from '../clock.ts';
import {
  answerDeadline,
  answerDeadlineLine,
  BadDeadlineInput,
  explainDeadline,
  readMoment,
} from '../language/deadlineCommand.ts';
import { BadInput, type CommandIo, type RunCommand, UsageError } from './command.ts';
import { linesOf } from './input.ts';
import { calendarZone } from './timeZone.ts';

export const usage = [
  'daumoi deadline [--from MOMENT] [--explain] TEXT',
  'daumoi deadline --jsonl [FILE]        lines {"text","from"}; without FILE from standard input',
];

export const run: RunCommand = async (args, io) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      from: { type: 'string' },
      jsonl: { type: 'boolean', default: false },
      explain: { type: 'boolean', default: false },
    },
  });
  const calendar = buildCalendar({ timeZone: calendarZone(io) });
  if (values.jsonl) {
    if (positionals.length > 1) throw new UsageError('--jsonl reads one file, or standard input');
    return await answerLines(positionals[0] ?? '-', calendar, io);
  }
  const text = positionals.join(' ');
  if (text.trim() === '') throw new UsageError('there is no text to read');
  try {
    const now = values.from
      ? readMoment(values.from, calendar.timeZone)
      : machineClock.now().toZonedDateTimeISO(calendar.timeZone);
    if (values.explain) for (const line of explainDeadline(text, now, calendar)) io.print(line);
    io.print(JSON.stringify(answerDeadline(text, now, calendar)));
    return 0;
  } catch (error) {
    if (error instanceof BadDeadlineInput) throw new BadInput(error.message);
    throw error;
  }
};

/** A line that cannot be read is named and passed over: the others are answered. */
async function answerLines(path: string, calendar: WorkCalendar, io: CommandIo): Promise<number> {
  let status = 0;
  let count = 0;
  for await (const line of linesOf(path, io)) {
    count += 1;
    if (line.trim() === '') continue;
    try {
      io.print(answerDeadlineLine(line, calendar));
    } catch (error) {
      if (!(error instanceof BadDeadlineInput)) throw error;
      io.complain(`line ${count}: ${error.message}`);
      status = 1;
    }
  }
  return status;
}
