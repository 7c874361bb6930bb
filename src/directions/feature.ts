/** Directions of leaders on tasks: given, read by the departments, turned into deadlines and tasks. */
import type { Feature } from '../chat/feature.ts';
import { asCommentAction } from './asComment.ts';
import { assignAction } from './assign.ts';
import { directAction, directByReply, directCommand } from './give.ts';
import { askDueAction, setDueAction } from './newDeadline.ts';
import { drawDirection, drawOnlyComment, drawUnread } from './news.ts';
import { readAction } from './read.ts';
import { unreadTick } from './unread.ts';

export const directionsFeature: Feature = {
  commands: [directCommand],
  actions: [directAction, readAction, asCommentAction, setDueAction, askDueAction, assignAction],
  renderers: {
    'directions.given': drawDirection,
    'directions.unread': drawUnread,
    'directions.comment': drawOnlyComment,
  },
  onReply: directByReply,
  ticks: [unreadTick],
};
