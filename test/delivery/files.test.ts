import { expect, test } from 'vitest';
import type { FileRef } from '../../src/chat/card.ts';
import { PlatformError } from '../../src/chat/errors.ts';
import { inTransaction } from '../../src/database/transaction.ts';
import { keepFile } from '../../src/files/keepFile.ts';
import { testDatabase } from '../support/database.ts';
import { makeOffice } from './office.ts';
import { deliveryStage, refuses, type StagePlatform, stagePlatform } from './stage.ts';

const database = testDatabase();
const stage = deliveryStage(database);

async function kept(name: string, text: string): Promise<FileRef> {
  const file = { name, mime: 'text/plain', content: Buffer.from(text) };
  return inTransaction(database.db, (trx) => keepFile(trx, stage.clock.now(), file, null));
}

function withFiles(files: FileRef[]) {
  return {
    tell: async () => ({ title: 'Dự thảo', tone: 'neutral' as const, blocks: [], buttons: [], files }),
  };
}

async function deliver(web: StagePlatform, files: FileRef[], name: string) {
  const office = await makeOffice(database.db);
  const delivery = await stage.start({ platforms: [web], renderers: withFiles(files) });
  await stage.write({ to: await office.room(name), kind: 'tell' });
  return delivery;
}

test('the files of a card follow it, each under the card and once', async () => {
  const web = stagePlatform();
  const files = [await kept('dự thảo.txt', 'Điều 1'), await kept('phụ lục.txt', 'Bảng 1')];
  const delivery = await deliver(web, files, 'phòng');
  expect(await delivery.drain()).toBe(0);
  const [card] = await database.db
    .selectFrom('notification')
    .select('message_id')
    .where('kind', '=', 'tell')
    .execute();
  expect(web.sent).toHaveLength(1);
  expect(web.files.map(({ name, text, under }) => ({ name, text, under }))).toEqual([
    { name: 'dự thảo.txt', text: 'Điều 1', under: card?.message_id },
    { name: 'phụ lục.txt', text: 'Bảng 1', under: card?.message_id },
  ]);
});

test('a file that meets a passing trouble is tried again without its card', async () => {
  const web = stagePlatform();
  let attempts = 0;
  web.onSendFile = () => {
    attempts += 1;
    if (attempts === 1) throw refuses('passing');
  };
  const delivery = await deliver(web, [await kept('a.txt', 'a')], 'kênh');
  expect(await delivery.drain()).toBe(1);
  stage.machine.advance(600);
  expect(await delivery.drain()).toBe(0);
  expect([web.sent.length, web.files.length, attempts]).toEqual([1, 1, 2]);
});

test('a file that is not taken costs nobody the messages that are', async () => {
  const web = stagePlatform();
  web.onSendFile = () => {
    throw new PlatformError({ platform: 'web', code: 'no_files_here', kind: 'lasting', onlyThis: true });
  };
  const delivery = await deliver(web, [await kept('c.txt', 'c')], 'phòng không tệp');
  await delivery.drain();
  const [row, room] = await Promise.all([
    database.db
      .selectFrom('notification')
      .select(['status', 'failure_code', 'room_id'])
      .where('kind', '=', 'file.sent')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow(),
    database.db.selectFrom('room').select('unreachable_at').orderBy('id', 'desc').executeTakeFirstOrThrow(),
  ]);
  expect(row).toMatchObject({ status: 'failed', failure_code: 'no_files_here' });
  expect(room.unreachable_at).toBeNull();
});

test('a file that the conversation does not take is given up, and nobody gets it in another place', async () => {
  const web = stagePlatform();
  web.onSendFile = () => {
    throw refuses('lasting');
  };
  const delivery = await deliver(web, [await kept('b.txt', 'b')], 'nhóm');
  await delivery.drain();
  const row = await database.db
    .selectFrom('notification')
    .select(['status', 'failure_code'])
    .where('kind', '=', 'file.sent')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow();
  expect(row).toEqual({ status: 'failed', failure_code: 'test_lasting' });
  expect(web.files).toEqual([]);
});
