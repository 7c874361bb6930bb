/** Reads what somebody typed – a line, or one field of a form – with the organisation and calendar of the giver. */
import type { WorkCalendar } from '../../calendar/workCalendar.ts';
import { UserError } from '../../chat/errors.ts';
import type { Quoted } from '../../chat/incoming.ts';
import { readAssignments } from '../../language/assignments/readAssignments.ts';
import { closingDeadline } from '../../language/deadlines/closing.ts';
import { findDeadlines } from '../../language/deadlines/findDeadlines.ts';
import { type Recurrence, writeRecurrence } from '../../language/deadlines/recurrence.ts';
import { buildUnitIndex, matchUnit } from '../../language/matching/matchUnits.ts';
import type { KnownUnit, UnitMatch } from '../../language/matching/unit.ts';
import {
  type ProgrammeMention,
  programmeMentions,
  withoutMentions,
} from '../../language/programmes/programmeMention.ts';
import type { Locale } from '../../locale/locale.ts';
import { unitLabel } from './organisation.ts';
import type { PreviewDue, PreviewTask } from './preview.ts';
import { batchMax } from './previewStore.ts';
import { shorten } from './shorten.ts';
import { previewDue, previewOf } from './understand.ts';

export type Reader = {
  /** In the zone of the giver. */
  now: Temporal.ZonedDateTime;
  calendar: WorkCalendar;
  units: readonly KnownUnit[];
  /** Whose departments come first when a name fits several. */
  homeAgencyId: number;
  /** Null while it is open for which agency is given. */
  agencyId: number | null;
  t: Locale;
};

/** So much of somebody's words is said back to them. */
const wordsShown = 100;

/** The most a title may have, in UTF-16 units: a heading, not a letter. */
export const titleMax = 1000;

/** `programme`: the words that say where the task belongs, if any. */
export type ReadTask = { task: PreviewTask; programme: ProgrammeMention | null };

/**
 * The tasks of a line, at least one. The message it answers to (`quoted`) is kept as the source; its words are read when the
 * line has none, and are the title when the line names only units and a date.
 * @throws UserError when there is nothing to read, or too much
 */
export function readTasks(line: string, quoted: Quoted | null, reader: Reader): ReadTask[] {
  const { error, help } = reader.t.giving;
  const said = (line.trim() === '' ? (quoted?.text ?? '') : line).normalize('NFC');
  const mentions = programmeMentions(said);
  const text = withoutMentions(said, mentions);
  const readings = readAssignments(text, { ...reader, units: indexOf(reader) });
  if (text.trim() === '' || readings.length === 0) {
    throw new UserError(error.noTask, error.writeTask(help.examples[0]));
  }
  if (readings.length > batchMax) {
    throw new UserError(error.tooManyTasks(readings.length, batchMax), error.splitMessage);
  }
  return readings.map((reading) => {
    const task = previewOf(reading, reader);
    const title = task.title === '' && readings.length === 1 && quoted ? oneLine(quoted.text) : task.title;
    // One that stands in none of several tasks is said of them all.
    const own = mentions.find(({ from }) => from >= reading.from && from < reading.to);
    const ofAll = mentions.find(({ from }) => !readings.some((each) => from >= each.from && from < each.to));
    return {
      task: {
        ...task,
        title: checkedTitle(title, reader.t),
        sourceMessage: quoted && { text: quoted.text, by: quoted.by, link: quoted.link },
      },
      programme: own ?? ofAll ?? (readings.length === 1 ? (mentions[0] ?? null) : null),
    };
  });
}

/** @throws UserError when it is too long */
export function checkedTitle(title: string, t: Locale): string {
  const { error } = t.giving;
  if (title.length > titleMax) {
    throw new UserError(error.titleTooLong(title.length, titleMax), error.shortenTitle, 'title');
  }
  return title;
}

/** A deadline from a field: an ISO date as a date picker gives it, or words. Null for an empty field.
 *  @throws UserError at `field` when the words name no day */
export function readDueField(words: string, field: string, reader: Reader): PreviewDue | null {
  if (words === '') return null;
  const { error } = reader.t.giving;
  const picked = isoDay(words);
  if (picked) return { words: '', dueOn: picked, time: null, convention: null, sure: 'said', problem: null };
  const found = closingDeadline(findDeadlines(words, reader));
  const due = found ? previewDue(found, found.recurrence, reader.now) : null;
  if (!due) throw new UserError(error.dueUnknown(shorten(words, wordsShown)), error.dueMend, field);
  return due;
}

/** @throws UserError when the words name no recurrence */
export function readRecurrenceField(words: string, field: string, reader: Reader): Recurrence | null {
  if (words === '') return null;
  const found = findDeadlines(words, reader).find((each) => each.recurrence !== null);
  if (found?.recurrence) return found.recurrence;
  const { error } = reader.t.giving;
  throw new UserError(error.recurrenceUnknown(shorten(words, wordsShown)), error.recurrenceMend, field);
}

/** The day of a document. @throws UserError when the words name none */
export function readDayField(words: string, field: string, reader: Reader): Temporal.PlainDate | null {
  if (words === '') return null;
  const day = isoDay(words) ?? findDeadlines(words, reader)[0]?.dueOn;
  if (day) return day;
  const { error } = reader.t.giving;
  throw new UserError(error.sourceDateUnknown(shorten(words, wordsShown)), error.sourceDateMend, field);
}

/** Departments from a field: ids as a list of choices gives them, or names with commas between.
 *  @throws UserError for a name that is no open department, or several */
export function readUnitsField(values: readonly string[], field: string, reader: Reader): number[] {
  // Agencies too, so that "TTTT/TH" can be read.
  const open = reader.units.filter((unit) => unit.closed !== true);
  const index = buildUnitIndex(open, { agencyId: reader.homeAgencyId });
  const names = values.flatMap((value) => value.split(/[,;\n]/u)).map((name) => name.trim());
  return names.flatMap((name) => {
    if (name === '') return [];
    const chosen = open.find((unit) => unit.kind === 'department' && `${unit.id}` === name);
    if (chosen) return [chosen.id];
    const match = matchUnit(name, index);
    if (match.kind === 'one' && match.unit.kind === 'department') return [match.unit.id];
    throw notOneUnit(name, match, field, reader);
  });
}

/** Says which departments the name may mean. A whole agency is none. */
function notOneUnit(name: string, match: UnitMatch, field: string, { t }: Reader): UserError {
  const { error } = t.giving;
  const named = shorten(name, wordsShown);
  const candidates = match.kind === 'several' ? match.candidates : match.kind === 'none' ? match.nearest : [];
  const departments = candidates.filter(({ unit }) => unit.kind === 'department');
  const labels = departments.map(({ unit }) => unitLabel(unit, null)).join(', ');
  if (match.kind === 'several' && labels !== '') {
    return new UserError(error.unitSeveral(named, labels), error.unitSeveralMend, field);
  }
  return new UserError(error.unitUnknown(named), labels ? error.unitNearest(labels) : error.unitMend, field);
}

/** Text of a recurrence for the task row. */
export function recurrenceColumn(recurrence: Recurrence | null): string | null {
  return recurrence ? writeRecurrence(recurrence) : null;
}

function indexOf({ units, homeAgencyId }: Reader) {
  return buildUnitIndex(units, { agencyId: homeAgencyId });
}

function isoDay(words: string): Temporal.PlainDate | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(words)) return null;
  try {
    return Temporal.PlainDate.from(words, { overflow: 'reject' });
  } catch {
    return null; // 2016-04-31: the reader of deadlines says what is wrong with it
  }
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
