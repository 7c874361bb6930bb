/** Draws the messages about directions: the direction itself, the question whether it was read, and that it was only talk. */
import { z } from 'zod';
import type { Viewer } from '../chat/context.ts';
import type { Renderer } from '../chat/feature.ts';
import { openButton } from '../tasks/answer.ts';
import { taskTitle } from '../tasks/card.ts';
import { viewerOfMessage } from '../tasks/cardViewer.ts';
import { loadTasks } from '../tasks/load.ts';
import { loadNewsEvent } from '../tasks/newsEvent.ts';
import { directionCard } from './directionCard.ts';
import { loadDirections } from './loadDirections.ts';
import { unreadCard } from './unreadCard.ts';

const directionFacts = z.object({ directionId: z.number() });

/** Null when it was taken back before it was sent. */
export const drawDirection: Renderer = async (facts, viewer) => {
  const found = await directionOf(directionFacts.parse(facts).directionId, viewer);
  return found && directionCard(found.direction, found.task, await viewerOfMessage(viewer));
};

const unreadFacts = z.object({ directionIds: z.array(z.number()), departmentId: z.number() });

/** Null when the department has read them all meanwhile. */
export const drawUnread: Renderer = async (facts, viewer) => {
  const { directionIds, departmentId } = unreadFacts.parse(facts);
  return unreadCard(directionIds, departmentId, viewer.db, await viewerOfMessage(viewer));
};

/** `key`: of the message with which the words went out as a direction. */
const commentFacts = z.object({ eventId: z.number(), key: z.string() });

export const drawOnlyComment: Renderer = async (facts, { db, t }) => {
  const { eventId, key } = commentFacts.parse(facts);
  const event = await loadNewsEvent(db, eventId);
  if (!event) return null;
  const { task, person, at, data } = event;
  const before = await db
    .selectFrom('notification')
    .select('status')
    .where('key', '=', key)
    .executeTakeFirst();
  const words = t.tasks.news;
  const code = t.common.taskCode(task.id);
  return {
    title: words.comment(code, person ?? ''),
    tone: 'neutral',
    blocks: [
      { kind: 'text', text: taskTitle(task, t), style: 'strong' },
      { kind: 'quote', text: data.text ?? '', by: person ?? '' },
      ...(before?.status === 'sent' ? [{ kind: 'text' as const, text: t.directions.news.wasDirection }] : []),
      { kind: 'text', text: words.by(person ?? '', t.dates.shortMoment(at)), style: 'small' },
    ],
    buttons: [
      [
        { label: t.tasks.card.buttons.comment, action: 'task.comment', id: `${task.id}` },
        openButton(task.id, { t }),
      ],
    ],
  };
};

async function directionOf(id: number, { db }: Viewer) {
  const direction = (await loadDirections(db, [id])).get(id);
  const task = direction && (await loadTasks(db, [direction.taskId])).get(direction.taskId);
  return direction && task ? { direction, task } : null;
}
