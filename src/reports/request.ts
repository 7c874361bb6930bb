/** What the words of a question ask this person for. Pure. */
import type { Query } from '../language/query/query.ts';
import type { Actor } from '../people/actor.ts';
import type { ListRequest, View } from './listRequest.ts';

/** The view a person has of the work when nothing is said: a leader the agency, an official what they gave, a
 *  department's people what it owes. */
export function ownView(actor: Actor): View {
  if (actor.leaderOf.length > 0) return 'agency';
  if (actor.officialOf.length > 0) return 'given';
  if (actor.memberOf.length > 0) return 'owed';
  return 'following';
}

/** The words of a question, and the programme of cooperation they speak of. */
export type Asked = Query & { programmeId: number | null };

/** A question as a list; `fallback`: the view when the words name none. */
export function requestOf(query: Asked, fallback: View): ListRequest {
  const units = query.units.flatMap((mention) => mention.candidates[0]?.unit ?? []);
  const departmentIds = units.filter((unit) => unit.kind === 'department').map((unit) => unit.id);
  const agencyIds = units.filter((unit) => unit.kind === 'agency').map((unit) => unit.id);
  const { programmeId } = query;
  const named = units.length > 0 || query.people.length > 0 || programmeId !== null;
  return {
    view: viewOf(query, named, fallback),
    states: query.states,
    departmentIds,
    agencyIds,
    personIds: query.people,
    programmeId,
    period: query.period && { from: query.period.from, to: query.period.to },
    offset: 0,
  };
}

/** Whether the words said anything at all that a list can be made of. */
export function saysSomething(query: Query): boolean {
  return (
    query.states.length + query.units.length + query.people.length > 0 ||
    query.period !== null ||
    query.programmeCodes.length > 0 ||
    query.programmeSaid ||
    query.role !== null ||
    query.mine !== null
  );
}

function viewOf(query: Query, named: boolean, fallback: View): View {
  if (query.role === 'assignedToMe') return 'owed';
  if (query.role === 'givenByMe') return 'given';
  if (query.role === 'following') return 'following';
  if (named || query.mine === false) return 'visible';
  return fallback;
}
