/** What somebody wants opinions on, and whom they may ask about it. Reads only. */
import type { Context } from '../chat/context.ts';
import { UserError } from '../chat/errors.ts';
import type { Trx } from '../database/transaction.ts';
import { allowedTasks, mayOnRound, mayOpenRound, type RoundFacts } from '../people/permissions.ts';
import { leadersOf } from '../people/reach.ts';
import { loadUnits } from '../people/units.ts';
import { dueOf } from '../tasks/load.ts';
import type { Due } from '../tasks/task.ts';
import { loadVersions } from './load.ts';
import type { Candidate } from './readAsk.ts';
import type { VersionView } from './round.ts';
import { type AboutFacts, aboutProgrammes, aboutTasks } from './subjectFacts.ts';

/** What a round is to be about, as buttons and rows name it. */
export type About = { taskId: number; programmeId: null } | { taskId: null; programmeId: number };

export type Target = {
  about: About;
  title: string;
  /** Of the task; null: none, or a programme. */
  due: Due | null;
  /** Of the task, or the programme itself. `unsettled`: who signs it is an open question. */
  programme: { id: number; title: string; unsettled: boolean } | null;
  /** The latest draft of the task. */
  version: VersionView | null;
  facts: RoundFacts;
  /** Leaders of the agencies that have a part, in the order of the agencies. */
  candidates: readonly (Candidate & { agencyName: string; agencyCode: string })[];
};

/** @throws UserError when there is no such thing, or the asker may not ask about it */
export async function findTarget(about: About, context: Context): Promise<Target> {
  const { trx, who, t } = context;
  const facts = await factsOf(about, trx);
  if (!facts || !(await maySee(about, facts, context))) throw new UserError(...notFound(about, t));
  const words = t.opinions.refusals;
  if (!mayOpenRound(who, facts)) throw new UserError(words.mayNotAsk, words.whoMayAsk);
  const named = await nameOf(about, trx);
  if (!named) throw new UserError(words.taskEnded, words.taskEndedMend);
  const candidates = await leadersFor(facts, trx);
  if (candidates.length === 0) throw new UserError(words.noLeaders, words.noLeadersMend);
  return { about, ...named, facts, candidates };
}

/** Whoever may see a task hears why they may not ask about it; everybody else, that it is not there. */
async function maySee(about: About, facts: RoundFacts, { trx, who }: Context): Promise<boolean> {
  if (mayOnRound(who, 'see', facts)) return true;
  return about.taskId !== null && (await allowedTasks(trx, who, 'see', [about.taskId])).has(about.taskId);
}

async function factsOf(about: About, trx: Trx): Promise<RoundFacts | null> {
  const found: AboutFacts | undefined =
    about.taskId === null
      ? (await aboutProgrammes(trx, [about.programmeId])).get(about.programmeId)
      : (await aboutTasks(trx, [about.taskId])).get(about.taskId);
  return found ? { ...found, openedBy: null, askedIds: [] } : null;
}

type Words = Context['t'];

function notFound(about: About, t: Words): [string, string] {
  if (about.taskId !== null) {
    return [t.common.taskNotFound(t.common.taskCode(about.taskId)), t.common.listYours];
  }
  return [t.opinions.refusals.noProgramme(about.programmeId), t.common.listYours];
}

/** Null: the task has ended. */
async function nameOf(
  about: About,
  trx: Trx,
): Promise<Pick<Target, 'title' | 'due' | 'programme' | 'version'> | null> {
  if (about.taskId === null) {
    const programme = await programmeOf(about.programmeId, trx);
    return { title: programme?.title ?? '', due: null, programme, version: null };
  }
  const task = await trx
    .selectFrom('task')
    .select(['title', 'status', 'due_on', 'due_time', 'due_at', 'programme_id'])
    .where('id', '=', about.taskId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  if (task.status !== 'open') return null;
  return {
    title: task.title,
    due: dueOf(task),
    programme: task.programme_id === null ? null : await programmeOf(task.programme_id, trx),
    version: await latestDraft(about.taskId, trx),
  };
}

async function programmeOf(id: number, trx: Trx): Promise<Target['programme']> {
  const row = await trx
    .selectFrom('programme')
    .select(['id', 'title', 'signing_level'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? { id: row.id, title: row.title, unsettled: row.signing_level === null } : null;
}

async function latestDraft(taskId: number, trx: Trx): Promise<VersionView | null> {
  const row = await trx
    .selectFrom('draft_version')
    .select('id')
    .where('task_id', '=', taskId)
    .where('withdrawn_at', 'is', null)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? ((await loadVersions(trx, [row.id])).get(row.id) ?? null) : null;
}

/** Nobody asks leaders of agencies that have no part. */
async function leadersFor(facts: RoundFacts, trx: Trx): Promise<Target['candidates']> {
  const leaders = await leadersOf(trx, facts.agencyIds);
  const ids = [...leaders.values()].flat();
  if (ids.length === 0) return [];
  const people = await trx.selectFrom('person').select(['id', 'name']).where('id', 'in', ids).execute();
  const names = new Map(people.map((person) => [person.id, person.name]));
  const units = (await loadUnits(trx)).filter((unit) => unit.kind === 'agency');
  return [...leaders].flatMap(([agencyId, personIds]) => {
    const unit = units.find((each) => each.id === agencyId);
    return [...new Set(personIds)].map((personId) => ({
      personId,
      name: names.get(personId) ?? '',
      agencyId,
      agencyNames: unit ? [unit.code, unit.name, ...unit.aliases] : [],
      agencyName: unit?.name ?? '',
      agencyCode: unit?.code ?? '',
    }));
  });
}
