import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Account } from '../../src/chat/place.ts';
import { peopleFeature } from '../../src/people/feature.ts';
import { morning, seedOrganisation, webAccount } from '../people/organisation.ts';
import { testDatabase } from '../support/database.ts';
import { roomPlace, type Talk, talkTo, textOf } from './talk.ts';
import { feature, work } from './trial.ts';

const database = testDatabase();
const guest: Account = { platform: 'web', userId: 'nobody', displayName: 'Khách' };
let talk: Talk;

beforeAll(() => seedOrganisation(database.db));
beforeEach(() => {
  // Stand for a command of the giving side and one of the doing side.
  const giving = { ...work, name: 'giao', words: { vi: ['giao'], en: ['assign'] } };
  const doing = { ...work, name: 'nhan', words: { vi: ['nhan'], en: ['accept'] } };
  talk = talkTo(database.db, [peopleFeature, { ...feature, commands: [giving, doing] }], morning);
});

async function helpOf(who: string, line = '/trogiup'): Promise<string> {
  return textOf(await talk.says(await webAccount(database.db, who), line));
}

describe('/trogiup', () => {
  it.each([
    ['Giám đốc Trung tâm', true, false],
    ['Chuyên viên Thư ký Trung tâm', true, false],
    ['Trưởng phòng Tổng hợp', false, true],
  ])('shows %s what they can do', async (who, gives, does) => {
    const text = await helpOf(who);
    expect([text.includes('/giao – '), text.includes('/nhan – ')]).toEqual([gives, does]);
    expect(text).toContain('/donvi – xem và sửa đơn vị, cán bộ, nhóm chat; tạo mã mời');
    expect(text).toContain('Ai làm được gì');
  });

  it('shows a guest everything, and how to join', async () => {
    const text = textOf(await talk.says(guest, '/help'));
    expect(text).toContain('/thamgia – gắn tài khoản này với cán bộ bằng mã mời');
    expect(text).toContain('/giao – ');
  });

  it('is for the asker alone in a room', async () => {
    const who = await webAccount(database.db, 'Giám đốc Trung tâm');
    expect(await talk.says(who, '/trogiup', { place: roomPlace('r') })).toMatchObject({ to: 'asker' });
  });

  it('tells how a command is used, by any of its words', async () => {
    for (const word of ['donvi', '/donvi', 'đơn vị', 'org']) {
      expect(await helpOf('Cục trưởng', `/trogiup ${word}`)).toBe(
        [
          'Lệnh /donvi',
          'Xem và sửa đơn vị, cán bộ, nhóm chat; tạo mã mời',
          'Cách gõ: /donvi [đơn vị hoặc cán bộ] · /donvi moi <cán bộ> · /donvi nhom <đơn vị> (gõ trong nhóm) · /donvi gonhom',
          'Ví dụ: /donvi TH',
          'Ví dụ: /donvi moi Trưởng phòng Tổng hợp',
          'Cũng gọi được bằng: /org',
        ].join('\n'),
      );
    }
    expect(await helpOf('Cục trưởng', '/trogiup xyz')).toContain('Không có lệnh nào tên là “xyz”.');
  });
});
