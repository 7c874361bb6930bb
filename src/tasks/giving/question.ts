/** What must still be asked about a preview, one question at a time, and the buttons that answer it. Pure. */
import { type Button, cardLimits } from '../../chat/card.ts';
import type { Locale } from '../../locale/locale.ts';
import { type Organisation, openDepartments, unitLabel } from './organisation.ts';
import type { Preview, PreviewDue, PreviewTask, PreviewUnit, UnitOption } from './preview.ts';
import { shorten } from './shorten.ts';
import { dayProblem } from './understand.ts';

export type Question = {
  about: 'agency' | 'unit' | 'lead' | 'title' | 'due';
  text: string;
  buttons: Button[][];
};

export type QuestionContext = {
  organisation: Organisation;
  /** Agencies the maker may give for. */
  agencyIds: readonly number[];
  /** In the zone of the giving agency. */
  now: Temporal.ZonedDateTime;
  t: Locale;
};

/** In the order in which they are best answered. Empty: it may be given as it stands. */
export function openQuestions(preview: Preview, context: QuestionContext): Question[] {
  const { task } = preview;
  const { ask } = context.t.giving;
  return [
    ...(task.agencyId === null ? [agencyQuestion(preview, context)] : []),
    ...task.units.flatMap((unit, index) =>
      unit.departmentId === null ? [unitQuestion(preview, unit, index, context)] : [],
    ),
    ...(leadMissing(task) ? [{ about: 'lead', text: ask.lead, buttons: [] } satisfies Question] : []),
    ...(task.title === '' ? [{ about: 'title', text: ask.title, buttons: [] } satisfies Question] : []),
    ...dueQuestion(preview, context),
  ];
}

/** The departments that an open question offers. A name that nobody bears may mean any of them. */
export function optionsFor(
  unit: PreviewUnit,
  organisation: Organisation,
  homeAgencyId: number | null,
): UnitOption[] {
  if (isNobody(unit)) return openDepartments(organisation, homeAgencyId).slice(0, optionsMax).map(asOption);
  const [only] = unit.options;
  if (unit.options.length !== 1 || only?.kind !== 'agency') return unit.options;
  return openDepartments(organisation, only.id)
    .filter((department) => department.agencyId === only.id)
    .slice(0, optionsMax)
    .map(asOption);
}

/** Slack shows at most 100 options in a list; who needs another one names it in the form of the whole task. */
const optionsMax = 100;

function asOption({ id }: { id: number }): UnitOption {
  return { kind: 'department', id };
}

function isNobody({ question }: PreviewUnit): boolean {
  return question === 'unknown' || question === 'closed';
}

/** `<preview>.<version>.<unit>.<d or a><id>`; `x` instead of the last part drops the unit. */
function choiceId(preview: Preview, index: number, option: UnitOption | null): string {
  const chosen = option ? `${option.kind === 'department' ? 'd' : 'a'}${option.id}` : 'x';
  return `${preview.id}.${preview.version}.${index}.${chosen}`;
}

/** The name of an option; with the agency, because two may bear one name. */
export function optionLabel(option: UnitOption, organisation: Organisation): string {
  const unit = (option.kind === 'department' ? organisation.departments : organisation.agencies).get(
    option.id,
  );
  return unit ? unitLabel(unit, null) : '';
}

const otherDaysMax = 2;

/** More options than fit into a row beside the ways out are chosen in a form. */
const optionButtonsMax = 3;

function agencyQuestion({ id }: Preview, { organisation, agencyIds, t }: QuestionContext): Question {
  const buttons = agencyIds.map(
    (agencyId): Button => ({
      label: short(organisation.agencies.get(agencyId)?.name ?? ''),
      action: 'assign.agency',
      id: `${id}.${agencyId}`,
    }),
  );
  return { about: 'agency', text: t.giving.ask.agency, buttons: rows(buttons) };
}

function unitQuestion(
  preview: Preview,
  unit: PreviewUnit,
  index: number,
  { organisation, t }: QuestionContext,
): Question {
  const { ask, button, roleNames } = t.giving;
  const sentences = {
    several: ask.several,
    spelling: ask.spelling,
    agency: ask.agencyUnit,
    unknown: ask.unknown,
    closed: ask.closed,
  };
  const options = isNobody(unit) ? unit.options : optionsFor(unit, organisation, preview.task.agencyId);
  const few = options.length <= optionButtonsMax;
  const direct: Button[] = few
    ? options.map((option) => ({
        label: short(optionLabel(option, organisation)),
        action: 'assign.choose',
        id: choiceId(preview, index, option),
      }))
    : [];
  const id = `${preview.id}.${preview.version}.${index}`;
  const fromList: Button[] =
    few && !isNobody(unit) ? [] : [{ label: button.choose, action: 'assign.choose', id, style: 'primary' }];
  const drop: Button = {
    label: short(button.dropUnit(unit.words)),
    action: 'assign.choose',
    id: choiceId(preview, index, null),
  };
  return {
    about: 'unit',
    text: sentences[unit.question ?? 'unknown'](unit.words, roleNames[unit.role].toLowerCase()),
    buttons: [[...direct, ...fromList, drop]],
  };
}

/** After a name was put right: to keep it as another name of the department, for whoever may. */
export function learnButtons(preview: Preview, { organisation, agencyIds, t }: QuestionContext): Button[][] {
  const buttons = preview.task.units.flatMap((unit, index): Button[] => {
    const department =
      unit.departmentId === null ? undefined : organisation.departments.get(unit.departmentId);
    if (unit.correction !== 'said' || !department || !agencyIds.includes(department.agencyId)) return [];
    const label = short(t.giving.button.learn(unit.words, department.name));
    return [{ label, action: 'assign.learn', id: `${preview.id}.${preview.version}.${index}` }];
  });
  return rows(buttons.slice(0, optionButtonsMax));
}

/** Beside a name that was taken for the own agency's: what else it may mean. */
export function otherUnitButtons(preview: Preview, { organisation, t }: QuestionContext): Button[][] {
  const buttons = preview.task.units.flatMap((unit, index) =>
    unit.departmentId === null
      ? []
      : unit.options.map(
          (option): Button => ({
            label: short(t.giving.button.otherUnit(unit.words, optionLabel(option, organisation))),
            action: 'assign.choose',
            id: choiceId(preview, index, option),
          }),
        ),
  );
  return rows(buttons.slice(0, optionButtonsMax));
}

function leadMissing(task: PreviewTask): boolean {
  return !task.units.some((unit) => unit.role === 'lead');
}

function dueQuestion({ id, task }: Preview, context: QuestionContext): Question[] {
  const { now, t } = context;
  const { ask, button } = t.giving;
  const { due, recurrence } = task;
  const set: Button = { label: button.setDue, action: 'assign.due', id: `${id}` };
  // A series without a day would never come again.
  const none: Button[] =
    recurrence === null ? [{ label: button.noDeadline, action: 'assign.noDeadline', id: `${id}` }] : [];
  const setOrNone = (text: string): Question[] => [{ about: 'due', text, buttons: [[set, ...none]] }];
  if (!due)
    return [{ about: 'due', text: ask.noDue, buttons: [[...otherDays(id, task, context), set, ...none]] }];
  const written = due.dueOn ? t.dates.due(due.dueOn, due.time) : due.words;
  switch (presentProblem(due, now)) {
    case 'past':
      return setOrNone(ask.duePast(written));
    case 'too-far':
      return setOrNone(ask.dueTooFar(written));
    case 'no-such-day':
      return setOrNone(ask.dueNoSuchDay(due.words));
    case 'event-unknown':
      return setOrNone(ask.dueEventUnknown(due.words));
    case null: {
      if (due.sure !== 'ask') return [];
      const right: Button = { label: short(button.rightDue(written)), action: 'assign.dueSure', id: `${id}` };
      return [{ about: 'due', text: ask.dueSure(due.words, written), buttons: [[right, set]] }];
    }
  }
}

/** Days that the line named without making them the deadline. */
function otherDays(id: number, { otherDates }: PreviewTask, { now, t }: QuestionContext): Button[] {
  return otherDates
    .flatMap((each, index): Button[] => {
      if (each.dueOn === null || presentProblem(each, now) !== null) return [];
      const label = short(t.giving.button.takeDue(t.dates.shortDue(each.dueOn, each.time), each.words));
      return [{ label, action: 'assign.due', id: `${id}.o${index}` }];
    })
    .slice(0, otherDaysMax);
}

/** What is wrong with the deadline now: time may have passed since it was read. */
export function presentProblem(due: PreviewDue, now: Temporal.ZonedDateTime): PreviewDue['problem'] {
  if (due.dueOn === null) return due.problem ?? 'event-unknown';
  return dayProblem(due.dueOn, due.time, now);
}

function short(label: string): string {
  return shorten(label, cardLimits.buttonLabel);
}

function rows(buttons: readonly Button[]): Button[][] {
  const size = cardLimits.buttonsPerRow;
  return Array.from({ length: Math.ceil(buttons.length / size) }, (_, row) =>
    buttons.slice(row * size, (row + 1) * size),
  );
}
