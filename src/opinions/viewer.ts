/** Through whose eyes a round is drawn: what they may read of it, and which buttons make sense to them. */
import type { Kysely } from 'kysely';
import type { Context, Viewer } from '../chat/context.ts';
import type { Database } from '../database/tables.ts';
import type { Locale } from '../locale/locale.ts';
import type { Actor } from '../people/actor.ts';
import { loadActorOf } from '../people/identify.ts';
import { mayGiveFor, mayOnRound } from '../people/permissions.ts';
import { roomAt } from '../people/rooms.ts';
import type { RoundView } from './round.ts';

export type RoundViewer = {
  now: Temporal.Instant;
  t: Locale;
  personId: number | null;
  sees: boolean;
  reads: boolean;
  urges: boolean;
  manages: boolean;
  /** Gives tasks: may make some of the opinions. */
  gives: boolean;
  /** Departments whose part the viewer has in hand. */
  departmentIds: readonly number[];
};

/** For a notification or a living card. */
export async function viewerOfMessage(round: RoundView, viewer: Viewer): Promise<RoundViewer> {
  const { db, now, t, roomId, personId } = viewer;
  if (roomId !== null) {
    const room = await db
      .selectFrom('room')
      .select(['agency_id as agencyId', 'department_id as departmentId'])
      .where('id', '=', roomId)
      .where('closed_at', 'is', null)
      .executeTakeFirst();
    return room ? ofRoom(round, room, { now, t }) : nobody({ now, t });
  }
  const actor = personId === null ? null : await loadActorOf(db, personId);
  return actor ? viewerOfPerson(round, actor, { now, t }) : nobody({ now, t });
}

/** For the answer to somebody in a place: in a bound room everybody there will see it. */
export async function viewerInPlace(round: RoundView, context: Context): Promise<RoundViewer> {
  const { trx, who, place } = context;
  const room = place.private ? null : await roomAt(trx, place);
  return room ? ofRoom(round, room, context) : viewerOfPerson(round, who, context);
}

type Speech = { now: Temporal.Instant; t: Locale };

export function viewerOfPerson(round: RoundView, actor: Actor, { now, t }: Speech): RoundViewer {
  const may = (action: Parameters<typeof mayOnRound>[1]) => mayOnRound(actor, action, round.facts);
  return {
    now,
    t,
    personId: actor.personId,
    sees: may('see'),
    reads: may('read'),
    urges: may('urge'),
    manages: may('manage'),
    gives: mayGiveFor(actor, round.facts.owningAgencyId),
    departmentIds: actor.memberOf.map((each) => each.departmentId),
  };
}

/** A focal department's room follows the round, an agency's room decides with it. Each press is checked all the same. */
function ofRoom(
  { facts }: RoundView,
  { agencyId, departmentId }: { agencyId: number; departmentId: number | null },
  { now, t }: Speech,
): RoundViewer {
  const takesPart = agencyId === facts.owningAgencyId || facts.agencyIds.includes(agencyId);
  const focal = departmentId !== null && facts.focalDepartmentIds.includes(departmentId);
  const decides = departmentId === null && agencyId === facts.owningAgencyId;
  return {
    now,
    t,
    personId: null,
    sees: takesPart,
    reads: focal || (takesPart && departmentId === null),
    urges: focal || decides,
    manages: decides,
    gives: decides,
    departmentIds: departmentId === null ? [] : [departmentId],
  };
}

function nobody({ now, t }: Speech): RoundViewer {
  const nothing = { sees: false, reads: false, urges: false, manages: false, gives: false };
  return { now, t, personId: null, ...nothing, departmentIds: [] };
}

/** The task's parts that a viewer can go on with when the round has ended. */
export type OpenPart = { id: number; departmentId: number; status: string };

export async function openParts(db: Kysely<Database>, round: RoundView): Promise<OpenPart[]> {
  if (round.task === null) return [];
  return await db
    .selectFrom('assignment')
    .select(['id', 'department_id as departmentId', 'status'])
    .where('task_id', '=', round.task.id)
    .where('status', 'in', ['assigned', 'accepted', 'returned', 'submitted'])
    .orderBy('id')
    .execute();
}
