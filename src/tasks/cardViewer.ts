/** Through whose eyes a card is drawn: a room sees what concerns its department or agency, a person what concerns them. */
import type { Context, Viewer } from '../chat/context.ts';
import type { Locale } from '../locale/locale.ts';
import { loadActorOf } from '../people/identify.ts';
import { roomAt } from '../people/rooms.ts';

export type CardViewer = {
  now: Temporal.Instant;
  t: Locale;
  personId: number | null;
  roomId: number | null;
  /** Departments whose part the viewer has in hand. */
  departmentIds: readonly number[];
  /** Agencies for which the viewer gives and decides. */
  agencyIds: readonly number[];
  /** Agencies that the viewer leads; none for a room. */
  leaderOf: readonly number[];
};

/** For a notification or a living card. */
export async function viewerOfMessage({ db, now, t, roomId, personId }: Viewer): Promise<CardViewer> {
  if (roomId !== null) {
    const room = await db
      .selectFrom('room')
      .select(['agency_id as agencyId', 'department_id as departmentId'])
      .where('id', '=', roomId)
      .executeTakeFirst();
    return room ? viewerOfRoom({ id: roomId, ...room }, now, t) : nobody(now, t);
  }
  const actor = personId === null ? null : await loadActorOf(db, personId);
  return actor ? viewerOfPerson({ now, t, who: actor }) : nobody(now, t);
}

/** For the answer to somebody in a place: in a bound room everybody there will see it. */
export async function viewerInPlace({ trx, now, t, who, place }: Context): Promise<CardViewer> {
  const room = place.private ? null : await roomAt(trx, place);
  return room ? viewerOfRoom(room, now, t) : viewerOfPerson({ now, t, who });
}

export function viewerOfPerson({ now, t, who }: Pick<Context, 'now' | 't' | 'who'>): CardViewer {
  return {
    now,
    t,
    personId: who.personId,
    roomId: null,
    departmentIds: who.memberOf.map((each) => each.departmentId),
    agencyIds: [...new Set([...who.officialOf, ...who.leaderOf])],
    leaderOf: who.leaderOf,
  };
}

/** A department's room works on its part; an agency's room gives and decides. Each press is checked all the same. */
function viewerOfRoom(
  room: { id: number; agencyId: number; departmentId: number | null },
  now: Temporal.Instant,
  t: Locale,
): CardViewer {
  const { id: roomId, agencyId, departmentId } = room;
  return {
    now,
    t,
    personId: null,
    roomId,
    departmentIds: departmentId === null ? [] : [departmentId],
    agencyIds: departmentId === null ? [agencyId] : [],
    leaderOf: [],
  };
}

function nobody(now: Temporal.Instant, t: Locale): CardViewer {
  return { now, t, personId: null, roomId: null, departmentIds: [], agencyIds: [], leaderOf: [] };
}
