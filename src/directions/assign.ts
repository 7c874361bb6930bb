/** "Giao thành nhiệm vụ": a direction as the preview of a task, for those who give tasks. */
import type { Action } from '../chat/feature.ts';
import { previewFrom } from '../tasks/giving/giveCommand.ts';
import { openDirection } from './openDirection.ts';

export const assignAction: Action = {
  name: 'direction.assign',
  async press(id, context) {
    const { task, direction } = await openDirection(id, context);
    const { person, agency, text } = direction;
    const belongs = await context.trx
      .selectFrom('task')
      .select(['programme_id', 'content_id'])
      .where('id', '=', task.id)
      .executeTakeFirstOrThrow();
    const programme = belongs.programme_id && { id: belongs.programme_id, contentId: belongs.content_id };
    return previewFrom(
      text,
      {
        quoted: { text, by: `${person.name} (${agency.code})`, link: null },
        belonging: { programme: programme || null, origin: { kind: 'direction', id: direction.id } },
      },
      context,
    );
  },
};
