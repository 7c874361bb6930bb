/** Who hears of a programme, and the news themselves: one message per fact and recipient, never to whoever caused it. */
import type { Context } from '../chat/context.ts';
import type { Trx } from '../database/transaction.ts';
import { notify } from '../delivery/notify.ts';
import { departmentRecipients, leadersOf, officialsOf, type Recipient } from '../people/reach.ts';
import { roomAt } from '../people/rooms.ts';
import { recipientName } from '../tasks/tell.ts';
import type { ProgrammeView } from './programme.ts';
import type { By } from './record.ts';

/** News of an event, drawn by news.ts. `only`: to these instead of everybody concerned; `saidIn`: not to the room in which it was
 *  done, where it can be seen. */
export async function tellNews(
  trx: Trx,
  now: Temporal.Instant,
  programme: ProgrammeView,
  { eventId, by, only, saidIn }: { eventId: number; by: By; only?: readonly Recipient[]; saidIn?: Context },
): Promise<void> {
  const here = saidIn && !saidIn.place.private ? await roomAt(trx, saidIn.place) : null;
  for (const to of unique(only ?? (await concerned(trx, programme)))) {
    if ('personId' in to ? to.personId === by?.personId : to.roomId === here?.id) continue;
    await notify(trx, now, {
      key: `programmes.news:${eventId}:${recipientName(to)}`,
      to,
      kind: 'programmes.news',
      facts: { programmeId: programme.id, eventId, subject: { kind: 'programme', id: programme.id } },
      at: now,
      about: [],
    });
  }
}

/** The living card itself, to the focal departments of one agency and the rooms that were bound to the programme. */
export async function sendCards(
  trx: Trx,
  now: Temporal.Instant,
  programme: ProgrammeView,
  { eventId, departmentIds }: { eventId: number; departmentIds: readonly number[] },
): Promise<void> {
  const recipients = [...(await departmentRecipients(trx, departmentIds)).values()].flat();
  for (const to of unique(recipients)) await sendCard(trx, now, programme.id, eventId, to);
}

export async function sendCard(
  trx: Trx,
  now: Temporal.Instant,
  programmeId: number,
  eventId: number,
  to: Recipient,
): Promise<void> {
  await notify(trx, now, {
    key: `programmes.card:${eventId}:${recipientName(to)}`,
    to,
    kind: 'programmes.card',
    facts: { programmeId, subject: { kind: 'programme', id: programmeId }, live: true },
    at: now,
    about: [],
  });
}

/** Officials of the agencies that have agreed, their focal departments, and the rooms bound to the programme. */
async function concerned(trx: Trx, programme: ProgrammeView): Promise<Recipient[]> {
  const agreed = programme.agencies.filter((each) => each.status === 'agreed');
  const officials = await officialsOf(
    trx,
    agreed.map((each) => each.id),
  );
  const departments = await departmentRecipients(
    trx,
    agreed.flatMap((each) => each.departments.filter(({ closed }) => !closed).map(({ id }) => id)),
  );
  return [
    ...[...officials.values()].flat().map((personId) => ({ personId })),
    ...[...departments.values()].flat(),
    ...(await boundRooms(trx, programme.id)),
  ];
}

async function boundRooms(trx: Trx, programmeId: number): Promise<Recipient[]> {
  const rows = await trx
    .selectFrom('programme_room as b')
    .innerJoin('room as r', 'r.id', 'b.room_id')
    .innerJoin('active_platform as p', 'p.platform', 'r.platform')
    .select('r.id')
    .where('b.programme_id', '=', programmeId)
    .where('r.closed_at', 'is', null)
    .where('r.unreachable_at', 'is', null)
    .orderBy('r.id')
    .execute();
  return rows.map((row) => ({ roomId: row.id }));
}

/** Officials of an agency, or where there is none its leaders: they are asked whether it takes part. */
export async function decidersOf(trx: Trx, agencyId: number): Promise<Recipient[]> {
  const officials = (await officialsOf(trx, [agencyId])).get(agencyId) ?? [];
  const leaders = officials.length > 0 ? [] : ((await leadersOf(trx, [agencyId])).get(agencyId) ?? []);
  return [...officials, ...leaders].map((personId) => ({ personId }));
}

function unique(recipients: readonly Recipient[]): Recipient[] {
  return [...new Map(recipients.map((to) => [recipientName(to), to])).values()];
}
