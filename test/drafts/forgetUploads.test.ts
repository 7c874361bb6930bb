import { beforeAll, expect, it } from 'vitest';
import { forgetUploadsTick } from '../../src/drafts/forgetUploads.ts';
import { testDatabase } from '../support/database.ts';
import { giveNow, makeOffice, type Office, storyTime } from '../tasks/office.ts';
import { author, textFile, versionOf } from './people.ts';

const database = testDatabase();
let office: Office;
beforeAll(async () => {
  office = await makeOffice(database.db);
});

it('a file that nobody claimed is forgotten after a week; what was handed in stays', async () => {
  const { db } = database;
  const given = await giveNow(db, office, { lead: [office.th] });
  const head = author(db, office.thHead);
  await head.brings([textFile('bỏ quên')]);
  const asked = await head.brings([textFile('đã nộp')]);
  const take = JSON.stringify(asked).match(/"draft.take","id":"([\d.]+)"/u)?.[1] ?? '';
  await head.presses('draft.take', take);
  const files = async () =>
    (await db.selectFrom('file').select('content').execute()).map((row) => `${row.content}`);
  const week = storyTime.add({ hours: 7 * 24 });
  expect((await forgetUploadsTick.nextAt(db))?.equals(week)).toBe(true);
  await forgetUploadsTick.run(db, week.subtract({ seconds: 1 }));
  expect((await files()).sort()).toEqual(['bỏ quên', 'đã nộp']);
  await forgetUploadsTick.run(db, week);
  expect(await files()).toEqual(['đã nộp']);
  expect((await versionOf(db, given, 1)).file).not.toBeNull();
  expect(await forgetUploadsTick.nextAt(db)).toBeNull();
  await expect(head.presses('draft.take', take)).rejects.toThrow('Không thấy tệp này');
});
