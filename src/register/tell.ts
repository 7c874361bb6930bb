/** Who hears of a proposal: on the owner's side the department and the agency's officials, on the other side whoever asked. */
import type { Context } from '../chat/context.ts';
import { notify } from '../delivery/notify.ts';
import { leadersOf, officialsOf, type Recipient } from '../people/reach.ts';
import { departmentsOf, recipientName } from '../tasks/tell.ts';
import type { ItemView, RequestView } from './item.ts';

/** What news there is; drawn by news.ts. `asked` is the living card of the item. */
export const allNews = [
  'asked',
  'accepted',
  'refused',
  'withdrawn',
  'reconsidered',
  'becameContent',
] as const;
export type MatterNews = (typeof allNews)[number];

/** Rooms or members of the department that answers for it, and the officials; without officials the leaders. */
export async function ownersOf({ trx }: Context, { agency, department }: ItemView): Promise<Recipient[]> {
  const officials = (await officialsOf(trx, [agency.id])).get(agency.id) ?? [];
  const leaders = officials.length > 0 ? [] : ((await leadersOf(trx, [agency.id])).get(agency.id) ?? []);
  const people = [...officials, ...leaders].map((personId) => ({ personId }));
  return [...(department ? await departmentsOf(trx, [department.id]) : []), ...people];
}

/** Whoever asked; when they have left, the officials of their agency. */
export async function askerOf({ trx }: Context, { asker, agency }: RequestView): Promise<Recipient[]> {
  const person = await trx
    .selectFrom('person')
    .select('left_at')
    .where('id', '=', asker.id)
    .executeTakeFirstOrThrow();
  if (person.left_at === null) return [{ personId: asker.id }];
  const officials = (await officialsOf(trx, [agency.id])).get(agency.id) ?? [];
  return officials.map((personId) => ({ personId }));
}

/** Nobody hears of what they did themselves; nobody twice. */
export async function tellMatter(
  { trx, now, who }: Context,
  news: { what: MatterNews; eventId: number; itemId: number; requestId: number },
  recipients: readonly Recipient[],
): Promise<void> {
  const { what, eventId, itemId, requestId } = news;
  const subject = { kind: 'matter' as const, id: itemId };
  for (const to of recipients) {
    if ('personId' in to && to.personId === who.personId) continue;
    await notify(trx, now, {
      key: `register.${what}:${eventId}:${recipientName(to)}`,
      to,
      kind: `register.${what}`,
      facts: what === 'asked' ? { subject, live: true, requestId } : { eventId, itemId, requestId },
      at: now,
      about: [],
    });
  }
}
