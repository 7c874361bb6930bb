/** /nhac and the button Đôn đốc: by the side that gave the task, or a leader of the department's agency; once a day for a task and
 *  department. */
import type { Context } from '../chat/context.ts';
import { UserError } from '../chat/errors.ts';
import type { Action, Command } from '../chat/feature.ts';
import { type Reply, tellAsker } from '../chat/reply.ts';
import { allowedAssignments, allowedTasks } from '../people/permissions.ts';
import { readTaskCode } from '../tasks/task.ts';
import { isOwed } from './plan.ts';
import { type UrgedAssignment, urgeDepartment } from './urgeDepartment.ts';

export const urgeCommand: Command = {
  name: 'nhac',
  words: { vi: ['nhac', 'nhắc', 'dondoc'], en: ['urge', 'remind'] },
  guests: false,
  help: (t) => t.reminders.urge.help,
  async handle({ text }, context) {
    const { trx, who, t } = context;
    const words = t.reminders.urge;
    const { code = '', rest = '' } =
      /^(?<code>nv[\s-]*\d+|\S*)(?<rest>.*)$/isu.exec(text.trim())?.groups ?? {};
    const taskId = readTaskCode(code);
    if (taskId === null) throw new UserError(words.codeMissing, words.codeMend);
    const seen = await allowedTasks(trx, who, 'see', [taskId]);
    if (!seen.has(taskId)) {
      throw new UserError(t.common.taskNotFound(t.common.taskCode(taskId)), t.common.listYours);
    }
    return urgeAll(taskId, null, said(rest, context), context);
  },
};

export const urgeAction: Action = {
  name: 'task.urge',
  async press(id, context) {
    const { trx, t } = context;
    const row = /^\d{1,15}$/.test(id)
      ? await trx.selectFrom('assignment').select('task_id').where('id', '=', Number(id)).executeTakeFirst()
      : undefined;
    if (!row) throw new UserError(t.reminders.gone, t.reminders.goneMend);
    return urgeAll(row.task_id, Number(id), null, context);
  },
};

const wordsMax = 500;

function said(rest: string, { t }: Context): string | null {
  const words = rest.trim();
  if (words.length > wordsMax) {
    throw new UserError(t.reminders.urge.wordsTooLong(wordsMax), t.reminders.urge.wordsMend);
  }
  return words === '' ? null : words;
}

/** All departments that owe something on the task and that the actor may urge; or one of them. */
async function urgeAll(
  taskId: number,
  onlyAssignment: number | null,
  words: string | null,
  context: Context,
): Promise<Reply> {
  const { trx, who, t } = context;
  const code = t.common.taskCode(taskId);
  const assignments = await trx
    .selectFrom('assignment as a')
    .innerJoin('task as k', 'k.id', 'a.task_id')
    .innerJoin('department as d', 'd.id', 'a.department_id')
    .select(['a.id', 'a.status', 'a.task_id as taskId', 'a.department_id as departmentId'])
    .select(['a.agency_id as agencyId', 'k.given_by as givenBy', 'd.name'])
    .where('a.task_id', '=', taskId)
    .orderBy('a.id')
    .execute();
  const asked = assignments.filter((each) => onlyAssignment === null || each.id === onlyAssignment);
  const allowed = await allowedAssignments(
    trx,
    who,
    'urge',
    asked.map((each) => each.id),
  );
  const mine = asked.filter((each) => allowed.has(each.id));
  if (asked.length > 0 && mine.length === 0) {
    throw new UserError(t.common.notAllowed, t.common.askWhoMay);
  }
  const owing = mine.filter((each) => isOwed(each.status));
  if (owing.length === 0) {
    throw new UserError(t.reminders.urge.nobodyOwes(code), t.reminders.urge.openMend(code));
  }
  const lines: string[] = [];
  for (const each of owing) lines.push(await urgeOne(each, words, context));
  if (onlyAssignment !== null) return { kind: 'toast', text: lines.join('\n') };
  return tellAsker({
    title: t.reminders.urge.sentTitle(code),
    tone: 'neutral',
    blocks: [{ kind: 'text', text: lines.join('\n') }],
    buttons: [[{ label: t.reminders.button.open(code), action: 'task.open', id: String(taskId) }]],
  });
}

async function urgeOne(
  assignment: UrgedAssignment & { name: string },
  words: string | null,
  context: Context,
): Promise<string> {
  const { now, t } = context;
  const urged = await urgeDepartment(context, assignment, words);
  const sentences = t.reminders.urge;
  if (urged.what === 'already') {
    return sentences.already(assignment.name, urged.by, t.dates.shortMoment(urged.at));
  }
  return urged.at.equals(now)
    ? sentences.now(assignment.name)
    : sentences.later(assignment.name, t.dates.moment(urged.at));
}
