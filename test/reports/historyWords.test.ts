import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { localeFor } from '../../src/locale/locale.ts';
import { historyLine, historyOf } from '../../src/reports/taskHistory.ts';
import { testDatabase } from '../support/database.ts';
import { giveNow, makeOffice, type Office, speaker, undoOf } from '../tasks/office.ts';

const database = testDatabase();
let office: Office;
beforeAll(async () => {
  office = await makeOffice(database.db);
});

/** Kinds of events about a task, as the source writes them. */
function kindsInSource(): string[] {
  const folder = join(import.meta.dirname, '../../src');
  const kind = /'(?:assignment|extension|action)\.[a-zA-Z]+'|kind: '(?:task|reminder|direction)\.[a-zA-Z]+'/g;
  return ['tasks', 'tasks/giving', 'reminders', 'directions']
    .flatMap((room) => readdirSync(join(folder, room)).map((name) => join(folder, room, name)))
    .filter((path) => path.endsWith('.ts'))
    .flatMap((path) => readFileSync(path, 'utf8').match(kind) ?? [])
    .map((found) => found.slice(found.indexOf("'") + 1, -1));
}

const buttons = new Set(['extension.approve', 'extension.refuse']);

it.each(['vi', 'en'] as const)('every event about a task has its words in %s', (language) => {
  const words: Readonly<Record<string, string>> = localeFor(language, 'Asia/Ho_Chi_Minh').reports.events;
  const missing = new Set(kindsInSource().filter((kind) => !buttons.has(kind) && !(kind in words)));
  expect([...missing]).toEqual([]);
});

it.each([
  ['vi', 'hoàn tác: báo xong (Phòng Tổng hợp)'],
  ['en', 'took back: submitted as done (Phòng Tổng hợp)'],
] as const)('a line of the history says in %s what was taken back', async (language, line) => {
  const given = await giveNow(database.db, office, { lead: [office.th] });
  const head = speaker(database.db, office.thHead);
  await head.presses('task.accept', given.partOf(office.th));
  await head.presses('undo.take', undoOf(await head.presses('task.done', given.partOf(office.th))));
  const t = localeFor(language, 'Asia/Ho_Chi_Minh');
  const lines = (await historyOf(database.db, given.taskId, 20)).map((row) => historyLine(row, t));
  expect(lines.filter((each) => each.includes(line))).toHaveLength(1);
  const alone = line.replace(' (Phòng Tổng hợp)', '');
  expect(lines.filter((each) => each.endsWith(alone))).toHaveLength(1);
});
