/** The life of a task once it is given. */
import type { Feature, Renderer } from '../chat/feature.ts';
import { acceptAction, acceptCommand } from './accept.ts';
import { blockAction, unblockAction } from './block.ts';
import { cancelAction, cancelCommand } from './cancel.ts';
import { commentAction, commentByReply } from './comment.ts';
import { consentAction, drawConsent, refuseConsentAction } from './consent.ts';
import { approveExtensionAction, refuseExtensionAction } from './decideExtension.ts';
import { declineAction, declineCommand } from './decline.ts';
import { drawLiveCard } from './drawCard.ts';
import { extendAction, extendCommand } from './extend.ts';
import { cardFacts } from './facts.ts';
import { returnCommand } from './giveBack.ts';
import { handOverAction } from './handOver.ts';
import { newsRenderers } from './news.ts';
import { openAction } from './open.ts';
import { progressAction, progressCommand } from './progress.ts';
import { acceptResultAction, returnResultAction } from './result.ts';
import { doneAction, doneCommand } from './submit.ts';
import { undoAction, undoCommand } from './takeBack.ts';
import { drawUndone, drawUnreachable } from './undoneNews.ts';

/** The announcement to a department is the living card itself; one that was taken from it meanwhile is not announced, and a
 *  task that has ended is not shown again. */
const drawAnnouncement: Renderer = async (facts, viewer) => {
  const { taskId, assignmentId } = cardFacts.parse(facts);
  if (assignmentId === null) {
    const tasks = viewer.db.selectFrom('task').select('status').where('id', '=', taskId);
    return (await tasks.executeTakeFirst())?.status === 'open' ? drawLiveCard(taskId, viewer) : null;
  }
  const assignment = await viewer.db
    .selectFrom('assignment')
    .select('status')
    .where('id', '=', assignmentId)
    .executeTakeFirst();
  return assignment && assignment.status !== 'cancelled' ? drawLiveCard(taskId, viewer) : null;
};

export const tasksFeature: Feature = {
  commands: [
    acceptCommand,
    progressCommand,
    doneCommand,
    extendCommand,
    returnCommand,
    undoCommand,
    declineCommand,
    cancelCommand,
  ],
  actions: [
    openAction,
    acceptAction,
    declineAction,
    progressAction,
    blockAction,
    unblockAction,
    doneAction,
    acceptResultAction,
    returnResultAction,
    extendAction,
    approveExtensionAction,
    refuseExtensionAction,
    cancelAction,
    commentAction,
    handOverAction,
    consentAction,
    refuseConsentAction,
    undoAction,
  ],
  renderers: {
    'tasks.card': drawAnnouncement,
    'tasks.consent': drawConsent,
    'tasks.undone': drawUndone,
    'tasks.unreachable': drawUnreachable,
    ...newsRenderers,
  },
  liveCards: { task: drawLiveCard },
  onReply: commentByReply,
  ticks: [],
};
