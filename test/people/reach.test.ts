import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inTransaction } from '../../src/database/transaction.ts';
import { setActivePlatforms } from '../../src/people/activePlatforms.ts';
import { departmentRecipients, headsOf, leadersOf, officialsOf } from '../../src/people/reach.ts';
import { bindRoom } from '../../src/people/rooms.ts';
import { testDatabase } from '../support/database.ts';
import { agencyId, departmentId, morning, personId, seedOrganisation } from './organisation.ts';

const database = testDatabase();
let th = 0;
let tttt = 0;

beforeAll(async () => {
  await seedOrganisation(database.db);
  th = await departmentId(database.db, 'TTTT/TH');
  tttt = await agencyId(database.db, 'TTTT');
});

async function recipients(department: number): Promise<string[]> {
  const { db } = database;
  const found = (await departmentRecipients(db, [department])).get(department) ?? [];
  return Promise.all(
    found.map(async (recipient) => {
      if ('roomId' in recipient) {
        const room = await db
          .selectFrom('room')
          .select('chat_id')
          .where('id', '=', recipient.roomId)
          .executeTakeFirstOrThrow();
        return room.chat_id;
      }
      const person = await db
        .selectFrom('person')
        .select('name')
        .where('id', '=', recipient.personId)
        .executeTakeFirstOrThrow();
      return person.name;
    }),
  );
}

describe('a department is reached', () => {
  beforeEach(async () => {
    const { db } = database;
    await setActivePlatforms(db, ['web', 'slack']);
    await db.updateTable('room').set({ unreachable_at: null, closed_at: null }).execute();
    await db.updateTable('account').set({ unreachable_at: null }).execute();
  });

  it('in its rooms on active platforms', async () => {
    const place = { platform: 'slack', chatId: 'C-TH', threadId: '', title: '' } as const;
    await inTransaction(database.db, (trx) =>
      bindRoom(trx, morning, place, { agencyId: tttt, departmentId: th }),
    );
    expect(await recipients(th)).toEqual([`room-dept-${th}`, 'C-TH']);
    await setActivePlatforms(database.db, ['slack']);
    expect(await recipients(th)).toEqual(['C-TH']);
  });

  it('without a room through its members, heads first', async () => {
    await database.db
      .updateTable('room')
      .set({ closed_at: morning })
      .where('department_id', '=', th)
      .execute();
    expect(await recipients(th)).toEqual(['Trưởng phòng Tổng hợp', 'Chuyên viên Phòng Tổng hợp']);
  });

  it('with nobody to reach in its agency’s room, then through the officials and leaders', async () => {
    const { db } = database;
    const unreachable = { unreachable_at: morning };
    await db.updateTable('room').set(unreachable).where('department_id', '=', th).execute();
    for (const name of ['Trưởng phòng Tổng hợp', 'Chuyên viên Phòng Tổng hợp']) {
      await db
        .updateTable('account')
        .set(unreachable)
        .where('person_id', '=', await personId(db, name))
        .execute();
    }
    expect(await recipients(th)).toEqual([`room-agency-${tttt}`]);
    await db.updateTable('room').set(unreachable).where('agency_id', '=', tttt).execute();
    expect(await recipients(th)).toEqual([
      'Giám đốc Trung tâm',
      'Phó Giám đốc Trung tâm',
      'Chuyên viên Thư ký Trung tâm',
    ]);
  });

  it('nowhere when no platform is active', async () => {
    await setActivePlatforms(database.db, []);
    expect(await recipients(th)).toEqual([]);
  });
});

it('knows the heads, leaders and officials; who has left is none', async () => {
  const { db } = database;
  const ids = (names: string[]) => Promise.all(names.map((name) => personId(db, name)));
  expect(await headsOf(db, [th])).toEqual(new Map([[th, await ids(['Trưởng phòng Tổng hợp'])]]));
  expect(await leadersOf(db, [tttt])).toEqual(
    new Map([[tttt, await ids(['Giám đốc Trung tâm', 'Phó Giám đốc Trung tâm'])]]),
  );
  expect(await officialsOf(db, [tttt, 99])).toEqual(
    new Map([
      [tttt, await ids(['Chuyên viên Thư ký Trung tâm'])],
      [99, []],
    ]),
  );
  await db.updateTable('person').set({ left_at: morning }).where('name', '=', 'Giám đốc Trung tâm').execute();
  expect(await leadersOf(db, [tttt])).toEqual(new Map([[tttt, await ids(['Phó Giám đốc Trung tâm'])]]));
});

it('asks nothing for no ids', async () => {
  expect(await departmentRecipients(database.db, [])).toEqual(new Map());
  expect(await headsOf(database.db, [])).toEqual(new Map());
  expect(await leadersOf(database.db, [])).toEqual(new Map());
});
