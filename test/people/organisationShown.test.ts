/** /donvi: what is shown to whom, and invitations. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Account } from '../../src/chat/place.ts';
import { roomPlace, type Talk, textOf } from '../chat/talk.ts';
import { testDatabase } from '../support/database.ts';
import { openOffices } from './offices.ts';
import { personId } from './organisation.ts';

const database = testDatabase();
let talk: Talk;
let admin: Account;
let otherAdmin: Account;
let member: Account;
let root: Account;

beforeAll(async () => {
  ({ talk, admin, otherAdmin, member, root } = await openOffices(database.db));
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

  it('finds a person by name, also one who is in no department', async () => {
    const leader = textOf(await talk.says(admin, '/donvi giám đốc trung tâm'));
    expect(leader).toContain('Giám đốc Trung tâm');
    expect(leader).toContain('[Cho rời danh sách]');
    expect(textOf(await talk.says(member, '/donvi Chuyên viên Thư ký'))).toContain(
      'Chuyên viên Thư ký Trung tâm',
    );
    expect(textOf(await talk.says(admin, '/donvi trưởng phòng'))).toContain('Trưởng phòng Kỹ thuật');
    expect(textOf(await talk.says(member, '/donvi Cục trưởng'))).toContain('Không thấy đơn vị “Cục trưởng”');
  });

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
