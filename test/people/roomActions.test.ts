/** /donvi nhom: rooms are bound and unbound. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Account } from '../../src/chat/place.ts';
import { roomAt } from '../../src/people/rooms.ts';
import { roomPlace, type Talk, textOf } from '../chat/talk.ts';
import { testDatabase } from '../support/database.ts';
import { openOffices } from './offices.ts';
import { agencyId, morning, personId } from './organisation.ts';

const database = testDatabase();
let talk: Talk;
let th: string;
let tttt: string;

beforeAll(async () => {
  ({ talk, th, tttt } = await openOffices(database.db));
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
