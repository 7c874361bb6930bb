/** /ngonngu. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Account } from '../../src/chat/place.ts';
import { loadActorOf } from '../../src/people/identify.ts';
import { type Talk, textOf } from '../chat/talk.ts';
import { testDatabase } from '../support/database.ts';
import { openOffices } from './offices.ts';
import { personId } from './organisation.ts';

const database = testDatabase();
let talk: Talk;
let member: Account;

beforeAll(async () => {
  ({ talk, member } = await openOffices(database.db));
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
