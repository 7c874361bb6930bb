import { beforeAll, expect, test } from 'vitest';
import { inTransaction } from '../../src/database/transaction.ts';
import { setActivePlatforms } from '../../src/people/activePlatforms.ts';
import { proveRoom } from '../../src/people/rooms.ts';
import { agencyId, morning, personId, seedOrganisation } from '../people/organisation.ts';
import { testDatabase } from '../support/database.ts';
import { daumoi } from './run.ts';

const database = testDatabase();
const doctor = async () =>
  (await daumoi(['doctor'], { environment: { DATABASE_URL: database.url } })).out.replaceAll(/\s+/gu, ' ');

beforeAll(async () => {
  await setActivePlatforms(database.db, ['web', 'slack']);
  await seedOrganisation(database.db);
});

test('the doctor names the rooms where nobody has answered yet, on platforms in use', async () => {
  const { db } = database;
  expect(await doctor()).toContain('✓ Proof of rooms: somebody answered the test card in every room');
  const bound = { agency_id: await agencyId(db, 'TTTT'), department_id: null, bound_at: morning };
  await db
    .insertInto('room')
    .values([
      { platform: 'slack', chat_id: 'C1', title: 'van-thu', ...bound },
      { platform: 'telegram', chat_id: '-1', ...bound },
      { platform: 'slack', chat_id: 'C2', closed_at: morning, ...bound },
    ])
    .execute();
  expect(await doctor()).toContain(
    '✗ Proof of rooms room van-thu of TTTT (slack): bound 2016-04-05T01:30:00Z, answered by nobody yet → ',
  );
  const { id } = await db
    .selectFrom('room')
    .select('id')
    .where('chat_id', '=', 'C1')
    .executeTakeFirstOrThrow();
  const who = await personId(db, 'Trưởng phòng Tổng hợp');
  await inTransaction(db, (trx) => proveRoom(trx, morning, id, who));
  expect(await doctor()).toContain('✓ Proof of rooms');
});
