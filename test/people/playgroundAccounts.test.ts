import { beforeAll, expect, it } from 'vitest';
import { inTransaction } from '../../src/database/transaction.ts';
import {
  type Directory,
  ensurePlaygroundAccounts,
  playgroundDirectory,
} from '../../src/people/playgroundAccounts.ts';
import { testDatabase } from '../support/database.ts';
import { agencyId, departmentId, morning, personId, seedOrganisation } from './organisation.ts';

const database = testDatabase();
let directory: Directory;

beforeAll(async () => {
  await seedOrganisation(database.db);
  directory = await playgroundDirectory(database.db);
});

it('gives everybody an account', async () => {
  const id = await personId(database.db, 'Trưởng phòng Tổng hợp');
  expect(directory.people).toHaveLength(22);
  expect(directory.people.find((person) => person.userId === `person-${id}`)).toEqual({
    userId: `person-${id}`,
    name: 'Trưởng phòng Tổng hợp',
    agencyCode: 'TTTT',
    agencyName: 'Trung tâm Thông tin – Ủy ban Dân tộc',
    roles: ['member'],
    departments: ['Phòng Tổng hợp'],
    head: true,
  });
});

it('gives every department and agency a room, with those who belong there', async () => {
  const { db } = database;
  const [th, tttt] = [await departmentId(db, 'TTTT/TH'), await agencyId(db, 'TTTT')];
  expect(directory.rooms).toHaveLength(10);
  const members = await Promise.all(
    ['Trưởng phòng Tổng hợp', 'Chuyên viên Phòng Tổng hợp'].map((name) => personId(db, name)),
  );
  expect(directory.rooms.find((room) => room.chatId === `room-dept-${th}`)).toEqual({
    chatId: `room-dept-${th}`,
    title: 'Phòng Tổng hợp · TTTT',
    agencyCode: 'TTTT',
    departmentCode: 'TH',
    memberUserIds: members.map((id) => `person-${id}`),
  });
  const agency = directory.rooms.find((room) => room.chatId === `room-agency-${tttt}`);
  expect(agency).toMatchObject({ title: 'Trung tâm Thông tin – Ủy ban Dân tộc', departmentCode: null });
  expect(agency?.memberUserIds).toHaveLength(11);
});

it('twice is once', async () => {
  await inTransaction(database.db, (trx) => ensurePlaygroundAccounts(trx, morning));
  expect(await playgroundDirectory(database.db)).toEqual(directory);
});

it('shows neither who has left nor what is closed', async () => {
  const { db } = database;
  await db.updateTable('person').set({ left_at: morning }).where('name', '=', 'Cục trưởng').execute();
  await db.updateTable('department').set({ closed_at: morning }).where('code', '=', 'KT').execute();
  const { people, rooms } = await playgroundDirectory(db);
  expect([people.length, rooms.length]).toEqual([21, 9]);
});
