/** A whole conclusion – a notice, minutes, a pasted message – as tasks to be given: the orders in it, nothing else. Pure. */
import type { Quoted } from '../../chat/incoming.ts';
import type { AssignmentReading, UnknownUnit } from '../../language/assignments/assignmentReading.ts';
import { type ExtractedTask, extractTasks } from '../../language/assignments/extractTasks.ts';
import { readAssignments } from '../../language/assignments/readAssignments.ts';
import { buildUnitIndex, findUnits, matchUnit } from '../../language/matching/matchUnits.ts';
import type { UnitMention } from '../../language/matching/unit.ts';
import type { UnitIndex } from '../../language/matching/unitIndex.ts';
import type { PreviewTask } from './preview.ts';
import { type Reader, titleMax } from './readText.ts';
import { shorten } from './shorten.ts';
import { previewOf } from './understand.ts';

/** Empty when no order is found. `quoted`: the message that the text is of; each task keeps its own words of it. */
export function readConclusions(text: string, quoted: Quoted | null, reader: Reader): PreviewTask[] {
  const { calendar, now } = reader;
  const units = buildUnitIndex(reader.units, { agencyId: reader.homeAgencyId });
  const mentions = findUnits(text, units);
  const source = headSource(text);
  // "trong 5 ngày làm việc" counts from the day of the document.
  const written = source?.date ?? null;
  const isPast = written !== null && Temporal.PlainDate.compare(written, now.toPlainDate()) < 0;
  const readAt = isPast ? written.toZonedDateTime({ timeZone: calendar.timeZone, plainTime: '08:00' }) : now;
  const found = extractTasks(text, { now: readAt, calendar }).map((task) =>
    readingOf(task, text, mentions, units),
  );
  // Short notes without a verb of ordering: "P. TH dự thảo, P. KH dự toán".
  const readings =
    found.length > 0
      ? found
      : readAssignments(text, { now: readAt, calendar, units }).filter(
          ({ leads, unknown, title }) => title !== '' && leads.length + unknown.length > 0,
        );
  return readings.map((reading) => {
    const task = previewOf(reading, reader);
    return {
      ...task,
      title: shorten(task.title.replace(/\s+/gu, ' '), titleMax),
      source: source ?? task.source,
      sourceMessage: quoted && {
        text: shorten(reading.text, titleMax),
        by: quoted.by,
        link: quoted.link,
      },
    };
  });
}

/** The number and day in the head of a document: "Số: 12/TB-TTTT", "Hà Nội, ngày 05 tháng 4 năm 2016". What stands further below
 *  belongs to other documents. Null without a number. */
function headSource(text: string): PreviewTask['source'] {
  const head = text.slice(0, headLength);
  const number = /^\s*Số\s*:?\s*(?<number>\d{1,6}\p{Ll}?\/\p{L}[\p{L}\d.&–/-]*)/imu.exec(head)?.groups
    ?.number;
  if (!number) return null;
  const date = /ngày\s+(?<day>\d{1,2})\s+tháng\s+(?<month>\d{1,2})\s+năm\s+(?<year>\d{4})/iu.exec(
    head,
  )?.groups;
  return { number, date: date ? existingDay(date) : null };
}

const headLength = 1000;

function existingDay({ day, month, year }: Record<string, string | undefined>): Temporal.PlainDate | null {
  try {
    return Temporal.PlainDate.from(
      { day: Number(day), month: Number(month), year: Number(year) },
      { overflow: 'reject' },
    );
  } catch {
    return null; // a slip of the typist
  }
}

/** The extracted task in the form that a line of /giao is read into. The words alone do not tell where the name of a unit ends
 *  ("Phòng Phát triển ứng dụng rà soát …"); the organisation does. */
function readingOf(
  { leads, coordinating, action, deadline }: ExtractedTask,
  text: string,
  mentions: readonly UnitMention[],
  units: UnitIndex,
): AssignmentReading {
  const named = (role: UnknownUnit['role'], all: ExtractedTask['leads']) =>
    all.map((said): Named => {
      const mention = mentions.find(({ from, to }) => from === said.from && to >= said.to);
      if (mention) return { mention };
      const match = matchUnit(said.text, units);
      if (match.kind === 'none') return { unknown: { ...said, role, nearest: match.nearest } };
      const sure = match.kind === 'one';
      const candidates = match.kind === 'one' ? [{ unit: match.unit, score: 1 }] : match.candidates;
      return { mention: { ...said, candidates, sure } };
    });
  const lead = named('lead', leads);
  const others = named('coordinating', coordinating);
  const nameEnd = Math.max(
    action.from,
    ...[...lead, ...others].flatMap(({ mention }) =>
      mention && mention.from < action.from && mention.to <= action.to ? [mention.to] : [],
    ),
  );
  const title = nameEnd > action.from ? text.slice(nameEnd, action.to) : action.text;
  return {
    ...action,
    leads: lead.flatMap(({ mention }) => mention ?? []),
    coordinating: others.flatMap(({ mention }) => mention ?? []),
    followers: [],
    excluded: [],
    unknown: [...lead, ...others].flatMap(({ unknown }) => unknown ?? []),
    deadline,
    otherDeadlines: [],
    recurrence: deadline?.recurrence ?? null,
    urgency: 'normal',
    urgencySpan: null,
    source: null,
    title: title.replace(/^[\s,;:]+/u, ''),
    titleSpans: [action],
    parts: [],
  };
}

type Named = { mention?: UnitMention; unknown?: UnknownUnit };
