/** The answer to somebody who did something with a task: what happened, the way back, and the way on. */
import type { Button, Card, Tone } from '../chat/card.ts';
import type { Context } from '../chat/context.ts';
import { errorCard, replyPrivately } from '../chat/errorCard.ts';
import type { Reply } from '../chat/reply.ts';

export type Outcome = {
  title: string;
  lines?: readonly string[];
  tone?: Tone;
  taskId: number;
  /** What `undo.take` acts on; null when it cannot be taken back. */
  undo: number | null;
  buttons?: readonly Button[];
};

/** Takes the place of the news whose button was pressed. Beside a living card, which changes by itself, and in a digest it is a
 *  message of its own, in a room for the asker only. */
export async function answer(context: Context, outcome: Outcome): Promise<Reply> {
  const card = outcomeCard(context, outcome);
  const about = { kind: 'task' as const, id: outcome.taskId };
  if (await answersNews(context)) return { kind: 'card', card, to: 'place', replaces: true, about };
  const own = context.message !== null && !context.place.private;
  return { kind: 'card', card, to: own ? 'asker' : 'place', replaces: false, about };
}

/** On a press a passing word is enough; a command is answered by a card. */
export function remark(context: Context, what: string): Reply {
  if (context.message !== null) return { kind: 'toast', text: what };
  return replyPrivately(errorCard(what, context.t.tasks.refusals.seeCard), context.place);
}

export function openButton(taskId: number, { t }: Pick<Context, 't'>): Button {
  const label = t.tasks.card.buttons.open(t.common.taskCode(taskId));
  return { label, action: 'task.open', id: `${taskId}` };
}

function outcomeCard(context: Context, { title, lines = [], tone = 'good', ...rest }: Outcome): Card {
  const { t } = context;
  const { undo: label } = t.tasks.card.buttons;
  const { undo, taskId, buttons = [] } = rest;
  const hint = undo === null ? [] : [t.tasks.uses.undoHint];
  return {
    title,
    tone,
    blocks: [
      ...(lines.length === 0 ? [] : [{ kind: 'text' as const, text: lines.join('\n') }]),
      ...hint.map((text) => ({ kind: 'text' as const, text, style: 'small' as const })),
    ],
    buttons: [
      ...(buttons.length === 0 ? [] : [[...buttons]]),
      [
        ...(undo === null ? [] : [{ label, action: 'undo.take', id: `${undo}` }]),
        openButton(taskId, context),
      ],
    ],
  };
}

async function answersNews({ trx, place, message }: Context): Promise<boolean> {
  if (!message) return false;
  const told = await trx
    .selectFrom('notification')
    .select('kind')
    .where('platform', '=', place.platform)
    .where('chat_id', '=', message.chatId)
    .where('message_id', '=', message.messageId)
    .executeTakeFirst();
  if (!told) return false;
  return /^(?:tasks|drafts)\./u.test(told.kind) && told.kind !== 'tasks.card';
}
