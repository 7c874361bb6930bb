/** The offices of the tasks' tests with items in their register; TTTT and CNTT are partners by a task taken on together. */
import type { Kysely } from 'kysely';
import type { Reply } from '../../src/chat/reply.ts';
import type { Database } from '../../src/database/tables.ts';
import { registerFeature } from '../../src/register/feature.ts';
import { giveNow, makeOffice, speaker, storyTime } from '../tasks/office.ts';

export type RegisterOffice = Awaited<ReturnType<typeof makeRegisterOffice>>;

export async function makeRegisterOffice(db: Kysely<Database>) {
  const office = await makeOffice(db);
  const given = await giveNow(db, office, { lead: [office.th], coordinating: [office.ptud] });
  await speaker(db, office.otherOfficial).presses('consent.give', given.partOf(office.ptud));
  const third = await db
    .insertInto('person')
    .values({ agency_id: office.cntt, name: 'Cục trưởng', created_at: storyTime })
    .returning('id')
    .executeTakeFirstOrThrow();
  await db
    .insertInto('person_role')
    .values({ person_id: third.id, role: 'leader', agency_id: office.cntt })
    .execute();
  const stranger = await db
    .selectFrom('person')
    .select('agency_id')
    .where('id', '=', office.stranger)
    .executeTakeFirstOrThrow();
  await db
    .insertInto('person_role')
    .values({ person_id: office.stranger, role: 'official', agency_id: stranger.agency_id })
    .execute();
  return { ...office, otherLeader: third.id };
}

export const as = (db: Kysely<Database>, person: number) => speaker(db, person, { feature: registerFeature });

/** Of the department PTUD of CNTT, open to partners unless said otherwise. */
export async function addItem(
  db: Kysely<Database>,
  office: RegisterOffice,
  { title = 'Dữ liệu nền địa lý', shared = true }: { title?: string; shared?: boolean } = {},
): Promise<number> {
  await as(db, office.ptudHead).says('vande', `thêm vấn đề ${title}`);
  const { id } = await db
    .selectFrom('register_item')
    .select('id')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  if (shared) await as(db, office.ptudHead).presses('matter.share', id);
  return id;
}

/** By the official of TTTT. */
export async function propose(db: Kysely<Database>, office: RegisterOffice, itemId: number): Promise<number> {
  await as(db, office.official).sends('matter.propose', itemId, { words: ['cùng làm'], department: ['0'] });
  const { id } = await db
    .selectFrom('register_request')
    .select('id')
    .where('item_id', '=', itemId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  return id;
}

export function buttonsOf(reply: Reply): string[] {
  return reply.kind === 'card' ? reply.card.buttons.flat().map((each) => each.action) : [];
}
