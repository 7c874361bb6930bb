/** The message that asks a department once more: one direction whole, or several below each other, each with its button. */
import type { Kysely } from 'kysely';
import type { Block, Card } from '../chat/card.ts';
import type { Database } from '../database/tables.ts';
import { taskTitle } from '../tasks/card.ts';
import type { CardViewer } from '../tasks/cardViewer.ts';
import { loadTasks } from '../tasks/load.ts';
import type { TaskView } from '../tasks/task.ts';
import { byLine } from './cardParts.ts';
import type { DirectionView } from './direction.ts';
import { directionCard } from './directionCard.ts';
import { loadDirections } from './loadDirections.ts';

/** As many as one card holds with their buttons. */
const shownMax = 5;

type Unread = { direction: DirectionView; task: TaskView };

/** Null when nothing of it is unread any more. */
export async function unreadCard(
  directionIds: readonly number[],
  departmentId: number,
  db: Kysely<Database>,
  viewer: CardViewer,
): Promise<Card | null> {
  const directions = [...(await loadDirections(db, directionIds)).values()];
  const tasks = await loadTasks(
    db,
    directions.map((each) => each.taskId),
  );
  const unread = directions.flatMap((direction): Unread[] => {
    const task = tasks.get(direction.taskId);
    const reader = direction.readers.find((each) => each.department.id === departmentId);
    return task?.status === 'open' && reader?.read === null ? [{ direction, task }] : [];
  });
  const [first, second] = unread;
  if (!first) return null;
  return second
    ? severalCard(unread, viewer)
    : directionCard(first.direction, first.task, viewer, { again: true });
}

function severalCard(unread: readonly Unread[], { t }: CardViewer): Card {
  const words = t.directions.news;
  const shown = unread.slice(0, shownMax);
  const left = unread.length - shown.length;
  return {
    title: words.againMany(unread.length),
    tone: 'warning',
    blocks: [
      { kind: 'text', text: words.againManyIntro },
      ...shown.flatMap(({ direction, task }): Block[] => [
        { kind: 'text', text: taskTitle(task, t), style: 'strong' },
        { kind: 'quote', text: direction.text, by: byLine(direction, t) },
      ]),
      ...(left > 0 ? [{ kind: 'text' as const, text: t.common.andMore(left), style: 'small' as const }] : []),
    ],
    buttons: shown.map(({ direction, task }) => [
      {
        label: t.directions.buttons.readIn(t.common.taskCode(task.id), t.dates.shortMoment(direction.at)),
        action: 'direction.read',
        id: `${direction.id}`,
      },
    ]),
  };
}
