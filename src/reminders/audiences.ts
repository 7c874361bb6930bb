/** Who gets an item of a plan. Never nobody: without a head the department is told, without a leader the officials, and
 *  where a whole agency can be reached nowhere, the one who gave the task. */
import type { Trx } from '../database/transaction.ts';
import { departmentRecipients, headsOf, leadersOf, officialsOf, type Recipient } from '../people/reach.ts';
import { type Audience, audienceOf } from './nextItem.ts';
import type { PlannedReminder } from './plan.ts';

export type Addressed = {
  departmentId: number;
  agencyId: number;
  givenBy: number;
  item: PlannedReminder;
};

/** For these items, in one query per audience that occurs. */
export async function findAudiences(
  trx: Trx,
  wanted: readonly Addressed[],
): Promise<(each: Addressed) => readonly Recipient[]> {
  const of = (...audiences: Audience[]) =>
    wanted.filter(({ item }) => audiences.includes(audienceOf[item.kind]));
  const departments = ids(of('department', 'head'), (each) => each.departmentId);
  const agencies = ids(of('leader', 'consenting'), (each) => each.agencyId);
  const recipients = await departmentRecipients(trx, departments);
  const heads = await headsOf(
    trx,
    ids(of('head'), (each) => each.departmentId),
  );
  const leaders = await leadersOf(trx, agencies);
  const officials = await officialsOf(trx, agencies);

  const people = (found: Map<number, number[]>, id: number): Recipient[] =>
    (found.get(id) ?? []).map((personId) => ({ personId }));
  const first = (...choices: (readonly Recipient[])[]) => choices.find((each) => each.length > 0) ?? [];
  return ({ item, departmentId, agencyId, givenBy }) => {
    const giver = [{ personId: givenBy }];
    const department = recipients.get(departmentId) ?? [];
    switch (audienceOf[item.kind]) {
      case 'department':
        return first(department, giver);
      case 'head':
        return first(people(heads, departmentId), department, giver);
      case 'leader':
        return first(people(leaders, agencyId), people(officials, agencyId), giver);
      case 'consenting':
        return first(people(officials, agencyId), people(leaders, agencyId), giver);
      case 'giver':
        return giver;
    }
  };
}

function ids(wanted: readonly Addressed[], of: (each: Addressed) => number): number[] {
  return [...new Set(wanted.map(of))];
}
