/** The two agencies of the story, with those who talk to the bot about them. */
import type { Kysely } from 'kysely';
import type { Account } from '../../src/chat/place.ts';
import type { Database } from '../../src/database/tables.ts';
import { setActivePlatforms } from '../../src/people/activePlatforms.ts';
import { peopleFeature } from '../../src/people/feature.ts';
import { type Talk, talkTo } from '../chat/talk.ts';
import { agencyId, departmentId, morning, seedOrganisation, webAccount } from './organisation.ts';

export type Offices = {
  talk: Talk;
  /** Administers TTTT, or CNTT. */
  admin: Account;
  otherAdmin: Account;
  /** Of TTTT's Phòng Kế hoạch. */
  member: Account;
  /** Administers everything, belongs to no agency. */
  root: Account;
  /** Ids as buttons carry them: TTTT's Phòng Tổng hợp, and TTTT. */
  th: string;
  tttt: string;
};

export async function openOffices(db: Kysely<Database>): Promise<Offices> {
  await setActivePlatforms(db, ['web', 'slack']);
  await seedOrganisation(db);
  return {
    talk: talkTo(db, [peopleFeature], morning),
    admin: await webAccount(db, 'Chuyên viên Thư ký Trung tâm'),
    otherAdmin: await webAccount(db, 'Chuyên viên Tổng hợp của Cục'),
    member: await webAccount(db, 'Chuyên viên Phòng Kế hoạch'),
    root: await rootAccount(db),
    th: String(await departmentId(db, 'TTTT/TH')),
    tttt: String(await agencyId(db, 'TTTT')),
  };
}

async function rootAccount(db: Kysely<Database>): Promise<Account> {
  const account: Account = { platform: 'slack', userId: 'UROOT', displayName: 'Quản trị mạng' };
  const { id } = await db
    .insertInto('person')
    .values({ name: account.displayName, agency_id: null, created_at: morning })
    .returning('id')
    .executeTakeFirstOrThrow();
  await db.insertInto('person_role').values({ person_id: id, role: 'admin', agency_id: null }).execute();
  const { platform, userId } = account;
  await db
    .insertInto('account')
    .values({ person_id: id, platform, user_id: userId, bound_at: morning })
    .execute();
  return account;
}
