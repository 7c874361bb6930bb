/** What a message about a draft said, in one line: for the word that it no longer holds. */
import type { Kysely } from 'kysely';
import type { Database } from '../database/tables.ts';
import type { Locale } from '../locale/locale.ts';
import { draftFacts } from './facts.ts';
import { loadVersions } from './load.ts';

/** Null: the message is about something else. */
export async function draftHeadline(
  db: Kysely<Database>,
  { kind, facts }: { kind: string; facts: object },
  t: Locale,
): Promise<string | null> {
  if (!kind.startsWith('drafts.')) return null;
  const { versionId, departmentId } = draftFacts.parse(facts);
  const version = (await loadVersions(db, [versionId])).get(versionId);
  if (!version) return null;
  const { news } = t.drafts;
  const code = t.common.taskCode(version.taskId);
  if (kind === 'drafts.handedIn') {
    return news.handedIn(code, version.number, version.department?.name ?? version.by.name);
  }
  if (kind === 'drafts.allAgreed') return news.allAgreed(code, version.number);
  const row = await db
    .selectFrom('department as d')
    .innerJoin('agency as a', 'a.id', 'd.agency_id')
    .select(['d.name', 'a.code'])
    .where('d.id', '=', departmentId)
    .executeTakeFirst();
  return row ? news.agreed(code, version.number, row.name, row.code) : null;
}
