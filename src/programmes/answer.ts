/** The answer to somebody who did something with a programme: what happened, and the way on. */
import type { Button, Tone } from '../chat/card.ts';
import type { Context } from '../chat/context.ts';
import type { Reply } from '../chat/reply.ts';
import { openButton } from './cardButtons.ts';
import { isShared } from './sharedPlace.ts';

export type Outcome = {
  title: string;
  lines?: readonly string[];
  tone?: Tone;
  programmeId: number;
  buttons?: readonly Button[];
};

/** Takes the place of the news or question whose button was pressed. Beside a living card, which changes by itself, it is a message
 *  of its own, in a room for the asker only; so it is where others are who have no part in it. */
export async function answer(context: Context, outcome: Outcome): Promise<Reply> {
  const { title, lines = [], tone = 'good', programmeId, buttons = [] } = outcome;
  const card = {
    title,
    tone,
    blocks: lines.length === 0 ? [] : [{ kind: 'text' as const, text: lines.join('\n') }],
    buttons: [[...buttons, openButton(programmeId, context)]],
  };
  const about = { kind: 'programme' as const, id: programmeId };
  if (await answersNews(context)) return { kind: 'card', card, to: 'place', replaces: true, about };
  const own = !context.place.private && (context.message !== null || !(await isShared(context, programmeId)));
  return { kind: 'card', card, to: own ? 'asker' : 'place', replaces: false, about };
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
  return told?.kind === 'programmes.consent' || told?.kind === 'programmes.news';
}
