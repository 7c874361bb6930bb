/** What a list or an answer speaks of, in words for its title: the same on every page, for it is read from the request. */
import { cardLimits } from '../chat/card.ts';
import type { Context } from '../chat/context.ts';
import type { Trx } from '../database/transaction.ts';
import type { ListRequest } from './listRequest.ts';

/** "Danh sách việc: quá hạn, Phòng Tổng hợp, 1/4/2016 – 30/4/2016"; the title alone when nothing narrows it. */
export async function titleAbout(title: string, request: ListRequest, { trx, t }: Context): Promise<string> {
  const words = t.reports.tasks;
  const { states, departmentIds, agencyIds, personIds, programmeId, period } = request;
  const about = [
    ...(programmeId === null ? [] : [t.programmes.code(programmeId)]),
    ...states.map((state) => words.states[state]),
    ...(await namesOf(trx, 'department', departmentIds)),
    ...(await namesOf(trx, 'agency', agencyIds)),
    ...(await namesOf(trx, 'person', personIds)),
    ...(period ? [words.days(t.dates.shortDay(period.from), t.dates.shortDay(period.to))] : []),
  ];
  return about.length === 0 ? title : words.about(title, about).slice(0, cardLimits.title);
}

async function namesOf(
  trx: Trx,
  table: 'department' | 'agency' | 'person',
  ids: readonly number[],
): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await trx
    .selectFrom(table)
    .select('name')
    .where('id', 'in', [...ids])
    .orderBy('id')
    .execute();
  return rows.map((row) => row.name);
}
