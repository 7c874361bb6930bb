/** What cannot be delivered goes another way: never to nobody. */
import type { Trx } from '../database/transaction.ts';
import { departmentRecipients } from '../people/reach.ts';
import type { NotificationRow } from './claim.ts';
import { notify } from './notify.ts';
import { agencyOf, reachableAdmins, reachableOfficials } from './overseers.ts';
import { type PassedOnFacts, passedOnFacts, passedOnKind } from './passedOn.ts';
import { type Recipient, recipientKey, recipientOf } from './recipient.ts';

/** Writes a notification for each of those who get it in the recipient's place: for a room its department's other rooms or
 *  members; for a person the rooms of their departments; else the agency's officials (or leaders), else the admins. False:
 *  there is nobody, or it has been passed on too often. */
export async function passOn(trx: Trx, now: Temporal.Instant, row: NotificationRow): Promise<boolean> {
  const earlier = row.kind === passedOnKind ? passedOnFacts.parse(row.facts) : null;
  const hops = (earlier?.hops ?? 0) + 1;
  if (hops > hopsMax) return false;
  const substitutes = await substitutesFor(trx, recipientOf(row));
  const about = await trx
    .selectFrom('notification_task')
    .select(['task_id as taskId', 'assignment_id as assignmentId'])
    .where('notification_id', '=', row.id)
    .execute();
  const facts: PassedOnFacts = { notificationId: earlier?.notificationId ?? row.id, hops };
  for (const to of substitutes) {
    await notify(trx, now, {
      key: `passed-on:${facts.notificationId}:${recipientKey(to)}`,
      to,
      kind: passedOnKind,
      facts,
      at: now,
      staleAfter: row.stale_after,
      about,
    });
  }
  return substitutes.length > 0;
}

/** Each hop finds something more unreachable, so there are few; this is only for what nobody thought of. */
const hopsMax = 5;

async function substitutesFor(trx: Trx, recipient: Recipient): Promise<Recipient[]> {
  const near =
    'roomId' in recipient ? await nearRoom(trx, recipient.roomId) : await nearPerson(trx, recipient.personId);
  if (near.length > 0) return near;
  const agencyId = await agencyOf(trx, recipient);
  const officials = agencyId === null ? [] : await reachableOfficials(trx, agencyId);
  const people = officials.length > 0 ? officials : await reachableAdmins(trx, agencyId);
  const others = people.filter((personId) => !('personId' in recipient) || personId !== recipient.personId);
  return others.map((personId) => ({ personId }));
}

async function nearRoom(trx: Trx, roomId: number): Promise<Recipient[]> {
  const room = await trx
    .selectFrom('room')
    .select('department_id')
    .where('id', '=', roomId)
    .executeTakeFirst();
  if (!room || room.department_id === null) return [];
  const found = (await departmentRecipients(trx, [room.department_id])).get(room.department_id) ?? [];
  return found.filter((each) => !('roomId' in each) || each.roomId !== roomId);
}

async function nearPerson(trx: Trx, personId: number): Promise<Recipient[]> {
  const memberships = await trx
    .selectFrom('person_role')
    .select('department_id')
    .where('person_id', '=', personId)
    .where('role', '=', 'member')
    .execute();
  const departmentIds = memberships.flatMap((row) => row.department_id ?? []);
  const found = [...(await departmentRecipients(trx, departmentIds)).values()].flat();
  // Their room and no colleague's private conversation: what is meant for one is at most shown to their department.
  const rooms = found.filter((each) => 'roomId' in each);
  return [...new Map(rooms.map((room) => [room.roomId, room])).values()];
}
