/** The form of an item, new or to be changed, and what came back. */
import type { Context } from '../chat/context.ts';
import { UserError } from '../chat/errors.ts';
import { type Form, type FormField, type FormValues, fieldValue, type Option } from '../chat/form.ts';
import { shorten } from '../tasks/giving/shorten.ts';
import { readId } from '../tasks/locked.ts';
import { kinds } from './item.ts';
import type { ItemColumns } from './registerStore.ts';
import { checkedTitle, descriptionMax, descriptionOf, titleMax } from './texts.ts';

/** Slack shows at most 100 options, of 75 characters each; one is "none". */
const optionsMax = 99;
const labelMax = 75;

export async function itemForm(
  { action, id, title }: Pick<Form, 'action' | 'id' | 'title'>,
  agencyId: number,
  item: ItemColumns,
  context: Context,
): Promise<Form> {
  const { t } = context;
  const { form } = t.register;
  const programmes = await programmesOf(agencyId, context);
  return {
    action,
    id,
    title,
    fields: [
      choice('kind', form.kind, kindOptions(context), item.kind),
      {
        name: 'title',
        label: form.title,
        required: true,
        input: { kind: 'line', maxLength: titleMax, ...(item.title === '' ? {} : { initial: item.title }) },
      },
      {
        name: 'description',
        label: form.description,
        required: false,
        input: {
          kind: 'text',
          maxLength: descriptionMax,
          ...(item.description === '' ? {} : { initial: item.description }),
        },
      },
      choice(
        'department',
        form.department,
        await departmentsOf(agencyId, context),
        `${item.departmentId ?? 0}`,
      ),
      choice('visibility', form.visibility, visibilityOptions(context), item.visibility),
      ...(programmes.length > 0
        ? [
            choice(
              'programme',
              form.programme,
              [none(form.noProgramme), ...programmes],
              `${item.programmeId ?? 0}`,
            ),
          ]
        : []),
    ],
    submit: form.save,
  };
}

/** @throws UserError at the field that is at fault */
export async function readItemForm(
  values: FormValues,
  agencyId: number,
  context: Context,
): Promise<ItemColumns> {
  const { t } = context;
  const { refusals } = t.register;
  const kind = kinds.find((each) => each === fieldValue(values, 'kind'));
  if (!kind) throw new UserError(refusals.kindMissing, refusals.choose, 'kind');
  const visibility = fieldValue(values, 'visibility') === 'partners' ? 'partners' : 'own';
  return {
    kind,
    title: checkedTitle(fieldValue(values, 'title'), t, 'title'),
    description: descriptionOf(fieldValue(values, 'description'), t, 'description'),
    departmentId: chosen(values, 'department', await departmentsOf(agencyId, context), context),
    visibility,
    programmeId: chosen(values, 'programme', await programmesOf(agencyId, context), context),
  };
}

/** Null for "none" and for a field that was not there. @throws UserError for what is not in the list */
export function chosen(
  values: FormValues,
  name: string,
  options: readonly Option[],
  { t }: Context,
): number | null {
  const value = fieldValue(values, name);
  if (value === '' || value === '0') return null;
  if (options.some((each) => each.value === value)) return readId(value);
  throw new UserError(t.register.refusals.notInList, t.register.refusals.choose, name);
}

export function choice(name: string, label: string, options: Option[], initial: string): FormField {
  const known = options.some((each) => each.value === initial);
  const input = { kind: 'choice' as const, options, ...(known ? { initial } : {}) };
  return { name, label, required: true, input };
}

function none(label: string): Option {
  return { value: '0', label };
}

function kindOptions({ t }: Context): Option[] {
  return kinds.map((kind) => ({ value: kind, label: t.register.kinds[kind] }));
}

function visibilityOptions({ t }: Context): Option[] {
  const { own, partnersChoice } = t.register.visibility;
  return [
    { value: 'own', label: own },
    { value: 'partners', label: partnersChoice },
  ];
}

/** None of them first. */
export async function departmentsOf(agencyId: number, { trx, t }: Context): Promise<Option[]> {
  const rows = await trx
    .selectFrom('department')
    .select(['id', 'name'])
    .where('agency_id', '=', agencyId)
    .where('closed_at', 'is', null)
    .orderBy('id')
    .limit(optionsMax)
    .execute();
  const options = rows.map(({ id, name }) => ({ value: `${id}`, label: shorten(name, labelMax) }));
  return [none(t.register.form.noDepartment), ...options];
}

/** Programmes that the agency takes part in. */
async function programmesOf(agencyId: number, { trx }: Context): Promise<Option[]> {
  const rows = await trx
    .selectFrom('programme as p')
    .innerJoin('programme_agency as a', 'a.programme_id', 'p.id')
    .select(['p.id', 'p.title'])
    .where('a.agency_id', '=', agencyId)
    .where('a.status', '=', 'agreed')
    .where('p.status', '<>', 'concluded')
    .orderBy('p.id', 'desc')
    .limit(optionsMax)
    .execute();
  return rows.map(({ id, title }) => ({ value: `${id}`, label: shorten(title, labelMax) }));
}
