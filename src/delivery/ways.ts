/** How a recipient can be reached, now: rooms and accounts on active platforms, not closed, not unreachable. */
import type { Kysely } from 'kysely';
import type { Address } from '../chat/place.ts';
import type { Database } from '../database/tables.ts';
import type { Recipient } from './recipient.ts';

/** `mark`: whose being unreachable is noted when the platform says so. */
export type Way = { address: Address; mark: { roomId: number } | { accountId: number } };

/** In the order in which they are tried; empty when there is none. */
export async function waysTo(db: Kysely<Database>, recipient: Recipient): Promise<Way[]> {
  return 'roomId' in recipient ? roomWays(db, recipient.roomId) : personWays(db, recipient.personId);
}

async function roomWays(db: Kysely<Database>, roomId: number): Promise<Way[]> {
  const rows = await db
    .selectFrom('room as r')
    .innerJoin('active_platform as active', 'active.platform', 'r.platform')
    .select(['r.id', 'r.platform', 'r.chat_id', 'r.thread_id'])
    .where('r.id', '=', roomId)
    .where('r.closed_at', 'is', null)
    .where('r.unreachable_at', 'is', null)
    .execute();
  return rows.map(({ id, platform, chat_id: chatId, thread_id: threadId }) => ({
    address: { kind: 'room', platform, chatId, threadId },
    mark: { roomId: id },
  }));
}

async function personWays(db: Kysely<Database>, personId: number): Promise<Way[]> {
  const rows = await db
    .selectFrom('account as c')
    .innerJoin('active_platform as active', 'active.platform', 'c.platform')
    .innerJoin('person as p', 'p.id', 'c.person_id')
    .select(['c.id', 'c.platform', 'c.user_id'])
    .where('c.person_id', '=', personId)
    .where('c.unreachable_at', 'is', null)
    .where('p.left_at', 'is', null)
    .orderBy('c.id')
    .execute();
  return rows.map(({ id, platform, user_id: userId }) => ({
    address: { kind: 'person', platform, userId },
    mark: { accountId: id },
  }));
}
