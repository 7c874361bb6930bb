/** The tasks of one message as a list: each can be opened, all that are clear can be given at once. Pure. */
import type { Block, Button, Card, ListItem } from '../../chat/card.ts';
import type { Locale } from '../../locale/locale.ts';
import type { Organisation } from './organisation.ts';
import type { Preview } from './preview.ts';
import { dueText, partNames } from './previewCard.ts';
import type { Question } from './question.ts';

export type BatchItem = { preview: Preview; questions: readonly Question[] };

/** `given`: tasks of the same message that have been given already. */
export function batchCard(
  items: readonly BatchItem[],
  given: readonly { id: number; title: string }[],
  { organisation, t }: { organisation: Organisation; t: Locale },
): Card {
  const { batch: texts, button } = t.giving;
  const ready = items.filter(({ questions }) => questions.length === 0).length;
  const batch = `${items[0]?.preview.task.batch ?? ''}`;
  const blocks: Block[] = [
    ...(given.length > 0
      ? [{ kind: 'list', items: given.map((task) => givenItem(task, t)) } satisfies Block]
      : []),
    ...(items.length > 0
      ? [{ kind: 'list', items: items.map((item) => waitingItem(item, organisation, t)) } satisfies Block]
      : []),
  ];
  if (ready < items.length) {
    blocks.push({ kind: 'text', text: texts.someNotReady(items.length - ready), style: 'small' });
  }
  const confirm: Button[] =
    ready > 0
      ? [{ label: button.confirmAll(ready), action: 'assign.confirmAll', id: batch, style: 'primary' }]
      : [];
  const title =
    items.length === 0
      ? texts.given(given.length)
      : given.length === 0
        ? texts.title(items.length)
        : texts.givenSome(given.length, items.length);
  return {
    title,
    tone: items.length === 0 ? 'good' : ready < items.length ? 'warning' : 'neutral',
    blocks,
    buttons:
      items.length === 0
        ? []
        : [[...confirm, { label: button.dropAll, action: 'assign.cancelAll', id: batch }]],
  };
}

function waitingItem({ preview, questions }: BatchItem, organisation: Organisation, t: Locale): ListItem {
  const { batch: texts, button, preview: previewTexts } = t.giving;
  const { task } = preview;
  const clear = questions.length === 0;
  const leads = partNames(task, 'lead', organisation) || texts.noLead;
  return {
    text: task.title || previewTexts.noTitle,
    detail: texts.detail(leads, dueText(task, t), clear ? texts.ready : texts.notReady),
    tone: clear ? 'neutral' : 'warning',
    button: { label: button.look, action: 'assign.open', id: `${preview.id}` },
  };
}

function givenItem({ id, title }: { id: number; title: string }, t: Locale): ListItem {
  const code = t.common.taskCode(id);
  return {
    text: t.giving.done.given(code),
    detail: title,
    tone: 'good',
    button: { label: t.giving.button.open(code), action: 'task.open', id: `${id}` },
  };
}
