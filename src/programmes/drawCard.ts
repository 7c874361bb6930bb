/** Draws a programme's card for whoever will see it. */
import type { Card } from '../chat/card.ts';
import type { Context, Viewer } from '../chat/context.ts';
import type { Reply } from '../chat/reply.ts';
import { loadActorOf } from '../people/identify.ts';
import { allowedProgrammes } from '../people/permissions.ts';
import { viewerInPlace, viewerOfMessage, viewerOfPerson } from '../tasks/cardViewer.ts';
import { historyShown, programmeCard } from './card.ts';
import { historyOf } from './history.ts';
import { loadProgramme } from './load.ts';
import type { ProgrammeView } from './programme.ts';
import { isShared } from './sharedPlace.ts';

/** The living card, for everybody in the place; the asker's right to see it is the caller's business. Where others are who have no
 *  part in it, or with `own`, only the asker sees it, in a message of its own. */
export async function cardReply(
  programme: ProgrammeView,
  context: Context,
  { replaces = false, own = false }: { replaces?: boolean; own?: boolean } = {},
): Promise<Reply> {
  const shared = context.place.private || (!own && (await isShared(context, programme.id)));
  const viewer = shared ? await viewerInPlace(context) : viewerOfPerson(context);
  const card = programmeCard(programme, await historyOf(context.trx, programme.id, historyShown), viewer);
  return {
    kind: 'card',
    card,
    to: shared ? 'place' : 'asker',
    replaces: replaces && shared,
    live: { kind: 'programme', id: programme.id },
  };
}

/** `Feature.liveCards`. Null: no such programme, or one that this room or person has no part in any more. */
export async function drawLiveProgramme(programmeId: number, viewer: Viewer): Promise<Card | null> {
  const { db, now } = viewer;
  const programme = await loadProgramme(db, programmeId, now);
  if (!programme || !(await maySee(programme, viewer))) return null;
  const seen = await viewerOfMessage(viewer);
  return programmeCard(programme, await historyOf(db, programmeId, historyShown), seen);
}

/** Whether a message about it may be shown to this person or room. */
export async function maySee(
  programme: ProgrammeView,
  { db, personId, roomId }: Pick<Viewer, 'db' | 'personId' | 'roomId'>,
): Promise<boolean> {
  if (roomId !== null) return roomMaySee(db, roomId, programme);
  const actor = personId === null ? null : await loadActorOf(db, personId);
  return actor !== null && (await allowedProgrammes(db, actor, 'see', [programme.id])).has(programme.id);
}

/** A room of an agency that takes part. */
async function roomMaySee(db: Viewer['db'], roomId: number, programme: ProgrammeView): Promise<boolean> {
  const room = await db
    .selectFrom('room')
    .select('agency_id')
    .where('id', '=', roomId)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  return programme.agencies.some((each) => each.id === room?.agency_id && each.status === 'agreed');
}
