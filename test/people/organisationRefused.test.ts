/** /donvi: what is refused, and to whom. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Account } from '../../src/chat/place.ts';
import { loadActor } from '../../src/people/identify.ts';
import { type Talk, textOf } from '../chat/talk.ts';
import { testDatabase } from '../support/database.ts';
import { openOffices } from './offices.ts';
import { personId } from './organisation.ts';

const database = testDatabase();
let talk: Talk;
let admin: Account;
let otherAdmin: Account;
let member: Account;
let root: Account;
let th: string;
let tttt: string;

beforeAll(async () => {
  ({ talk, admin, otherAdmin, member, root, th, tttt } = await openOffices(database.db));
});

describe('is refused', () => {
  const forms: [string, string, Record<string, string>][] = [
    ['org.addAgency', '0', { code: 'X', name: 'X' }],
    ['org.addDepartment', 'tttt', { code: 'X', name: 'X' }],
    ['org.addAgencyAlias', 'tttt', { alias: 'X' }],
    ['org.rename', 'th', { name: 'X' }],
    ['org.addAlias', 'th', { alias: 'X' }],
    ['org.heads', 'th', { heads: '' }],
    ['org.addMember', 'th', { name: 'X' }],
    ['org.addPerson', 'tttt', { name: 'X', role: 'leader' }],
  ];
  const presses: [string, string][] = [
    ...forms.map(([action, id]): [string, string] => [action, id]),
    ['org.close', 'th'],
    ['org.reopen', 'th'],
    ['org.invite', 'person'],
    ['org.left', 'person'],
    ['org.removeRole', 'role'],
    ['org.removeAlias', 'alias'],
    ['org.unbindRoom', 'room'],
  ];

  async function idOf(what: string): Promise<string> {
    const { db } = database;
    if (what === 'tttt') return tttt;
    if (what === 'th') return th;
    if (what === 'person') return String(await personId(db, 'Giám đốc Trung tâm'));
    if (what === '0') return '0';
    const agency = Number(tttt);
    const tables = { role: 'person_role', alias: 'unit_alias', room: 'room' } as const;
    const table = what === 'role' ? tables.role : what === 'alias' ? tables.alias : tables.room;
    const row = await db
      .selectFrom(table)
      .select('id')
      .where('agency_id', '=', agency)
      .executeTakeFirstOrThrow();
    return String(row.id);
  }

  it.each(presses)('the press %s, to a member and to another agency’s admin', async (action, what) => {
    const id = await idOf(what);
    for (const who of [member, otherAdmin]) {
      expect(textOf(await talk.presses(who, action, id))).toContain(
        'Việc này cần quyền khác với quyền hiện có.',
      );
    }
  });

  it.each(forms)('the form %s, to a member and to another agency’s admin', async (action, what, values) => {
    const id = await idOf(what);
    for (const who of [member, otherAdmin]) {
      expect(textOf(await talk.submits(who, action, id, values))).toContain('cần quyền khác');
    }
  });

  it.each(presses)('the press %s on what does not exist', async (action) => {
    if (action === 'org.addAgency') return;
    for (const id of ['999999', '0', '-1', 'abc', '', '1; drop table agency', '9'.repeat(40)]) {
      expect(textOf(await talk.presses(root, action, id))).toContain('Mục này không còn.');
    }
  });

  it('an agency’s admin who would take the place of the bot’s', async () => {
    const { db } = database;
    const agencyPerson = await personId(db, 'Văn thư Trung tâm');
    await db
      .insertInto('person_role')
      .values({ person_id: agencyPerson, role: 'admin', agency_id: null })
      .execute();
    for (const action of ['org.invite', 'org.left']) {
      expect(textOf(await talk.presses(admin, action, String(agencyPerson)))).toContain('cần quyền khác');
    }
    expect(textOf(await talk.says(admin, '/donvi moi Văn thư Trung tâm'))).toContain('cần quyền khác');
    await db
      .deleteFrom('person_role')
      .where('person_id', '=', agencyPerson)
      .where('role', '=', 'admin')
      .execute();
  });

  it('to leave the bot without an admin', async () => {
    const id = String((await loadActor(database.db, root))?.personId);
    expect(textOf(await talk.presses(root, 'org.left', id))).toContain('quản trị duy nhất');
  });
});
