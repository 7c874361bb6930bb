/** Buttons and forms of a department: look at it, rename, close and open it, choose its heads. */
import type { Context } from '../chat/context.ts';
import { UserError } from '../chat/errors.ts';
import type { Action } from '../chat/feature.ts';
import { type AdministeredDepartment, administeredDepartment, readId } from './administered.ts';
import { addAliases } from './aliases.ts';
import { lineField, neededLine } from './organisationForms.ts';
import { loadDepartmentView } from './organisationView.ts';
import { recordChange } from './recordChange.ts';
import { showDepartment } from './showOrganisation.ts';
import { refuseTakenName } from './unitNamesTaken.ts';

export const openDepartment: Action = {
  name: 'org.department',
  press: (id, context) => showDepartment(context, readId(id)),
};

export const renameDepartment: Action = {
  name: 'org.rename',
  press: async (id, context) => {
    const { name } = await administeredDepartment(id, context);
    const { forms, buttons } = context.t.people.org;
    const fields = [lineField('name', forms.name, { initial: name })];
    return {
      kind: 'form',
      form: { action: 'org.rename', id, title: buttons.rename, intro: name, fields, submit: forms.save },
    };
  },
  submit: async (id, values, context) => {
    const department = await administeredDepartment(id, context);
    const { trx, now, t } = context;
    const name = neededLine(values, 'name', t);
    if (name === department.name) return showDepartment(context, department.id);
    const { agencyId } = department;
    await refuseTakenName(trx, { agencyId, departmentId: department.id }, name, 'name', t);
    await trx.updateTable('department').set({ name }).where('id', '=', department.id).execute();
    // People go on saying the old name.
    const former = { alias: department.name, formerUntil: today(context) };
    await addAliases(trx, now, [{ agencyId, departmentId: department.id, ...former }]);
    const data = { department: department.id, before: department.name, after: name };
    await recordChange(context, 'department.renamed', agencyId, data);
    return showDepartment(context, department.id, t.people.org.done.renamed(department.name, name));
  },
};

export const closeDepartment: Action = {
  name: 'org.close',
  press: async (id, context) => {
    const { trx, now, t } = context;
    const { done } = t.people.org;
    const department = await administeredDepartment(id, context);
    await refuseUnlessIdle(department, context);
    await trx.updateTable('department').set({ closed_at: now }).where('id', '=', department.id).execute();
    await recordChange(context, 'department.closed', department.agencyId, { department: department.id });
    return showDepartment(context, department.id, done.closed);
  },
};

export const reopenDepartment: Action = {
  name: 'org.reopen',
  press: async (id, context) => {
    const department = await administeredDepartment(id, context);
    if (!department.closed) return showDepartment(context, department.id);
    const { trx, t } = context;
    await trx.updateTable('department').set({ closed_at: null }).where('id', '=', department.id).execute();
    await recordChange(context, 'department.reopened', department.agencyId, { department: department.id });
    return showDepartment(context, department.id, t.people.org.done.reopened);
  },
};

export const chooseHeads: Action = {
  name: 'org.heads',
  press: async (id, context) => {
    const department = await administeredDepartment(id, context);
    const { forms, buttons } = context.t.people.org;
    const members = (await loadDepartmentView(context.trx, department.id))?.members ?? [];
    if (members.length === 0) throw new UserError(forms.noMembers(department.name), forms.addMembersFirst);
    const options = members.slice(0, optionsMax);
    const input = {
      kind: 'choices' as const,
      options: options.map((each) => ({ value: String(each.personId), label: each.name })),
      initial: options.filter((each) => each.head).map((each) => String(each.personId)),
    };
    const fields = [{ name: 'heads', label: forms.headsOf(department.name), required: false, input }];
    return {
      kind: 'form',
      form: { action: 'org.heads', id, title: buttons.heads, fields, submit: forms.save },
    };
  },
  submit: async (id, values, context) => {
    const department = await administeredDepartment(id, context);
    const { trx, t } = context;
    const chosen = new Set((values.heads ?? []).map(readId));
    const members = (await loadDepartmentView(trx, department.id))?.members ?? [];
    for (const { personId, head } of members) {
      if (chosen.has(personId) === head) continue;
      await trx
        .updateTable('person_role')
        .set({ head: !head })
        .where('department_id', '=', department.id)
        .where('person_id', '=', personId)
        .execute();
    }
    const data = { department: department.id, heads: [...chosen] };
    await recordChange(context, 'department.headsSet', department.agencyId, data);
    return showDepartment(context, department.id, t.people.org.done.headsSet);
  },
};

/** Slack shows at most 100 options. */
const optionsMax = 100;

/** @throws UserError when it is closed already, or still has work to do */
export async function refuseUnlessIdle(department: AdministeredDepartment, context: Context): Promise<void> {
  const { mistakes } = context.t.people.org;
  if (department.closed) throw new UserError(mistakes.alreadyClosed(department.name), mistakes.openAgain);
  const open = await openAssignments(context, department.id);
  if (open > 0) throw new UserError(mistakes.openTasks(department.name, open), mistakes.handOverFirst);
}

/** In the zone of the one who acts. */
export function today({ now, who }: Context): Temporal.PlainDate {
  return now.toZonedDateTimeISO(who.timeZone).toPlainDate();
}

async function openAssignments({ trx }: Context, departmentId: number): Promise<number> {
  const { count } = await trx
    .selectFrom('assignment')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('department_id', '=', departmentId)
    .where('closed_at', 'is', null)
    .executeTakeFirstOrThrow();
  return count;
}
