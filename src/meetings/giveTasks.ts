/** The tasks of a record become tasks: a list of them to be confirmed, put right or dropped, then given at once. */
import { UserError } from '../chat/errors.ts';
import type { Action } from '../chat/feature.ts';
import { previewsFrom } from '../tasks/giving/giveCommand.ts';
import { lockMeeting, readId } from './locked.ts';
import { ungiven } from './meeting.ts';

/** At any time while the record is kept, and after. */
export const giveTasksAction: Action = {
  name: 'meeting.give',
  press: async (id, context) => {
    const { t } = context;
    const meeting = await lockMeeting(readId(id), 'record', context);
    const { error, list } = t.meetings;
    if (meeting.status === 'draft' || meeting.status === 'cancelled') {
      throw new UserError(error.notOpen(list.status[meeting.status]), error.cancelledMend);
    }
    const items = ungiven(meeting);
    if (items.length === 0) throw new UserError(error.noTasks, error.noTasksMend);
    const programme = meeting.programme && { id: meeting.programme.id, contentId: null };
    return previewsFrom(
      items.map((item) => ({
        text: item.text,
        quoted: null,
        belonging: { programme, origin: { kind: 'meeting', id: item.id } },
      })),
      context,
    );
  },
};
