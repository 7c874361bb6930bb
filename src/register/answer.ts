/** The answers about one item: its card, or a word on what was done with the way back. */
import type { Button, Tone } from '../chat/card.ts';
import type { Context } from '../chat/context.ts';
import type { Reply } from '../chat/reply.ts';
import type { ItemView } from './item.ts';
import { itemCard, itemTitle } from './itemCard.ts';
import { loadItem } from './load.ts';
import { viewerOfActor } from './matterViewer.ts';

/** The living card, as the asker sees it; in a room for the asker alone. */
export async function showItem(id: number, context: Context, note: string | null = null): Promise<Reply> {
  const item = await loadItem(context.trx, id);
  if (!item) throw new Error(`there is no item ${id}`);
  return {
    kind: 'card',
    card: itemCard(item, viewerOfActor(context), note),
    to: context.place.private ? 'place' : 'asker',
    replaces: false,
    live: { kind: 'matter', id },
  };
}

/** Beside the living card, which changes by itself. */
export function answerMatter(
  context: Context,
  item: Pick<ItemView, 'id' | 'title'>,
  outcome: { title: string; lines?: readonly string[]; tone?: Tone; buttons?: readonly Button[] },
): Reply {
  const { t, place } = context;
  const { title, lines = [], tone = 'good', buttons = [] } = outcome;
  const open: Button = {
    label: t.register.buttons.open(t.register.code(item.id)),
    action: 'matter.open',
    id: `${item.id}`,
  };
  return {
    kind: 'card',
    card: {
      title,
      tone,
      blocks: [
        { kind: 'text', text: itemTitle(item, t), style: 'strong' },
        ...(lines.length > 0 ? [{ kind: 'text' as const, text: lines.join('\n') }] : []),
      ],
      buttons: [[...buttons, open]],
    },
    to: place.private ? 'place' : 'asker',
    replaces: false,
  };
}
