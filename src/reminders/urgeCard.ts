/** What a department sees when it is urged. */
import { z } from 'zod';
import { cardLimits } from '../chat/card.ts';
import type { Renderer } from '../chat/feature.ts';
import { assignmentFields, deadlineState, stateTone } from './digestCard.ts';
import { assignmentStates } from './digestState.ts';
import { isOwed } from './plan.ts';
import { departmentButtons } from './reminderButtons.ts';

/** Null when the department has done its part meanwhile. */
export const drawUrge: Renderer = async (facts, { db, now, t }) => {
  const { urgeId, assignmentId } = factsShape.parse(facts);
  const state = (await assignmentStates(db, now, [assignmentId])).get(assignmentId);
  if (!state || !isOwed(state.status)) return null;
  const urge = await db
    .selectFrom('urge as u')
    .innerJoin('person as p', 'p.id', 'u.urged_by')
    .select(['u.words', 'p.name'])
    .where('u.id', '=', urgeId)
    .executeTakeFirstOrThrow();
  const words = t.reminders.urge;
  const code = t.common.taskCode(state.taskId);
  return {
    title: words.title(code, deadlineState(state, t)).slice(0, cardLimits.title),
    tone: stateTone(state) === 'bad' ? 'bad' : 'warning',
    blocks: [
      { kind: 'text', text: state.title, style: 'strong' },
      { kind: 'quote', text: urge.words ?? words.withoutWords, by: words.by(urge.name) },
      assignmentFields(state, t),
    ],
    buttons: [
      departmentButtons({ kind: 'after' }, state, t),
      [{ label: t.reminders.button.open(code), action: 'task.open', id: String(state.taskId) }],
    ],
  };
};

const factsShape = z.object({ urgeId: z.int().positive(), assignmentId: z.int().positive() });
