/** Files that came without a command: under a task's card they are a version of its draft; alone, the sender is asked for which
 *  task they are. */
import type { Card } from '../chat/card.ts';
import type { Context } from '../chat/context.ts';
import { UserError } from '../chat/errors.ts';
import type { Action, Feature } from '../chat/feature.ts';
import type { FileIn } from '../chat/incoming.ts';
import { type Reply, showCard, tellAsker } from '../chat/reply.ts';
import { taskOfMessage } from '../delivery/liveCards.ts';
import { keepSentFile } from '../files/keepFile.ts';
import { taskTitle } from '../tasks/card.ts';
import { readId } from '../tasks/locked.ts';
import { checkLength } from '../tasks/words.ts';
import { insertUpload } from './draftStore.ts';
import { handIn } from './handIn.ts';
import { onlyFile } from './onlyFile.ts';
import { type OpenTask, openTasksMax, openTasksOf } from './openTasks.ts';

/** `Feature.onReply`. Null: without a file, or under something that is no task. */
export const takeReply: NonNullable<Feature['onReply']> = async ({ to, text, files }, context) => {
  if (files.length === 0) return null;
  const taskId = await taskOfMessage(context.trx, context.place.platform, to);
  if (taskId === null) return null;
  const file = onlyFile(files, context.t);
  return file && handIn(context, taskId, { content: { kind: 'sent', file }, note: noteOf(text, context) });
};

/** `Feature.onFiles`. */
export const takeFiles: NonNullable<Feature['onFiles']> = async ({ text, files }, context) => {
  const { t } = context;
  const file = onlyFile(files, t);
  if (!file) throw new Error('files without a file');
  const tasks = await openTasksOf(context);
  if (tasks.length === 0) {
    throw new UserError(t.drafts.refusals.noTask, t.tasks.refusals.codeExample('nop'));
  }
  return keepUpload(context, file, noteOf(text, context), tasks);
};

/** The button beside each task: `draft.take:<fileId>.<taskId>`. Only the sender's press counts. */
export const takeAction: Action = {
  name: 'draft.take',
  async press(id, context) {
    const { trx, who, t } = context;
    const [fileId = '', taskId = ''] = id.split('.');
    const upload = await trx
      .selectFrom('draft_upload')
      .select(['file_id', 'note'])
      .where('file_id', '=', readId(fileId))
      .where('person_id', '=', who.personId)
      // Not forgotten meanwhile (forgetUploads.ts).
      .forUpdate()
      .executeTakeFirst();
    if (!upload) throw new UserError(t.drafts.refusals.noSuchFile, t.drafts.refusals.sendAgain);
    const content = { kind: 'kept', fileId: upload.file_id } as const;
    return handIn(context, readId(taskId), { content, note: upload.note });
  },
};

/** Keeps the file and asks for which of these tasks it is. */
export async function keepUpload(
  context: Context,
  file: FileIn,
  note: string | null,
  tasks: readonly OpenTask[],
): Promise<Reply> {
  const { trx, now, who, t, place } = context;
  const { personId } = who;
  const { fileId, name } = await keepSentFile(trx, now, file, { personId, t });
  await insertUpload(trx, { file_id: fileId, person_id: personId, note, sent_at: now });
  const words = t.drafts.which;
  const items = tasks.slice(0, openTasksMax).map((task) => ({
    text: taskTitle(task, t),
    button: { label: t.common.taskCode(task.id), action: 'draft.take', id: `${fileId}.${task.id}` },
  }));
  const card: Card = {
    title: words.title(name.length <= nameMax ? name : `${name.slice(0, nameMax - 1)}…`),
    tone: 'neutral',
    blocks: [
      { kind: 'text', text: words.intro },
      { kind: 'list', items },
      ...(tasks.length > openTasksMax
        ? [{ kind: 'text' as const, text: words.more, style: 'small' as const }]
        : []),
    ],
    buttons: [],
  };
  return place.private ? showCard(card) : tellAsker(card);
}

/** Leaves room for the question in `cardLimits.title`. */
const nameMax = 90;

function noteOf(text: string, { t }: Context): string | null {
  return text === '' ? null : checkLength(text, t, null);
}
