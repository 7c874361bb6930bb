/** The test card of a room that was bound: who answers it where, and what /donvi says until then. */
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Account } from '../../src/chat/place.ts';
import { inTransaction } from '../../src/database/transaction.ts';
import { viewerOf } from '../../src/delivery/viewers.ts';
import { importOrganisation } from '../../src/people/importOrganisation.ts';
import { parseOrganisation } from '../../src/people/organisationFile.ts';
import { markRoomUnreachable } from '../../src/people/reachability.ts';
import { roomTestCard, roomTestKind } from '../../src/people/roomTest.ts';
import { privatePlace, roomPlace, type Talk, textOf } from '../chat/talk.ts';
import { testDatabase } from '../support/database.ts';
import { openOffices } from './offices.ts';
import { morning, sampleText } from './organisation.ts';

const database = testDatabase();
let talk: Talk;
let admin: Account;
let otherAdmin: Account;
let member: Account;
let root: Account;
let th: string;

beforeAll(async () => {
  ({ talk, admin, otherAdmin, member, root, th } = await openOffices(database.db));
});

let next = 100;
let chatId: string;
beforeEach(async () => {
  await database.db.deleteFrom('notification').execute();
  await database.db.deleteFrom('room').where('platform', '<>', 'web').execute();
  next += 1;
  chatId = `C${next}`;
});

const here = () => roomPlace(chatId, 'slack');

async function bind(): Promise<number> {
  await talk.says(root, '/donvi nhom TTTT/TH', { place: here() });
  return (await roomRow()).id;
}

const roomRow = () =>
  database.db
    .selectFrom('room')
    .select(['id', 'proven_at', 'proven_by', 'unreachable_at'])
    .where('chat_id', '=', chatId)
    .executeTakeFirstOrThrow();

const tests = () =>
  database.db
    .selectFrom('notification')
    .select(['room_id', 'facts', 'send_at'])
    .where('kind', '=', roomTestKind)
    .execute();

async function draw(roomId: number) {
  const usual = { language: 'vi', timeZone: 'Asia/Ho_Chi_Minh' } as const;
  return roomTestCard({ roomId }, await viewerOf(database.db, morning, { roomId }, usual));
}

const prove = (who: Account, roomId: number, place = here()) =>
  talk.presses(who, 'room.prove', String(roomId), { place });

describe('binding', () => {
  it('sends a test card into the room, which says what to press', async () => {
    const reply = await talk.says(root, '/donvi nhom TTTT/TH', { place: here() });
    expect(textOf(reply)).toContain('Một thẻ thử sẽ tới đây ngay');
    const { id } = await roomRow();
    expect(await tests()).toMatchObject([{ room_id: id, send_at: morning }]);
    const card = await draw(id);
    expect(card?.title).toBe('Thẻ thử: nhóm này là nhóm của Phòng Tổng hợp');
    expect(card?.buttons).toMatchObject([[{ label: 'Đã thấy', action: 'room.prove', id: String(id) }]]);
  });

  it('by an organisation file sends one for every new room, and none when imported again', async () => {
    const file = `${sampleText}\nrooms:\n  - { department: TTTT/TH, slack: ${chatId} }\n`;
    const run = () =>
      inTransaction(database.db, (trx) => importOrganisation(trx, parseOrganisation(file), morning, null));
    await run();
    await run();
    expect(await tests()).toMatchObject([{ room_id: (await roomRow()).id }]);
  });

  it('the same again sends another until the room is proven; another unit has to prove it anew', async () => {
    const id = await bind();
    await bind();
    expect(await tests()).toHaveLength(2);
    await prove(root, id);
    await bind();
    expect(await tests()).toHaveLength(2);
    await talk.says(root, '/donvi nhom TTTT', { place: here() });
    expect(await tests()).toHaveLength(3);
    expect(await roomRow()).toMatchObject({ proven_at: null, proven_by: null });
  });

  it('is no matter for the playground’s own rooms', async () => {
    const own = await database.db
      .selectFrom('room')
      .select('proven_at')
      .where('platform', '=', 'web')
      .execute();
    expect(own.length).toBeGreaterThan(0);
    expect(own.every((room) => room.proven_at !== null)).toBe(true);
  });
});

describe('the answer', () => {
  it('of anybody known proves the room, once and for good', async () => {
    const id = await bind();
    const first = await prove(root, id);
    expect(first).toMatchObject({ kind: 'card', to: 'place', replaces: true });
    expect(textOf(first)).toContain('Quản trị mạng đã bấm “Đã thấy” lúc 08:30 5/4/2016.');
    const proven = await roomRow();
    expect(proven.proven_at?.equals(morning)).toBe(true);
    const event = await database.db
      .selectFrom('event')
      .select(['kind', 'data', 'person_id'])
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow();
    expect(event).toMatchObject({ kind: 'room.proven', data: { room: id }, person_id: proven.proven_by });

    talk.now = morning.add({ hours: 24 * 400 });
    expect(textOf(await prove(member, id))).toContain('Quản trị mạng đã bấm “Đã thấy” lúc 08:30 5/4/2016.');
    talk.now = morning;
    expect(await roomRow()).toEqual(proven);
    expect(await draw(id)).toBeNull();
  });

  it.each([
    ['in private', () => privatePlace(root)],
    ['in another room', () => roomPlace('C1', 'slack')],
    ['in a room of that name on another platform', () => roomPlace(chatId, 'web')],
  ])('%s proves nothing', async (_, place) => {
    const id = await bind();
    expect(textOf(await prove(root, id, place()))).toContain('Thẻ thử này dành cho nhóm khác.');
    expect((await roomRow()).proven_at).toBeNull();
  });

  it('of a stranger proves nothing', async () => {
    const id = await bind();
    const stranger: Account = { platform: 'slack', userId: 'UNKNOWN', displayName: '' };
    expect(textOf(await prove(stranger, id))).toContain('/thamgia');
    expect((await roomRow()).proven_at).toBeNull();
  });

  it('in a room unbound meanwhile says so', async () => {
    const id = await bind();
    await talk.says(root, '/donvi gonhom', { place: here() });
    expect(textOf(await prove(root, id))).toContain('chưa gắn với đơn vị nào');
    expect(await draw(id)).toBeNull();
    expect(textOf(await prove(root, 999_999_999))).toContain('Mục này không còn.');
  });
});

describe('/donvi', () => {
  it('says what is unproven, and lets admins send the card again', async () => {
    const id = await bind();
    const text = textOf(await talk.says(admin, '/donvi TTTT/TH'));
    expect(text).toContain('– Slack · chưa kiểm chứng');
    expect(text).toContain('[Gửi lại thẻ thử]');
    expect(textOf(await talk.says(admin, '/donvi'))).toContain('2 nhóm · 1 nhóm chưa kiểm chứng');
    expect(textOf(await talk.says(member, '/donvi TTTT/TH'))).not.toContain('[Gửi lại thẻ thử]');
    const again = await talk.presses(admin, 'room.testAgain', `department-${th}`);
    expect(textOf(again)).toContain('Đang gửi thẻ thử vào 1 nhóm');
    expect(await tests()).toHaveLength(2);

    await prove(root, id);
    const after = textOf(await talk.says(admin, '/donvi TTTT/TH'));
    expect(after).not.toContain('chưa kiểm chứng');
    expect(after).not.toContain('[Gửi lại thẻ thử]');
    expect(textOf(await talk.presses(admin, 'room.testAgain', `department-${th}`))).toContain(
      'đều đã kiểm chứng',
    );
    expect(await tests()).toHaveLength(2);
  });

  it('refuses others, and what is no unit', async () => {
    await bind();
    for (const who of [member, otherAdmin]) {
      expect(textOf(await talk.presses(who, 'room.testAgain', `department-${th}`))).toContain(
        'cần quyền khác',
      );
    }
    expect(textOf(await talk.presses(root, 'room.testAgain', 'department-0'))).toContain(
      'Mục này không còn.',
    );
    expect(textOf(await talk.presses(root, 'room.testAgain', 'x'))).toContain('Mục này không còn.');
    expect(await tests()).toHaveLength(1);
    expect(talk.errors).toEqual([]);
  });

  it('tries a room that could not be written to, which has to be proven again', async () => {
    const id = await bind();
    await prove(root, id);
    await inTransaction(database.db, (trx) => markRoomUnreachable(trx, morning, id, 'not_in_channel'));
    expect(textOf(await talk.says(admin, '/donvi TTTT/TH'))).toContain('Slack · hiện không gửi tới được');
    await talk.presses(admin, 'room.testAgain', `department-${th}`);
    expect(await roomRow()).toMatchObject({ proven_at: null, unreachable_at: null });
    expect(await draw(id)).not.toBeNull();
  });
});
