/** Buttons and forms of people: look at one, add one or a role, take a role away, let somebody leave, invite. */
import type { Context } from '../chat/context.ts';
import { UserError } from '../chat/errors.ts';
import type { Action } from '../chat/feature.ts';
import { type FormField, fieldValue } from '../chat/form.ts';
import type { Reply } from '../chat/reply.ts';
import type { RoleName } from '../database/codes.ts';
import { addRole, type NewRole } from './addRole.ts';
import {
  administeredAgency,
  administeredDepartment,
  administeredPerson,
  readId,
  refuseUnlessAdmin,
} from './administered.ts';
import { invitationLinks } from './invitationLinks.ts';
import { invite } from './invite.ts';
import { invitationCard } from './organisationCards.ts';
import { lineField, neededLine } from './organisationForms.ts';
import { recordChange } from './recordChange.ts';
import { showDepartment, showPerson } from './showOrganisation.ts';

export const openPerson: Action = {
  name: 'org.person',
  press: (id, context) => showPerson(context, readId(id)),
};

/** To a department, with one form. */
export const addMember: Action = {
  name: 'org.addMember',
  press: async (id, context) => {
    const { name } = await administeredDepartment(id, context);
    const { forms, buttons } = context.t.people.org;
    const fields = [nameField(context), headField(context)];
    const title = buttons.addMember;
    return {
      kind: 'form',
      form: { action: 'org.addMember', id, title, intro: name, fields, submit: forms.save },
    };
  },
  submit: async (id, values, context) => {
    const department = await administeredDepartment(id, context);
    const name = neededLine(values, 'name', context.t);
    const head = fieldValue(values, 'head') === 'yes';
    const role: NewRole = { role: 'member', departmentId: department.id, head };
    const { note } = await addRole(context, department.agencyId, name, role);
    return showDepartment(context, department.id, note);
  },
};

/** To an agency, in any role. */
export const addPerson: Action = {
  name: 'org.addPerson',
  press: async (id, context) => {
    const agency = await administeredAgency(id, context);
    const { t } = context;
    const { forms, buttons } = t.people.org;
    const departments = await openDepartments(context, agency.id);
    const roles = roleNames.map((value) => ({ value, label: t.common.roles[value] }));
    const fields: FormField[] = [
      nameField(context),
      { name: 'role', label: forms.role, required: true, input: { kind: 'choice', options: roles } },
    ];
    if (departments.length > 0) {
      const options = departments.slice(0, 100).map((each) => ({ value: String(each.id), label: each.name }));
      fields.push({
        name: 'department',
        label: forms.department,
        required: false,
        input: { kind: 'choice', options },
      });
    }
    const title = buttons.addPerson;
    return {
      kind: 'form',
      form: { action: 'org.addPerson', id, title, intro: agency.name, fields, submit: forms.save },
    };
  },
  submit: async (id, values, context) => {
    const agency = await administeredAgency(id, context);
    const { mistakes } = context.t.people.org;
    const name = neededLine(values, 'name', context.t);
    const role = roleNames.find((each) => each === fieldValue(values, 'role'));
    if (!role) throw new UserError(mistakes.needed, mistakes.fill, 'role');
    const departments = await openDepartments(context, agency.id);
    const department = departments.find((each) => each.id === readId(fieldValue(values, 'department')));
    if (role === 'member' && !department) {
      throw new UserError(mistakes.departmentNeeded, mistakes.chooseDepartment, 'department');
    }
    const departmentId = role === 'member' && department ? department.id : null;
    const added = await addRole(context, agency.id, name, { role, departmentId, head: false });
    return showPerson(context, added.personId, added.note);
  },
};

export const removeRole: Action = {
  name: 'org.removeRole',
  press: async (id, context) => {
    const { trx, t } = context;
    const { mistakes, done } = t.people.org;
    const role = await trx
      .selectFrom('person_role')
      .select(['id', 'person_id', 'role', 'agency_id', 'department_id'])
      .where('id', '=', readId(id))
      .executeTakeFirst();
    if (!role) throw new UserError(mistakes.gone, mistakes.openAgain);
    const person = await administeredPerson(String(role.person_id), context);
    refuseUnlessAdmin(context, role.agency_id);
    if (role.role === 'admin' && role.agency_id === null) await refuseLastAdmin(context, person.id);
    await trx.deleteFrom('person_role').where('id', '=', role.id).execute();
    await recordChange(context, 'person.roleRemoved', person.agencyId, {
      person: person.id,
      role: role.role,
      department: role.department_id,
    });
    return showPerson(context, person.id, done.roleRemoved(person.name));
  },
};

/** Roles end, and no address recognises them; the name and the history stay, and the account, for the case that the person comes back. */
export const letLeave: Action = {
  name: 'org.left',
  press: async (id, context) => {
    const { trx, now, t } = context;
    const person = await administeredPerson(id, context);
    await refuseLastAdmin(context, person.id);
    await trx.updateTable('person').set({ left_at: now, email: null }).where('id', '=', person.id).execute();
    const roles = await trx
      .deleteFrom('person_role')
      .where('person_id', '=', person.id)
      .returning(['role', 'agency_id', 'department_id', 'head'])
      .execute();
    await recordChange(context, 'person.left', person.agencyId, { person: person.id, roles });
    return showPerson(context, person.id, t.people.org.done.left(person.name));
  },
};

export const invitePerson: Action = {
  name: 'org.invite',
  press: async (id, context) => {
    const person = await administeredPerson(id, context);
    return showInvitation(person, context);
  },
};

/** Only the asker sees the code, in a room too. */
export async function showInvitation(
  person: { id: number; name: string; agencyId: number | null },
  { trx, now, who, place, t }: Context,
): Promise<Reply> {
  const by = { personId: who.personId, platform: place.platform };
  const { code, expiresAt } = await invite(trx, now, person, by);
  const links = await invitationLinks(trx, code);
  const card = invitationCard(person.name, { code, expiresAt, links }, t);
  return { kind: 'card', card, to: place.private ? 'place' : 'asker', replaces: false };
}

const roleNames: readonly RoleName[] = ['member', 'official', 'leader', 'admin'];

function nameField({ t }: Context): FormField {
  const { forms } = t.people.org;
  return lineField('name', forms.personName, { hint: forms.personHint });
}

function headField({ t }: Context): FormField {
  const options = [
    { value: 'no', label: t.common.no },
    { value: 'yes', label: t.common.yes },
  ];
  const label = t.people.org.forms.isHead;
  return { name: 'head', label, required: false, input: { kind: 'choice', options, initial: 'no' } };
}

function openDepartments({ trx }: Context, agencyId: number): Promise<{ id: number; name: string }[]> {
  return trx
    .selectFrom('department')
    .select(['id', 'name'])
    .where('agency_id', '=', agencyId)
    .where('closed_at', 'is', null)
    .orderBy('id')
    .execute();
}

/** Somebody has to be left who can administer everything. @throws UserError */
async function refuseLastAdmin({ trx, t }: Context, personId: number): Promise<void> {
  const admins = await trx
    .selectFrom('person_role as r')
    .innerJoin('person as p', 'p.id', 'r.person_id')
    .select('r.person_id')
    .where('r.role', '=', 'admin')
    .where('r.agency_id', 'is', null)
    .where('p.left_at', 'is', null)
    .forUpdate('r')
    .execute();
  const { mistakes } = t.people.org;
  if (admins.length > 0 && admins.every((each) => each.person_id === personId)) {
    throw new UserError(mistakes.lastAdmin, mistakes.otherAdminFirst);
  }
}
