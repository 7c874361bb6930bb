/** News of a task: one message per fact and recipient, never to the person who caused it. */
import type { Context } from '../chat/context.ts';
import type { Trx } from '../database/transaction.ts';
import { type NewNotification, notify } from '../delivery/notify.ts';
import { departmentRecipients, officialsOf, type Recipient } from '../people/reach.ts';
import type { LockedTask } from './locked.ts';
import type { Told } from './undo.ts';

/** What news there is; each is drawn by news.ts from the event it tells of. */
export const allNews = [
  'accepted',
  'declined',
  'blocked',
  'unblocked',
  'submitted',
  'resultAccepted',
  'returned',
  'extensionAsked',
  'extensionApproved',
  'extensionRefused',
  'consented',
  'consentRefused',
  'cancelled',
  'handedOver',
  'completed',
  'comment',
] as const;

export type News = (typeof allNews)[number];

/** The news that a notification of this kind tells; null for other messages. */
export function newsOfKind(kind: string): News | null {
  return allNews.find((what) => kind === `tasks.${what}`) ?? null;
}

export async function tell(
  { trx, now, who }: Pick<Context, 'trx' | 'now' | 'who'>,
  news: {
    what: News;
    eventId: number;
    /** The event that an undo names, when the news is about one that followed from it. */
    actionId?: number;
    taskId: number;
    assignmentId?: number | null;
  },
  recipients: readonly Recipient[],
): Promise<Told[]> {
  const { what, eventId, actionId = eventId, taskId, assignmentId = null } = news;
  return tellAll(
    { trx, now, who },
    {
      kind: `tasks.${what}`,
      eventId,
      facts: { eventId, actionId },
      about: [{ taskId, assignmentId }],
    },
    recipients,
  );
}

/** One message per recipient, never to the person who caused it. `kind`: a renderer's name. */
export async function tellAll(
  { trx, now, who }: Pick<Context, 'trx' | 'now' | 'who'>,
  { kind, eventId, facts, about }: Pick<NewNotification, 'kind' | 'facts' | 'about'> & { eventId: number },
  recipients: readonly Recipient[],
): Promise<Told[]> {
  const told: Told[] = [];
  const seen = new Set<string>();
  for (const to of recipients) {
    const name = recipientName(to);
    if (seen.has(name) || ('personId' in to && to.personId === who.personId)) continue;
    seen.add(name);
    const key = `${kind}:${eventId}:${name}`;
    await notify(trx, now, { key, to, kind, facts, at: now, about });
    told.push({ key, to });
  }
  return told;
}

/** Short and unique, for keys. */
export function recipientName(to: Recipient): string {
  return 'roomId' in to ? `room-${to.roomId}` : `person-${to.personId}`;
}

/** Who gave the task; when they have left, the officials of their agency. */
export async function giverOf(
  trx: Trx,
  task: Pick<LockedTask, 'given_by' | 'agency_id'>,
): Promise<Recipient[]> {
  const giver = await trx
    .selectFrom('person')
    .select('left_at')
    .where('id', '=', task.given_by)
    .executeTakeFirstOrThrow();
  if (giver.left_at === null) return [{ personId: task.given_by }];
  const officials = (await officialsOf(trx, [task.agency_id])).get(task.agency_id) ?? [];
  return officials.map((personId) => ({ personId }));
}

/** The rooms, or else the people, of these departments. */
export async function departmentsOf(trx: Trx, departmentIds: readonly number[]): Promise<Recipient[]> {
  return [...(await departmentRecipients(trx, departmentIds)).values()].flat();
}

/** People and departments that watch the task. */
export async function followersOf(trx: Trx, taskId: number): Promise<Recipient[]> {
  const rows = await trx
    .selectFrom('follower')
    .select(['person_id', 'department_id'])
    .where('task_id', '=', taskId)
    .orderBy('id')
    .execute();
  const people = rows.flatMap((row) => (row.person_id === null ? [] : [{ personId: row.person_id }]));
  const departmentIds = rows.flatMap((row) => row.department_id ?? []);
  return [...people, ...(await departmentsOf(trx, departmentIds))];
}

/** The open rooms of an agency as a whole. */
export async function agencyRoomsOf(trx: Trx, agencyId: number): Promise<Recipient[]> {
  const rows = await trx
    .selectFrom('room as r')
    .innerJoin('active_platform as p', 'p.platform', 'r.platform')
    .select('r.id')
    .where('r.agency_id', '=', agencyId)
    .where('r.department_id', 'is', null)
    .where('r.closed_at', 'is', null)
    .where('r.unreachable_at', 'is', null)
    .orderBy('r.id')
    .execute();
  return rows.map((row) => ({ roomId: row.id }));
}
