/** The test card: sent to a room that was bound, to be answered by somebody there. */
import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { z } from 'zod';
import { type Card, cardLimits } from '../chat/card.ts';
import type { Renderer } from '../chat/feature.ts';
import type { Database } from '../database/tables.ts';
import type { Trx } from '../database/transaction.ts';
import { notify } from '../delivery/notify.ts';
import type { Locale } from '../locale/locale.ts';

export const roomTestKind = 'people.roomTest';

/** Every call sends one: whoever binds a room, or asks again, wants to see it arrive. */
export async function sendRoomTest(trx: Trx, now: Temporal.Instant, roomId: number): Promise<void> {
  await notify(trx, now, {
    key: `${roomTestKind}:${roomId}:${randomUUID()}`,
    to: { roomId },
    kind: roomTestKind,
    // Shown to anybody else it would prove nothing.
    facts: { roomId, onlyHere: true },
    at: now,
    about: [],
  });
}

/** Null when the room has been proven, or unbound, by now. */
export const roomTestCard: Renderer = async (facts, { db, t }) => {
  const { roomId } = z.object({ roomId: z.int() }).parse(facts);
  const room = await testedRoom(db, roomId);
  if (!room || room.closed || room.provenAt) return null;
  const words = t.people.roomTest;
  return {
    title: words.title(room.unit).slice(0, cardLimits.title),
    tone: 'neutral',
    blocks: [{ kind: 'text', text: words.ask }],
    buttons: [[{ label: words.seen, action: 'room.prove', id: String(roomId), style: 'primary' }]],
  };
};

/** What the test card becomes. */
export function provenRoomCard(
  unit: string,
  by: { name: string | null; at: Temporal.Instant },
  t: Locale,
): Card {
  const words = t.people.roomTest;
  const text = by.name === null ? words.provenItself : words.provenBy(by.name, t.dates.shortMoment(by.at));
  return {
    title: words.proven(unit).slice(0, cardLimits.title),
    tone: 'good',
    blocks: [{ kind: 'text', text }],
    buttons: [],
  };
}

type TestedRoom = {
  closed: boolean;
  /** The name of the department, without one of the agency. */
  unit: string;
  provenAt: Temporal.Instant | null;
  /** Null: nobody, or the bot's own. */
  provenBy: string | null;
};

export async function testedRoom(db: Kysely<Database>, roomId: number): Promise<TestedRoom | null> {
  const row = await db
    .selectFrom('room as r')
    .innerJoin('agency as a', 'a.id', 'r.agency_id')
    .leftJoin('department as d', 'd.id', 'r.department_id')
    .leftJoin('person as p', 'p.id', 'r.proven_by')
    .select(['r.closed_at', 'r.proven_at', 'a.name as agency', 'd.name as department', 'p.name as by'])
    .where('r.id', '=', roomId)
    .executeTakeFirst();
  if (!row) return null;
  return {
    closed: row.closed_at !== null,
    unit: row.department ?? row.agency,
    provenAt: row.proven_at,
    provenBy: row.by,
  };
}
