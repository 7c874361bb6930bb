/** Who may do what with an item and a proposal: each button in the wrong hands changes nothing. */
import { beforeAll, expect, it } from 'vitest';
import { registerFeature } from '../../src/register/feature.ts';
import { testDatabase } from '../support/database.ts';
import { saidIn, speaker } from '../tasks/office.ts';
import { addItem, as, buttonsOf, makeRegisterOffice, propose, type RegisterOffice } from './office.ts';

const database = testDatabase();
let office: RegisterOffice;
let item = 0;
let asked = 0;
let agreed = 0;
let hidden = 0;

beforeAll(async () => {
  const { db } = database;
  office = await makeRegisterOffice(db);
  item = await addItem(db, office);
  asked = await propose(db, office, item);
  agreed = await propose(db, office, await addItem(db, office, { title: 'Bản đồ nền' }));
  await as(db, office.otherOfficial).presses('matter.accept', agreed);
  hidden = await addItem(db, office, { title: 'Nhân sự nội bộ', shared: false });
});

async function allRows() {
  const { db } = database;
  return JSON.stringify([
    await db.selectFrom('register_item').selectAll().orderBy('id').execute(),
    await db.selectFrom('register_request').selectAll().orderBy('id').execute(),
    await db.selectFrom('task_preview').select('id').execute(),
    await db.selectFrom('event').select('id').orderBy('id').execute(),
    await db.selectFrom('notification').select('id').orderBy('id').execute(),
  ]);
}

/** What each button acts on here. */
function idFor(name: string): string {
  if (name === 'matter.list') return 'a0';
  if (name === 'matter.new') return 'new';
  if (['matter.accept', 'matter.refuse', 'matter.withdraw'].includes(name)) return `${asked}`;
  if (['matter.reconsider', 'matter.task', 'matter.content'].includes(name)) return `${agreed}`;
  return `${item}`;
}

async function refused(person: number, name: string, id = idFor(name)): Promise<string> {
  const before = await allRows();
  const error = await as(database.db, person)
    .presses(name, id)
    .then(
      () => null,
      (reason: unknown) => reason,
    );
  expect(error, name).toMatchObject({ name: 'UserError' });
  expect(await allRows()).toBe(before);
  return error instanceof Error ? error.message : '';
}

/** The list shows what one may see; adding is for one's own agency. */
const names = registerFeature.actions
  .map((each) => each.name)
  .filter((name) => name !== 'matter.list' && name !== 'matter.new');

it.each(names)('%s: an official of an agency that is no partner sees and changes nothing', async (name) => {
  await refused(office.stranger, name);
});

it('who is no partner finds nothing, and asks in vain', async () => {
  const stranger = as(database.db, office.stranger);
  const list = await stranger.says('vande', '');
  expect(JSON.stringify(list)).not.toContain('VD-');
  expect(JSON.stringify(await stranger.says('vande', 'du lieu'))).not.toContain('VD-');
  await expect(stranger.says('vande', `VD-${item}`)).rejects.toThrow(`Không thấy mục VD-${item}.`);
  await expect(stranger.says('vande', 'VD-999999')).rejects.toThrow('Không thấy mục VD-999999.');
});

it('what is kept to the own agency is as good as not there for a partner', async () => {
  const partner = as(database.db, office.official);
  expect(JSON.stringify(await partner.says('vande', ''))).not.toContain('Nhân sự nội bộ');
  expect(JSON.stringify(await partner.says('vande', 'nhan su'))).not.toContain('Nhân sự nội bộ');
  for (const name of ['matter.open', 'matter.propose', 'matter.edit', 'matter.share', 'matter.close']) {
    expect(await refused(office.official, name, `${hidden}`)).toBe(`Không thấy mục VD-${hidden}.`);
  }
});

const wrongHands: [string, Exclude<keyof RegisterOffice, 'th'>][] = [
  // The other side, which sees it.
  ['matter.edit', 'official'],
  ['matter.share', 'official'],
  ['matter.hide', 'leader'],
  ['matter.close', 'official'],
  ['matter.reopen', 'official'],
  ['matter.accept', 'official'],
  ['matter.refuse', 'leader'],
  ['matter.reconsider', 'official'],
  ['matter.task', 'official'],
  ['matter.content', 'official'],
  // A member of the other side speaks for a department, not for the agency.
  ['matter.propose', 'thHead'],
  ['matter.withdraw', 'thHead'],
  // Its own agency, but another department.
  ['matter.edit', 'tcHead'],
  ['matter.hide', 'tcHead'],
  ['matter.close', 'tcHead'],
  ['matter.accept', 'tcHead'],
  ['matter.refuse', 'tcHead'],
  // The own side does not propose to itself, nor take back what others proposed.
  ['matter.propose', 'otherOfficial'],
  ['matter.withdraw', 'otherOfficial'],
  // Whoever has not answered does not take the answer back.
  ['matter.reconsider', 'otherLeader'],
  ['matter.reconsider', 'ptudHead'],
  // Tasks are given by officials and leaders.
  ['matter.task', 'ptudHead'],
];

it.each(wrongHands)('%s is not for %s', async (name, role) => {
  await refused(office[role], name);
});

it('forms sent by the wrong hands are refused, too', async () => {
  const { db } = database;
  const before = await allRows();
  const tries = [
    () => as(db, office.official).sends('matter.refuse', asked, { words: ['không'] }),
    () => as(db, office.thHead).sends('matter.propose', item, { words: ['cùng làm'] }),
    () => as(db, office.stranger).sends('matter.propose', item, { words: ['cùng làm'] }),
    () => as(db, office.official).sends('matter.content', agreed, { programme: ['1'] }),
  ];
  for (const each of tries) await expect(each()).rejects.toMatchObject({ name: 'UserError' });
  expect(await allRows()).toBe(before);
});

it('a department or programme of another agency cannot be slipped into a form', async () => {
  const { db } = database;
  const values = { kind: ['project'], title: ['Thử'], visibility: ['own'] };
  const sends = (more: object) => as(db, office.ptudHead).sends('matter.new', 0, { ...values, ...more });
  await expect(sends({ department: [`${office.th}`] })).rejects.toMatchObject({ field: 'department' });
  await expect(sends({ programme: ['7'] })).rejects.toMatchObject({ field: 'programme' });
  await expect(sends({ kind: ['secret'] })).rejects.toMatchObject({ field: 'kind' });
  await expect(sends({ title: ['   '] })).rejects.toMatchObject({ field: 'title' });
  await expect(sends({ title: ['x'.repeat(301)] })).rejects.toMatchObject({ field: 'title' });
});

it('who belongs to no agency’s work adds nothing', async () => {
  const { db } = database;
  const nobody = await db
    .insertInto('person')
    .values({
      agency_id: office.tttt,
      name: 'Khách',
      created_at: Temporal.Instant.from('2016-04-05T01:00:00Z'),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await refused(nobody.id, 'matter.new');
  await expect(as(db, nobody.id).says('vande', 'thêm dự án Thử')).rejects.toMatchObject({
    name: 'UserError',
  });
  expect(buttonsOf(await as(db, nobody.id).says('vande', ''))).not.toContain('matter.new');
});

it('a third agency does not see what another has proposed', async () => {
  const { db } = database;
  const own = await as(db, office.otherOfficial).says('vande', `VD-${item}`);
  expect(JSON.stringify(own)).toContain('cùng làm');
  const agency = await db
    .selectFrom('person')
    .select('agency_id')
    .where('id', '=', office.stranger)
    .executeTakeFirstOrThrow();
  // They become partners of CNTT by a task of their own.
  const task = await db
    .insertInto('task')
    .values({
      agency_id: agency.agency_id ?? 0,
      given_by: office.stranger,
      given_at: Temporal.Instant.from('2016-04-05T01:00:00Z'),
      title: 'Việc chung',
      title_folded: 'viec chung',
      due_on: null,
      due_time: null,
      due_at: null,
      due_words: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const part = { task_id: task.id, department_id: office.tc, agency_id: office.cntt, part: 'lead' as const };
  const { id } = await db
    .insertInto('assignment')
    .values({
      ...part,
      status: 'proposed',
      due_on: null,
      due_time: null,
      due_at: null,
      assigned_at: Temporal.Instant.from('2016-04-05T01:00:00Z'),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  // Proposed alone makes nobody a partner.
  await expect(as(db, office.stranger).says('vande', `VD-${item}`)).rejects.toThrow('Không thấy');
  await speaker(db, office.otherOfficial).presses('consent.give', id);
  const seen = await as(db, office.stranger).says('vande', `VD-${item}`);
  expect(saidIn(seen)).toContain(`VD-${item}`);
  expect(JSON.stringify(seen)).not.toContain('cùng làm');
  for (const name of ['matter.accept', 'matter.refuse', 'matter.withdraw'])
    await refused(office.stranger, name);
});

it.each(['0', '-1', '999999999', '1e3', '', 'abc', '99999999999999999999', '1; drop table register_item'])(
  'the id “%s” acts on nothing',
  async (id) => {
    for (const name of names) {
      await expect(as(database.db, office.otherLeader).presses(name, id), name).rejects.toMatchObject({
        name: 'UserError',
      });
    }
  },
);
