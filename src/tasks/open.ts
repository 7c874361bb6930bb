/** Shows a task's card, living, to whoever asks for it with the button "Mở NV-12". */
import { UserError } from '../chat/errors.ts';
import type { Action } from '../chat/feature.ts';
import { allowedTasks } from '../people/permissions.ts';
import { drawOwnCard } from './drawCard.ts';
import { loadTasks } from './load.ts';
import { readId } from './locked.ts';

export const openAction: Action = {
  name: 'task.open',
  async press(id, context) {
    const { trx, who, t, place } = context;
    const taskId = readId(id);
    const allowed = await allowedTasks(trx, who, 'see', [taskId]);
    const task = allowed.has(taskId) ? (await loadTasks(trx, [taskId])).get(taskId) : undefined;
    if (!task) throw new UserError(t.common.taskNotFound(t.common.taskCode(taskId)), t.common.listYours);
    const to = place.private ? 'place' : 'asker';
    return {
      kind: 'card',
      card: drawOwnCard(task, context),
      to,
      replaces: false,
      live: { kind: 'task', id: taskId },
    };
  },
};
