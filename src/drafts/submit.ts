/** /nop, the button on the task's card, and the form for a draft in words. */
import type { CommandLine, Context } from '../chat/context.ts';
import { UserError } from '../chat/errors.ts';
import type { Action, Command } from '../chat/feature.ts';
import { type FormField, type FormValues, fieldValue } from '../chat/form.ts';
import type { Reply } from '../chat/reply.ts';
import { taskOfMessage } from '../delivery/liveCards.ts';
import { taskTitle } from '../tasks/card.ts';
import { openAssignment, readId } from '../tasks/locked.ts';
import { checkLength, splitCode, textField } from '../tasks/words.ts';
import { handIn } from './handIn.ts';
import { onlyFile } from './onlyFile.ts';
import { type OpenTask, openTasksMax, openTasksOf } from './openTasks.ts';
import { requireHandIn } from './rights.ts';
import { keepUpload } from './upload.ts';

export const submitCommand: Command = {
  name: 'nop',
  words: { vi: ['nop', 'nộp'], en: ['submit'] },
  guests: false,
  help: (t) => t.drafts.help,
  handle: submit,
};

/** On the card of a task, for a department at work on it: `task.submit:<assignmentId>`. */
export const submitPartAction: Action = {
  name: 'task.submit',
  async press(id, context) {
    const { task } = await openAssignment(id, 'submit', context);
    return askDraft(task.id, context);
  },
};

/** The same for whoever may, by the task: `draft.submit:<taskId>`; and the form of both. */
export const submitAction: Action = {
  name: 'draft.submit',
  press: (id, context) => askDraft(readId(id), context),
  submit: submitForm,
};

async function submit(line: CommandLine, context: Context): Promise<Reply> {
  const { t } = context;
  const { taskId: typed, rest } = splitCode(line.text);
  // A code with a slip in it must not act on a task that nobody named.
  if (typed === null && /^nv[\s-]*\d/iu.test(rest)) {
    throw new UserError(t.tasks.refusals.codeMissing, t.tasks.refusals.codeExample('nop'));
  }
  const spokenOf =
    typed === null && line.replyTo
      ? await taskOfMessage(context.trx, context.place.platform, line.replyTo)
      : null;
  const named = typed ?? spokenOf;
  const open = named === null ? await openTasksOf(context) : [];
  if (named === null && open.length === 0) {
    throw new UserError(t.drafts.refusals.noTask, t.tasks.refusals.codeExample('nop'));
  }
  const only = open.length === 1 ? open[0] : undefined;
  const taskId = named ?? only?.id ?? null;
  const lines = named === null && only ? [t.tasks.uses.chosenForYou(t.common.taskCode(only.id))] : [];
  const file = onlyFile(line.files, t);
  if (file) {
    const note = rest === '' ? null : checkLength(rest, t, null);
    if (taskId === null) return keepUpload(context, file, note, open);
    return handIn(context, taskId, { content: { kind: 'sent', file }, note, lines });
  }
  if (rest === '' || taskId === null) {
    if (taskId !== null) await requireHandIn(context, taskId);
    return draftForm(context, taskId, { tasks: open, text: rest });
  }
  return handIn(context, taskId, { content: { kind: 'words', text: rest }, note: null, lines });
}

async function askDraft(taskId: number, context: Context): Promise<Reply> {
  await requireHandIn(context, taskId);
  return draftForm(context, taskId, { tasks: [], text: '' });
}

/** For a draft in words; its first line says how a file gets here. `taskId` null: to be chosen among `tasks`. */
function draftForm(
  { t, place }: Context,
  taskId: number | null,
  { tasks, text }: { tasks: readonly OpenTask[]; text: string },
): Reply {
  const words = t.drafts.form;
  const code = taskId === null ? null : t.common.taskCode(taskId);
  const options = tasks
    .slice(0, openTasksMax)
    .map((task) => ({ value: `${task.id}`, label: taskTitle(task, t).slice(0, optionLengthMax) }));
  const task: FormField = {
    name: 'task',
    label: words.task,
    required: true,
    input: { kind: 'choice', options },
  };
  const initial = text === '' ? {} : { initial: text };
  return {
    kind: 'form',
    form: {
      action: 'draft.submit',
      id: taskId === null ? anyTask : `${taskId}`,
      title: words.title(code),
      intro: words.attach(place.platform, code ?? t.common.taskCode(tasks[0]?.id ?? 12)),
      fields: [
        ...(taskId === null ? [task] : []),
        {
          name: 'words',
          label: words.text,
          hint: words.textHint,
          required: true,
          input: { kind: 'text', maxLength: textLengthMax, ...initial },
        },
        textField('note', words.note, false),
      ],
      submit: t.tasks.uses.send,
    },
  };
}

/** What a field of a form takes on every platform. */
const textLengthMax = 3000;
const optionLengthMax = 75;
/** Instead of the id of a task: the form has a field for it. */
const anyTask = 'any';

async function submitForm(id: string, values: FormValues, context: Context): Promise<Reply> {
  const { t } = context;
  const { refusals } = t.drafts;
  const taskId = readId(id === anyTask ? fieldValue(values, 'task') : id);
  if (taskId === 0) throw new UserError(refusals.chooseTask, '', 'task');
  const text = fieldValue(values, 'words');
  if (text === '') throw new UserError(refusals.textMissing, t.tasks.refusals.textMend, 'words');
  const note = fieldValue(values, 'note');
  return handIn(context, taskId, {
    content: { kind: 'words', text },
    note: note === '' ? null : checkLength(note, t, 'note'),
  });
}
