/** Another agency agrees that its department takes part, or not: its officials and leaders decide with one button. */
import type { Button, Card } from '../chat/card.ts';
import type { Context } from '../chat/context.ts';
import type { Action, Renderer } from '../chat/feature.ts';
import type { Reply } from '../chat/reply.ts';
import type { Locale } from '../locale/locale.ts';
import { announceAssignments } from './announce.ts';
import { answer } from './answer.ts';
import { dueText, taskTitle } from './card.ts';
import { finishChange, moveAssignment, settleTask } from './change.ts';
import { consentFacts } from './facts.ts';
import { alreadySo } from './happened.ts';
import { loadTasks } from './load.ts';
import { type LockedTask, openAssignment } from './locked.ts';
import { statusAfter } from './task.ts';
import { giverOf, tell } from './tell.ts';
import { readNote, textForm } from './words.ts';

export const consentAction: Action = {
  name: 'consent.give',
  async press(id, context) {
    const { trx, now, t } = context;
    const { task, assignment } = await openAssignment(id, 'decideConsent', context);
    if (statusAfter(assignment.status, 'consent') === null) return alreadySo(context, assignment);
    const eventId = await moveAssignment(context, assignment, 'consent');
    const announced = await announceAssignments(trx, now, [assignment.id]);
    const news = { what: 'consented', eventId, taskId: task.id, assignmentId: assignment.id } as const;
    const told = [...announced, ...(await tell(context, news, await giverOf(trx, task)))];
    const undo = await finishChange(context, task, { eventId, assignmentIds: [assignment.id], told });
    return answer(context, {
      title: t.tasks.uses.consent.given(t.common.taskCode(task.id), assignment.department),
      taskId: task.id,
      undo,
      buttons: stillAsked(task, assignment.id, assignment.agency_id, t),
    });
  },
};

export const refuseConsentAction: Action = {
  name: 'consent.refuse',
  async press(id, context) {
    const { t } = context;
    const { task, assignment } = await openAssignment(id, 'decideConsent', context);
    if (statusAfter(assignment.status, 'refuseConsent') === null) return alreadySo(context, assignment);
    const title = t.tasks.uses.consent.refuseTitle(t.common.taskCode(task.id));
    const form = { action: 'consent.refuse', id: assignment.id, title, label: t.tasks.uses.reason };
    return { kind: 'form', form: textForm(t, { ...form, required: false }) };
  },
  submit: (id, values, context) => refuse(id, readNote(values, context.t), context),
};

async function refuse(id: string, reason: string | null, context: Context): Promise<Reply> {
  const { trx, t } = context;
  const { task, assignment } = await openAssignment(id, 'decideConsent', context);
  if (statusAfter(assignment.status, 'refuseConsent') === null) return alreadySo(context, assignment);
  const eventId = await moveAssignment(context, assignment, 'refuseConsent', {
    change: { note: reason },
    data: { reason },
  });
  await settleTask(context, task.id);
  const news = { what: 'consentRefused', eventId, taskId: task.id, assignmentId: assignment.id } as const;
  const told = await tell(context, news, await giverOf(trx, task));
  const undo = await finishChange(context, task, { eventId, assignmentIds: [assignment.id], told });
  return answer(context, {
    title: t.tasks.uses.consent.refused(t.common.taskCode(task.id), assignment.department),
    tone: 'neutral',
    taskId: task.id,
    undo,
    buttons: stillAsked(task, assignment.id, assignment.agency_id, t),
  });
}

/** Buttons for the other departments of the agency that one message asked about. */
function stillAsked(task: LockedTask, decidedId: number, agencyId: number, t: Locale): Button[] {
  return task.assignments
    .filter((each) => each.status === 'proposed' && each.agency_id === agencyId && each.id !== decidedId)
    .flatMap((each) => consentButtons(each.id, t, each.department))
    .slice(0, 4);
}

function consentButtons(assignmentId: number, t: Locale, department: string | null): Button[] {
  const words = t.tasks.card.buttons;
  const label = (text: string) => (department === null ? text : words.of(text, department));
  const id = `${assignmentId}`;
  return [
    { label: label(words.agree), action: 'consent.give', id, style: 'primary' },
    { label: label(words.disagree), action: 'consent.refuse', id },
  ];
}

/** The question itself (kind `tasks.consent`); null when all of it has been answered or called off. */
export const drawConsent: Renderer = async (facts, { db, t }): Promise<Card | null> => {
  const { taskId, assignmentIds } = consentFacts.parse(facts);
  const task = (await loadTasks(db, [taskId])).get(taskId);
  const asked = task?.assignments.filter(
    (each) => each.status === 'proposed' && assignmentIds.includes(each.id),
  );
  if (!task || !asked || asked.length === 0) return null;
  const words = t.tasks.news;
  const items = asked.map(({ department, agency, part }) => ({
    text: t.tasks.card.part(department.name, agency.code, t.common.parts[part]),
  }));
  return {
    title: words.consentAsked(t.common.taskCode(task.id), task.agency.name),
    tone: 'warning',
    blocks: [
      { kind: 'text', text: taskTitle(task, t), style: 'strong' },
      { kind: 'text', text: words.due(dueText(task.due, t)) },
      { kind: 'text', text: words.consentIntro },
      { kind: 'list', items },
    ],
    buttons: [
      ...asked.map((each) => consentButtons(each.id, t, asked.length > 1 ? each.department.name : null)),
      [
        {
          label: t.tasks.card.buttons.open(t.common.taskCode(task.id)),
          action: 'task.open',
          id: `${task.id}`,
        },
      ],
    ],
  };
};
