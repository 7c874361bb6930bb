import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { down, up } from '../../migrations/0011_room_proof.ts';
import { testDatabase } from '../support/database.ts';
import { morning, seedOrganisation } from './organisation.ts';

const database = testDatabase();

it('of the rooms there were before only the playground’s own are proven', async () => {
  const { db } = database;
  await seedOrganisation(db);
  await sql`insert into room (platform, chat_id, agency_id, bound_at)
    select platform, chat_id, (select min(id) from agency), ${morning}
    from (values ('slack', 'C1'), ('telegram', 'room-dept-1'), ('web', 'other')) as rooms (platform, chat_id)`.execute(
    db,
  );
  await down(db);
  await up(db);
  const rooms = await db.selectFrom('room').select(['platform', 'chat_id', 'proven_at']).execute();
  const unproven = rooms.filter((room) => room.proven_at === null);
  expect(unproven.map((room) => room.chat_id).sort()).toEqual(['C1', 'other', 'room-dept-1']);
  expect(rooms.length).toBeGreaterThan(unproven.length);
});
