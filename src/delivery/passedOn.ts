/** A message that cannot reach its recipient goes to others near them: the card is the same, with a word on top. */
import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Card } from '../chat/card.ts';
import type { Database } from '../database/tables.ts';
import type { Locale } from '../locale/locale.ts';
import type { NotificationRow } from './claim.ts';

export const passedOnKind = 'delivery.passedOn';
/** The failure of a message that was not lost: somebody else got it. */
export const passedOnCode = 'passed_on';

/** `hops`: how often it has been passed on by now. */
export type PassedOnFacts = z.infer<typeof passedOnFacts>;

export const passedOnFacts = z.object({ notificationId: z.int(), hops: z.int() });

export async function originalOf(db: Kysely<Database>, facts: object): Promise<NotificationRow> {
  const { notificationId } = passedOnFacts.parse(facts);
  return await db
    .selectFrom('notification')
    .selectAll()
    .where('id', '=', notificationId)
    .executeTakeFirstOrThrow();
}

export async function passedOnCard(
  db: Kysely<Database>,
  card: Card,
  original: NotificationRow,
  t: Locale,
): Promise<Card> {
  const name = await nameOf(db, original);
  return { ...card, blocks: [{ kind: 'text', text: t.delivery.passedOn(name) }, ...card.blocks] };
}

/** How people call the recipient of a notification. */
export async function nameOf(
  db: Kysely<Database>,
  to: { room_id: number | null; person_id: number | null },
): Promise<string> {
  const { name } = await db
    .selectFrom(
      to.room_id === null
        ? db.selectFrom('person').select('name').where('id', '=', to.person_id).as('found')
        : db
            .selectFrom('room as r')
            .innerJoin('agency as a', 'a.id', 'r.agency_id')
            .leftJoin('department as d', 'd.id', 'r.department_id')
            .select(({ fn, ref, val }) =>
              fn<string>('coalesce', [
                fn('nullif', [ref('r.title'), val('')]),
                ref('d.name'),
                ref('a.name'),
              ]).as('name'),
            )
            .where('r.id', '=', to.room_id)
            .as('found'),
    )
    .select('name')
    .executeTakeFirstOrThrow();
  return name;
}
