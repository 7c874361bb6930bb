/** The tasks of one message as a list: each can be opened, all that are clear can be given at once. Pure. */
import type { Block, Button, Card } from '../../chat/card.ts';
import type { Locale } from '../../locale/locale.ts';
import type { Organisation } from './organisation.ts';
import type { Preview } from './preview.ts';
import { dueText, partNames } from './previewCard.ts';
import type { Question } from './question.ts';

export type BatchItem = { preview: Preview; questions: readonly Question[] };

export function batchCard(
  items: readonly BatchItem[],
  { organisation, t }: { organisation: Organisation; t: Locale },
): Card {
  const { batch: texts, button, preview: previewTexts } = t.giving;
  const ready = items.filter(({ questions }) => questions.length === 0).length;
  const batch = `${items[0]?.preview.task.batch ?? ''}`;
  const blocks: Block[] = [
    {
      kind: 'list',
      items: items.map(({ preview, questions }) => {
        const { task } = preview;
        const state = questions.length === 0 ? texts.ready : texts.notReady;
        const leads = partNames(task, 'lead', organisation) || texts.noLead;
        return {
          text: task.title || previewTexts.noTitle,
          detail: `${texts.detail(leads, dueText(task, t))} · ${state}`,
          tone: questions.length === 0 ? 'neutral' : 'warning',
          button: { label: button.look, action: 'assign.open', id: `${preview.id}` },
        };
      }),
    },
  ];
  if (ready < items.length) {
    blocks.push({ kind: 'text', text: texts.someNotReady(items.length - ready), style: 'small' });
  }
  const confirm: Button[] =
    ready > 0
      ? [{ label: button.confirmAll(ready), action: 'assign.confirmAll', id: batch, style: 'primary' }]
      : [];
  return {
    title: texts.title(items.length),
    tone: ready < items.length ? 'warning' : 'neutral',
    blocks,
    buttons: [[...confirm, { label: button.dropAll, action: 'assign.cancelAll', id: batch }]],
  };
}
