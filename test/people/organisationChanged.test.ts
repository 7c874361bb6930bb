/** /donvi: changing units and people. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Account } from '../../src/chat/place.ts';
import { loadActor } from '../../src/people/identify.ts';
import { roomAt } from '../../src/people/rooms.ts';
import { loadUnits } from '../../src/people/units.ts';
import { roomPlace, type Talk, textOf } from '../chat/talk.ts';
import { testDatabase } from '../support/database.ts';
import { openOffices } from './offices.ts';
import { departmentId, morning, personId, webAccount } from './organisation.ts';

const database = testDatabase();
let talk: Talk;
let admin: Account;
let member: Account;
let root: Account;
let th: string;
let tttt: string;

beforeAll(async () => {
  ({ talk, admin, member, root, th, tttt } = await openOffices(database.db));
});

async function lastEvent(): Promise<{ kind: string; data: object }> {
  return database.db
    .selectFrom('event')
    .select(['kind', 'data'])
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
}

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

  it('says until when a former name was the official one', async () => {
    expect(textOf(await talk.says(member, '/donvi KH'))).toMatch(
      /Phòng Kế hoạch \(tên cũ, đến \d+\/\d+\/\d{4}\)/,
    );
  });

  it('merges a department into another, whose name the old names then mean', async () => {
    await talk.submits(admin, 'org.addDepartment', tttt, { code: 'TL', name: 'Phòng Tư liệu' });
    const { id } = await database.db
      .selectFrom('department')
      .select('id')
      .where('code', '=', 'TL')
      .executeTakeFirstOrThrow();
    const refused = await talk.submits(admin, 'org.merge', String(id), { into: String(id) });
    expect(textOf(refused)).toContain('into: Xin chọn');
    const text = textOf(await talk.submits(admin, 'org.merge', String(id), { into: th }));
    expect(text).toContain('Đã sáp nhập Phòng Tư liệu vào Phòng Tổng hợp');
    expect(text).toMatch(/Phòng Tư liệu \(tên cũ, đến/);
    expect((await lastEvent()).kind).toBe('department.merged');
    expect(textOf(await talk.presses(admin, 'org.merge', String(id)))).toContain('đã đóng từ trước');
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
