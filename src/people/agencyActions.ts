/** Buttons and forms of an agency: look at it, add one, add a department. */

import type { Context } from '../chat/context.ts';
import type { Action } from '../chat/feature.ts';
import { administeredAgency, readId, refuseUnlessAdmin } from './administered.ts';
import { codeField, lineField, neededCode, neededLine } from './organisationForms.ts';
import { recordChange } from './recordChange.ts';
import { showAgency, showDepartment } from './showOrganisation.ts';
import { refuseTakenCode, refuseTakenName } from './unitNamesTaken.ts';

export const openAgency: Action = {
  name: 'org.agency',
  press: (id, context) => showAgency(context, readId(id)),
};

export const addAgency: Action = {
  name: 'org.addAgency',
  press: async (id, context) => {
    refuseUnlessAdmin(context, null);
    const { org } = context.t.people;
    const fields = [codeField(context.t), lineField('name', org.forms.name)];
    const { addAgency: title } = org.buttons;
    return { kind: 'form', form: { action: 'org.addAgency', id, title, fields, submit: org.forms.save } };
  },
  submit: async (_, values, context) => {
    refuseUnlessAdmin(context, null);
    const { trx, now, t } = context;
    const [code, name] = [neededCode(values, t), neededLine(values, 'name', t)];
    refuseTakenCode(code, await trx.selectFrom('agency').select(['code', 'name']).execute(), t);
    await refuseTakenName(trx, { agencyId: 0, departmentId: null }, name, 'name', t);
    const { id } = await trx
      .insertInto('agency')
      .values({ code, name, created_at: now })
      .returning('id')
      .executeTakeFirstOrThrow();
    await recordChange(context, 'agency.added', id, { code, name });
    return showAgency(context, id, t.people.org.done.agencyAdded(name));
  },
};

export const addDepartment: Action = {
  name: 'org.addDepartment',
  press: async (id, context) => {
    const agency = await administeredAgency(id, context);
    const { org } = context.t.people;
    const fields = [codeField(context.t), lineField('name', org.forms.name)];
    const title = org.buttons.addDepartment;
    const intro = org.agencyTitle(agency.code, agency.name);
    return {
      kind: 'form',
      form: { action: 'org.addDepartment', id, title, intro, fields, submit: org.forms.save },
    };
  },
  submit: async (id, values, context) => {
    const agency = await administeredAgency(id, context);
    const { trx, now, t } = context;
    const [code, name] = [neededCode(values, t), neededLine(values, 'name', t)];
    refuseTakenCode(code, await departmentsOf(context, agency.id), t);
    await refuseTakenName(trx, { agencyId: agency.id, departmentId: 0 }, name, 'name', t);
    await refuseTakenName(trx, { agencyId: agency.id, departmentId: 0 }, code, 'code', t);
    const department = await trx
      .insertInto('department')
      .values({ agency_id: agency.id, code, name, created_at: now })
      .returning('id')
      .executeTakeFirstOrThrow();
    await recordChange(context, 'department.added', agency.id, { department: department.id, code, name });
    return showDepartment(context, department.id, t.people.org.done.departmentAdded(name));
  },
};

function departmentsOf({ trx }: Context, agencyId: number): Promise<{ code: string; name: string }[]> {
  return trx.selectFrom('department').select(['code', 'name']).where('agency_id', '=', agencyId).execute();
}
