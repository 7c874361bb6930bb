/** Sửa: the own side's focal departments; for those who opened the programme its title and years too. */
import type { Context } from '../chat/context.ts';
import { UserError } from '../chat/errors.ts';
import type { Action } from '../chat/feature.ts';
import { type FormField, type FormValues, fieldValue } from '../chat/form.ts';
import type { Reply } from '../chat/reply.ts';
import { mayGiveFor } from '../people/permissions.ts';
import { readerFor } from '../tasks/giving/giveCommand.ts';
import { loadOrganisation } from '../tasks/giving/organisation.ts';
import { departmentsInput } from '../tasks/giving/previewForm.ts';
import { readUnitsField } from '../tasks/giving/readText.ts';
import { answer } from './answer.ts';
import { openProgramme, readId } from './locked.ts';
import { readTitle, readYearFields, titleMax, yearFields } from './previewForm.ts';
import type { ProgrammeView, TakingPart } from './programme.ts';
import { byOf, recordProgramme } from './record.ts';
import { replaceDepartments, updateProgramme } from './store.ts';
import { sendCards } from './tell.ts';
import { planYearly } from './yearly.ts';

export const editAction: Action = { name: 'programme.edit', press: showForm, submit: save };

export async function showForm(id: string, context: Context): Promise<Reply> {
  const programme = await openProgramme(readId(id), 'direct', context);
  const { trx, t } = context;
  const words = t.programmes.form;
  const organisation = await loadOrganisation(trx);
  const sides: FormField[] = ownSides(programme, context).map((agency) => {
    const chosen = agency.departments.map((each) => each.id);
    const own = { ...organisation, departments: departmentsOf(organisation.departments, agency.id) };
    const input = departmentsInput(chosen, { organisation: own, homeAgencyId: agency.id });
    return {
      name: sideField(agency),
      label: t.programmes.card.fields.departments(agency.code),
      required: false,
      input,
      ...(input.kind === 'line' ? { hint: words.departmentsHint } : {}),
    };
  });
  const whole: FormField[] = manages(programme, context)
    ? [
        {
          name: 'title',
          label: words.title,
          required: true,
          input: { kind: 'text', initial: programme.title, maxLength: titleMax },
        },
        ...yearFields({ from: programme.fromYear, to: programme.toYear }, t),
      ]
    : [];
  return {
    kind: 'form',
    form: {
      action: 'programme.edit',
      id: `${programme.id}.${programme.version}`,
      title: words.editTitle(t.programmes.code(programme.id)),
      fields: [...whole, ...sides],
      submit: words.save,
    },
  };
}

async function save(id: string, values: FormValues, context: Context): Promise<Reply> {
  const { trx, now, t } = context;
  const [programmeId = '', version = ''] = id.split('.');
  const programme = await openProgramme(readId(programmeId), 'direct', context);
  const words = t.programmes.refusals;
  if (`${programme.version}` !== version) {
    throw new UserError(words.changedMeanwhile(t.programmes.status[programme.status]), words.reopenForm);
  }
  if (manages(programme, context)) await saveWhole(values, programme, context);
  for (const agency of ownSides(programme, context)) await saveSide(values, programme, agency, context);
  await updateProgramme(trx, programme.id, {});
  await planYearly(trx, now, programme.id);
  return answer(context, {
    title: t.programmes.edited(t.programmes.code(programme.id)),
    programmeId: programme.id,
  });
}

async function saveWhole(values: FormValues, programme: ProgrammeView, context: Context): Promise<void> {
  const { trx, now, t } = context;
  const title = fieldValue(values, 'title') === programme.title ? programme.title : readTitle(values, t);
  const years = readYearFields(values, t);
  const same =
    title === programme.title && years.from === programme.fromYear && years.to === programme.toYear;
  if (same) return;
  await updateProgramme(trx, programme.id, { title, from_year: years.from, to_year: years.to });
  const data = {
    before: { title: programme.title, fromYear: programme.fromYear, toYear: programme.toYear },
    after: { title, fromYear: years.from, toYear: years.to },
  };
  await recordProgramme(trx, now, programme.id, { kind: 'programme.edited', by: byOf(context), data });
}

async function saveSide(
  values: FormValues,
  programme: ProgrammeView,
  agency: TakingPart,
  context: Context,
): Promise<void> {
  const { trx, now, t } = context;
  const field = sideField(agency);
  const organisation = await loadOrganisation(trx);
  const reader = await readerFor(context, organisation, [agency.id]);
  const ids = [...new Set(readUnitsField(values[field] ?? [], field, reader))];
  const units = ids.flatMap((each) => organisation.departments.get(each) ?? []);
  const outside = units.find((unit) => unit.agencyId !== agency.id);
  const words = t.programmes.refusals;
  if (outside) throw new UserError(words.departmentOutside(outside.name), words.departmentOutsideMend, field);
  const before = new Set(agency.departments.map((each) => each.id));
  if (before.symmetricDifference(new Set(ids)).size === 0) return;
  await replaceDepartments(trx, { programmeId: programme.id, agencyId: agency.id }, ids);
  const data = { agency: agency.name, agencyId: agency.id, titles: units.map((unit) => unit.name), ids };
  const kind = 'programme.departmentsSet';
  const eventId = await recordProgramme(trx, now, programme.id, { kind, by: byOf(context), data });
  const added = ids.filter((each) => !before.has(each));
  await sendCards(trx, now, programme, { eventId, departmentIds: added });
}

/** Agencies that have agreed and for which the actor gives. */
function ownSides({ agencies }: ProgrammeView, { who }: Context): TakingPart[] {
  return agencies.filter((each) => each.status === 'agreed' && mayGiveFor(who, each.id));
}

function manages({ agencies }: ProgrammeView, { who }: Context): boolean {
  return mayGiveFor(who, agencies[0]?.id ?? 0);
}

function sideField({ id }: TakingPart): string {
  return `side${id}`;
}

function departmentsOf<T extends { agencyId: number }>(
  departments: ReadonlyMap<number, T>,
  agencyId: number,
): Map<number, T> {
  return new Map([...departments].filter(([, unit]) => unit.agencyId === agencyId));
}
