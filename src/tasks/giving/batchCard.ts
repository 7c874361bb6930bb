/** The tasks of one message as a list: each can be opened, all that are clear can be given at once. Pure. */
import { type Block, type Button, type Card, cardLimits, type ListItem } from '../../chat/card.ts';
import type { Locale } from '../../locale/locale.ts';
import type { Organisation } from './organisation.ts';
import type { Preview } from './preview.ts';
import { dueText, partNames } from './previewCard.ts';
import type { Question } from './question.ts';

export type BatchItem = { preview: Preview; questions: readonly Question[] };

/** Lists that do not fit on one card show so many at a time. */
const pageSize = 10;

/** `given`: tasks of the same message that have been given already. `page` from 1, one that is not there shows the nearest; null:
 *  where what waits begins. */
export function batchCard(
  items: readonly BatchItem[],
  given: readonly { id: number; title: string }[],
  view: {
    batch: number;
    page: number | null;
    /** What `undo.take` acts on; null: nothing was given just now. */
    undoId: number | null;
    organisation: Organisation;
    t: Locale;
  },
): Card {
  const { organisation, t } = view;
  const { batch: texts, button } = t.giving;
  const ready = items.filter(({ questions }) => questions.length === 0).length;
  const batch = `${view.batch}`;
  const lines = [
    ...given.map((task) => givenItem(task, t)),
    ...items.map((item) => waitingItem(item, organisation, t)),
  ];
  const isLong = lines.length > cardLimits.items;
  const pages = isLong ? Math.ceil(lines.length / pageSize) : 1;
  const wanted = view.page ?? Math.floor(given.length / pageSize) + 1;
  const shown = Math.min(Math.max(wanted, 1), pages);
  const listed = isLong ? lines.slice((shown - 1) * pageSize, shown * pageSize) : lines;
  const blocks: Block[] = listed.length > 0 ? [{ kind: 'list', items: listed }] : [];
  if (isLong) blocks.push({ kind: 'text', text: texts.page(shown, pages), style: 'small' });
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
  const turn = (label: string, to: number): Button[] =>
    to < 1 || to > pages ? [] : [{ label, action: 'assign.list', id: `${batch}.${to}` }];
  const turns = [...turn(texts.previous, shown - 1), ...turn(texts.next, shown + 1)];
  return {
    title,
    tone: items.length === 0 ? 'good' : ready < items.length ? 'warning' : 'neutral',
    blocks,
    buttons: [
      ...(items.length === 0
        ? []
        : [[...confirm, { label: button.dropAll, action: 'assign.cancelAll', id: batch }]]),
      ...(turns.length > 0 ? [turns] : []),
      ...(view.undoId === null ? [] : [[undoButton(view.undoId, t)]]),
    ],
  };
}

function undoButton(undoId: number, t: Locale): Button {
  return { label: t.tasks.card.buttons.undo, action: 'undo.take', id: `${undoId}` };
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
