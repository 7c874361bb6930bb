/** Sends a version to where it is asked for: `draft.get:<versionId>`. */
import type { Card } from '../chat/card.ts';
import type { Context } from '../chat/context.ts';
import type { Action } from '../chat/feature.ts';
import { showCard, tellAsker } from '../chat/reply.ts';
import { roomAt } from '../people/rooms.ts';
import { openButton } from '../tasks/answer.ts';
import { roomSees } from '../tasks/drawCard.ts';
import { loadTasks } from '../tasks/load.ts';
import { listButton } from './cardParts.ts';
import type { DraftVersion } from './draft.ts';
import { agreedText, authorText, changesBlocks, contentText, wordsBlocks } from './draftText.ts';
import { openVersion } from './openVersion.ts';

export const getAction: Action = {
  name: 'draft.get',
  async press(id, context) {
    const version = await openVersion(id, context);
    const card = versionCard(version, context);
    const reply = (await mayShowHere(version, context)) ? showCard(card) : tellAsker(card);
    return { ...reply, about: { kind: 'task', id: version.taskId } };
  },
};

/** A room that has nothing to do with the task does not get its draft because somebody asked there. */
async function mayShowHere({ taskId }: DraftVersion, { trx, place }: Context): Promise<boolean> {
  if (place.private) return true;
  const room = await roomAt(trx, place);
  const task = (await loadTasks(trx, [taskId])).get(taskId);
  return room !== null && task !== undefined && roomSees(trx, task, room.id);
}

function versionCard(version: DraftVersion, { t }: Pick<Context, 't'>): Card {
  const code = t.common.taskCode(version.taskId);
  const words = t.drafts;
  const withdrawn = version.withdrawnAt && words.withdrawn(t.dates.shortMoment(version.withdrawnAt));
  const lines = [
    contentText(version, t),
    words.news.by(authorText(version, t), t.dates.shortMoment(version.handedInAt)),
    ...(version.note === null ? [] : [words.note(version.note)]),
    agreedText(version, t),
    ...(withdrawn ? [withdrawn] : []),
  ].filter((line) => line !== '');
  return {
    title: words.get.title(code, version.number),
    tone: 'neutral',
    blocks: [
      { kind: 'text', text: lines.join('\n') },
      ...wordsBlocks(version),
      ...changesBlocks(version.changes, t),
      { kind: 'text', text: words.fingerprint(version.sha256), style: 'small' },
    ],
    buttons: [[listButton(version.taskId, t), openButton(version.taskId, { t })]],
    ...(version.file ? { files: [version.file] } : {}),
  };
}
