import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { UserError } from '../../src/chat/errors.ts';
import type { AssignmentStatus } from '../../src/database/codes.ts';
import { type Move, statusAfter, taskStatusAfter } from '../../src/tasks/task.ts';
import { testDatabase } from '../support/database.ts';
import { type Given, giveNow, makeOffice, minutesLater, type Office, speaker } from './office.ts';

const database = testDatabase();
let office: Office;
beforeAll(async () => {
  office = await makeOffice(database.db);
});

const people = [
  'official',
  'leader',
  'thHead',
  'thMember',
  'khHead',
  'ptudHead',
  'otherOfficial',
  'stranger',
] as const;
const onParts = [
  'task.accept',
  'task.decline',
  'task.progress',
  'task.blocked',
  'task.unblocked',
  'task.done',
  'task.extend',
  'task.handover',
  'result.accept',
  'result.return',
  'consent.give',
  'consent.refuse',
] as const;

/** Minutes pass between steps, so that some undos come too late. */
const step = fc.record({
  /** `rightful`: whoever may do it, so that most steps get somewhere. */
  who: fc.oneof(
    { weight: 4, arbitrary: fc.constant('rightful' as const) },
    { weight: 1, arbitrary: fc.constantFrom(...people) },
  ),
  what: fc.oneof(
    { weight: 8, arbitrary: fc.record({ action: fc.constantFrom(...onParts), part: fc.nat(4) }) },
    { weight: 2, arbitrary: fc.constant('undo.take' as const) },
    { weight: 1, arbitrary: fc.constantFrom('task.cancel' as const, 'task.comment' as const) },
    { weight: 2, arbitrary: fc.constantFrom('extension.approve' as const, 'extension.refuse' as const) },
  ),
  minutes: fc.nat(6),
  to: fc.constantFrom('th' as const, 'kh' as const, 'vp' as const, 'tc' as const),
  day: fc.integer({ min: 10, max: 28 }),
});

it('no sequence of actions leaves a task in a state that its history does not explain', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 12, maxLength: 20 }), async (steps) => {
      const given = await giveNow(database.db, office, {
        lead: [office.th],
        coordinating: [office.kh, office.ptud],
      });
      let minutes = 0;
      for (const each of steps) {
        minutes += each.minutes;
        await take(each, given, minutesLater(minutes));
      }
      await compare(given);
    }),
    { numRuns: 15 },
  );
}, 120_000);

type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

async function take({ who, what, to, day }: Step, { taskId }: Given, at: Temporal.Instant): Promise<void> {
  const { db } = database;
  const parts = await db
    .selectFrom('assignment')
    .select(['id', 'department_id'])
    .where('task_id', '=', taskId)
    .orderBy('id')
    .execute();
  const part = typeof what === 'object' ? parts[what.part % parts.length] : undefined;
  const action = typeof what === 'object' ? what.action : what;
  const handsOver = action === 'task.handover';
  const values = {
    words: ['lý do'],
    percent: ['40'],
    to: [handsOver ? `${office[to]}` : `2016-04-${day}`],
  };
  const id = part?.id ?? (await subjectOf(action, taskId));
  if (id === null) return;
  const personId = who === 'rightful' ? await rightful(action, part?.department_id, taskId) : office[who];
  const person = speaker(db, personId);
  const pressed = [
    'task.accept',
    'task.unblocked',
    'task.done',
    'result.accept',
    'consent.give',
    'extension.approve',
    'undo.take',
  ];
  try {
    if (pressed.includes(action)) await person.presses(action, id, at);
    else await person.sends(action, id, values, at);
  } catch (error) {
    // A refusal is an answer; anything else is a bug.
    if (!(error instanceof UserError)) throw error;
  }
}

/** What a step that names no part acts on: the latest request, the latest step that can be undone, the task. */
async function subjectOf(action: string, taskId: number): Promise<number | null> {
  const { db } = database;
  if (action === 'undo.take') return (await latestStep(taskId))?.id ?? null;
  if (!action.startsWith('extension.')) return taskId;
  const asked = await db
    .selectFrom('extension as e')
    .innerJoin('assignment as a', 'a.id', 'e.assignment_id')
    .select('e.id')
    .where('a.task_id', '=', taskId)
    .orderBy('e.id', 'desc')
    .executeTakeFirst();
  return asked?.id ?? null;
}

function latestStep(taskId: number) {
  return database.db
    .selectFrom('undo_step')
    .select(['id', 'person_id'])
    .where('task_id', '=', taskId)
    .where('undone_at', 'is', null)
    .orderBy('id', 'desc')
    .executeTakeFirst();
}

async function rightful(action: string, departmentId: number | undefined, taskId: number): Promise<number> {
  if (action === 'undo.take') return (await latestStep(taskId))?.person_id ?? office.official;
  if (action.startsWith('consent.')) return office.otherOfficial;
  const heads = new Map([
    [office.th, office.thHead],
    [office.kh, office.khHead],
    [office.vp, office.vpHead],
    [office.ptud, office.ptudHead],
    [office.tc, office.tcHead],
  ]);
  const works = departmentId !== undefined && !action.startsWith('result.');
  return (works ? heads.get(departmentId) : null) ?? office.official;
}

const status = z.enum([
  'proposed',
  'assigned',
  'accepted',
  'submitted',
  'completed',
  'declined',
  'returned',
  'cancelled',
]);
/** Of a move, of what an undo restored, or of how a part began; other events have other facts under these names. */
const moved = z.looseObject({ move: z.string(), from: status, to: status });
const restored = z.looseObject({ from: status, to: status });
const begun = z.looseObject({ status });

function moveNamed(name: string): Move {
  const move = allMoves.find((each) => each === name);
  if (!move) throw new Error(`there is no move ${name}`);
  return move;
}

const allMoves: readonly Move[] = [
  'consent',
  'refuseConsent',
  'accept',
  'decline',
  'submit',
  'complete',
  'return',
  'reassign',
  'cancel',
];

/** Walks the history of each part through the table of moves, and compares with the rows. */
async function compare({ taskId }: Given): Promise<void> {
  const { db } = database;
  const rows = await db
    .selectFrom('assignment')
    .select(['id', 'status'])
    .where('task_id', '=', taskId)
    .execute();
  const events = await db
    .selectFrom('event')
    .select(['assignment_id', 'kind', 'data'])
    .where('task_id', '=', taskId)
    .orderBy('id')
    .execute();
  for (const row of rows) {
    let stands: AssignmentStatus | null = null;
    for (const { kind, data } of events.filter((each) => each.assignment_id === row.id)) {
      if (kind === 'assignment.assigned' || kind === 'assignment.proposed') {
        stands = begun.parse(data).status;
      } else if (kind === 'assignment.undone') {
        const { from, to } = restored.parse(data);
        expect(from).toBe(stands);
        stands = to;
      } else if ('move' in data) {
        const { move, from, to } = moved.parse(data);
        expect(from).toBe(stands);
        expect(statusAfter(from, moveNamed(move))).toBe(to);
        stands = to;
      }
    }
    expect(row.status).toBe(stands);
  }
  const task = await db
    .selectFrom('task')
    .select('status')
    .where('id', '=', taskId)
    .executeTakeFirstOrThrow();
  expect(task.status).toBe(taskStatusAfter(rows.map((row) => row.status)));
}
