/** The summary of opinions (bảng tổng hợp ý kiến) as a Word file: who was asked, what they said, what it comes to. */
import type { FileOut } from '../chat/platform.ts';
import type { Trx } from '../database/transaction.ts';
import type { DocumentBlock, OfficialDocument } from '../documents/document.ts';
import { officialDocument, wordMime } from '../documents/officialDocument.ts';
import { type Locale, localeFor } from '../locale/locale.ts';
import { dueText } from '../tasks/card.ts';
import { versionText } from './card.ts';
import { optionLabel, outcomeText } from './labels.ts';
import { hasAnswered, type RoundView, type SeatView } from './round.ts';

/** Of a round that has ended, in the language of the agency that keeps it. */
export async function summaryFile(trx: Trx, round: RoundView): Promise<FileOut> {
  const agency = await trx
    .selectFrom('agency')
    .select(['name', 'language', 'time_zone'])
    .where('id', '=', round.agencyId)
    .executeTakeFirstOrThrow();
  const t = localeFor(agency.language, agency.time_zone);
  const content = await officialDocument(summaryDocument(round, agency.name, t), agency.language);
  return { name: t.opinions.summary.fileName(t.opinions.code(round.id)), mime: wordMime, content };
}

function summaryDocument(round: RoundView, agency: string, t: Locale): OfficialDocument {
  const words = t.opinions.summary;
  const ended = round.closedAt ?? round.due.at;
  return {
    parentAgency: null,
    agency,
    number: null,
    place: words.place,
    date: ended.toZonedDateTimeISO(t.timeZone).toPlainDate(),
    kind: words.kind,
    subject: round.question,
    body: [
      ...aboutBlocks(round, t),
      { kind: 'heading', level: 1, text: words.opinions },
      ...tableBlocks(round, t),
      { kind: 'heading', level: 1, text: words.result },
      { kind: 'paragraph', text: outcomeText(round, t), style: 'strong' },
      { kind: 'list', items: countLines(round, t) },
    ],
    signatures: [{ title: words.maker, name: '' }],
    recipients: [words.toLeaders, words.toFocal, words.toFile],
  };
}

function aboutBlocks(round: RoundView, t: Locale): DocumentBlock[] {
  const words = t.opinions.summary;
  const { task, programme, version } = round;
  const answered = round.seats.filter(hasAnswered).length;
  const lines = [
    words.round(t.opinions.code(round.id), round.openedBy.name, t.dates.shortMoment(round.openedAt)),
    ...(task ? [words.task(t.common.taskCode(task.id), task.title)] : []),
    ...(programme ? [words.programme(programme.title)] : []),
    ...(version ? [words.draft(versionText(version, t))] : []),
    words.due(dueText(round.due, t)),
    words.rule(t.opinions.rules[round.rule](round.leadAgency?.name ?? '')),
    t.opinions.card.answered(answered, round.seats.length),
  ];
  return [{ kind: 'list', items: lines }];
}

/** A table for each agency. */
function tableBlocks(round: RoundView, t: Locale): DocumentBlock[] {
  const words = t.opinions.summary;
  const groups = Map.groupBy(round.seats, (seat) => seat.agency.id);
  return [...groups.values()].flatMap((seats): DocumentBlock[] => [
    { kind: 'heading', level: 2, text: seats[0]?.agency.name ?? '' },
    {
      kind: 'table',
      columns: [words.number, words.leader, words.opinion, words.words],
      rows: seats.map((seat, place) => rowOf(round, seat, place + 1, t)),
      widths: [1, 4, 4, 7],
    },
  ]);
}

function rowOf(round: RoundView, seat: SeatView, number: number, t: Locale): string[] {
  const { opinion, person } = seat;
  const words = t.opinions.summary;
  if (!opinion) return [`${number}`, person.name, t.opinions.card.none, ''];
  const through = opinion.by.id === person.id ? '' : `\n${t.opinions.card.by(opinion.by.name)}`;
  const waits = hasAnswered(seat) ? '' : `\n${t.opinions.card.unconfirmed}`;
  const on = opinion.versionNumber === null ? '' : `\n${words.onVersion(opinion.versionNumber)}`;
  const file = opinion.file ? `\n${t.opinions.card.withFile(opinion.file.name)}` : '';
  return [
    `${number}`,
    `${person.name}${through}`,
    `${optionLabel(round, opinion.optionKey, t)}${waits}\n${t.dates.shortMoment(opinion.at)}${on}`,
    `${opinion.words ?? ''}${file}`.trim(),
  ];
}

/** So many for each option, and those who said nothing. */
function countLines(round: RoundView, t: Locale): string[] {
  const words = t.opinions.summary;
  const count = (key: string) =>
    round.seats.filter((seat) => hasAnswered(seat) && seat.opinion?.optionKey === key).length;
  const silent = round.seats.filter((seat) => !hasAnswered(seat));
  return [
    ...round.options.map(({ key }) => words.count(optionLabel(round, key, t), count(key))),
    ...(silent.length > 0 ? [words.silent(silent.map((seat) => seat.person.name).join(', '))] : []),
  ];
}
