/** Rounds of opinions: a draft or a question put to named leaders of the agencies that have a part in it. */
import type { Feature } from '../chat/feature.ts';
import { askAction, askCommand, askSigningAction, dropAction, editAction, newAction } from './ask.ts';
import { delegateAction, takeBackAction } from './delegate.ts';
import { drawLiveRound, roundRenderers } from './draw.ts';
import { confirmAction, giveAction, wordsAction } from './give.ts';
import { cancelAction, closeAction, extendAction, urgeAction } from './manage.ts';
import { drawReminder } from './reminderCard.ts';
import { reopenAction } from './reopen.ts';
import { opinionByReply, opinionCommand, sayAction } from './say.ts';
import { sendAction } from './send.ts';
import { draftAction, openRoundAction, summaryAction, tasksAction } from './show.ts';
import { closeTick, remindTick } from './tick.ts';

export const opinionsFeature: Feature = {
  commands: [askCommand, opinionCommand],
  actions: [
    askAction,
    askSigningAction,
    newAction,
    editAction,
    dropAction,
    sendAction,
    giveAction,
    wordsAction,
    confirmAction,
    sayAction,
    delegateAction,
    takeBackAction,
    urgeAction,
    extendAction,
    closeAction,
    cancelAction,
    reopenAction,
    openRoundAction,
    draftAction,
    summaryAction,
    tasksAction,
  ],
  renderers: { ...roundRenderers, 'opinions.reminder': drawReminder },
  liveCards: { round: drawLiveRound },
  onReply: opinionByReply,
  // A round whose date has come ends before anybody is reminded of it.
  ticks: [closeTick, remindTick],
};
