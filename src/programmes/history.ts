/** What has happened to a programme, in words. Reads only. */
import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Database } from '../database/tables.ts';
import type { Locale } from '../locale/locale.ts';
import { shorten } from '../tasks/giving/shorten.ts';
import { statuses } from './programme.ts';

export type HistoryRow = {
  id: number;
  at: Temporal.Instant;
  kind: string;
  person: string | null;
  agencyCode: string | null;
  data: object;
};

/** The latest `limit` lines, the oldest of them first; `before`: only those older than this event. Index: event_subject_idx. */
export async function historyOf(
  db: Kysely<Database>,
  programmeId: number,
  limit: number,
  before: number | null = null,
): Promise<HistoryRow[]> {
  let query = db
    .selectFrom('event as e')
    .leftJoin('person as p', 'p.id', 'e.person_id')
    .leftJoin('agency as a', 'a.id', 'p.agency_id')
    .select(['e.id', 'e.at', 'e.kind', 'e.data', 'p.name as person', 'a.code as agencyCode'])
    .where('e.subject_kind', '=', 'programme')
    .where('e.subject_id', '=', programmeId)
    .orderBy('e.id', 'desc')
    .limit(limit);
  if (before !== null) query = query.where('e.id', '<', before);
  return (await query.execute()).reverse();
}

/** What the events say beside who and when; each has some of it. */
const dataShape = z.object({
  titles: z.array(z.string()).optional(),
  numbers: z.array(z.string()).optional(),
  from: z.enum(statuses).optional().catch(undefined),
  to: z.enum(statuses).optional().catch(undefined),
  label: z.string().optional(),
  note: z.string().nullish(),
  name: z.string().optional(),
  agency: z.string().optional(),
  year: z.number().optional(),
  what: z.enum(['plan', 'report']).optional(),
});

/** "09:12 6/4/2016 – Chuyên viên Cục (CNTT): thêm nội dung 2. Chia sẻ dữ liệu" */
export function historyLine({ at, person, agencyCode, ...event }: HistoryRow, t: Locale): string {
  const words = t.programmes.history;
  const by = person === null ? words.bot : agencyCode === null ? person : words.person(person, agencyCode);
  return words.line(t.dates.shortMoment(at), by, eventText(event, t));
}

/** So many contents are named in a line, so far. */
const namedMax = 3;
const titleShown = 100;

/** What happened, as part of a sentence. */
export function eventText({ kind, data }: Pick<HistoryRow, 'kind' | 'data'>, t: Locale): string {
  const words = t.programmes.history;
  const facts = dataShape.parse(data);
  const titles = facts.titles ?? [];
  const named = titles
    .slice(0, namedMax)
    .map((title, at) => words.numbered(facts.numbers?.[at] ?? '', shorten(title, titleShown)));
  if (titles.length > namedMax) named.push(words.more(titles.length - namedMax));
  switch (kind) {
    case 'programme.opened':
      return words.opened;
    case 'programme.consented':
      return words.consented(facts.agency ?? '');
    case 'programme.consentRefused':
      return words.consentRefused(facts.agency ?? '', facts.note ?? null);
    case 'programme.askedAgain':
      return words.askedAgain(facts.agency ?? '');
    case 'programme.edited':
      return words.edited;
    case 'programme.departmentsSet':
      return words.departmentsSet(facts.agency ?? '', facts.titles ?? []);
    case 'programme.contentAdded':
      return words.contentAdded(named);
    case 'programme.contentRenamed':
      return words.contentRenamed(named);
    case 'programme.contentDropped':
      return words.contentDropped(named);
    case 'programme.documentAdded':
      return words.documentAdded(facts.name ?? '');
    case 'programme.statusChanged':
      return words.statusChanged(
        t.programmes.status[facts.from ?? 'proposed'],
        t.programmes.status[facts.to ?? 'proposed'],
      );
    case 'programme.signingSettled':
      return words.signingSettled(facts.label ?? '');
    case 'programme.roomBound':
      return words.roomBound(facts.name ?? '');
    case 'programme.roomUnbound':
      return words.roomUnbound(facts.name ?? '');
    case 'programme.yearOpened':
      return words.yearOpened(t.programmes.yearly.names[facts.what ?? 'plan'], facts.year ?? 0);
    case 'programme.yearMissed':
      return words.yearMissed(t.programmes.yearly.names[facts.what ?? 'plan'], facts.year ?? 0);
    default:
      return words.other;
  }
}
