import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Account } from '../../src/chat/place.ts';
import { inTransaction } from '../../src/database/transaction.ts';
import { ensureAdminCode, replaceAdminCode } from '../../src/people/adminCode.ts';
import { peopleFeature } from '../../src/people/feature.ts';
import { loadActor } from '../../src/people/identify.ts';
import { invite } from '../../src/people/invite.ts';
import { pauseMinutes } from '../../src/people/joinAttempts.ts';
import { type Talk, talkTo, textOf } from '../chat/talk.ts';
import { testDatabase } from '../support/database.ts';
import { morning, personId, seedOrganisation } from './organisation.ts';

let accounts = 0;
function newAccount(displayName = 'Tài khoản mới'): Account {
  accounts += 1;
  return { platform: 'slack', userId: `U${accounts}`, displayName };
}

describe('the code of the first start', () => {
  const database = testDatabase();
  const say = (who: Account, code: string) =>
    talkTo(database.db, [peopleFeature], morning).says(who, `/thamgia ${code}`);

  it('is made once, and only its hash is kept', async () => {
    const { db } = database;
    const code = await ensureAdminCode(db, morning, null);
    expect(code).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}$/u);
    expect(await ensureAdminCode(db, morning, null)).toBeNull();
    const rows = await db.selectFrom('invitation').select('code_hash').execute();
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(code);
  });

  it('can be replaced by the operator who lost it, and ends after thirty days', async () => {
    const { db } = database;
    const lost = await inTransaction(db, (trx) => replaceAdminCode(trx, morning));
    const code = await inTransaction(db, (trx) => replaceAdminCode(trx, morning.add({ seconds: 1 })));
    const talk = talkTo(db, [peopleFeature], morning.add({ seconds: 2 }));
    expect(textOf(await talk.says(newAccount(), `/thamgia ${lost}`))).toContain('Mã này đã hết hạn.');
    talk.now = morning.add({ hours: 24 * 31 });
    expect(textOf(await talk.says(newAccount(), `/thamgia ${code}`))).toContain('Mã này đã hết hạn.');
    expect(await ensureAdminCode(db, talk.now, null)).not.toBeNull();
  });

  it('may be set by the operator; it makes an admin of whoever types it, once', async () => {
    const { db } = database;
    expect(await ensureAdminCode(db, morning, 'dau-moi 2016')).toBe('dau-moi 2016');
    expect(await ensureAdminCode(db, morning, 'dau-moi 2016')).toBe('dau-moi 2016');
    const first = newAccount('Quản trị mạng');
    const text = textOf(await say(first, 'DAUMOI2016'));
    expect(text).toContain('Tài khoản này đã có quyền quản trị.');
    expect(text).toContain('/donvi');
    expect(await loadActor(db, first)).toMatchObject({
      name: 'Quản trị mạng',
      agencyId: null,
      admin: { everywhere: true },
    });
    const second = newAccount();
    expect(textOf(await say(second, 'dau-moi 2016'))).toContain('Mã này đã được dùng.');
    expect(await loadActor(db, second)).toBeNull();
    expect(await ensureAdminCode(db, morning, 'dau-moi 2016')).toBeNull();
    expect(await ensureAdminCode(db, morning, null)).toBeNull();
  });
});

describe('an invitation', () => {
  const database = testDatabase();
  let talk: Talk;
  beforeAll(() => seedOrganisation(database.db));
  beforeEach(() => {
    talk = talkTo(database.db, [peopleFeature], morning);
  });

  async function codeFor(name: string): Promise<string> {
    const id = await personId(database.db, name);
    const { code } = await inTransaction(database.db, (trx) =>
      invite(trx, morning, { id, agencyId: null }, null),
    );
    return code;
  }
  const join = async (who: Account, code: string) => textOf(await talk.says(who, `/thamgia ${code}`));

  it('binds the account to the person, however the code is typed', async () => {
    const code = await codeFor('Trưởng phòng Tổng hợp');
    const account = newAccount();
    const text = await join(account, ` ${code.toLowerCase().replaceAll('-', ' ')} `);
    expect(text).toContain('Tài khoản này là của Trưởng phòng Tổng hợp.');
    expect(text).toContain('thành viên đơn vị');
    expect(await loadActor(database.db, account)).toMatchObject({ name: 'Trưởng phòng Tổng hợp' });
    expect(await join(account, '')).toContain('Tài khoản này là của Trưởng phòng Tổng hợp.');
  });

  it('works once', async () => {
    const code = await codeFor('Trưởng phòng Kế hoạch');
    await join(newAccount(), code);
    const second = newAccount();
    expect(await join(second, code)).toContain('Mã này đã được dùng.');
    expect(await loadActor(database.db, second)).toBeNull();
  });

  it('works once even when two type it at the same moment', async () => {
    const code = await codeFor('Trưởng phòng Kỹ thuật');
    const both = [newAccount(), newAccount()];
    const texts = await Promise.all(both.map((account) => join(account, code)));
    expect(texts.filter((text) => text.includes('Tài khoản này là của'))).toHaveLength(1);
  });

  it('ends after seven days, and when a new one is made', async () => {
    const old = await codeFor('Văn thư Trung tâm');
    const code = await codeFor('Văn thư Trung tâm');
    expect(await join(newAccount(), old)).toContain('Mã này đã hết hạn.');
    talk.now = morning.add({ hours: 24 * 7 });
    expect(await join(newAccount(), code)).toContain('Mã này đã hết hạn.');
    talk.now = morning.add({ hours: 24 * 7 - 1 });
    expect(await join(newAccount(), code)).toContain('Tài khoản này là của');
  });

  it('is refused where the account is somebody’s already', async () => {
    const account = newAccount();
    await join(account, await codeFor('Cục trưởng'));
    const other = await codeFor('Phó Cục trưởng');
    expect(await join(account, other)).toContain('Tài khoản này đang gắn với Cục trưởng');
    const own = await codeFor('Cục trưởng');
    expect(await join(account, own)).toContain('Tài khoản này đã gắn với Cục trưởng.');
    expect(await join(newAccount(), other)).toContain('Tài khoản này là của Phó Cục trưởng.');
  });

  it('of somebody who has left is refused', async () => {
    const code = await codeFor('Chuyên viên Văn phòng Cục');
    await database.db
      .updateTable('person')
      .set({ left_at: morning })
      .where('name', '=', 'Chuyên viên Văn phòng Cục')
      .execute();
    expect(await join(newAccount(), code)).toContain('không còn trong danh sách');
  });

  it('makes the first admin the person they are, with the right', async () => {
    const { db } = database;
    const account = newAccount('Quản trị');
    const adminCode = await ensureAdminCode(db, morning, null);
    await join(account, adminCode ?? '');
    const before = await loadActor(db, account);
    expect(await join(account, await codeFor('Kỹ sư Phòng Kỹ thuật'))).toContain('Kỹ sư Phòng Kỹ thuật');
    const after = await loadActor(db, account);
    expect(after).toMatchObject({ name: 'Kỹ sư Phòng Kỹ thuật', admin: { everywhere: true } });
    expect(after?.personId).not.toBe(before?.personId);
  });

  it('cannot be found by trying: after five wrong codes there is a pause, longer each time', async () => {
    const account = newAccount();
    const code = await codeFor('Lập trình viên Phòng Phát triển ứng dụng');
    for (let tries = 1; tries <= 5; tries += 1)
      expect(await join(account, 'AAAA')).toContain('Không có mã này.');
    expect(await join(account, code)).toContain('Đã thử nhiều mã chưa đúng.');
    expect(await join(newAccount(), 'AAAA')).toContain('Không có mã này.');
    talk.now = morning.add({ seconds: 59 });
    expect(await join(account, code)).toContain('Đã thử nhiều mã chưa đúng.');
    talk.now = morning.add({ minutes: 1 });
    expect(await join(account, 'AAAA')).toContain('Không có mã này.');
    talk.now = morning.add({ minutes: 2 });
    expect(await join(account, code)).toContain('Đã thử nhiều mã chưa đúng.');
    talk.now = morning.add({ minutes: 3 });
    expect(await join(account, code)).toContain('Tài khoản này là của');
    const left = await database.db
      .selectFrom('invitation_failure')
      .select('failed_count')
      .where('user_id', '=', account.userId)
      .execute();
    expect(left).toEqual([]);
  });
});

it.each([
  [1, 0],
  [4, 0],
  [5, 1],
  [6, 2],
  [9, 16],
  [15, 1024],
  [16, 1440],
  [1_000_000, 1440],
])('after %i wrong codes one waits %i minutes', (failedCount, minutes) => {
  expect(pauseMinutes(failedCount)).toBe(minutes);
});
