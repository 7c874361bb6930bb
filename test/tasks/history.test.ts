import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { UserError } from '../../src/chat/errors.ts';
import type { AssignmentStatus } from '../../src/database/tables.ts';
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
  who: fc.constantFrom(...people),
  what: fc.oneof(
    { weight: 8, arbitrary: fc.record({ action: fc.constantFrom(...onParts), part: fc.nat(4) }) },
    { weight: 2, arbitrary: fc.constantFrom('undo' as const) },
    { weight: 1, arbitrary: fc.constantFrom('cancel' as const, 'comment' as const) },
    { weight: 2, arbitrary: fc.constantFrom('extension.approve' as const, 'extension.refuse' as const) },
  ),
  minutes: fc.nat(6),
  to: fc.constantFrom('th' as const, 'kh' as const, 'vp' as const, 'tc' as const),
  day: fc.integer({ min: 10, max: 28 }),
});

it('no sequence of actions leaves a task in a state that its history does not explain', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
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
    { numRuns: 40 },
  );
});

async function take(
  { who, what, to, day }: typeof step extends fc.Arbitrary<infer T> ? T : never,
  { taskId }: Given,
  at: Temporal.Instant,
): Promise<void> {
  const { db } = database;
  const person = speaker(db, office[who]);
  const values = {
    words: ['lý do'],
    percent: ['40'],
    to: [typeof what === 'object' && what.action === 'task.handover' ? `${office[to]}` : `2016-04-${day}`],
  };
  try {
    if (what === 'undo') await person.says('hoantac', '', at);
    else if (what === 'cancel') await person.sends('task.cancel', taskId, values, at);
    else if (what === 'comment') await person.sends('task.comment', taskId, values, at);
    else if (typeof what === 'string') {
      const asked = await db
        .selectFrom('extension as e')
        .innerJoin('assignment as a', 'a.id', 'e.assignment_id')
        .select('e.id')
        .where('a.task_id', '=', taskId)
        .orderBy('e.id', 'desc')
        .executeTakeFirst();
      if (!asked) return;
      if (what === 'extension.approve') await person.presses(what, asked.id, at);
      else await person.sends(what, asked.id, values, at);
    } else {
      const parts = await db
        .selectFrom('assignment')
        .select('id')
        .where('task_id', '=', taskId)
        .orderBy('id')
        .execute();
      const part = parts[what.part % parts.length];
      if (!part) return;
      const pressed = ['task.accept', 'task.unblocked', 'task.done', 'result.accept', 'consent.give'];
      if (pressed.includes(what.action)) await person.presses(what.action, part.id, at);
      else await person.sends(what.action, part.id, values, at);
    }
  } catch (error) {
    // A refusal is an answer; anything else is a bug.
    if (!(error instanceof UserError)) throw error;
  }
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
