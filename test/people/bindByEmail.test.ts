/** Recognised by a confirmed address: exactly one person, who has no account of that platform yet. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Card } from '../../src/chat/card.ts';
import type { Account } from '../../src/chat/place.ts';
import { inTransaction } from '../../src/database/transaction.ts';
import { localeFor } from '../../src/locale/locale.ts';
import { drawRecognised, recognise } from '../../src/people/bindByEmail.ts';
import { peopleFeature } from '../../src/people/feature.ts';
import { loadActor } from '../../src/people/identify.ts';
import { importOrganisation } from '../../src/people/importOrganisation.ts';
import { invite } from '../../src/people/invite.ts';
import { describeProblems, OrganisationFileError } from '../../src/people/organisation.ts';
import { parseOrganisation } from '../../src/people/organisationFile.ts';
import { talkTo, textOf } from '../chat/talk.ts';
import { testDatabase } from '../support/database.ts';
import { morning, personId } from './organisation.ts';

const database = testDatabase();
const usual = { language: 'vi', timeZone: 'Asia/Ho_Chi_Minh' } as const;
const head = 'Trưởng phòng Tổng hợp';
const clerk = 'Chuyên viên Phòng Tổng hợp';

const file = (people: string) => `
agencies:
  - code: TTTT
    name: Trung tâm Thông tin
    departments: [{ code: TH, name: Phòng Tổng hợp }]
    people:
      - { name: Giám đốc Trung tâm, roles: [leader, admin] }
${people}`;
const usualPeople = `      - { name: ${head}, roles: [member], departments: [TH], email: TruongPhong@Vidu.vn }
      - { name: ${clerk}, roles: [member], departments: [TH], email: chuyenvien@vidu.vn }`;

const importing = (people: string) =>
  inTransaction(database.db, (trx) =>
    importOrganisation(trx, parseOrganisation(file(people)), morning, null),
  );

let count = 0;
let account: Account;
beforeEach(async () => {
  await database.db.deleteFrom('invitation').execute();
  await database.db.deleteFrom('account').execute();
  await importing(usualPeople);
  count += 1;
  account = { platform: 'slack', userId: `U${count}`, displayName: 'Tài khoản mới' };
});

const speaks = (email: string | null, who = account): Promise<Card | null> =>
  recognise(database.db, morning, who, async () => email, usual);
const nameOf = async (who = account) => (await loadActor(database.db, who))?.name ?? null;

describe('an account with a confirmed address', () => {
  it('is bound to the person of that address, whatever the case, told so, and written into the history', async () => {
    const told = await speaks('TRUONGPHONG@vidu.vn');
    expect(told?.title).toBe(`Đã nhận ra ${head}`);
    expect(JSON.stringify(told)).toContain('/thamgia');
    expect(await nameOf()).toBe(head);
    const events = await database.db
      .selectFrom('event')
      .select(['kind', 'data'])
      .orderBy('id', 'desc')
      .limit(1)
      .execute();
    expect(events).toMatchObject([{ kind: 'account.bound', data: { userId: account.userId, by: 'email' } }]);
    expect(await speaks('truongphong@vidu.vn')).toBeNull();
  });

  it.each([null, '', 'aitruongphong@vidu.vn', 'truongphong@vidu.vn.evil.vn', '%@vidu.vn'])(
    '%j recognises nobody',
    async (email) => {
      expect(await speaks(email)).toBeNull();
      expect(await nameOf()).toBeNull();
    },
  );

  it('stays with its person when its address becomes that of somebody else', async () => {
    await speaks('truongphong@vidu.vn');
    expect(await speaks('chuyenvien@vidu.vn')).toBeNull();
    expect(await nameOf()).toBe(head);
  });

  it('does not become the second account of a person on the same platform', async () => {
    await speaks('truongphong@vidu.vn');
    const other = { ...account, userId: `${account.userId}X` };
    expect(await speaks('truongphong@vidu.vn', other)).toBeNull();
    expect(await nameOf(other)).toBeNull();
  });

  it('recognises the person once when it speaks twice at the same moment', async () => {
    const told = await Promise.all([speaks('truongphong@vidu.vn'), speaks('truongphong@vidu.vn')]);
    expect(told.filter((card) => card !== null)).toHaveLength(1);
  });

  it('is told to the accounts that the person had before', async () => {
    const { db } = database;
    const person = await personId(db, head);
    const telegram = { person_id: person, platform: 'telegram' as const, user_id: '1001', bound_at: morning };
    await db.insertInto('account').values(telegram).execute();
    await speaks('truongphong@vidu.vn');
    const rows = await db
      .selectFrom('notification')
      .select(['facts', 'person_id'])
      .where('kind', '=', 'people.recognised')
      .execute();
    expect(rows.map((row) => row.person_id)).toEqual([person]);
    const t = localeFor('vi', 'Asia/Ho_Chi_Minh');
    const viewer = { db, now: morning, t, ...usual, roomId: null, personId: person };
    const card = await drawRecognised(rows[0]?.facts ?? {}, viewer);
    expect(JSON.stringify(card)).toContain('Tài khoản mới');
    expect(card?.title).toContain('Slack');
  });

  it('of somebody who has left recognises nobody, and the account of one who left is not bound again by an address', async () => {
    const { db } = database;
    await speaks('truongphong@vidu.vn');
    const admin: Account = { platform: 'web', userId: 'admin', displayName: '' };
    const director = await personId(db, 'Giám đốc Trung tâm');
    await db
      .insertInto('account')
      .values({ person_id: director, platform: 'web', user_id: 'admin', bound_at: morning })
      .execute();
    const talk = talkTo(db, [peopleFeature], morning);
    await talk.presses(admin, 'org.left', String(await personId(db, head)));
    expect(await nameOf()).toBeNull();
    expect(await speaks('truongphong@vidu.vn', { ...account, userId: 'UNEW' })).toBeNull();
    expect(await speaks('chuyenvien@vidu.vn')).toBeNull();
    expect(await nameOf()).toBeNull();
  });

  it('is not asked about while the organisation names no addresses', async () => {
    await database.db.updateTable('person').set({ email: null }).execute();
    const asking = () => Promise.reject(new Error('Slack was asked'));
    expect(await recognise(database.db, morning, account, asking, usual)).toBeNull();
  });
});

describe('what counts for more than an address', () => {
  it('is an invitation', async () => {
    const { db } = database;
    await speaks('truongphong@vidu.vn');
    const id = await personId(db, clerk);
    const { agency_id: agencyId } = await db
      .selectFrom('person')
      .select('agency_id')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    const person = { id, name: clerk, agencyId };
    const { code } = await inTransaction(db, (trx) => invite(trx, morning, person, null));
    const talk = talkTo(db, [peopleFeature], morning);
    expect(textOf(await talk.says(account, `/thamgia ${code}`))).toContain(clerk);
    expect(await nameOf()).toBe(clerk);
  });

  it('is the organisation file', async () => {
    await speaks('truongphong@vidu.vn');
    await importing(`      - { name: ${head}, roles: [member], departments: [TH] }
      - { name: ${clerk}, roles: [member], departments: [TH], slack: ${account.userId} }`);
    expect(await nameOf()).toBe(clerk);
    expect(await speaks('truongphong@vidu.vn', { ...account, userId: 'UTWO' })).toBeNull();
  });
});

describe('an organisation file', () => {
  const problemsOf = async (people: string): Promise<string[]> => {
    try {
      await importing(people);
      return [];
    } catch (error) {
      if (error instanceof OrganisationFileError)
        return describeProblems(error, localeFor('vi', 'Asia/Ho_Chi_Minh'));
      throw error;
    }
  };

  it('may exchange the addresses of two people', async () => {
    await importing(`      - { name: ${head}, roles: [member], departments: [TH], email: chuyenvien@vidu.vn }
      - { name: ${clerk}, roles: [member], departments: [TH], email: truongphong@vidu.vn }`);
    await speaks('truongphong@vidu.vn');
    expect(await nameOf()).toBe(clerk);
  });

  it('that gives one address to two people is refused at its line', async () => {
    const problems = await problemsOf(`      - { name: Một, departments: [TH], email: a@vidu.vn }
      - { name: Hai, departments: [TH], email: A@vidu.vn }`);
    expect(problems).toEqual([expect.stringMatching(/^Dòng 9 .*email.*a@vidu\.vn đã của “Một” ở dòng 8/u)]);
  });

  it('that gives away the address of somebody it does not name is refused', async () => {
    expect(await problemsOf('      - { name: Một, departments: [TH], email: truongphong@vidu.vn }')).toEqual([
      expect.stringContaining(`hiện là của “${head}”`),
    ]);
  });

  it('with something that is no address is refused', async () => {
    expect(await problemsOf('      - { name: Một, departments: [TH], email: truong phong }')).toEqual([
      expect.stringContaining('không phải địa chỉ thư điện tử'),
    ]);
  });

  it('may number people and rooms within workspaces', async () => {
    const { agencies } = parseOrganisation(
      file('      - { name: Một, departments: [TH], slack: T0123/U0123 }'),
    );
    expect(agencies[0]?.people[1]?.accounts).toEqual([{ platform: 'slack', id: 'T0123/U0123' }]);
  });
});
