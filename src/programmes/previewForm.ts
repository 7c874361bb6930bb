/** The form of a programme to be opened, empty or as understood so far. */
import { UserError } from '../chat/errors.ts';
import { type Form, type FormField, type FormValues, fieldValue } from '../chat/form.ts';
import { matchUnit } from '../language/matching/matchUnits.ts';
import { buildUnitIndex } from '../language/matching/unitIndex.ts';
import type { Locale } from '../locale/locale.ts';
import type { Organisation } from '../tasks/giving/organisation.ts';
import { departmentsInput } from '../tasks/giving/previewForm.ts';
import { type Reader, readUnitsField } from '../tasks/giving/readText.ts';
import { shorten } from '../tasks/giving/shorten.ts';
import type { PreviewContent } from './preview.ts';

export const titleMax = 500;
/** No programme is planned for longer. */
const yearsMax = 30;

/** `content` null: a fresh form. */
export function previewForm(
  content: PreviewContent | null,
  target: { action: string; id: string },
  { organisation, openingAgencyId, thisYear, t }: FormContext,
): Form {
  const words = t.programmes.form;
  const departments = departmentsInput(content?.departmentIds ?? [], {
    organisation,
    homeAgencyId: openingAgencyId,
  });
  return {
    ...target,
    title: words.newTitle,
    submit: words.toPreview,
    fields: [
      {
        name: 'title',
        label: words.title,
        required: true,
        input: { kind: 'text', initial: content?.title ?? '', maxLength: titleMax },
      },
      agenciesField(content?.agencyIds ?? [], { organisation, openingAgencyId, t }),
      ...yearFields(content?.years ?? { from: thisYear, to: thisYear + 4 }, t),
      {
        name: 'departments',
        label: words.departments,
        ...(departments.kind === 'line' ? { hint: words.departmentsHint } : {}),
        required: false,
        input: departments,
      },
    ],
  };
}

export type FormContext = {
  organisation: Organisation;
  openingAgencyId: number;
  thisYear: number;
  t: Locale;
};

/** @throws UserError at the field that is at fault */
export function readPreviewForm(
  values: FormValues,
  {
    openingAgencyId,
    reader,
    organisation,
  }: { openingAgencyId: number; reader: Reader; organisation: Organisation },
): PreviewContent {
  const { t } = reader;
  const title = readTitle(values, t);
  const agencyIds = readAgencies(values.agencies ?? [], { openingAgencyId, organisation, t });
  const years = readYearFields(values, t);
  const departmentIds = [...new Set(readUnitsField(values.departments ?? [], 'departments', reader))];
  const taking = [openingAgencyId, ...agencyIds];
  const outside = departmentIds.find(
    (id) => !taking.includes(organisation.departments.get(id)?.agencyId ?? 0),
  );
  if (outside !== undefined) {
    const words = t.programmes.refusals;
    const name = organisation.departments.get(outside)?.name ?? '';
    throw new UserError(words.departmentOutside(name), words.departmentOutsideMend, 'departments');
  }
  return {
    title,
    years: { ...years, said: 'both' },
    openingAgencyId,
    agencyIds,
    departmentIds,
    unclear: [],
  };
}

/** @throws UserError */
export function readTitle(values: FormValues, t: Locale): string {
  const title = fieldValue(values, 'title').replace(/\s+/gu, ' ');
  const { titleMissing, titleTooLong, titleMend } = t.programmes.refusals;
  if (title === '') throw new UserError(titleMissing, titleMend, 'title');
  if (title.length > titleMax) throw new UserError(titleTooLong(titleMax), titleMend, 'title');
  return title;
}

export function yearFields(years: { from: number; to: number }, t: Locale): FormField[] {
  const words = t.programmes.form;
  const field = (name: string, label: string, initial: number): FormField => ({
    name,
    label,
    required: true,
    input: { kind: 'number', initial, min: 1900, max: 2200 },
  });
  return [field('fromYear', words.fromYear, years.from), field('toYear', words.toYear, years.to)];
}

/** @throws UserError */
export function readYearFields(values: FormValues, t: Locale): { from: number; to: number } {
  const { yearWrong, yearsBackwards, yearsTooMany, yearsMend } = t.programmes.refusals;
  const [from = 0, to = 0] = ['fromYear', 'toYear'].map((name) => {
    const text = fieldValue(values, name);
    const year = /^\d{4}$/u.test(text) ? Number(text) : 0;
    if (year < 1900 || year > 2200) throw new UserError(yearWrong(shorten(text, 20)), yearsMend, name);
    return year;
  });
  if (to < from) throw new UserError(yearsBackwards(from, to), yearsMend, 'toYear');
  if (to - from >= yearsMax) throw new UserError(yearsTooMany(yearsMax), yearsMend, 'toYear');
  return { from, to };
}

/** Slack shows at most 100 options in a list: of more agencies the names are typed. */
const optionsMax = 100;

function agenciesField(
  chosen: readonly number[],
  { organisation, openingAgencyId, t }: Omit<FormContext, 'thisYear'>,
): FormField {
  const others = [...organisation.agencies.values()].filter((unit) => unit.id !== openingAgencyId);
  const words = t.programmes.form;
  const base = { name: 'agencies', label: words.agencies, required: true };
  if (others.length > optionsMax) {
    const initial = chosen.flatMap((id) => organisation.agencies.get(id)?.code ?? []).join(', ');
    return { ...base, hint: words.agenciesHint, input: { kind: 'line', initial } };
  }
  const options = others.map((unit) => ({ value: `${unit.id}`, label: unit.name }));
  return { ...base, input: { kind: 'choices', options, initial: chosen.map(String) } };
}

function readAgencies(
  values: readonly string[],
  { openingAgencyId, organisation, t }: Omit<FormContext, 'thisYear'>,
): number[] {
  const words = t.programmes.refusals;
  const index = buildUnitIndex([...organisation.agencies.values()], { agencyId: openingAgencyId });
  const ids = values
    .flatMap((value) => value.split(/[,;\n]/u))
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .map((name) => {
      if (/^\d+$/u.test(name) && organisation.agencies.has(Number(name))) return Number(name);
      const match = matchUnit(name, index);
      if (match.kind === 'one') return match.unit.id;
      throw new UserError(words.agencyUnknown(shorten(name, 60)), words.agencyMend, 'agencies');
    });
  const others = [...new Set(ids)].filter((id) => id !== openingAgencyId);
  if (others.length === 0) throw new UserError(words.agenciesMissing, words.agencyMend, 'agencies');
  return others;
}
