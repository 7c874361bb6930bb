/** Answers that show a unit or a person, to whom may see them. */
import type { Context } from '../chat/context.ts';
import { errorCard } from '../chat/errorCard.ts';
import type { Reply } from '../chat/reply.ts';
import { gone } from './administered.ts';
import { agencyCard, departmentCard, personCard } from './organisationCards.ts';
import { loadAgencies, loadAgencyView, loadDepartmentView } from './organisationView.ts';
import { mayAdminister } from './permissions.ts';
import { loadPersonView } from './personView.ts';

/** `note`: what has just been done. @throws UserError */
export async function showAgency(context: Context, agencyId: number, note?: string): Promise<Reply> {
  const { trx, who, t } = context;
  const agency = await loadAgencyView(trx, agencyId);
  if (!agency) throw gone(context);
  const manages = mayAdminister(who, agencyId);
  // Whose rooms those are is no business of other agencies.
  const shown = manages || who.agencyId === agencyId ? agency : { ...agency, rooms: [] };
  const others = (await loadAgencies(trx)).filter((each) => each.id !== agencyId);
  const reader = { manages, managesAll: mayAdminister(who, null), others, ...withNote(note) };
  return shownTo(context, agencyCard(shown, reader, t));
}

/** @throws UserError */
export async function showDepartment(context: Context, departmentId: number, note?: string): Promise<Reply> {
  const { trx, who, t } = context;
  const department = await loadDepartmentView(trx, departmentId);
  if (!department) throw gone(context);
  const manages = mayAdminister(who, department.agencyId);
  const sees = manages || who.agencyId === department.agencyId;
  return shownTo(context, departmentCard(department, { manages, sees, ...withNote(note) }, t));
}

/** @throws UserError */
export async function showPerson(context: Context, personId: number, note?: string): Promise<Reply> {
  const { trx, who, t } = context;
  const person = await loadPersonView(trx, personId);
  if (!person) throw gone(context);
  const manages = mayAdminister(who, person.agencyId);
  const own = person.agencyId !== null && person.agencyId === who.agencyId;
  if (!manages && !own && person.id !== who.personId) throw gone(context);
  return shownTo(context, personCard(person, { manages, ...withNote(note) }, t));
}

/** Before the first agency. */
export function showNoAgency(context: Context): Reply {
  const { who, t } = context;
  const { org } = t.people;
  const managesAll = mayAdminister(who, null);
  const card = errorCard(org.noAgency, managesAll ? org.noAgencyMend : t.common.askWhoMay);
  if (managesAll) {
    card.buttons = [[{ label: org.buttons.addAgency, action: 'org.addAgency', id: '0', style: 'primary' }]];
  }
  return shownTo(context, card);
}

function withNote(note: string | undefined): { note?: string } {
  return note === undefined ? {} : { note };
}

/** After a press in the place of the card pressed, else for the asker. */
function shownTo({ place, message }: Context, card: Extract<Reply, { kind: 'card' }>['card']): Reply {
  return { kind: 'card', card, to: place.private ? 'place' : 'asker', replaces: message !== null };
}
