/** Changes of an item by its own side: edited, opened to partners or kept to the own agency, closed and opened again. */
import type { Context } from '../chat/context.ts';
import { UserError } from '../chat/errors.ts';
import type { Action } from '../chat/feature.ts';
import type { FormValues } from '../chat/form.ts';
import type { Reply } from '../chat/reply.ts';
import { remark } from '../tasks/answer.ts';
import { readId } from '../tasks/locked.ts';
import { answerMatter, showItem } from './answer.ts';
import { itemForm, readItemForm } from './form.ts';
import type { ItemView, Visibility } from './item.ts';
import { visibleTo } from './itemCard.ts';
import { openItem } from './openItem.ts';
import { recordMatter } from './record.ts';
import { type ItemColumns, setClosed, setVisibility, updateItem } from './registerStore.ts';

export const changeActions: readonly Action[] = [
  { name: 'matter.edit', press: showForm, submit: save },
  { name: 'matter.share', press: (id, context) => show(id, 'partners', context) },
  { name: 'matter.hide', press: (id, context) => show(id, 'own', context) },
  { name: 'matter.close', press: (id, context) => close(id, context) },
  { name: 'matter.reopen', press: (id, context) => reopen(id, context) },
];

async function showForm(id: string, context: Context): Promise<Reply> {
  const item = await openForChange(id, context);
  const target = {
    action: 'matter.edit',
    id: `${item.id}.${item.version}`,
    title: context.t.register.form.editTitle(context.t.register.code(item.id)),
  };
  return { kind: 'form', form: await itemForm(target, item.agency.id, columnsOf(item), context) };
}

async function save(id: string, values: FormValues, context: Context): Promise<Reply> {
  const { trx, now, t } = context;
  const [itemId = '', version] = id.split('.');
  const item = await openForChange(itemId, context);
  const { refusals, done } = t.register;
  const code = t.register.code(item.id);
  if (`${item.version}` !== version)
    throw new UserError(refusals.changedMeanwhile(code), refusals.reopenForm);
  const changed = await readItemForm(values, item.agency.id, context);
  if (changed.visibility !== item.visibility) refuseWaiting(item, context);
  await updateItem(trx, now, item.id, changed);
  const data = { before: columnsOf(item), after: changed };
  await recordMatter(context, item.id, { kind: 'register.changed', agencyId: item.agency.id, data });
  return showItem(item.id, context, done.changed(code));
}

async function show(id: string, visibility: Visibility, context: Context): Promise<Reply> {
  const { trx, now, t } = context;
  const item = await openForChange(id, context);
  const words = visibleTo(visibility, item.partners, t);
  if (item.visibility === visibility) return remark(context, words);
  refuseWaiting(item, context);
  await setVisibility(trx, now, item.id, visibility);
  const data = { before: item.visibility, after: visibility };
  await recordMatter(context, item.id, { kind: 'register.shown', agencyId: item.agency.id, data });
  return remark(context, t.register.done.shown(t.register.code(item.id), words));
}

export async function close(id: string, context: Context): Promise<Reply> {
  const { trx, now, t } = context;
  const item = await openItem(readId(id), 'change', context);
  const code = t.register.code(item.id);
  if (item.closedAt) return remark(context, t.register.refusals.closed(code));
  refuseWaiting(item, context);
  await setClosed(trx, now, item.id, now);
  await recordMatter(context, item.id, { kind: 'register.closed', agencyId: item.agency.id });
  return answerMatter(context, item, {
    title: t.register.done.closed(code),
    tone: 'neutral',
    buttons: [{ label: t.register.buttons.reopen, action: 'matter.reopen', id: `${item.id}` }],
  });
}

export async function reopen(id: string, context: Context): Promise<Reply> {
  const { trx, now, t } = context;
  const item = await openItem(readId(id), 'change', context);
  const code = t.register.code(item.id);
  if (!item.closedAt) return remark(context, t.register.refusals.open(code));
  await setClosed(trx, now, item.id, null);
  await recordMatter(context, item.id, { kind: 'register.reopened', agencyId: item.agency.id });
  return answerMatter(context, item, { title: t.register.done.reopened(code) });
}

/** @throws UserError for a closed item */
async function openForChange(id: string, context: Context): Promise<ItemView> {
  const item = await openItem(readId(id), 'change', context);
  const { refusals, code } = context.t.register;
  if (item.closedAt) throw new UserError(refusals.closed(code(item.id)), refusals.closedMend);
  return item;
}

/** Whoever waits for an answer about it goes on seeing it. */
function refuseWaiting(item: ItemView, { t }: Context): void {
  const waiting = item.requests.find((each) => each.status === 'asked');
  if (!waiting) return;
  const { refusals, code } = t.register;
  throw new UserError(refusals.waits(code(item.id), waiting.agency.code), refusals.waitsMend);
}

function columnsOf({ kind, title, description, department, visibility, programme }: ItemView): ItemColumns {
  return {
    kind,
    title,
    description,
    departmentId: department?.id ?? null,
    visibility,
    programmeId: programme?.id ?? null,
  };
}
