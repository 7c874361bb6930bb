import { beforeAll, describe, expect, it } from 'vitest';
import { inTransaction } from '../../src/database/transaction.ts';
import { localeFor } from '../../src/locale/locale.ts';
import { loadActor, loadActorOf } from '../../src/people/identify.ts';
import { importAtStart, importOrganisation } from '../../src/people/importOrganisation.ts';
import { describeSummary, hasChanges, type ImportSummary } from '../../src/people/importSummary.ts';
import { describeProblems, OrganisationFileError } from '../../src/people/organisation.ts';
import { parseOrganisation } from '../../src/people/organisationFile.ts';
import { loadUnits } from '../../src/people/units.ts';
import { testDatabase } from '../support/database.ts';
import { agencyId, departmentId, morning, personId, sampleText } from './organisation.ts';

const database = testDatabase();
const vi = localeFor('vi', 'Asia/Ho_Chi_Minh');

function importText(text: string): Promise<ImportSummary> {
  return inTransaction(database.db, (trx) => importOrganisation(trx, parseOrganisation(text), morning, null));
}

/** How many rows each table of the organisation holds. */
async function counts(): Promise<number[]> {
  const tables = ['agency', 'department', 'unit_alias', 'person', 'person_role', 'account', 'room'] as const;
  return Promise.all(
    tables.map(async (table) => {
      const row = await database.db
        .selectFrom(table)
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow();
      return row.count;
    }),
  );
}

let first: ImportSummary;

beforeAll(async () => {
  first = await importText(sampleText);
});

it('adds what the file says', async () => {
  expect(first.agenciesAdded).toEqual(['TTTT', 'CNTT']);
  expect(first.departmentsAdded).toHaveLength(8);
  expect(first.peopleAdded).toHaveLength(22);
  const head = await loadActorOf(database.db, await personId(database.db, 'Trưởng phòng Tổng hợp'));
  const th = await departmentId(database.db, 'TTTT/TH');
  const agency = await agencyId(database.db, 'TTTT');
  expect(head?.memberOf).toEqual([{ departmentId: th, agencyId: agency, head: true }]);
  const official = await loadActorOf(
    database.db,
    await personId(database.db, 'Chuyên viên Thư ký Trung tâm'),
  );
  expect(official).toMatchObject({
    officialOf: [agency],
    leaderOf: [],
    admin: { everywhere: false, agencies: [agency] },
    timeZone: 'Asia/Ho_Chi_Minh',
    language: 'vi',
  });
});

it('twice is once', async () => {
  const before = await counts();
  const again = await importText(sampleText);
  expect(hasChanges(again)).toBe(false);
  expect(await counts()).toEqual(before);
  expect(describeSummary(again, vi)).toEqual(['Tệp tổ chức không có gì mới.']);
});

it('imports the same file at start once only, so that changes made in the chat outlive a restart', async () => {
  const { db } = database;
  await db
    .updateTable('department')
    .set({ name: 'Phòng Tổng hợp – Pháp chế' })
    .where('code', '=', 'TH')
    .execute();
  expect(await importAtStart(db, sampleText, morning)).toBeNull();
  const changed = await importAtStart(db, `${sampleText}\n# changed\n`, morning);
  expect(changed?.departmentsChanged).toEqual(['TTTT/TH']);
});

describe('another version of the file', () => {
  const version = (department: string, people: string) => `agencies:
  - code: HD
    name: Sở Hai
    departments: [${department}]
    people: [${people}]
`;

  it('changes names, heads and roles; old names are still understood, people it leaves out stay', async () => {
    const { db } = database;
    await importText(
      version(
        '{ code: QT, name: Phòng Quản trị }',
        '{ name: Trưởng phòng Quản trị, departments: [QT], head: true, slack: UQT1 }, { name: Văn thư Sở Hai, departments: [QT] }',
      ),
    );
    const summary = await importText(
      version(
        '{ code: QT, name: Phòng Hành chính – Quản trị }',
        '{ name: Chánh Văn phòng Sở Hai, departments: [QT], roles: [member, official], slack: UQT1 }',
      ),
    );
    expect(summary).toMatchObject({
      departmentsChanged: ['HD/QT'],
      aliasesAdded: ['Phòng Quản trị'],
      peopleAdded: [],
      peopleChanged: ['Chánh Văn phòng Sở Hai'],
      rolesChanged: ['Chánh Văn phòng Sở Hai'],
      peopleNotInFile: ['Văn thư Sở Hai'],
    });
    const unit = (await loadUnits(db)).find((each) => each.code === 'QT');
    expect(unit).toMatchObject({ name: 'Phòng Hành chính – Quản trị', aliases: ['Phòng Quản trị'] });
    const actor = await loadActor(db, { platform: 'slack', userId: 'UQT1' });
    expect(actor).toMatchObject({ name: 'Chánh Văn phòng Sở Hai', officialOf: [unit?.agencyId] });
    expect(actor?.memberOf.map((each) => each.head)).toEqual([false]);
  });

  it('refuses an account that belongs to somebody else, and then changes nothing', async () => {
    const before = await counts();
    const other =
      'agencies:\n  - code: BA\n    name: Sở Ba\n    people:\n      - { name: Giám đốc Sở Ba, slack: UQT1 }\n';
    const error = await importText(other).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(OrganisationFileError);
    expect(error instanceof OrganisationFileError && describeProblems(error, vi)).toEqual([
      'Dòng 5 (agencies[0].people[0].slack): tài khoản slack UQT1 hiện đang gắn với “Chánh Văn phòng Sở Hai”; xin gỡ ở đó trước, hoặc sửa tệp.',
    ]);
    expect(await counts()).toEqual(before);
  });
});

it('binds rooms, and moves them when the file does', async () => {
  const { db } = database;
  const withRooms = (room: string) =>
    `agencies:\n  - { code: BON, name: Sở Bốn, departments: [{ code: X, name: Phòng X }] }\nrooms: [${room}]\n`;
  const bound = await importText(withRooms('{ department: BON/X, slack: C44, telegram: -44 }'));
  expect(bound.roomsBound).toEqual(['BON/X (slack)', 'BON/X (telegram)']);
  const moved = await importText(withRooms('{ agency: BON, slack: C44 }'));
  expect(moved.roomsBound).toEqual(['BON (slack)']);
  const rooms = await db.selectFrom('room').select(['chat_id', 'department_id']).orderBy('id').execute();
  expect(rooms).toEqual([
    { chat_id: 'C44', department_id: null },
    { chat_id: '-44', department_id: await departmentId(db, 'BON/X') },
  ]);
});

it('records each file in the history', async () => {
  const events = await database.db
    .selectFrom('event')
    .select(['kind', 'person_id'])
    .where('kind', '=', 'organisation.imported')
    .execute();
  // The sample, its changed version, and two files each of two further agencies: none for what was the same.
  expect(events).toHaveLength(6);
});
