/** The entries of a record: looked through, put right, dropped, put back, made something else. */
import type { Context } from '../chat/context.ts';
import { UserError } from '../chat/errors.ts';
import type { Action } from '../chat/feature.ts';
import { type FormValues, fieldValue } from '../chat/form.ts';
import { type Reply, replaceCard, showCard, tellAsker } from '../chat/reply.ts';
import { itemCard, itemsCard, mayChange } from './itemCards.ts';
import { itemForm } from './itemForm.ts';
import { finishChange, lockMeeting, may, readId } from './locked.ts';
import { type Item, itemKinds, type Meeting } from './meeting.ts';
import { changeItem, dropItem } from './meetingsStore.ts';
import { checkedText, nameLengthMax } from './record.ts';

export const itemActions: readonly Action[] = [
  { name: 'meeting.items', press: list },
  { name: 'meeting.item', press: open },
  { name: 'meeting.editItem', press: showForm, submit: edit },
  { name: 'meeting.dropItem', press: drop },
  { name: 'meeting.restoreItem', press: restore },
  { name: 'meeting.moveItem', press: move },
];

/** `12`: the list as a card of its own; `12.2`: its second page, in the place of the pressed one. */
async function list(id: string, context: Context): Promise<Reply> {
  const [meetingId = '', page] = id.split('.');
  const meeting = await lockMeeting(readId(meetingId), 'see', context);
  const card = itemsCard(meeting, readId(page ?? '1'), context.t);
  if (page !== undefined) return replaceCard(card);
  return context.place.private ? showCard(card) : tellAsker(card);
}

async function open(id: string, context: Context): Promise<Reply> {
  const { meeting, item, isDropped } = await lockItem(id, 'see', context);
  const title = context.t.meetings.kindsHead[item.kind];
  return replaceCard(itemCard(item, meeting, { title, isDropped, inList: true, context }));
}

async function showForm(id: string, context: Context): Promise<Reply> {
  const { item } = await lockItem(id, 'change', context);
  const target = { action: 'meeting.editItem', id: item.id, kind: item.kind, item };
  return { kind: 'form', form: itemForm(target, context) };
}

async function edit(id: string, values: FormValues, context: Context): Promise<Reply> {
  const { trx, now } = context;
  const { meeting, item } = await lockItem(id, 'change', context);
  const text = checkedText(fieldValue(values, 'text'), context);
  const saidBy =
    item.kind === 'note' || item.saidBy !== ''
      ? fieldValue(values, 'saidBy').normalize('NFC').slice(0, nameLengthMax)
      : '';
  await changeItem(trx, now, item.id, { text, saidBy });
  const before = { text: item.text, saidBy: item.saidBy };
  await finishChange(context, meeting, 'meeting.changed', { itemId: item.id, before, text, saidBy });
  return shown(context.t.meetings.done.changed, { ...item, text, saidBy }, meeting, context);
}

async function move(id: string, context: Context): Promise<Reply> {
  const { trx, now, t } = context;
  const [itemId = '', wanted] = id.split('.');
  const { meeting, item } = await lockItem(itemId, 'change', context);
  const kind = itemKinds.find((each) => each === wanted);
  if (!kind) throw new UserError(t.chat.oldButton, t.chat.openAgain);
  const { done, kinds, error } = t.meetings;
  if (!may(context.who, 'record', meeting, context.place) && kind !== 'note') {
    throw new UserError(error.mayNotRecord, error.mayNotRecordMend);
  }
  if (kind !== item.kind) {
    await changeItem(trx, now, item.id, { kind });
    await finishChange(context, meeting, 'meeting.moved', { itemId: item.id, from: item.kind, to: kind });
  }
  return shown(done.moved(kinds[kind]), { ...item, kind }, meeting, context);
}

async function drop(id: string, context: Context): Promise<Reply> {
  const { trx, now, t } = context;
  const { meeting, item } = await lockItem(id, 'change', context);
  await dropItem(trx, item.id, now);
  await finishChange(context, meeting, 'meeting.dropped', { itemId: item.id });
  return shown(t.meetings.done.dropped, item, meeting, context, { isDropped: true });
}

async function restore(id: string, context: Context): Promise<Reply> {
  const { trx, t } = context;
  const { meeting, item, isDropped } = await lockItem(id, 'restore', context);
  const { error, done, kinds } = t.meetings;
  const again = meeting.items.find((each) => each.messageId !== null && each.messageId === item.messageId);
  if (isDropped && again) throw new UserError(done.known(kinds[again.kind]), error.seeList);
  if (isDropped) {
    await dropItem(trx, item.id, null);
    await finishChange(context, meeting, 'meeting.restored', { itemId: item.id });
  }
  return shown(done.restored, item, meeting, context);
}

/** The entry that a button names, its record held.
 *  @throws UserError in the same words for one that is not there and one the actor may not see */
async function lockItem(
  id: string,
  to: 'see' | 'change' | 'restore',
  context: Context,
): Promise<{ meeting: Meeting; item: Item; isDropped: boolean }> {
  const { trx, t } = context;
  const { error } = t.meetings;
  const query = trx
    .selectFrom('meeting_item as i')
    .innerJoin('person as p', 'p.id', 'i.recorded_by')
    .selectAll('i')
    .select('p.name as recordedByName')
    .where('i.id', '=', readId(id));
  const found = await query.executeTakeFirst();
  if (!found) throw new UserError(error.notFound, error.seeList);
  const meeting = await lockMeeting(found.meeting_id, 'see', context);
  // As it is now that its record is held.
  const row = await query.executeTakeFirstOrThrow();
  const isDropped = row.dropped_at !== null;
  const item: Item = meeting.items.find((each) => each.id === row.id) ?? {
    id: row.id,
    kind: row.kind,
    text: row.text,
    saidBy: row.said_by,
    recordedBy: { id: row.recorded_by, name: row.recordedByName },
    recordedAt: row.recorded_at,
    messageId: row.message_id,
    changedAt: row.changed_at,
    taskIds: [],
  };
  if (to === 'see') return { meeting, item, isDropped };
  if (!mayChange(item, meeting, context)) {
    throw new UserError(error.mayNotChange, error.mayNotChangeMend(meeting.openedBy.name));
  }
  if (item.taskIds.length > 0) {
    const codes = item.taskIds.map((taskId) => t.common.taskCode(taskId)).join(', ');
    throw new UserError(error.itemGiven(codes), error.itemGivenMend);
  }
  if (to === 'change' && isDropped) throw new UserError(error.itemGone, error.seeList);
  return { meeting, item, isDropped };
}

/** In the place of the card that was pressed. */
function shown(
  title: string,
  item: Item,
  meeting: Meeting,
  context: Context,
  { isDropped = false }: { isDropped?: boolean } = {},
): Reply {
  return replaceCard(itemCard(item, meeting, { title, isDropped, inList: true, context }));
}
