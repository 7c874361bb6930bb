import { beforeAll, expect, it } from 'vitest';
import type { FormValues } from '../../src/chat/form.ts';
import { tasksFeature } from '../../src/tasks/feature.ts';
import { testDatabase } from '../support/database.ts';
import { type Given, giveNow, makeOffice, type Office, speaker, taskOf, undoOf } from './office.ts';

const database = testDatabase();
let office: Office;
/** A task in which each button has something to act on: work in hand, a result, a request, a consent, something to take back. */
let given: Given;
let ids: Readonly<Record<string, number>>;

beforeAll(async () => {
  const { db } = database;
  office = await makeOffice(db);
  given = await giveNow(db, office, { lead: [office.th], coordinating: [office.kh, office.vp, office.ptud] });
  await speaker(db, office.khHead).presses('task.done', given.partOf(office.kh));
  await speaker(db, office.vpHead).says('giahan', `NV-${given.taskId} 20/4 vì bận`);
  const accepted = await speaker(db, office.thHead).presses('task.accept', given.partOf(office.th));
  const task = await taskOf(db, given.taskId);
  const extension = task.assignments.find((each) => each.extension)?.extension?.id ?? 0;
  const work = given.partOf(office.th);
  ids = {
    'task.open': given.taskId,
    'task.comment': given.taskId,
    'task.cancel': given.taskId,
    'task.accept': work,
    'task.decline': work,
    'task.progress': work,
    'task.blocked': work,
    'task.unblocked': work,
    'task.done': work,
    'task.extend': work,
    'task.handover': work,
    'result.accept': given.partOf(office.kh),
    'result.return': given.partOf(office.kh),
    'extension.approve': extension,
    'extension.refuse': extension,
    'consent.give': given.partOf(office.ptud),
    'consent.refuse': given.partOf(office.ptud),
    'undo.take': undoOf(accepted),
  };
});

const filled: FormValues = {
  words: ['vì lý do công việc'],
  percent: ['50'],
  to: ['2016-04-28'],
  helper: ['Phòng Kế hoạch'],
};

const names = tasksFeature.actions.map((each) => each.name);

/** Everything that could have changed. */
async function allRows() {
  const { db } = database;
  return JSON.stringify([
    await db.selectFrom('task').selectAll().orderBy('id').execute(),
    await db.selectFrom('assignment').selectAll().orderBy('id').execute(),
    await db.selectFrom('extension').selectAll().orderBy('id').execute(),
    await db.selectFrom('comment').selectAll().orderBy('id').execute(),
    await db.selectFrom('event').select('id').orderBy('id').execute(),
    await db.selectFrom('notification').select('id').orderBy('id').execute(),
  ]);
}

async function tryAll(person: number, name: string): Promise<(string | null)[]> {
  const who = speaker(database.db, person);
  const action = tasksFeature.actions.find((each) => each.name === name);
  const id = ids[name];
  if (!action || id === undefined) throw new Error(`${name} has nothing to act on`);
  const tries = [
    ...(action.press ? [() => who.presses(name, id)] : []),
    ...(action.submit ? [() => who.sends(name, id, filled)] : []),
  ];
  const answers: (string | null)[] = [];
  for (const attempt of tries) {
    answers.push(
      await attempt().then(
        () => null,
        (error: unknown) => (error instanceof Error ? error.name : 'odd'),
      ),
    );
  }
  return answers;
}

it.each(names)('%s: somebody of an agency without a part sees and changes nothing', async (name) => {
  const before = await allRows();
  const answers = await tryAll(office.stranger, name);
  expect(new Set(answers)).toEqual(new Set(['UserError']));
  expect(await allRows()).toBe(before);
});

/** Who takes part in the task, but not so. */
const wrongHands: [string, keyof Office][] = [
  ['task.cancel', 'thHead'],
  ['task.accept', 'official'],
  ['task.decline', 'khHead'],
  ['task.progress', 'leader'],
  ['task.blocked', 'khHead'],
  ['task.unblocked', 'official'],
  ['task.done', 'ptudHead'],
  ['task.extend', 'leader'],
  ['task.handover', 'thMember'],
  ['result.accept', 'khHead'],
  ['result.return', 'otherOfficial'],
  ['extension.approve', 'vpHead'],
  ['extension.refuse', 'otherOfficial'],
  ['consent.give', 'official'],
  ['consent.refuse', 'ptudHead'],
  ['undo.take', 'thMember'],
];

it.each(wrongHands)('%s is not for %s', async (name, role) => {
  const before = await allRows();
  expect(new Set(await tryAll(office[role], name))).toEqual(new Set(['UserError']));
  expect(await allRows()).toBe(before);
});

it.each(['0', '-1', '999999999', '1e3', '', 'abc', '99999999999999999999', '1; drop table task'])(
  'the id “%s” acts on nothing',
  async (id) => {
    const { db } = database;
    for (const name of names) {
      const who = speaker(db, office.leader);
      await expect(who.presses(name, id), name).rejects.toMatchObject({ name: 'UserError' });
    }
  },
);
