/** Something is put into a record: from words, a form, a reply to the card, or a message that was marked. */
import type { CommandLine, Context } from '../chat/context.ts';
import { UserError } from '../chat/errors.ts';
import type { Action, Reaction, SaidUnder } from '../chat/feature.ts';
import { type FormValues, fieldValue } from '../chat/form.ts';
import type { Quoted } from '../chat/incoming.ts';
import { type Reply, showCard, tellAsker } from '../chat/reply.ts';
import type { MeetingItemKind } from '../database/codes.ts';
import { subjectOfMessage } from '../delivery/liveCards.ts';
import { accountName } from '../people/accountName.ts';
import { foldedName } from '../people/aliases.ts';
import { itemCard } from './itemCards.ts';
import { itemForm } from './itemForm.ts';
import { loadMeeting, openMeetingAt } from './load.ts';
import { finishChange, lockMeeting, may, readId, refuseClosed, requireRight } from './locked.ts';
import type { Item, Meeting } from './meeting.ts';
import { dropItem, insertItem, type NewItem } from './meetingsStore.ts';
import { readEntry } from './subcommand.ts';

/** The longest entry, in characters, and the most entries of a record. */
const itemLengthMax = 2000;
const itemsMax = 500;

export const recordActions: readonly Action[] = (
  [
    ['meeting.note', 'note'],
    ['meeting.conclude', 'conclusion'],
    ['meeting.task', 'task'],
  ] as const
).map(([name, kind]) => ({
  name,
  press: async (id, context) => {
    const meeting = await lockMeeting(readId(id), 'see', context);
    refuse(meeting, kind, context);
    return { kind: 'form', form: itemForm({ action: name, id: meeting.id, kind, item: null }, context) };
  },
  submit: (id, values, context) => recordFromForm(id, kind, values, context),
}));

/** /cuochop ghi|kết luận|nhiệm vụ: the words of the line, else the message it answers to. */
export async function recordFromLine(
  kind: MeetingItemKind,
  text: string,
  { quoted, replyTo }: Pick<CommandLine, 'quoted' | 'replyTo'>,
  context: Context,
): Promise<Reply> {
  const { trx, who, place } = context;
  const meeting = await lockMeetingHere(context);
  // The bot's own cards are nobody's words.
  const isCard = replyTo !== null && (await subjectOfMessage(trx, place.platform, replyTo)) !== null;
  const taken = text === '' && quoted && !isCard ? quoted : null;
  const entry = taken
    ? { text: taken.text.trim(), saidBy: await authorOf(taken, context) }
    : spoken(text, meeting, kind === 'note' ? who.name : '');
  const messageId = taken ? (replyTo?.messageId ?? null) : null;
  return record(meeting, { kind, ...entry, messageId }, context);
}

/** `Feature.onReply`: a reply to the card of a record. Null when it is none, or says nothing. */
export async function recordByReply({ to, text }: SaidUnder, context: Context): Promise<Reply | null> {
  const { trx, who, place } = context;
  const subject = await subjectOfMessage(trx, place.platform, to);
  if (subject?.kind !== 'meeting' || text === '') return null;
  const meeting = await lockMeeting(subject.id, 'see', context);
  const { kind, text: words } = readEntry(text);
  const entry = spoken(words, meeting, kind === 'note' ? who.name : '');
  return record(meeting, { kind, ...entry, messageId: null }, context);
}

/** `Feature.onReaction`. Null where no record is kept. */
export async function recordByMark(reaction: Reaction, context: Context): Promise<Reply | null> {
  const { trx, place, t } = context;
  const open = await openMeetingAt(trx, place);
  if (!open) return null;
  if (!reaction.added) return takeMarkAway(open.id, reaction, context);
  const seen = await loadMeeting(trx, open.id);
  if (!seen) return null;
  refuse(seen, reaction.mark, context);
  // Asked for before the row is locked: others need not wait for the platform.
  const quoted = await reaction.read();
  const { error } = t.meetings;
  if (!quoted || quoted.text.trim() === '') throw new UserError(error.notReadable, error.notReadableMend);
  const meeting = await lockMeeting(open.id, 'see', context);
  const { messageId } = reaction.message;
  return record(
    meeting,
    { kind: reaction.mark, text: quoted.text.trim(), saidBy: await authorOf(quoted, context), messageId },
    context,
  );
}

/** The record that is kept here. @throws UserError when there is none */
export async function lockMeetingHere(context: Context): Promise<Meeting> {
  const { trx, place, t } = context;
  const open = await openMeetingAt(trx, place);
  const { error } = t.meetings;
  if (!open) throw new UserError(error.noneOpen, error.noneOpenMend);
  const meeting = await lockMeeting(open.id, 'see', context);
  // Closed by somebody else while this waited for the row.
  refuseClosed(meeting, t);
  return meeting;
}

/** Not empty, not too long. @throws UserError */
export function checkedText(words: string, { t }: Pick<Context, 't'>): string {
  const { error } = t.meetings;
  const text = words.normalize('NFC').trim();
  if (text === '') throw new UserError(error.textMissing, error.textMend, 'text');
  if (text.length > itemLengthMax) {
    throw new UserError(error.tooLong(text.length, itemLengthMax), error.tooLongMend, 'text');
  }
  return text;
}

/** Names are kept whole on cards. */
export const nameLengthMax = 200;

async function recordFromForm(
  id: string,
  kind: MeetingItemKind,
  values: FormValues,
  context: Context,
): Promise<Reply> {
  const meeting = await lockMeeting(readId(id), 'see', context);
  const text = fieldValue(values, 'text');
  const saidBy = fieldValue(values, 'saidBy').slice(0, nameLengthMax);
  return record(meeting, { kind, text, saidBy, messageId: null }, context);
}

async function record(
  meeting: Meeting,
  entry: Omit<NewItem, 'recordedBy'>,
  context: Context,
): Promise<Reply> {
  const { trx, now, who, t } = context;
  refuse(meeting, entry.kind, context);
  const text = checkedText(entry.text, context);
  const known = meeting.items.find((item) => item.messageId !== null && item.messageId === entry.messageId);
  const { done, kinds, error } = t.meetings;
  if (known) return told(done.known(kinds[known.kind]), meeting, known, context);
  if (meeting.items.length >= itemsMax) throw new UserError(error.tooMany(itemsMax), error.tooManyMend);
  const saidBy = entry.saidBy.normalize('NFC').trim().slice(0, nameLengthMax);
  const item = { ...entry, text, saidBy, recordedBy: who.personId };
  const itemId = await insertItem(trx, now, meeting.id, item);
  await finishChange(context, meeting, 'meeting.recorded', { itemId, kind: item.kind, text, saidBy });
  const { kind, messageId } = item;
  const recordedBy = { id: who.personId, name: who.name };
  const added: Item = {
    ...{ id: itemId, kind, text, saidBy, recordedBy, recordedAt: now, messageId },
    changedAt: null,
    taskIds: [],
  };
  return told(done.recorded(kinds[kind]), meeting, added, context);
}

/** Closed records take entries too, from those who may close: they go into the next minutes. */
function refuse(meeting: Meeting, kind: MeetingItemKind, context: Context): void {
  const { who, place, t } = context;
  if (meeting.status === 'closed' && may(who, 'close', meeting, place)) return;
  refuseClosed(meeting, t);
  const { error } = t.meetings;
  if (kind === 'note') requireRight('note', meeting, context);
  else if (!may(who, 'record', meeting, place)) {
    throw new UserError(error.mayNotRecord, error.mayNotRecordMend);
  }
}

/** The mark is gone: so is the entry, unless something has happened to it since, or somebody else made it. */
async function takeMarkAway(meetingId: number, reaction: Reaction, context: Context): Promise<Reply | null> {
  const { trx, now, who, t } = context;
  const meeting = await lockMeeting(meetingId, 'see', context);
  const item = meeting.items.find(({ messageId }) => messageId === reaction.message.messageId);
  if (!item || item.kind !== reaction.mark || item.recordedBy.id !== who.personId) return null;
  if (meeting.status !== 'open') return null;
  const { done } = t.meetings;
  if (item.changedAt || item.taskIds.length > 0) return told(done.kept, meeting, item, context);
  await dropItem(trx, item.id, now);
  await finishChange(context, meeting, 'meeting.dropped', { itemId: item.id });
  return told(done.dropped, meeting, item, context, { isDropped: true });
}

/** For the one who recorded it; the others see it on the card. */
function told(
  title: string,
  meeting: Meeting,
  item: Item,
  context: Context,
  { isDropped = false }: { isDropped?: boolean } = {},
): Reply {
  const card = itemCard(item, meeting, { title, isDropped, inList: false, context });
  const reply = context.place.private ? showCard(card) : tellAsker(card);
  // A reply under it is meant for the record, too.
  return { ...reply, about: { kind: 'meeting', id: meeting.id } };
}

/** Minutes name people as they are known here, not as they call themselves in the chat. */
async function authorOf({ by, userId }: Quoted, { trx, place }: Context): Promise<string> {
  return (userId === undefined ? null : await accountName(trx, place.platform, userId)) ?? by;
}

/** "Giám đốc: đồng ý": who is named before the colon said it, when they took part. */
function spoken(words: string, meeting: Meeting, usual: string): { text: string; saidBy: string } {
  const text = words.normalize('NFC').trim();
  const colon = text.indexOf(':');
  if (colon > 0 && colon <= nameLengthMax) {
    const named = foldedName(text.slice(0, colon));
    const found = meeting.participants.find(({ name }) => foldedName(name) === named);
    if (found) return { text: text.slice(colon + 1).trim(), saidBy: found.name };
  }
  return { text, saidBy: usual };
}
