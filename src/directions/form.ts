/** The form of /chidao: which task, and the words. */
import type { Context } from '../chat/context.ts';
import { UserError } from '../chat/errors.ts';
import type { FormField, Option } from '../chat/form.ts';
import type { Reply } from '../chat/reply.ts';
import { standingStatuses } from '../people/permissions.ts';
import { shorten } from '../tasks/giving/shorten.ts';
import { textField } from '../tasks/words.ts';

/** A choice longer than this is no help: the code is typed then. */
const choicesMax = 50;
const titleShown = 60;

/** `taskId` null: the form asks for the task, too. @throws UserError when there is none to direct */
export async function askForm(context: Context, taskId: number | null): Promise<Reply> {
  const { t } = context;
  const { form } = t.directions;
  const words = textField('words', form.words, true, form.wordsHint);
  const fields = taskId === null ? [await taskField(context), words] : [words];
  return {
    kind: 'form',
    form: {
      action: 'direction.new',
      id: taskId === null ? 'new' : `${taskId}`,
      title: taskId === null ? form.title : form.titleOf(t.common.taskCode(taskId)),
      intro: form.intro,
      fields,
      submit: form.send,
    },
  };
}

async function taskField(context: Context): Promise<FormField> {
  const { t } = context;
  const { refusals, form } = t.directions;
  if (context.who.leaderOf.length === 0) throw new UserError(refusals.notLeader, refusals.notLeaderMend);
  const options = await directable(context);
  if (options.length === 0) throw new UserError(refusals.nothingToDirect, t.common.listYours);
  return { name: 'task', label: form.task, required: true, input: { kind: 'choice', options } };
}

/** Open tasks that the leader's agencies gave or have a part in, the latest first. */
async function directable({ trx, who, t }: Context): Promise<Option[]> {
  const leads = [...who.leaderOf];
  const rows = await trx
    .selectFrom('task as k')
    .select(['k.id', 'k.title'])
    .where('k.status', '=', 'open')
    .where(({ or, eb, exists, selectFrom }) =>
      or([
        eb('k.agency_id', 'in', leads),
        exists(
          selectFrom('assignment as a')
            .select('a.id')
            .whereRef('a.task_id', '=', 'k.id')
            .where('a.agency_id', 'in', leads)
            .where('a.status', 'in', [...standingStatuses]),
        ),
      ]),
    )
    .orderBy('k.id', 'desc')
    .limit(choicesMax)
    .execute();
  return rows.map(({ id, title }) => ({
    value: `${id}`,
    label: shorten(t.tasks.card.title(t.common.taskCode(id), title), titleShown),
  }));
}
