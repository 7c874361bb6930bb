/** One department goes into another: it is closed, and whoever says its names means the other from then on. */
import type { Context } from '../chat/context.ts';
import { UserError } from '../chat/errors.ts';
import type { Action } from '../chat/feature.ts';
import { fieldValue } from '../chat/form.ts';
import { type AdministeredDepartment, administeredDepartment } from './administered.ts';
import { addAliases } from './aliases.ts';
import { refuseUnlessIdle, today } from './departmentActions.ts';
import { recordChange } from './recordChange.ts';
import { showDepartment } from './showOrganisation.ts';

export const mergeDepartment: Action = {
  name: 'org.merge',
  press: async (id, context) => {
    const department = await administeredDepartment(id, context);
    await refuseUnlessIdle(department, context);
    const { forms, buttons, mistakes } = context.t.people.org;
    const others = await otherDepartments(department, context);
    if (others.length === 0) throw new UserError(mistakes.nothingToMergeInto, mistakes.addDepartmentFirst);
    const options = others.map((each) => ({ value: String(each.id), label: each.name }));
    return {
      kind: 'form',
      form: {
        action: 'org.merge',
        id,
        title: buttons.merge,
        intro: forms.mergeIntro(department.name),
        fields: [
          { name: 'into', label: forms.mergeInto, required: true, input: { kind: 'choice', options } },
        ],
        submit: forms.save,
      },
    };
  },
  submit: async (id, values, context) => {
    const department = await administeredDepartment(id, context);
    await refuseUnlessIdle(department, context);
    const { trx, now, t } = context;
    const { mistakes, done } = t.people.org;
    const chosen = fieldValue(values, 'into');
    const into = (await otherDepartments(department, context)).find((each) => String(each.id) === chosen);
    if (!into) throw new UserError(mistakes.chooseDepartment, mistakes.chooseOpen, 'into');
    await trx.updateTable('department').set({ closed_at: now }).where('id', '=', department.id).execute();
    await passNamesOn(department, into.id, context);
    await recordChange(context, 'department.merged', department.agencyId, {
      department: department.id,
      into: into.id,
    });
    return showDepartment(context, into.id, done.merged(department.name, into.name));
  },
};

async function passNamesOn(
  { id, agencyId, name }: AdministeredDepartment,
  into: number,
  context: Context,
): Promise<void> {
  const { trx, now } = context;
  const aliases = await trx
    .deleteFrom('unit_alias')
    .where('department_id', '=', id)
    .returning('alias')
    .execute();
  const names = [name, ...aliases.map((row) => row.alias)];
  const formerUntil = today(context);
  await addAliases(
    trx,
    now,
    names.map((alias) => ({ agencyId, departmentId: into, alias, formerUntil })),
  );
}

/** Open ones of the same agency. */
function otherDepartments(
  { id, agencyId }: AdministeredDepartment,
  { trx }: Context,
): Promise<{ id: number; name: string }[]> {
  return trx
    .selectFrom('department')
    .select(['id', 'name'])
    .where('agency_id', '=', agencyId)
    .where('id', '<>', id)
    .where('closed_at', 'is', null)
    .orderBy('id')
    .limit(optionsMax)
    .execute();
}

/** Slack shows at most 100 options. */
const optionsMax = 100;
