/** Through whose eyes a list or card of the register is drawn. Showing is no right: each press is checked when it is taken. */
import type { Context, Viewer } from '../chat/context.ts';
import type { Locale } from '../locale/locale.ts';
import type { Actor } from '../people/actor.ts';
import { loadActorOf } from '../people/identify.ts';

export type MatterViewer = {
  now: Temporal.Instant;
  t: Locale;
  personId: number | null;
  /** Agencies the viewer belongs to, or gives and decides for. */
  homeIds: readonly number[];
  /** Of them, those for which the viewer gives and decides. */
  givesFor: readonly number[];
  departmentIds: readonly number[];
};

export function viewerOfActor({ now, t, who }: Pick<Context, 'now' | 't' | 'who'>): MatterViewer {
  const givesFor = [...new Set([...who.officialOf, ...who.leaderOf])];
  return {
    now,
    t,
    personId: who.personId,
    homeIds: homesOf(who),
    givesFor,
    departmentIds: who.memberOf.map((each) => each.departmentId),
  };
}

/** The own agency first. */
export function homesOf({ agencyId, officialOf, leaderOf, memberOf }: Actor): number[] {
  const ids = [agencyId, ...officialOf, ...leaderOf, ...memberOf.map((each) => each.agencyId)];
  return [...new Set(ids.flatMap((id) => id ?? []))];
}

/** For a message that is drawn when it is sent. Null: nobody is there to see it any more. */
export async function viewerOfMatter({ db, now, t, roomId, personId }: Viewer): Promise<MatterViewer | null> {
  if (personId !== null) {
    const who = await loadActorOf(db, personId);
    return who && viewerOfActor({ now, t, who });
  }
  const room = await db
    .selectFrom('room')
    .select(['agency_id', 'department_id'])
    .where('id', '=', roomId ?? 0)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  if (!room) return null;
  return {
    now,
    t,
    personId: null,
    homeIds: [room.agency_id],
    givesFor: room.department_id === null ? [room.agency_id] : [],
    departmentIds: room.department_id === null ? [] : [room.department_id],
  };
}
