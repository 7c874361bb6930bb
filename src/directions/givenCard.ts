/** The answer to a leader who gave a direction: who will read it, what it may become, and the ways back. Pure. */
import type { Block, Button, Card } from '../chat/card.ts';
import type { Context } from '../chat/context.ts';
import { openButton } from '../tasks/answer.ts';
import { dueText } from '../tasks/card.ts';
import { viewerOfPerson } from '../tasks/cardViewer.ts';
import type { TaskView } from '../tasks/task.ts';
import type { DirectionView, SaidDue } from './direction.ts';
import { dueLabel, furtherButtons, isDueNow } from './directionCard.ts';

export function givenCard(
  direction: DirectionView,
  task: TaskView,
  { byReply, undo }: { byReply: boolean; undo: number },
  context: Context,
): Card {
  const { t } = context;
  const words = t.directions.given;
  const readers = direction.readers.map((each) => each.department.name).join(', ');
  const text = (line: string): Block => ({ kind: 'text', text: line });
  const asks = askButton(direction, task, context);
  const further = [...asks, ...furtherButtons(direction, task, viewerOfPerson(context))];
  return {
    title: words.title(t.common.taskCode(task.id)),
    tone: 'good',
    blocks: [
      ...(byReply ? [text(words.byReply)] : []),
      text(readers === '' ? words.nobody : words.readers(readers)),
      ...dueBlock(direction, task, further, context),
      { kind: 'text', text: t.tasks.uses.undoHint, style: 'small' },
    ],
    buttons: [
      ...(further.length > 0 ? [further] : []),
      [
        ...(byReply
          ? [{ label: t.directions.buttons.asComment, action: 'direction.asComment', id: `${direction.id}` }]
          : []),
        { label: t.tasks.card.buttons.undo, action: 'undo.take', id: `${undo}` },
        openButton(task.id, context),
      ],
    ],
  };
}

/** A date in the words moves nothing by itself: that is said, beside the button that does. */
function dueBlock(
  { due }: DirectionView,
  task: TaskView,
  further: readonly Button[],
  { t }: Context,
): Block[] {
  if (!due || isDueNow(due, task)) return [];
  const words = t.directions.given;
  const moves = further.some(
    (each) => each.action === 'direction.setDue' || each.action === 'direction.askDue',
  );
  const [said, now] = [dueText(due, t), dueText(task.due, t)];
  return [{ kind: 'text', text: moves ? words.due(said, now) : words.dueNoButton(said, now) }];
}

/** A leader of another agency asks the giving side for the later day. */
function askButton({ id, due }: DirectionView, task: TaskView, { who, t }: Context): Button[] {
  if (!due || who.leaderOf.includes(task.agency.id)) return [];
  if (!task.assignments.some((each) => who.leaderOf.includes(each.agency.id) && isLater(due, each.due)))
    return [];
  return [{ label: t.directions.buttons.askDue(dueLabel(due, t)), action: 'direction.askDue', id: `${id}` }];
}

function isLater(said: SaidDue, due: { dueOn: Temporal.PlainDate } | null): boolean {
  return due !== null && Temporal.PlainDate.compare(said.dueOn, due.dueOn) > 0;
}
