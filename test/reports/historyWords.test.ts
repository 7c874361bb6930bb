import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { localeFor } from '../../src/locale/locale.ts';

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
