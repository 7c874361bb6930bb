/** Records of meetings, kept where the people already write, and the minutes that come of them. */
import type { Feature } from '../chat/feature.ts';
import { changeActions } from './change.ts';
import { closeActions } from './close.ts';
import { drawLiveMeeting } from './drawCard.ts';
import { giveTasksAction } from './giveTasks.ts';
import { itemActions } from './items.ts';
import { showMeetingAction } from './list.ts';
import { meetingCommand } from './meetingCommand.ts';
import { drawMinutes, drawReopened } from './news.ts';
import { openActions } from './openMeeting.ts';
import { recordActions, recordByMark, recordByReply } from './record.ts';

export const meetingsFeature: Feature = {
  commands: [meetingCommand],
  actions: [
    ...openActions,
    ...changeActions,
    ...recordActions,
    ...itemActions,
    giveTasksAction,
    ...closeActions,
    showMeetingAction,
  ],
  renderers: { 'meetings.minutes': drawMinutes, 'meetings.reopened': drawReopened },
  liveCards: { meeting: drawLiveMeeting },
  onReply: recordByReply,
  onReaction: recordByMark,
  ticks: [],
};
