/** Adding and removing other names of a department or agency. */
import type { Context } from '../chat/context.ts';
import type { Action } from '../chat/feature.ts';
import type { FormValues } from '../chat/form.ts';
import type { Reply } from '../chat/reply.ts';
import {
  administeredAgency,
  administeredDepartment,
  gone,
  readId,
  refuseUnlessAdmin,
} from './administered.ts';
import { addAliases } from './aliases.ts';
import { lineField, neededLine } from './organisationForms.ts';
import { recordChange } from './recordChange.ts';
import { showAgency, showDepartment } from './showOrganisation.ts';
import { refuseTakenName } from './unitNamesTaken.ts';

export const addDepartmentAlias: Action = {
  name: 'org.addAlias',
  press: async (id, context) => {
    const { name } = await administeredDepartment(id, context);
    return aliasForm('org.addAlias', id, name, context);
  },
  submit: async (id, values, context) => {
    const { id: departmentId, agencyId } = await administeredDepartment(id, context);
    return addAlias({ agencyId, departmentId }, values, context);
  },
};

export const addAgencyAlias: Action = {
  name: 'org.addAgencyAlias',
  press: async (id, context) => {
    const { name } = await administeredAgency(id, context);
    return aliasForm('org.addAgencyAlias', id, name, context);
  },
  submit: async (id, values, context) => {
    const { id: agencyId } = await administeredAgency(id, context);
    return addAlias({ agencyId, departmentId: null }, values, context);
  },
};

export const removeAlias: Action = {
  name: 'org.removeAlias',
  press: async (id, context) => {
    const { trx, t } = context;
    const alias = await trx
      .selectFrom('unit_alias')
      .select(['id', 'agency_id as agencyId', 'department_id as departmentId', 'alias'])
      .where('id', '=', readId(id))
      .forUpdate()
      .executeTakeFirst();
    if (!alias) throw gone(context);
    refuseUnlessAdmin(context, alias.agencyId);
    await trx.deleteFrom('unit_alias').where('id', '=', alias.id).execute();
    await recordChange(context, 'alias.removed', alias.agencyId, {
      department: alias.departmentId,
      alias: alias.alias,
    });
    return showUnit(context, alias, t.people.org.done.aliasRemoved(alias.alias));
  },
};

type Unit = { agencyId: number; departmentId: number | null };

function aliasForm(action: string, id: string, unitName: string, { t }: Context): Reply {
  const { forms, buttons } = t.people.org;
  const fields = [lineField('alias', forms.alias, { hint: forms.aliasHint })];
  const title = buttons.addAlias;
  return { kind: 'form', form: { action, id, title, intro: unitName, fields, submit: forms.save } };
}

async function addAlias(unit: Unit, values: FormValues, context: Context): Promise<Reply> {
  const { trx, now, t } = context;
  const alias = neededLine(values, 'alias', t);
  await refuseTakenName(trx, unit, alias, 'alias', t);
  const added = await addAliases(trx, now, [{ ...unit, alias }]);
  if (added.length > 0) {
    await recordChange(context, 'alias.added', unit.agencyId, { department: unit.departmentId, alias });
  }
  return showUnit(context, unit, t.people.org.done.aliasAdded(alias));
}

function showUnit(context: Context, { agencyId, departmentId }: Unit, note: string): Promise<Reply> {
  return departmentId === null
    ? showAgency(context, agencyId, note)
    : showDepartment(context, departmentId, note);
}
