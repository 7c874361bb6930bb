/** Đã đọc: a member says for the department that it has read a direction. */
import { z } from 'zod';
import type { Context } from '../chat/context.ts';
import { UserError } from '../chat/errors.ts';
import type { Action } from '../chat/feature.ts';
import { type Reply, replaceCard } from '../chat/reply.ts';
import { markAnswered } from '../delivery/answered.ts';
import { touchLiveCards } from '../delivery/liveCards.ts';
import { recordEvent } from '../history/recordEvent.ts';
import { remark } from '../tasks/answer.ts';
import { viewerInPlace } from '../tasks/cardViewer.ts';
import { loadTasks } from '../tasks/load.ts';
import type { DirectionView } from './direction.ts';
import { directionCard } from './directionCard.ts';
import { markRead } from './directionsStore.ts';
import { loadDirections } from './loadDirections.ts';
import { openDirection } from './openDirection.ts';
import { unreadCard } from './unreadCard.ts';

export const readAction: Action = {
  name: 'direction.read',
  async press(id, context) {
    const { trx, now, who, account, t } = context;
    const { task, direction } = await openDirection(id, context);
    const own = direction.readers.filter((each) =>
      who.memberOf.some((membership) => membership.departmentId === each.department.id),
    );
    if (own.length === 0) throw new UserError(t.directions.refusals.notReader, t.common.askWhoMay);
    const unread = own.filter((each) => each.read === null);
    for (const { department, agencyId } of unread) {
      await markRead(
        trx,
        { directionId: direction.id, departmentId: department.id },
        { at: now, by: who.personId },
      );
      await recordEvent(trx, {
        at: now,
        kind: 'direction.read',
        personId: who.personId,
        platform: account.platform,
        agencyId,
        taskId: task.id,
        assignmentId: task.assignments.find((each) => each.department_id === department.id)?.id ?? null,
        data: { directionId: direction.id, departmentId: department.id },
      });
    }
    if (unread.length > 0) await touchLiveCards(trx, now, [task.id]);
    const message = await messageOfDirection(context);
    if (message === null) return remark(context, said(direction, own, unread, context));
    await markAnswered(trx, now, message.key, who.personId);
    return drawnAnew(direction.id, message.facts, context);
  },
};

function said(
  direction: DirectionView,
  own: DirectionView['readers'],
  unread: DirectionView['readers'],
  { t }: Context,
): string {
  const words = t.directions.read;
  const names = unread.map((each) => each.department.name).join(', ');
  if (unread.length > 0) return words.done(t.common.taskCode(direction.taskId), names);
  return own
    .flatMap(({ department, read }) =>
      read ? [words.already(department.name, t.dates.shortMoment(read.at), read.by)] : [],
    )
    .join('\n');
}

type DirectionMessage = { key: string; facts: object };

/** The message of a direction whose button was pressed; null for another card. */
async function messageOfDirection({ trx, place, message }: Context): Promise<DirectionMessage | null> {
  if (!message) return null;
  const found = await trx
    .selectFrom('notification')
    .select(['key', 'kind', 'facts'])
    .where('platform', '=', place.platform)
    .where('chat_id', '=', message.chatId)
    .where('message_id', '=', message.messageId)
    .executeTakeFirst();
  return found?.kind.startsWith('directions.') ? found : null;
}

/** The message itself shows from now on who has read, or of several what is left to read. */
async function drawnAnew(id: number, facts: object, context: Context): Promise<Reply> {
  const { trx } = context;
  const viewer = await viewerInPlace(context);
  const several = severalFacts.safeParse(facts);
  const left =
    several.success && (await unreadCard(several.data.directionIds, several.data.departmentId, trx, viewer));
  if (left) return replaceCard(left);
  const direction = (await loadDirections(trx, [id])).get(id);
  const task = direction && (await loadTasks(trx, [direction.taskId])).get(direction.taskId);
  if (!direction || !task) throw new Error(`direction ${id} was read and is not there`);
  return replaceCard(directionCard(direction, task, viewer));
}

const severalFacts = z.object({ directionIds: z.array(z.number()).min(2), departmentId: z.number() });
