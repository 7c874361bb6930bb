/** Draws the word that a message sent before no longer holds, and the word that a department could not be told. */
import type { Renderer } from '../chat/feature.ts';
import { draftHeadline } from '../drafts/headline.ts';
import type { Locale } from '../locale/locale.ts';
import { taskTitle } from './card.ts';
import { cardFacts, newsFacts, undoneFacts } from './facts.ts';
import { loadTasks } from './load.ts';
import { headline } from './news.ts';
import { loadNewsEvent, type NewsEvent } from './newsEvent.ts';
import { newsOfKind } from './tell.ts';

/** Null when the message it takes back was never sent. */
export const drawUndone: Renderer = async (facts, { db, t }) => {
  const { eventId, key } = undoneFacts.parse(facts);
  const message = await db
    .selectFrom('notification')
    .select(['kind', 'facts', 'status', 'sent_at'])
    .where('key', '=', key)
    .executeTakeFirst();
  const undone = await loadNewsEvent(db, eventId);
  if (!undone || message?.status !== 'sent' || message.sent_at === null) return null;
  const { task, person, at } = undone;
  const what = newsOfKind(message.kind);
  const told = what === null ? null : await loadNewsEvent(db, newsFacts.parse(message.facts).eventId);
  const ofDraft = await draftHeadline(db, message, t);
  const said =
    what !== null && told ? headline(what, told, t) : (ofDraft ?? otherwise(message.kind, undone, t));
  const code = t.common.taskCode(task.id);
  const words = t.tasks.news;
  return {
    title: words.undone(code, person ?? ''),
    tone: 'warning',
    blocks: [
      { kind: 'text', text: taskTitle(task, t), style: 'strong' },
      { kind: 'text', text: words.undoneWhat(said, t.dates.shortMoment(message.sent_at)) },
      { kind: 'text', text: words.by(person ?? '', t.dates.shortMoment(at)), style: 'small' },
    ],
    buttons: [[{ label: t.tasks.card.buttons.open(code), action: 'task.open', id: `${task.id}` }]],
  };
};

/** Of a message that is no news of the task itself. */
function otherwise(kind: string, { task, person }: NewsEvent, t: Locale): string {
  return kind === 'directions.given' ? t.directions.news.undone(person ?? '') : taskTitle(task, t);
}

/** To the giver: nobody of the department can be reached. */
export const drawUnreachable: Renderer = async (facts, { db, t }) => {
  const { taskId, assignmentId } = cardFacts.parse(facts);
  const task = (await loadTasks(db, [taskId])).get(taskId);
  const assignment = task?.assignments.find((each) => each.id === assignmentId);
  if (!task || !assignment) return null;
  const code = t.common.taskCode(taskId);
  const words = t.tasks.news;
  return {
    title: words.unreachable(code, assignment.department.name),
    tone: 'bad',
    blocks: [
      { kind: 'text', text: taskTitle(task, t), style: 'strong' },
      { kind: 'text', text: words.unreachableMend },
    ],
    buttons: [[{ label: t.tasks.card.buttons.open(code), action: 'task.open', id: `${taskId}` }]],
  };
};
