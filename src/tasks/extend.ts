/** A department asks for a later deadline: /giahan NV-12 đến 20/4 vì chờ số liệu, and the form. */
import type { Context } from '../chat/context.ts';
import { UserError } from '../chat/errors.ts';
import type { Action, Command } from '../chat/feature.ts';
import { fieldValue } from '../chat/form.ts';
import type { Reply } from '../chat/reply.ts';
import { calendarOf } from '../reminders/calendars.ts';
import { chosenLine } from './accept.ts';
import { answer, remark } from './answer.ts';
import { dueText } from './card.ts';
import { finishChange, recordChange } from './change.ts';
import { alreadySo } from './happened.ts';
import { dueOf } from './load.ts';
import { type LockedAssignment, type LockedTask, openAssignment } from './locked.ts';
import { beginsWithDate, type NewDate, readExtension, readNewDate } from './newDate.ts';
import { insertExtension } from './store.ts';
import type { Due } from './task.ts';
import { giverOf, tell } from './tell.ts';
import type { Told } from './undo.ts';
import { whichAssignment } from './which.ts';
import { checkLength, readReason, textField } from './words.ts';

/** While a part stands so, a later date can be asked for. */
export const inHand = ['assigned', 'accepted', 'returned'] as const;

export const extendCommand: Command = {
  name: 'giahan',
  words: { vi: ['giahan', 'gia hạn', 'gia-hạn'], en: ['extend'] },
  guests: false,
  help: (t) => t.tasks.help.extend,
  async handle(line, context) {
    const { t, now, who, trx } = context;
    const wanted = {
      command: 'giahan',
      action: 'task.extend',
      statuses: inHand,
      side: 'department',
    } as const;
    const own = who.memberOf[0]?.agencyId;
    const dated =
      own !== undefined && beginsWithDate(line.text, { now, calendar: await calendarOf(trx, own), t });
    const meant = await whichAssignment(dated ? { ...line, text: '' } : line, wanted, context);
    if (meant.kind === 'several') return meant.reply;
    const rest = dated ? line.text : meant.rest;
    const id = `${meant.assignmentId}`;
    if (rest === '') return askForm(id, context);
    const open = await openExtendable(id, context);
    if ('reply' in open) return open.reply;
    const calendar = await calendarOf(trx, open.task.agency_id);
    const { to, reason } = readExtension(rest, open.due, { now, calendar, t });
    if (reason === '') throw new UserError(t.tasks.refusals.reasonMissing, t.tasks.refusals.dateMend);
    return ask(open, to, checkLength(reason, t, null), context, chosenLine(meant, context));
  },
};

export const extendAction: Action = {
  name: 'task.extend',
  press: askForm,
  async submit(id, values, context) {
    const { t, now, trx } = context;
    const open = await openExtendable(id, context);
    if ('reply' in open) return open.reply;
    const calendar = await calendarOf(trx, open.task.agency_id);
    const to = readNewDate(fieldValue(values, 'to'), open.due, { now, calendar, t });
    return ask(open, to, readReason(values, t), context, []);
  },
};

type Extendable = { task: LockedTask; assignment: LockedAssignment; due: Due };

/** The assignment, when a later date can be asked for; otherwise what to answer. */
async function openExtendable(id: string, context: Context): Promise<Extendable | { reply: Reply }> {
  const { trx, t } = context;
  const { task, assignment } = await openAssignment(id, 'askExtension', context);
  if (!inHand.some((status) => status === assignment.status)) {
    return { reply: await alreadySo(context, assignment) };
  }
  const code = t.common.taskCode(task.id);
  const due = dueOf(assignment);
  if (!due) return { reply: remark(context, t.tasks.refusals.noDueYet(code)) };
  const waiting = await trx
    .selectFrom('extension')
    .select(['to_due_on', 'to_due_time', 'asked_at'])
    .where('assignment_id', '=', assignment.id)
    .where('status', '=', 'asked')
    .executeTakeFirst();
  if (waiting) {
    const to = dueText({ dueOn: waiting.to_due_on, time: waiting.to_due_time }, t);
    const at = t.dates.shortMoment(waiting.asked_at);
    return { reply: remark(context, t.tasks.refusals.extensionWaits(code, to, at)) };
  }
  return { task, assignment, due };
}

async function askForm(id: string, context: Context): Promise<Reply> {
  const { t } = context;
  const open = await openExtendable(id, context);
  if ('reply' in open) return open.reply;
  const { title, intro, to, toHint } = t.tasks.uses.extend;
  return {
    kind: 'form',
    form: {
      action: 'task.extend',
      id: `${open.assignment.id}`,
      title: title(t.common.taskCode(open.task.id)),
      intro: intro(dueText(open.due, t)),
      fields: [
        {
          name: 'to',
          label: to,
          hint: toHint,
          required: true,
          input: { kind: 'date', near: open.due.dueOn.toString() },
        },
        textField('words', t.tasks.uses.reason, true),
      ],
      submit: t.tasks.uses.send,
    },
  };
}

async function ask(
  open: Extendable,
  to: NewDate,
  reason: string,
  context: Context,
  lines: readonly string[],
): Promise<Reply> {
  const { trx, t } = context;
  const { task, assignment } = open;
  const { eventId, told } = await recordExtension(open, to, reason, context);
  const undo = await finishChange(context, task, { eventId, assignmentIds: [assignment.id], told });
  const calendar = await calendarOf(trx, assignment.agency_id);
  const words = t.tasks.uses.extend;
  const dayOff = calendar.isWorkingDay(to.dueOn) ? [] : [words.dayOff(t.dates.day(to.dueOn))];
  return answer(context, {
    title: words.done(t.common.taskCode(task.id), dueText(to, t)),
    lines: [...lines, ...dayOff],
    taskId: task.id,
    undo,
  });
}

/** The request with its event and the question to the giving side; to be finished by the caller. */
export async function recordExtension(
  { task, assignment, due }: Extendable,
  to: NewDate,
  reason: string,
  context: Context,
): Promise<{ eventId: number; told: Told[] }> {
  const { trx, now, who } = context;
  const extensionId = await insertExtension(trx, {
    assignment_id: assignment.id,
    asked_by: who.personId,
    asked_at: now,
    from_due_on: due.dueOn,
    from_due_time: due.time,
    to_due_on: to.dueOn,
    to_due_time: to.time,
    to_words: to.words,
    reason,
  });
  const data = { extensionId, from: due.dueOn.toString(), to: to.dueOn.toString(), words: to.words, reason };
  const eventId = await recordChange(context, assignment, 'extension.asked', data);
  const about = { taskId: task.id, assignmentId: assignment.id };
  const told = await tell(context, { what: 'extensionAsked', eventId, ...about }, await giverOf(trx, task));
  return { eventId, told };
}
