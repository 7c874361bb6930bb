/** Two agencies with departments, people and rooms, for tests of the reminders on a real database. */
import { type Kysely, sql } from 'kysely';
import type { Context, Viewer } from '../../src/chat/context.ts';
import type { Database } from '../../src/database/tables.ts';
import { inTransaction, type Trx } from '../../src/database/transaction.ts';
import { localeFor } from '../../src/locale/locale.ts';
import type { Actor } from '../../src/people/actor.ts';
import { loadActorOf } from '../../src/people/identify.ts';

export const timeZone = 'Asia/Ho_Chi_Minh';

/** A wall time in Vietnam. */
export const at = (text: string): Temporal.Instant =>
  Temporal.PlainDateTime.from(text).toZonedDateTime(timeZone).toInstant();

/** And back, to the minute. */
export const wall = (instant: Temporal.Instant): string =>
  instant.toZonedDateTimeISO(timeZone).toPlainDateTime().toString({ smallestUnit: 'minute' });

const began = at('2015-01-05T09:00');

export type Office = {
  centre: number;
  it: number;
  /** Departments: general (TTTT), planning (TTTT), software (CNTT). */
  general: number;
  planning: number;
  software: number;
  generalRoom: number;
  softwareRoom: number;
  director: number;
  official: number;
  generalHead: number;
  generalMember: number;
  itOfficial: number;
  itLeader: number;
  admin: number;
};

/** Planning has no room: its member is written to in private. */
export async function openOffice(db: Kysely<Database>): Promise<Office> {
  const insert = new Inserts(db);
  await db
    .insertInto('active_platform')
    .values({ platform: 'web' })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const centre = await insert.agency('TTTT', 'Trung tâm Thông tin');
  const it = await insert.agency('CNTT', 'Cục Công nghệ thông tin');
  const general = await insert.department(centre, 'TH', 'Phòng Tổng hợp');
  const planning = await insert.department(centre, 'KH', 'Phòng Kế hoạch');
  const software = await insert.department(it, 'PM', 'Phòng Phần mềm');
  const director = await insert.person(centre, 'Giám đốc Trung tâm', [{ role: 'leader' }]);
  const official = await insert.person(centre, 'Chuyên viên Tổng hợp', [{ role: 'official' }]);
  const generalHead = await insert.person(centre, 'Trưởng phòng Tổng hợp', [
    { role: 'member', department: general, head: true },
  ]);
  const generalMember = await insert.person(centre, 'Cán bộ Phòng Tổng hợp', [
    { role: 'member', department: general },
  ]);
  await insert.person(centre, 'Cán bộ Phòng Kế hoạch', [{ role: 'member', department: planning }]);
  const itOfficial = await insert.person(it, 'Chuyên viên Cục', [{ role: 'official' }]);
  const itLeader = await insert.person(it, 'Cục trưởng', [{ role: 'leader' }]);
  const admin = await insert.admin('Quản trị hệ thống');
  return {
    centre,
    it,
    general,
    planning,
    software,
    generalRoom: await insert.room(centre, general, 'room-general'),
    softwareRoom: await insert.room(it, software, 'room-software'),
    director,
    official,
    generalHead,
    generalMember,
    itOfficial,
    itLeader,
    admin,
  };
}

type Role = { role: 'leader' | 'official' | 'member'; department?: number; head?: boolean };

class Inserts {
  readonly #db: Kysely<Database>;

  constructor(db: Kysely<Database>) {
    this.#db = db;
  }

  async agency(code: string, name: string): Promise<number> {
    return (
      await this.#db
        .insertInto('agency')
        .values({ code, name, created_at: began })
        .returning('id')
        .executeTakeFirstOrThrow()
    ).id;
  }

  async department(agencyId: number, code: string, name: string): Promise<number> {
    return (
      await this.#db
        .insertInto('department')
        .values({ agency_id: agencyId, code, name, created_at: began })
        .returning('id')
        .executeTakeFirstOrThrow()
    ).id;
  }

  async person(agencyId: number | null, name: string, roles: readonly Role[]): Promise<number> {
    const { id } = await this.#db
      .insertInto('person')
      .values({ agency_id: agencyId, name, created_at: began })
      .returning('id')
      .executeTakeFirstOrThrow();
    await this.#db
      .insertInto('account')
      .values({ person_id: id, platform: 'web', user_id: `user-${id}`, bound_at: began })
      .execute();
    for (const { role, department, head } of roles) {
      await this.#db
        .insertInto('person_role')
        .values({
          person_id: id,
          role,
          agency_id: agencyId,
          department_id: department ?? null,
          head: head ?? false,
        })
        .execute();
    }
    return id;
  }

  async admin(name: string): Promise<number> {
    const id = await this.person(null, name, []);
    await this.#db
      .insertInto('person_role')
      .values({ person_id: id, role: 'admin', agency_id: null })
      .execute();
    return id;
  }

  async room(agencyId: number, departmentId: number, chatId: string): Promise<number> {
    return (
      await this.#db
        .insertInto('room')
        .values({
          platform: 'web',
          chat_id: chatId,
          agency_id: agencyId,
          department_id: departmentId,
          bound_at: began,
        })
        .returning('id')
        .executeTakeFirstOrThrow()
    ).id;
  }
}

async function actorOf(db: Kysely<Database>, personId: number): Promise<Actor> {
  const actor = await loadActorOf(db, personId);
  if (!actor) throw new Error(`there is no person ${personId}`);
  return actor;
}

/** Does something as a person, in one transaction, as the router does. */
export function as<T>(
  db: Kysely<Database>,
  personId: number,
  now: Temporal.Instant,
  work: (context: Context) => Promise<T>,
): Promise<T> {
  return inTransaction(db, async (trx: Trx) => {
    const who = await actorOf(trx, personId);
    return work({
      trx,
      now,
      who,
      account: { platform: 'web', userId: `user-${personId}`, displayName: who.name },
      place: {
        platform: 'web',
        chatId: `private-${personId}`,
        threadId: '',
        private: true,
        title: '',
      },
      t: localeFor('vi', timeZone),
      message: null,
    });
  });
}

export function viewer(
  db: Kysely<Database>,
  now: Temporal.Instant,
  to: { roomId: number } | { personId: number },
): Viewer {
  return {
    db,
    now,
    t: localeFor('vi', timeZone),
    language: 'vi',
    timeZone,
    roomId: 'roomId' in to ? to.roomId : null,
    personId: 'personId' in to ? to.personId : null,
  };
}

/** Begins anew, ids from 1. The history lets itself be emptied only with its guard away. */
export function emptyTables(db: Kysely<Database>): Promise<void> {
  return inTransaction(db, async (trx) => {
    await sql`alter table event disable trigger event_no_truncate`.execute(trx);
    await sql`truncate agency, active_platform, calendar_announcement restart identity cascade`.execute(trx);
    await sql`alter table event enable trigger event_no_truncate`.execute(trx);
  });
}
