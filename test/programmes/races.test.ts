import { beforeAll, expect, it } from 'vitest';
import { testDatabase } from '../support/database.ts';
import { makeOffice, type Office, saidIn } from '../tasks/office.ts';
import { asOf, buttonOf, openNow, programmeOf } from './office.ts';

const database = testDatabase();
let office: Office;
beforeAll(async () => {
  office = await makeOffice(database.db);
});

const as = (person: number) => asOf(database.db)(person);

it('two add contents at once: each gets a place of its own', async () => {
  const id = await openNow(database.db, office);
  for (let round = 0; round < 5; round += 1) {
    await Promise.all([
      as(office.thHead).sends('programme.addContent', id, { titles: [`A${round}\nB${round}`] }),
      as(office.ptudHead).sends('programme.addContent', id, { titles: [`C${round}\nD${round}`] }),
    ]);
  }
  const { contents } = await programmeOf(database.db, id);
  expect(contents.map((each) => each.number)).toEqual(Array.from({ length: 20 }, (_, at) => `${at + 1}`));
  // What one person added stands together.
  for (let round = 0; round < 5; round += 1) {
    const titles = contents.map((each) => each.title);
    expect(titles.indexOf(`B${round}`)).toBe(titles.indexOf(`A${round}`) + 1);
  }
});

it('a preview that is confirmed twice at once opens one programme', async () => {
  const preview = await as(office.official).says('chuongtrinh', 'Chương trình phối hợp 2018–2019 với CNTT');
  const { id } = buttonOf(preview, 'programme.confirm');
  const said = await Promise.all([
    as(office.official).presses('programme.confirm', id),
    as(office.official).presses('programme.confirm', id),
  ]);
  expect(new Set(said.map(saidIn)).size).toBe(1);
  const { count } = await database.db
    .selectFrom('programme')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('from_year', '=', 2018)
    .executeTakeFirstOrThrow();
  expect(count).toBe(1);
});

it('two decide for their agency at once: one answer counts, the other hears that it was given', async () => {
  for (let round = 0; round < 5; round += 1) {
    const id = await openNow(database.db, office, { agreed: false });
    const pair = `${id}.${office.cntt}`;
    const said = await Promise.all([
      as(office.otherOfficial).presses('programme.agree', pair),
      as(office.otherOfficial).sends('programme.disagree', pair, { words: ['chưa đủ người'] }),
    ]);
    const answers = said.map(saidIn);
    expect(answers.filter((each) => each.includes('đã trả lời về'))).toHaveLength(1);
    const events = await database.db
      .selectFrom('event')
      .select('id')
      .where('subject_kind', '=', 'programme')
      .where('subject_id', '=', id)
      .where('kind', 'in', ['programme.consented', 'programme.consentRefused'])
      .execute();
    expect(events).toHaveLength(1);
  }
});

it('two change the status at once: one step is made, the other form is out of date', async () => {
  const id = await openNow(database.db, office);
  const { version } = await programmeOf(database.db, id);
  const results = await Promise.allSettled([
    as(office.official).sends('programme.status', `${id}.${version}`, { status: ['drafting'] }),
    as(office.leader).sends('programme.status', `${id}.${version}`, { status: ['drafting'] }),
  ]);
  expect(results.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected']);
  expect((await programmeOf(database.db, id)).status).toBe('drafting');
});
