import { beforeAll, describe, expect, it } from 'vitest';
import type { Account } from '../../src/chat/place.ts';
import { setActivePlatforms } from '../../src/people/activePlatforms.ts';
import { peopleFeature } from '../../src/people/feature.ts';
import { loadActor, loadActorOf } from '../../src/people/identify.ts';
import { roomAt } from '../../src/people/rooms.ts';
import { loadUnits } from '../../src/people/units.ts';
import { roomPlace, type Talk, talkTo, textOf } from '../chat/talk.ts';
import { testDatabase } from '../support/database.ts';
import { agencyId, departmentId, morning, personId, seedOrganisation, webAccount } from './organisation.ts';

const database = testDatabase();
let talk: Talk;
/** Admin of TTTT, admin of CNTT, a member in TTTT, an admin of everything. */
let admin: Account;
let otherAdmin: Account;
let member: Account;
const root: Account = { platform: 'slack', userId: 'UROOT', displayName: 'Quản trị mạng' };
let th = '';
let tttt = '';

beforeAll(async () => {
  const { db } = database;
  await setActivePlatforms(db, ['web', 'slack']);
  await seedOrganisation(db);
  admin = await webAccount(db, 'Chuyên viên Thư ký Trung tâm');
  otherAdmin = await webAccount(db, 'Chuyên viên Tổng hợp của Cục');
  member = await webAccount(db, 'Chuyên viên Phòng Kế hoạch');
  const { id } = await db
    .insertInto('person')
    .values({ name: 'Quản trị mạng', agency_id: null, created_at: morning })
    .returning('id')
    .executeTakeFirstOrThrow();
  await db.insertInto('person_role').values({ person_id: id, role: 'admin', agency_id: null }).execute();
  await db
    .insertInto('account')
    .values({ person_id: id, platform: 'slack', user_id: 'UROOT', bound_at: morning })
    .execute();
  th = String(await departmentId(db, 'TTTT/TH'));
  tttt = String(await agencyId(db, 'TTTT'));
  talk = talkTo(db, [peopleFeature], morning);
});

async function lastEvent(): Promise<{ kind: string; data: object }> {
  return database.db
    .selectFrom('event')
    .select(['kind', 'data'])
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
}

describe('looking', () => {
  it('shows the own agency with its departments', async () => {
    const text = textOf(await talk.says(member, '/donvi'));
    expect(text).toContain('TTTT – Trung tâm Thông tin – Ủy ban Dân tộc');
    expect(text).toContain('Lãnh đạo: Giám đốc Trung tâm, Phó Giám đốc Trung tâm');
    expect(text).toContain('TH · Phòng Tổng hợp – Trưởng phòng Tổng hợp · 2 người · 1 nhóm');
    expect(text).toContain('[CNTT]');
    expect(text).not.toContain('[Thêm đơn vị]');
  });

  it('shows an admin what can be changed', async () => {
    const text = textOf(await talk.says(admin, '/donvi'));
    expect(text).toContain('[Thêm đơn vị]');
    expect(text).not.toContain('[Thêm cơ quan]');
    expect(textOf(await talk.says(root, '/donvi'))).toContain('[Thêm cơ quan]');
  });

  it.each(['TH', 'phòng tổng hợp', 'P. TH', 'TTTT/TH', 'tttt / th'])(
    'finds a department by %j',
    async (words) => {
      const text = textOf(await talk.says(member, `/donvi ${words}`));
      expect(text).toContain('TTTT/TH – Phòng Tổng hợp');
      expect(text).toContain('Chuyên viên Phòng Tổng hợp – đã có tài khoản');
      expect(text).not.toContain('[Đổi tên]');
    },
  );

  it('takes the own agency’s department where both have one of that name', async () => {
    expect(textOf(await talk.says(member, '/donvi Văn phòng'))).toContain('TTTT/VP');
    expect(textOf(await talk.says(otherAdmin, '/donvi Văn phòng'))).toContain('CNTT/VP');
    expect(textOf(await talk.says(root, '/donvi Văn phòng'))).toContain('có thể là một trong các đơn vị sau');
  });

  it('shows other agencies their departments and heads, but neither members nor rooms', async () => {
    const text = textOf(await talk.says(member, '/donvi CNTT/VP'));
    expect(text).toContain('Trưởng đơn vị: Chánh Văn phòng Cục');
    expect(text).not.toContain('Chuyên viên Văn phòng Cục');
    expect(text).not.toContain('Nhóm chat');
    const other = String(await personId(database.db, 'Chuyên viên Văn phòng Cục'));
    expect(textOf(await talk.presses(member, 'org.person', other))).toContain('Mục này không còn.');
  });

  it('says what is near to a name nobody knows', async () => {
    const text = textOf(await talk.says(member, '/donvi Phòng Tổng hơpp'));
    expect(text).toContain('Tổng hợp');
    expect(textOf(await talk.says(member, '/donvi xyzxyz'))).toBe(
      'Không thấy đơn vị “xyzxyz”.\nGõ /donvi để xem danh sách đơn vị.',
    );
  });
});

describe('changing', () => {
  it('adds a department, seen at once by the reader of language and on the playground', async () => {
    const { db } = database;
    const form = await talk.presses(admin, 'org.addDepartment', tttt);
    expect(form?.kind === 'form' && form.form.fields.map((field) => field.name)).toEqual(['code', 'name']);
    const values = { code: 'PC', name: 'Phòng Pháp chế' };
    const text = textOf(await talk.submits(admin, 'org.addDepartment', tttt, values));
    expect(text).toContain('Đã thêm Phòng Pháp chế.');
    const unit = (await loadUnits(db)).find((each) => each.code === 'PC');
    expect(unit).toMatchObject({ name: 'Phòng Pháp chế', agencyCode: 'TTTT' });
    expect(await roomAt(db, roomPlace(`room-dept-${unit?.id}`))).not.toBeNull();
    expect(await lastEvent()).toEqual({
      kind: 'department.added',
      data: { department: unit?.id, code: 'PC', name: 'Phòng Pháp chế' },
    });
  });

  it.each([
    [{ code: '', name: 'x' }, 'code: Mục này cần được điền.'],
    [{ code: 'P C', name: 'x' }, 'code: Mã chỉ gồm chữ, số'],
    [{ code: 'th', name: 'x' }, 'code: Mã TH đã dùng cho Phòng Tổng hợp.'],
    [{ code: 'Q', name: 'phong tong hop' }, 'name: Tên “phong tong hop” đã chỉ Phòng Tổng hợp.'],
    [{ code: 'Q', name: 'x'.repeat(201) }, 'name: Tối đa 200 ký tự.'],
  ])('refuses the department %j at its field', async (values, error) => {
    expect(textOf(await talk.submits(admin, 'org.addDepartment', tttt, values))).toContain(error);
  });

  it('renames, and the old name is still understood', async () => {
    const kh = String(await departmentId(database.db, 'TTTT/KH'));
    const text = textOf(await talk.submits(admin, 'org.rename', kh, { name: 'Phòng Kế hoạch – Tài chính' }));
    expect(text).toContain('Đã đổi “Phòng Kế hoạch” thành “Phòng Kế hoạch – Tài chính”');
    expect(textOf(await talk.says(member, '/donvi Phòng Kế hoạch'))).toContain(
      'TTTT/KH – Phòng Kế hoạch – Tài chính',
    );
  });

  it('adds and removes another name', async () => {
    const { db } = database;
    expect(textOf(await talk.submits(admin, 'org.addAlias', th, { alias: 'Tổ Tổng hợp' }))).toContain(
      'Tổ Tổng hợp',
    );
    expect(textOf(await talk.says(member, '/donvi tổ tổng hợp'))).toContain('TTTT/TH');
    const taken = await talk.submits(admin, 'org.addAlias', th, { alias: 'P. Kỹ thuật' });
    expect(textOf(taken)).toContain('alias: Tên “P. Kỹ thuật” đã chỉ Phòng Kỹ thuật.');
    const { id } = await db
      .selectFrom('unit_alias')
      .select('id')
      .where('alias', '=', 'Tổ Tổng hợp')
      .executeTakeFirstOrThrow();
    expect(textOf(await talk.presses(admin, 'org.removeAlias', String(id)))).toContain('Đã bỏ tên gọi');
    expect(textOf(await talk.presses(admin, 'org.removeAlias', String(id)))).toContain('Mục này không còn.');
  });

  it('chooses the heads', async () => {
    const { db } = database;
    const specialist = String(await personId(db, 'Chuyên viên Phòng Tổng hợp'));
    await talk.submits(admin, 'org.heads', th, { heads: specialist });
    const text = textOf(await talk.says(admin, '/donvi TH'));
    expect(text).toContain('Trưởng đơn vị: Chuyên viên Phòng Tổng hợp');
  });

  it('adds people, gives those who are there a role, and takes it away', async () => {
    const { db } = database;
    await talk.submits(admin, 'org.addMember', th, { name: 'Thực tập sinh', head: 'no' });
    const intern = String(await personId(db, 'Thực tập sinh'));
    expect((await webAccount(db, 'Thực tập sinh')).userId).toBe(`person-${intern}`);
    const actor = await loadActor(db, { platform: 'web', userId: `person-${intern}` });
    expect(actor?.memberOf.map((each) => String(each.departmentId))).toEqual([th]);
    const given = await talk.submits(admin, 'org.addPerson', tttt, {
      name: 'thuc tap sinh',
      role: 'official',
    });
    expect(textOf(given)).toContain('Thực tập sinh đã có trong danh sách; đã thêm vai trò.');
    const { id } = await db
      .selectFrom('person_role')
      .select('id')
      .where('person_id', '=', Number(intern))
      .where('role', '=', 'official')
      .executeTakeFirstOrThrow();
    expect(textOf(await talk.presses(admin, 'org.removeRole', String(id)))).toContain('Đã bỏ vai trò');
    const needsDepartment = await talk.submits(admin, 'org.addPerson', tttt, { name: 'Y', role: 'member' });
    expect(textOf(needsDepartment)).toContain('department: Thành viên cần thuộc một đơn vị.');
  });

  it('lets somebody leave: the account stops working, and the roles are gone should they come back', async () => {
    const { db } = database;
    await talk.submits(admin, 'org.addPerson', tttt, { name: 'Phó Giám đốc nghỉ hưu', role: 'leader' });
    const account = await webAccount(db, 'Phó Giám đốc nghỉ hưu');
    const id = String(await personId(db, 'Phó Giám đốc nghỉ hưu'));
    await talk.presses(admin, 'org.left', id);
    expect(await loadActor(db, account)).toBeNull();
    await talk.submits(admin, 'org.addMember', th, { name: 'Phó Giám đốc nghỉ hưu' });
    expect(await loadActor(db, account)).toMatchObject({ leaderOf: [], personId: Number(id) });
  });

  it('closes a department without open tasks, and opens it again', async () => {
    const { db } = database;
    const kt = String(await departmentId(db, 'TTTT/KT'));
    expect(textOf(await talk.presses(admin, 'org.close', kt))).toContain('Đã đóng đơn vị.');
    expect(textOf(await talk.presses(admin, 'org.close', kt))).toContain('đã đóng từ trước');
    expect(textOf(await talk.presses(admin, 'org.reopen', kt))).toContain('Đã mở lại đơn vị.');
    const task = {
      title: 'Dự thảo',
      title_folded: 'du thao',
      agency_id: Number(tttt),
      given_by: await personId(db, 'Giám đốc Trung tâm'),
      given_at: morning,
      due_words: null,
    };
    const due = { due_on: null, due_time: null, due_at: null };
    const { id } = await db
      .insertInto('task')
      .values({ ...task, ...due })
      .returning('id')
      .executeTakeFirstOrThrow();
    const part = { task_id: id, department_id: Number(kt), agency_id: Number(tttt), part: 'lead' } as const;
    await db
      .insertInto('assignment')
      .values({ ...part, ...due, status: 'assigned', assigned_at: morning })
      .execute();
    expect(textOf(await talk.presses(admin, 'org.close', kt))).toContain(
      'Phòng Kỹ thuật còn 1 việc đang mở.',
    );
  });

  it('adds an agency', async () => {
    const text = textOf(await talk.submits(root, 'org.addAgency', '0', { code: 'SO', name: 'Sở Thông tin' }));
    expect(text).toContain('Đã thêm cơ quan Sở Thông tin.');
  });
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

describe('inviting', () => {
  it('shows a code to the asker alone', async () => {
    const place = roomPlace('anywhere');
    const reply = await talk.says(admin, '/donvi mời Trưởng phòng Tổng hợp', { place });
    expect(reply).toMatchObject({ kind: 'card', to: 'asker' });
    expect(textOf(reply)).toMatch(/Mã: [2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}/u);
    expect(textOf(reply)).toContain('Dùng được đến: 08:30 12/4/2016');
    expect(await lastEvent()).toMatchObject({ kind: 'person.invited' });
    expect(JSON.stringify((await lastEvent()).data)).not.toMatch(/[2-9A-Z]{4}-[2-9A-Z]{4}-/u);
  });

  it('asks which when several fit, and says so when nobody does', async () => {
    expect(textOf(await talk.says(admin, '/donvi moi Giám đốc'))).toContain(
      'Có nhiều người ứng với “Giám đốc”.',
    );
    expect(textOf(await talk.says(admin, '/donvi moi Cục trưởng'))).toContain(
      'Không thấy cán bộ “Cục trưởng”.',
    );
    expect(textOf(await talk.says(admin, '/donvi moi'))).toContain('Mời ai?');
    expect(textOf(await talk.says(member, '/donvi moi Giám đốc'))).toContain('cần quyền khác');
  });
});

describe('a room', () => {
  const place = roomPlace('C100', 'slack');
  const slackAdmin = async (): Promise<Account> => {
    const person = await personId(database.db, 'Chuyên viên Thư ký Trung tâm');
    await database.db
      .insertInto('account')
      .values({ person_id: person, platform: 'slack', user_id: 'UTK', bound_at: morning })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    return { platform: 'slack', userId: 'UTK', displayName: '' };
  };

  it('is bound to a department by its admin, moved, and unbound', async () => {
    const { db } = database;
    const who = await slackAdmin();
    const bound = await talk.says(who, '/donvi nhóm TH', { place });
    expect(bound).toMatchObject({ kind: 'card', to: 'place' });
    expect(textOf(bound)).toContain('Nhóm này là nhóm của Phòng Tổng hợp');
    expect(await roomAt(db, place)).toMatchObject({ departmentId: Number(th) });
    expect(await roomAt(db, { ...place, threadId: '17.5' })).toMatchObject({ departmentId: Number(th) });
    await talk.says(who, '/donvi nhom TTTT', { place });
    expect(await roomAt(db, place)).toMatchObject({ departmentId: null, agencyId: Number(tttt) });
    expect(textOf(await talk.says(who, '/donvi gỡ nhóm', { place }))).toContain('Đã gỡ nhóm');
    expect(await roomAt(db, place)).toBeNull();
    expect(textOf(await talk.says(who, '/donvi gonhom', { place }))).toContain('chưa gắn với đơn vị nào');
  });

  it('is bound to nothing else', async () => {
    const who = await slackAdmin();
    expect(textOf(await talk.says(who, '/donvi nhom CNTT/VP', { place }))).toContain('cần quyền khác');
    expect(textOf(await talk.says(who, '/donvi nhom', { place }))).toContain('Gắn nhóm này với đơn vị nào?');
    expect(textOf(await talk.says(who, '/donvi nhom TH'))).toContain('Lệnh này gõ trong nhóm chat cần gắn.');
    await talk.says(who, '/donvi nhom TH', { place });
    await database.db
      .updateTable('room')
      .set({ agency_id: await agencyId(database.db, 'CNTT'), department_id: null })
      .where('chat_id', '=', 'C100')
      .execute();
    expect(textOf(await talk.says(who, '/donvi nhom TH', { place }))).toContain('của cơ quan khác');
    expect(await roomAt(database.db, place)).toMatchObject({ departmentId: null });
  });
});

describe('/ngonngu', () => {
  it('changes the language of the person, everywhere', async () => {
    expect(textOf(await talk.says(member, '/ngonngu'))).toContain('[English]');
    expect(textOf(await talk.presses(member, 'person.language', 'en'))).toContain('speaks English');
    expect(textOf(await talk.says(member, '/help'))).toContain('What Đầu Mối can do');
    expect(textOf(await talk.says(member, '/language klingon'))).toContain('does not speak “klingon” yet');
    expect(textOf(await talk.says(member, '/language tiếng Việt'))).toContain('dùng tiếng Việt');
    const person = await loadActorOf(database.db, await personId(database.db, 'Chuyên viên Phòng Kế hoạch'));
    expect(person?.language).toBe('vi');
  });
});
