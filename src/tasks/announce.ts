/** Tells departments of new assignments, and asks another agency for its consent to those that wait for it. */
import type { Trx } from '../database/transaction.ts';
import { notify } from '../delivery/notify.ts';
import { departmentRecipients, leadersOf, officialsOf, type Recipient } from '../people/reach.ts';
import { recipientName } from './tell.ts';
import type { Told } from './undo.ts';

/**
 * For each assignment that is `assigned`: the department gets the living card of the task. For those that are `proposed`: the
 * officials (else the leaders) of that agency are asked, one message a person for all its departments. What can be told to
 * nobody is told to the giver. Repeating it tells nobody twice. Gives what was told, for the undo. `tellAt`: when an agency is told;
 * at once unless given.
 */
export async function announceAssignments(
  trx: Trx,
  now: Temporal.Instant,
  assignmentIds: readonly number[],
  tellAt: TellAt = () => now,
): Promise<Told[]> {
  if (assignmentIds.length === 0) return [];
  const rows = await trx
    .selectFrom('assignment as a')
    .innerJoin('task as t', 't.id', 'a.task_id')
    .select(['a.id', 'a.task_id', 'a.department_id', 'a.agency_id', 'a.status', 'a.version', 't.given_by'])
    .where('a.id', 'in', [...assignmentIds])
    .orderBy('a.id')
    .execute();
  const told: Told[] = [];
  const send = async (key: string, to: Recipient, kind: string, facts: object, about: Row[]) => {
    await notify(trx, now, {
      key,
      to,
      kind,
      facts,
      // One message is about the departments of one agency.
      at: about[0] ? tellAt(about[0].agency_id) : now,
      about: about.map((row) => ({ taskId: row.task_id, assignmentId: row.id })),
    });
    told.push({ key, to });
  };
  const assigned = rows.filter((row) => row.status === 'assigned');
  const recipients = await departmentRecipients(
    trx,
    assigned.map((row) => row.department_id),
  );
  for (const row of assigned) {
    const to = recipients.get(row.department_id) ?? [];
    const facts = { taskId: row.task_id, assignmentId: row.id, live: true };
    for (const each of to) {
      // The version tells a department that gets a task a second time from a repeat of this call.
      await send(`task:${row.id}:${row.version}:${recipientName(each)}`, each, 'tasks.card', facts, [row]);
    }
    if (to.length === 0) await sayUnreachable(row, send);
  }
  const proposed = rows.filter((row) => row.status === 'proposed');
  const askedOf = await consentGivers(
    trx,
    proposed.map((row) => row.agency_id),
  );
  for (const group of Map.groupBy(proposed, (row) => `${row.task_id} ${row.agency_id}`).values()) {
    const [first] = group;
    if (!first) continue;
    const people = askedOf.get(first.agency_id) ?? [];
    const facts = { taskId: first.task_id, assignmentIds: group.map((row) => row.id) };
    for (const personId of people) {
      // The versions, too: what was refused may be asked again.
      const key = `consent:${group.map((row) => `${row.id}.${row.version}`).join(',')}:${recipientName({ personId })}`;
      await send(key, { personId }, 'tasks.consent', facts, group);
    }
    if (people.length === 0) for (const row of group) await sayUnreachable(row, send);
  }
  return told;
}

/** When the people of an agency are told. */
export type TellAt = (agencyId: number) => Temporal.Instant;

type Row = { id: number; task_id: number; agency_id: number; given_by: number };
type Send = (key: string, to: Recipient, kind: string, facts: object, about: Row[]) => Promise<void>;

function sayUnreachable(row: Row, send: Send): Promise<void> {
  const facts = { taskId: row.task_id, assignmentId: row.id };
  return send(`unreachable:${row.id}`, { personId: row.given_by }, 'tasks.unreachable', facts, [row]);
}

/** Officials of each agency, or where there is none its leaders. */
async function consentGivers(trx: Trx, agencyIds: readonly number[]): Promise<Map<number, number[]>> {
  const officials = await officialsOf(trx, agencyIds);
  const leaders = await leadersOf(trx, agencyIds);
  return new Map(
    agencyIds.map((id) => {
      const found = officials.get(id) ?? [];
      return [id, found.length > 0 ? found : (leaders.get(id) ?? [])];
    }),
  );
}
