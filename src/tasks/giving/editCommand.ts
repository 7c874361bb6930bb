/** /sua NV-12: opens the form in which a task is changed; a date on the line stands in it already. */
import type { Command } from '../../chat/feature.ts';
import { whichTask } from '../whichTask.ts';
import { showEditForm } from './editTask.ts';

export const editCommand: Command = {
  name: 'sua',
  words: { vi: ['sua', 'sửa'], en: ['edit'] },
  unlisted: true,
  guests: false,
  help: (t) => t.giving.edit.help,
  async handle(line, context) {
    const meant = await whichTask(line, { command: 'sua', action: 'task.edit' }, context);
    return meant.kind === 'one' ? showEditForm(meant.taskId, context, meant.rest) : meant.reply;
  },
};
