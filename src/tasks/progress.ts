/** A department reports how far it is: /tiendo NV-12 60% nội dung, and the form. */
import type { Context } from '../chat/context.ts';
import { UserError } from '../chat/errors.ts';
import type { Action, Command } from '../chat/feature.ts';
import { type FormValues, fieldValue } from '../chat/form.ts';
import type { Reply } from '../chat/reply.ts';
import type { Locale } from '../locale/locale.ts';
import { chosenLine } from './accept.ts';
import { answer } from './answer.ts';
import { finishChange, moveAssignment, recordChange } from './change.ts';
import { alreadySo } from './happened.ts';
import { type LockedAssignment, openAssignment } from './locked.ts';
import { updateAssignment } from './store.ts';
import { giverOf, tell } from './tell.ts';
import { whichAssignment } from './which.ts';
import { checkLength, readNote, textField } from './words.ts';

const inHand = ['assigned', 'accepted', 'returned'] as const;

export const progressCommand: Command = {
  name: 'tiendo',
  words: { vi: ['tiendo', 'tiến độ', 'tiến-độ'], en: ['progress'] },
  guests: false,
  help: (t) => t.tasks.help.progress,
  async handle(line, context) {
    const wanted = {
      command: 'tiendo',
      action: 'task.progress',
      statuses: inHand,
      side: 'department',
    } as const;
    const meant = await whichAssignment(line, wanted, context);
    if (meant.kind === 'several') return meant.reply;
    const id = `${meant.assignmentId}`;
    if (meant.rest === '') return askProgress(id, context);
    const { percent, words } = readProgress(meant.rest, context.t);
    return reportProgress(id, percent, words, context, chosenLine(meant, context));
  },
};

export const progressAction: Action = {
  name: 'task.progress',
  press: askProgress,
  submit(id, values, context) {
    const percent = readPercent(values, context.t);
    return reportProgress(id, percent, readNote(values, context.t), context, []);
  },
};

async function askProgress(id: string, context: Context): Promise<Reply> {
  const { t } = context;
  const { task, assignment } = await openAssignment(id, 'progress', context);
  if (!isInHand(assignment)) return alreadySo(context, assignment);
  const { title, percent, words, wordsHint } = t.tasks.uses.progress;
  const initial = assignment.progress_percent;
  return {
    kind: 'form',
    form: {
      action: 'task.progress',
      id: `${assignment.id}`,
      title: title(t.common.taskCode(task.id)),
      fields: [
        {
          name: 'percent',
          label: percent,
          required: true,
          input: { kind: 'number', initial, min: 0, max: 100 },
        },
        textField('words', words, false, wordsHint),
      ],
      submit: t.tasks.uses.send,
    },
  };
}

/** Null percent: words alone, the number stays as it is. */
async function reportProgress(
  id: string,
  percent: number | null,
  words: string | null,
  context: Context,
  lines: readonly string[],
): Promise<Reply> {
  const { trx, now, t } = context;
  const { task, assignment } = await openAssignment(id, 'progress', context);
  if (!isInHand(assignment)) return alreadySo(context, assignment);
  const accepts = assignment.status === 'assigned';
  // Whoever works on it has taken it on.
  const acceptedId = accepts ? await moveAssignment(context, assignment, 'accept') : null;
  const percentNow = percent ?? assignment.progress_percent;
  await updateAssignment(trx, assignment.id, {
    progress_percent: percentNow,
    progress_note: words ?? (percent === null ? assignment.progress_note : null),
    progress_at: now,
  });
  const data = { from: assignment.progress_percent, percent: percentNow, words };
  const eventId = await recordChange(context, assignment, 'assignment.progressed', data);
  const about = { taskId: task.id, assignmentId: assignment.id };
  const told =
    acceptedId === null
      ? []
      : await tell(
          context,
          { what: 'accepted', eventId: acceptedId, actionId: eventId, ...about },
          await giverOf(trx, task),
        );
  const undo = await finishChange(context, task, { eventId, assignmentIds: [assignment.id], told });
  const said = t.tasks.uses.progress;
  return answer(context, {
    title:
      percent === null
        ? said.noted(t.common.taskCode(task.id))
        : said.done(t.common.taskCode(task.id), percent),
    lines: [
      ...(words === null ? [] : [said.quoted(words)]),
      ...lines,
      ...(accepts ? [said.accepted] : []),
      ...(percentNow === 100 ? [said.full] : []),
    ],
    taskId: task.id,
    undo,
  });
}

function isInHand({ status }: LockedAssignment): boolean {
  return inHand.some((each) => each === status);
}

/** "60% đã gom xong", "xong 60%", "60 đã gom", or words alone. @throws UserError */
export function readProgress(text: string, t: Locale): { percent: number | null; words: string | null } {
  const found =
    /(?<![\d.,/])(?<percent>\d{1,9})\s*(?:%|phần trăm|per ?cent)/iu.exec(text) ??
    /^(?<percent>\d{1,9})(?=\s|$)/u.exec(text);
  const percent = found ? Number(found.groups?.percent) : null;
  if (percent !== null && percent > 100) {
    throw new UserError(t.tasks.refusals.percentWrong, t.tasks.refusals.percentMend);
  }
  // The number goes when it stands at an end; in the middle the sentence would lose its sense.
  const atStart = found?.index === 0;
  const atEnd = found !== null && found.index + found[0].length === text.length;
  const words = atStart ? text.slice(found[0].length) : atEnd ? text.slice(0, found.index) : text;
  const clean = words.replace(/^[\s:,;–-]+|[\s:,;–-]+$/gu, '');
  return { percent, words: clean === '' ? null : checkLength(clean, t, null) };
}

function readPercent(values: FormValues, t: Locale): number {
  const text = fieldValue(values, 'percent').replace(/\s*%$/u, '');
  const percent = /^\d{1,3}$/u.test(text) ? Number(text) : Number.NaN;
  if (percent >= 0 && percent <= 100) return percent;
  throw new UserError(t.tasks.refusals.percentWrong, t.tasks.refusals.percentMend, 'percent');
}
