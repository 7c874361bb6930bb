/** How tests of reminders begin: a database with an office, new before each test. */
import { beforeEach } from 'vitest';
import { testDatabase } from '../support/database.ts';
import { emptyTables, type Office, openOffice } from './office.ts';

/** Call at the top of a file. `office` is filled before each of its tests. */
export function officeForEachTest() {
  const database = testDatabase();
  const office = {} as Office;
  beforeEach(async () => {
    await emptyTables(database.db);
    Object.assign(office, await openOffice(database.db));
  });
  return { database, office };
}
