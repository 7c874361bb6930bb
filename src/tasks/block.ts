/** A department says what stands in its way and who must help, and that it is over. */
import type { Context } from '../chat/context.ts';
import type { Action } from '../chat/feature.ts';
import { fieldValue } from '../chat/form.ts';
import type { Reply } from '../chat/reply.ts';
import { buildUnitIndex, matchUnit } from '../language/matching/matchUnits.ts';
import { officialsOf, type Recipient } from '../people/reach.ts';
import { loadUnits } from '../people/units.ts';
import { answer, remark } from './answer.ts';
import { finishChange, recordChange } from './change.ts';
import { alreadySo } from './happened.ts';
import { type LockedAssignment, openAssignment } from './locked.ts';
import { updateAssignment } from './store.ts';
import { departmentsOf, giverOf, tell } from './tell.ts';
import { checkLength, readReason, textField } from './words.ts';

const helperLengthMax = 200;

export const blockAction: Action = {
  name: 'task.blocked',
  async press(id, context) {
    const { t } = context;
    const { task, assignment } = await openAssignment(id, 'block', context);
    if (!canBeBlocked(assignment)) return alreadySo(context, assignment);
    const { title, what, helper, helperHint } = t.tasks.uses.block;
    const form = {
      action: 'task.blocked',
      id: `${assignment.id}`,
      title: title(t.common.taskCode(task.id)),
      fields: [
        textField('words', what, true),
        {
          name: 'helper',
          label: helper,
          hint: helperHint,
          required: false,
          input: { kind: 'line' as const, maxLength: helperLengthMax },
        },
      ],
      submit: t.tasks.uses.send,
    };
    return { kind: 'form', form };
  },
  async submit(id, values, context) {
    const { t } = context;
    const note = readReason(values, t);
    const helper = checkLength(fieldValue(values, 'helper'), t, 'helper').slice(0, helperLengthMax);
    return block(id, note, helper === '' ? null : helper, context);
  },
};

export const unblockAction: Action = {
  name: 'task.unblocked',
  async press(id, context) {
    const { trx, t } = context;
    const { task, assignment } = await openAssignment(id, 'block', context);
    const code = t.common.taskCode(task.id);
    if (assignment.blocked_at === null) return remark(context, t.tasks.refusals.notBlocked(code));
    const cleared = { blocked_at: null, blocked_note: null, blocked_helper: null, progress_at: context.now };
    await updateAssignment(trx, assignment.id, cleared);
    const eventId = await recordChange(context, assignment, 'assignment.unblocked', {
      note: assignment.blocked_note,
    });
    const about = { taskId: task.id, assignmentId: assignment.id };
    const told = await tell(context, { what: 'unblocked', eventId, ...about }, await giverOf(trx, task));
    const undo = await finishChange(context, task, { eventId, assignmentIds: [assignment.id], told });
    return answer(context, { title: t.tasks.uses.block.cleared(code), taskId: task.id, undo });
  },
};

async function block(id: string, note: string, helper: string | null, context: Context): Promise<Reply> {
  const { trx, now, t } = context;
  const { task, assignment } = await openAssignment(id, 'block', context);
  if (!canBeBlocked(assignment)) return alreadySo(context, assignment);
  const blocked = { blocked_at: now, blocked_note: note, blocked_helper: helper, progress_at: now };
  await updateAssignment(trx, assignment.id, blocked);
  const eventId = await recordChange(context, assignment, 'assignment.blocked', { note, helper });
  const found =
    helper === null
      ? null
      : await findHelper(helper, context, [
          task.agency_id,
          ...task.assignments.map((each) => each.agency_id),
        ]);
  const recipients = [...(await giverOf(trx, task)), ...(found?.recipients ?? [])];
  const about = { taskId: task.id, assignmentId: assignment.id };
  const told = await tell(context, { what: 'blocked', eventId, ...about }, recipients);
  const undo = await finishChange(context, task, { eventId, assignmentIds: [assignment.id], told });
  const words = t.tasks.uses.block;
  const lines = found ? [words.helperTold(found.name)] : helper === null ? [] : [words.helperUnknown(helper)];
  return answer(context, {
    title: words.done(t.common.taskCode(task.id)),
    lines,
    tone: 'warning',
    taskId: task.id,
    undo,
  });
}

/** A unit of an agency that takes part: others have no business with the task. */
async function findHelper(
  words: string,
  { trx, who }: Context,
  agencyIds: readonly number[],
): Promise<{ name: string; recipients: Recipient[] } | null> {
  const units = (await loadUnits(trx)).filter((unit) => agencyIds.includes(unit.agencyId));
  const match = matchUnit(words, buildUnitIndex(units, { agencyId: who.agencyId }));
  if (match.kind !== 'one') return null;
  const { unit } = match;
  if (unit.kind === 'department') {
    return { name: unit.name, recipients: await departmentsOf(trx, [unit.id]) };
  }
  const officials = (await officialsOf(trx, [unit.id])).get(unit.id) ?? [];
  return { name: unit.name, recipients: officials.map((personId) => ({ personId })) };
}

function canBeBlocked({ status }: LockedAssignment): boolean {
  return status === 'assigned' || status === 'accepted' || status === 'returned';
}
