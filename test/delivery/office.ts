/** An office for delivery's tests: rooms and people, each test its own. */
import type { Kysely } from 'kysely';
import type { PlatformCode, RoleName } from '../../src/database/codes.ts';
import type { Database } from '../../src/database/tables.ts';
import { start } from './stage.ts';

let count = 0;

export type Office = Awaited<ReturnType<typeof makeOffice>>;

/** An agency with one department; nobody in it and no room yet. All platforms named are active. */
export async function makeOffice(db: Kysely<Database>, active: PlatformCode[] = ['web']) {
  count += 1;
  const code = `CQ${count}`;
  await db
    .insertInto('active_platform')
    .values(active.map((platform) => ({ platform })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const agency = await db
    .insertInto('agency')
    .values({ code, name: `Cơ quan ${count}`, created_at: start })
    .returning('id')
    .executeTakeFirstOrThrow();
  const department = await db
    .insertInto('department')
    .values({ agency_id: agency.id, code: 'TH', name: 'Phòng Tổng hợp', created_at: start })
    .returning('id')
    .executeTakeFirstOrThrow();
  return {
    code,
    agencyId: agency.id,
    departmentId: department.id,
    /** `of`: the department's, or the agency's own. */
    room: async (
      name: string,
      of: 'department' | 'agency' = 'department',
      platform: PlatformCode = 'web',
    ) => {
      const row = await db
        .insertInto('room')
        .values({
          platform,
          chat_id: `${code}-${name}`,
          agency_id: agency.id,
          department_id: of === 'department' ? department.id : null,
          title: name,
          bound_at: start,
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      return { roomId: row.id };
    },
    person: async (name: string, role: RoleName, accounts: PlatformCode[] = ['web']) => {
      const person = await db
        .insertInto('person')
        .values({ agency_id: agency.id, name, created_at: start })
        .returning('id')
        .executeTakeFirstOrThrow();
      await db
        .insertInto('person_role')
        .values({
          person_id: person.id,
          role,
          agency_id: agency.id,
          department_id: role === 'member' ? department.id : null,
        })
        .execute();
      for (const platform of accounts) {
        await db
          .insertInto('account')
          .values({ person_id: person.id, platform, user_id: `${code}-${name}`, bound_at: start })
          .execute();
      }
      return { personId: person.id };
    },
    /** A task of this agency for its department. */
    task: async (giver: { personId: number }) => {
      const task = await db
        .insertInto('task')
        .values({
          title: 'Dự thảo chương trình',
          title_folded: 'du thao chuong trinh',
          agency_id: agency.id,
          given_by: giver.personId,
          given_at: start,
          due_on: null,
          due_time: null,
          due_at: null,
          due_words: null,
          due_convention: null,
          source_message: null,
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      return task.id;
    },
  };
}
