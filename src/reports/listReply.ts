/** A list as the reply to a command or a press, and the small parts that answers share. */
import type { Button, Card } from '../chat/card.ts';
import type { Context } from '../chat/context.ts';
import { type Reply, showCard, tellAsker } from '../chat/reply.ts';
import type { Query } from '../language/query/query.ts';
import { mayOnAssignment } from '../people/permissions.ts';
import { titleAbout } from './about.ts';
import { calendarsFor, momentOf } from './asking.ts';
import { type AssignmentRow, assignmentRows, countRows } from './assignmentRows.ts';
import { listCard, pageSize } from './listCard.ts';
import type { ListRequest, View } from './listRequest.ts';

/** Answers show the asker's own view: in a room only the asker sees them. */
export function answer(card: Card, { place }: Context): Reply {
  return place.private ? showCard(card) : tellAsker(card);
}

/** What was not understood is said, not passed over. */
export function notesOf(query: Query, { t }: Context): string[] {
  return query.left.length === 0 ? [] : [t.reports.situation.notUnderstood(query.left.join(' '))];
}

/** Opens the task of a row. */
export function openButton(row: AssignmentRow, { t }: Context): Button {
  return {
    label: t.reports.tasks.open(t.common.taskCode(row.taskId)),
    action: 'task.open',
    id: `${row.taskId}`,
  };
}

/** Urges the department of a row; opens the task for those who may not urge. */
export function lateButton(row: AssignmentRow, context: Context): Button {
  const { who, t } = context;
  if (!mayOnAssignment(who, 'urge', row)) return openButton(row, context);
  return { label: t.reports.overdue.urge, action: 'task.urge', id: `${row.assignmentId}` };
}

/** One page of the list that is asked for. */
export async function pageOf(
  request: ListRequest,
  notes: readonly string[],
  context: Context,
): Promise<Card> {
  const { trx, now, who, t } = context;
  const onlyLate = request.states.length > 0 && request.states.every((state) => state === 'overdue');
  const moment = await momentOf(context);
  const rows = await assignmentRows(trx, who, request, moment, pageSize);
  const isWhole = rows.length < pageSize && request.offset === 0;
  const total = isWhole ? rows.length : await countRows(trx, who, request, moment);
  return listCard({
    title: await titleAbout(t.reports.tasks.titles[request.view], request, context),
    request,
    rows,
    total,
    notes,
    now,
    t,
    calendarOf: await calendarsFor(context, rows),
    homeAgencyId: who.agencyId,
    buttonOf: (row) => (onlyLate ? lateButton(row, context) : openButton(row, context)),
    tabs: tabs.includes(request.view) ? tabs : [],
  });
}

const tabs: readonly View[] = ['owed', 'given', 'following'];
