/** How tests of giving begin: a database with the two agencies, and the official who gives. */
import { beforeAll } from 'vitest';
import type { Form, FormValues } from '../../../src/chat/form.ts';
import { testDatabase } from '../../support/database.ts';
import { makeOffice, type Office, type Speaker, speaker } from './office.ts';

/** Call at the top of a file. `office` and `official` are filled before its first test. */
export function openOffice() {
  const database = testDatabase();
  const office = {} as Office;
  const official = {} as Speaker;
  beforeAll(async () => {
    Object.assign(office, await makeOffice(database.db));
    Object.assign(official, speaker(database.db, office.official));
  });
  return { database, office, official };
}

/** What a form sends when nothing in it is touched. */
export function untouched(form: Form): FormValues {
  return Object.fromEntries(
    form.fields.map(({ name, input }) => {
      if (input.kind === 'choices') return [name, input.initial ?? []];
      return [name, input.initial === undefined || input.initial === '' ? [] : [`${input.initial}`]];
    }),
  );
}
