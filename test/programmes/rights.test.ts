/** Who may do what with a programme: each button in the wrong hands changes nothing. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../src/people/actor.ts';
import { mayOnProgramme, type ProgrammeAction, type ProgrammeFacts } from '../../src/people/permissions.ts';
import { programmesFeature } from '../../src/programmes/feature.ts';
import { testDatabase } from '../support/database.ts';
import { makeOffice, type Office } from '../tasks/office.ts';
import { asOf, openNow, programmeOf } from './office.ts';

const database = testDatabase();
let office: Office & { otherLeader: number; kindOfficial: number };
let id = 0;
let asked = 0;
let contentId = 0;

const as = (person: number) => asOf(database.db)(person);

async function person(agencyId: number, name: string, role: 'leader' | 'official'): Promise<number> {
  const { db } = database;
  const row = { agency_id: agencyId, name, created_at: Temporal.Instant.from('2016-04-05T08:00:00+07:00') };
  const { id: personId } = await db
    .insertInto('person')
    .values(row)
    .returning('id')
    .executeTakeFirstOrThrow();
  await db.insertInto('person_role').values({ person_id: personId, role, agency_id: agencyId }).execute();
  return personId;
}

beforeAll(async () => {
  const { db } = database;
  const made = await makeOffice(db);
  const khac = await db
    .selectFrom('agency')
    .select('id')
    .where('code', '=', 'KHAC')
    .executeTakeFirstOrThrow();
  office = {
    ...made,
    otherLeader: await person(made.cntt, 'Cục trưởng', 'leader'),
    kindOfficial: await person(khac.id, 'Chuyên viên cơ quan khác', 'official'),
  };
  id = await openNow(db, made);
  asked = await openNow(db, made, { agreed: false });
  await as(made.official).sends('programme.addContent', id, { titles: ['Chia sẻ dữ liệu'] });
  contentId = (await programmeOf(db, id)).contents[0]?.id ?? 0;
});

async function allRows() {
  const { db } = database;
  const tables = [
    'programme',
    'programme_agency',
    'programme_department',
    'programme_content',
    'programme_document',
    'programme_room',
    'programme_preview',
    'task_preview',
    'event',
    'notification',
    'file',
  ] as const;
  const all: unknown[] = [];
  for (const table of tables) {
    all.push((await db.selectFrom(table).selectAll().execute()).map((row) => JSON.stringify(row)).sort());
  }
  return JSON.stringify(all);
}

/** What each button acts on. */
function idFor(name: string): string {
  switch (name) {
    case 'programme.agree':
    case 'programme.disagree':
      return `${asked}.${office.cntt}`;
    case 'programme.askAgain':
      return `${id}.${office.cntt}`;
    case 'programme.give':
    case 'programme.dropContent':
      return `${contentId}`;
    case 'programme.contents':
      return `${id}.0`;
    default:
      return `${id}`;
  }
}

const values = {
  words: ['vì bận'],
  titles: ['Nội dung khác'],
  title: ['Tên khác'],
  fromYear: ['2017'],
  toYear: ['2018'],
  status: ['drafting'],
  lead: ['1'],
};

const names = programmesFeature.actions.map((each) => each.name);
/** Those that act on a programme; the others begin one, or show the asker's own. */
const onProgramme = names.filter(
  (name) =>
    ![
      'programme.new',
      'programme.list',
      'programme.editPreview',
      'programme.confirm',
      'programme.drop',
    ].includes(name),
);

async function refused(who: number, name: string): Promise<string> {
  const before = await allRows();
  const action = programmesFeature.actions.find((each) => each.name === name);
  let said = '';
  if (action?.press) {
    const error = await as(who)
      .presses(name, idFor(name))
      .then(
        () => null,
        (reason: Error) => reason,
      );
    expect(error?.name, name).toBe('UserError');
    said = error?.message ?? '';
  }
  if (action?.submit) {
    const target =
      name === 'programme.status' || name === 'programme.edit' ? `${idFor(name)}.0` : idFor(name);
    const error = await as(who)
      .sends(name, target, values)
      .then(
        () => null,
        (reason: Error) => reason,
      );
    expect(error?.name, name).toBe('UserError');
    said = error?.message ?? '';
  }
  expect(await allRows()).toBe(before);
  return said;
}

describe.each(onProgramme)('%s', (name) => {
  it('is refused to an official and to a member of an agency without a part, in the words of what does not exist', async () => {
    for (const outsider of [office.stranger, office.kindOfficial]) {
      expect(await refused(outsider, name)).toMatch(/^Không thấy (?:chương trình|nội dung)/u);
    }
  });
});

it('a programme that does not exist and one that must not be seen are spoken of alike', async () => {
  const words = async (who: number, code: number) =>
    as(who)
      .says('chuongtrinh', `CT-${code}`)
      .then(
        () => '',
        (reason: Error) => reason.message.replace(/\d+/u, 'n'),
      );
  expect(await words(office.stranger, id)).toBe(await words(office.official, 999));
});

it.each(['programme.addContent', 'programme.addDocument', 'programme.editContent', 'programme.dropContent'])(
  '%s is refused to a member of a department that is no focal point',
  async (name) => {
    expect(await refused(office.khHead, name)).toBe('Việc này cần quyền khác với quyền hiện có.');
  },
);

it.each(['programme.give', 'programme.giveGeneral', 'programme.edit'])(
  '%s is refused to members, of a focal department too',
  async (name) => {
    for (const member of [office.khHead, office.thHead, office.ptudHead]) {
      expect(await refused(member, name)).toBe('Việc này cần quyền khác với quyền hiện có.');
    }
  },
);

it.each(['programme.status', 'programme.statusBack', 'programme.askAgain'])(
  '%s is refused to officials and leaders of the agency that did not open it',
  async (name) => {
    for (const other of [office.otherOfficial, office.otherLeader, office.thHead]) {
      expect(await refused(other, name)).toBe('Việc này cần quyền khác với quyền hiện có.');
    }
  },
);

it.each(['programme.agree', 'programme.disagree'])(
  '%s is refused to the side that opened it',
  async (name) => {
    for (const own of [office.official, office.leader]) {
      expect(await refused(own, name)).toBe('Việc này cần quyền khác với quyền hiện có.');
    }
  },
);

it('before its agency agrees, a member there sees nothing; its official does', async () => {
  await expect(as(office.ptudHead).says('chuongtrinh', `CT-${asked}`)).rejects.toThrow('Không thấy');
  await expect(as(office.otherOfficial).says('chuongtrinh', `CT-${asked}`)).resolves.toMatchObject({
    kind: 'card',
  });
  await expect(as(office.otherOfficial).presses('programme.addContent', asked)).rejects.toThrow(
    'Cơ quan chưa đồng ý tham gia',
  );
});

it('the other side drops no content of this one', async () => {
  expect(await refused(office.otherOfficial, 'programme.dropContent')).toContain('quyền');
  expect(await refused(office.ptudHead, 'programme.dropContent')).toContain('quyền');
});

it('who may only do something sees the other’s preview as not existing', async () => {
  const preview = await as(office.official).says('chuongtrinh', 'Chương trình phối hợp 2017–2018 với CNTT');
  const button = preview.kind === 'card' ? preview.card.buttons.flat()[0] : undefined;
  await expect(as(office.leader).presses('programme.confirm', button?.id ?? '')).rejects.toThrow(
    'Không thấy',
  );
  await expect(
    as(office.thHead).says('chuongtrinh', 'Chương trình phối hợp 2017–2018 với CNTT'),
  ).rejects.toMatchObject({
    name: 'UserError',
  });
});

it('an official of an agency that is only asked hears that it has to agree first', async () => {
  await expect(
    as(office.otherLeader).says('chuongtrinh', `CT-${asked} thêm nội dung Bản đồ`),
  ).rejects.toThrow('Cơ quan chưa đồng ý tham gia');
});

it('whoever may not open a programme hears who opens programmes', async () => {
  await expect(
    as(office.thHead).says('chuongtrinh', 'Chương trình phối hợp 2017–2018 với CNTT'),
  ).rejects.toThrow('Lập chương trình là việc của');
});

/** The page of rights itself. */
const actor = (more: Partial<Actor>): Actor => ({
  personId: 1,
  name: '',
  agencyId: null,
  agencyCode: '',
  language: 'vi',
  timeZone: 'Asia/Ho_Chi_Minh',
  leaderOf: [],
  officialOf: [],
  memberOf: [],
  admin: { everywhere: false, agencies: [] },
  ...more,
});
const facts: ProgrammeFacts = {
  openingAgencyId: 1,
  agencies: [
    { agencyId: 1, status: 'agreed' },
    { agencyId: 2, status: 'agreed' },
    { agencyId: 3, status: 'asked' },
    { agencyId: 4, status: 'refused' },
  ],
  focalDepartmentIds: [11, 21],
};
const member = (departmentId: number, agencyId: number) => ({
  agencyId,
  memberOf: [{ departmentId, agencyId, head: false }],
});
const all: ProgrammeAction[] = ['see', 'contribute', 'direct', 'manage', 'decideConsent'];

it.each<[string, Partial<Actor>, ProgrammeAction[]]>([
  [
    'official of the opening agency',
    { agencyId: 1, officialOf: [1] },
    ['see', 'contribute', 'direct', 'manage'],
  ],
  ['leader of the opening agency', { agencyId: 1, leaderOf: [1] }, ['see', 'contribute', 'direct', 'manage']],
  ['official of a partner', { agencyId: 2, officialOf: [2] }, ['see', 'contribute', 'direct']],
  ['leader of a partner', { agencyId: 2, leaderOf: [2] }, ['see', 'contribute', 'direct']],
  ['member of a focal department', member(21, 2), ['see', 'contribute']],
  ['member of another department there', member(22, 2), ['see']],
  ['official of an agency that is asked', { agencyId: 3, officialOf: [3] }, ['see', 'decideConsent']],
  ['member there', member(31, 3), []],
  ['official of an agency that refused', { agencyId: 4, officialOf: [4] }, []],
  ['official of an agency without a part', { agencyId: 5, officialOf: [5] }, []],
  ['admin of the whole bot', { admin: { everywhere: true, agencies: [] } }, []],
])('%s', (_, who, allowed) => {
  expect(all.filter((action) => mayOnProgramme(actor(who), action, facts))).toEqual(allowed);
});
