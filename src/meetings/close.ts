/** A record ends: with minutes, or without. It may be reopened for ten minutes, and its minutes written again later. */
import type { FileRef } from '../chat/card.ts';
import type { Context } from '../chat/context.ts';
import { UserError } from '../chat/errors.ts';
import type { Action } from '../chat/feature.ts';
import { type Reply, replaceCard, showCard } from '../chat/reply.ts';
import { subjectOfMessage } from '../delivery/liveCards.ts';
import { fileRefs } from '../files/readFile.ts';
import { meetingReply } from './drawCard.ts';
import { finishChange, lockMeeting, lockWithConversation, readId, refuseClosed } from './locked.ts';
import { updateStatus } from './meetingsStore.ts';
import { tellOfMinutes, tellOfReopening } from './news.ts';
import { refuseSecond } from './openMeeting.ts';
import { writeMinutes } from './writeMinutes.ts';

/** So long a closed record can be reopened, in minutes. */
const reopenMinutes = 10;

export const closeActions: readonly Action[] = [
  {
    name: 'meeting.close',
    press: async (id, context) =>
      close(readId(id), context, { replaces: await isOnLivingCard(readId(id), context) }),
  },
  { name: 'meeting.cancel', press: async (id, context) => cancel(readId(id), context, { replaces: true }) },
  { name: 'meeting.reopen', press: reopen },
  { name: 'meeting.redo', press: redo },
  { name: 'meeting.file', press: showFile },
];

/** `replaces`: in the place of the card that was pressed. */
export async function close(
  id: number,
  context: Context,
  { replaces }: { replaces: boolean },
): Promise<Reply> {
  const { trx, now, t } = context;
  const meeting = await lockMeeting(id, 'close', context);
  const { error } = t.meetings;
  if (meeting.status === 'closed') return meetingReply(trx, id, { t, replaces });
  refuseClosed(meeting, t);
  if (meeting.items.length === 0) throw new UserError(error.empty, error.emptyMend);
  const file = await writeMinutes(context, meeting);
  await updateStatus(trx, now, id, { status: 'closed', fileId: file.fileId });
  const eventId = await finishChange(context, meeting, 'meeting.closed', { fileId: file.fileId });
  await tellOfMinutes(context, meeting, { eventId, fileId: file.fileId, again: false });
  return withFile(await meetingReply(trx, id, { t, replaces }), file);
}

/** A draft is dropped, an open record is given up. */
export async function cancel(
  id: number,
  context: Context,
  { replaces }: { replaces: boolean },
): Promise<Reply> {
  const { trx, now, t } = context;
  const seen = await lockMeeting(id, 'see', context);
  const meeting = seen.status === 'draft' ? seen : await lockMeeting(id, 'close', context);
  const { error, done } = t.meetings;
  if (meeting.status === 'draft') {
    await lockMeeting(id, 'record', context);
    await updateStatus(trx, now, id, { status: 'cancelled' });
    const card = { title: done.draftDropped, tone: 'neutral' as const, blocks: [], buttons: [] };
    return replaces ? replaceCard(card) : showCard(card);
  }
  if (meeting.status === 'closed') {
    throw new UserError(error.notOpen(t.meetings.list.status.closed), error.notOpenMend);
  }
  if (meeting.status === 'open') {
    await updateStatus(trx, now, id, { status: 'cancelled' });
    await finishChange(context, meeting, 'meeting.cancelled');
  }
  return meetingReply(trx, id, { t, replaces });
}

async function reopen(id: string, context: Context): Promise<Reply> {
  const { trx, now, t } = context;
  const meeting = await lockWithConversation(readId(id), 'close', context);
  const { error, list } = t.meetings;
  if (meeting.status === 'open') return meetingReply(trx, meeting.id, { t, replaces: true });
  if (meeting.status !== 'closed' || !meeting.closedAt) {
    throw new UserError(error.notOpen(list.status[meeting.status]), error.cancelledMend);
  }
  const latest = meeting.closedAt.add({ minutes: reopenMinutes });
  if (Temporal.Instant.compare(now, latest) > 0) throw new UserError(error.reopenLate, error.reopenLateMend);
  await refuseSecond(meeting, context);
  await updateStatus(trx, now, meeting.id, { status: 'open', fileId: null });
  const eventId = await finishChange(context, meeting, 'meeting.reopened', {
    fileId: meeting.minutesFileId,
  });
  await tellOfReopening(context, meeting, eventId);
  return meetingReply(trx, meeting.id, { t, replaces: true });
}

/** New minutes from what the record says now; the earlier file stays in the history. */
async function redo(id: string, context: Context): Promise<Reply> {
  const { trx, now, t } = context;
  const meeting = await lockMeeting(readId(id), 'close', context);
  const { error } = t.meetings;
  if (meeting.status !== 'closed') throw new UserError(error.noFile, error.seeList);
  if (meeting.items.length === 0) throw new UserError(error.empty, error.emptyMend);
  const file = await writeMinutes(context, meeting);
  await updateStatus(trx, now, meeting.id, { status: 'closed', fileId: file.fileId });
  const before = meeting.minutesFileId;
  const eventId = await finishChange(context, meeting, 'meeting.minutesRedone', {
    before,
    fileId: file.fileId,
  });
  await tellOfMinutes(context, meeting, { eventId, fileId: file.fileId, again: true });
  return withFile(
    await meetingReply(trx, meeting.id, { t, replaces: await isOnLivingCard(meeting.id, context) }),
    file,
  );
}

/** The minutes go under the card that brings them: one that only the presser sees has nothing under it. */
async function isOnLivingCard(id: number, { trx, place, message }: Context): Promise<boolean> {
  const subject = message && (await subjectOfMessage(trx, place.platform, message));
  return subject?.kind === 'meeting' && subject.id === id;
}

async function showFile(id: string, context: Context): Promise<Reply> {
  const { trx, t } = context;
  const { minutesFileId: fileId, title } = await lockMeeting(readId(id), 'see', context);
  const file = fileId === null ? undefined : (await fileRefs(trx, [fileId])).get(fileId);
  const { error, card } = t.meetings;
  if (!file) throw new UserError(error.noFile, error.seeList);
  return withFile(
    showCard({
      title: card.title(title),
      tone: 'neutral',
      blocks: [{ kind: 'text', text: card.file(file.name) }],
      buttons: [],
    }),
    file,
  );
}

function withFile<R extends Extract<Reply, { kind: 'card' }>>(reply: R, file: FileRef): R {
  const { fileId, name, sizeBytes } = file;
  return { ...reply, card: { ...reply.card, files: [{ fileId, name, sizeBytes }] } };
}
