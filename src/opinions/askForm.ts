/** The form of a round: all its parts, as understood so far. */
import { UserError } from '../chat/errors.ts';
import { type Form, type FormField, type FormValues, fieldValue, type Option } from '../chat/form.ts';
import type { Locale } from '../locale/locale.ts';
import { initialDue } from '../tasks/giving/previewForm.ts';
import { type Reader, readDueField } from '../tasks/giving/readText.ts';
import { shorten } from '../tasks/giving/shorten.ts';
import type { AskContent } from './askPreview.ts';
import type { Target } from './askTarget.ts';
import { splitOptions } from './readAsk.ts';

/** In UTF-16 units: a question fits on a card beside others. */
const questionMax = 1000;
/** A card lists as many people, and as many options stand in two rows of buttons. */
export const leadersMax = 20;
const optionsMax = 8;

export function askForm(
  ask: AskContent,
  target: Target,
  form: { action: string; id: string },
  t: Locale,
): Form {
  const words = t.opinions.preview;
  return {
    ...form,
    title: words.formTitle,
    fields: [
      questionField(ask.question, t),
      leadersField(ask, target, t),
      ...(target.version ? [draftField(ask, target.version.number, t)] : []),
      dateField(ask, t),
      optionsField(ask.options, t),
      ruleField(ask, target, t),
      hiddenField(ask.hidden, t),
      ...(target.programme ? [purposeField(ask, target.programme.title, t)] : []),
    ],
    submit: words.formSubmit,
  };
}

export function questionField(initial: string, t: Locale): FormField {
  const { question, questionHint } = t.opinions.preview;
  const input = { kind: 'text' as const, initial, maxLength: questionMax };
  return { name: 'question', label: question, hint: questionHint, required: false, input };
}

function leadersField(ask: AskContent, { candidates }: Target, t: Locale): FormField {
  const options = candidates.slice(0, choicesMax).map((each) => ({
    value: `${each.personId}`,
    label: shorten(t.opinions.card.seat(each.name, each.agencyCode), labelMax),
  }));
  const initial = ask.leaderIds.map(String).filter((id) => options.some((option) => option.value === id));
  return {
    name: 'leaders',
    label: t.opinions.preview.leaders,
    required: true,
    input: { kind: 'choices', options, initial },
  };
}

/** Slack: at most 100 options, of 75 characters. */
const choicesMax = 100;
const labelMax = 75;

function draftField({ versionId }: AskContent, number: number, t: Locale): FormField {
  const { draft, withDraft, withoutDraft } = t.opinions.preview;
  const options = [
    { value: 'draft', label: withDraft(number) },
    { value: 'question', label: withoutDraft },
  ];
  const initial = versionId === null ? 'question' : 'draft';
  return { name: 'draft', label: draft, required: true, input: { kind: 'choice', options, initial } };
}

export function dateField({ due }: Pick<AskContent, 'due'>, t: Locale): FormField {
  const { date, dateHint } = t.opinions.preview;
  const initial = due ? initialDue(due, t) : '';
  return { name: 'due', label: date, hint: dateHint, required: true, input: { kind: 'date', initial } };
}

export function optionsField(options: readonly string[] | null, t: Locale): FormField {
  const { optionsLabel, optionsHint } = t.opinions.preview;
  const input = { kind: 'text' as const, initial: (options ?? []).join('\n'), maxLength: questionMax };
  return { name: 'options', label: optionsLabel, hint: optionsHint, required: false, input };
}

function ruleField(ask: AskContent, { candidates }: Target, t: Locale): FormField {
  const { rules } = t.opinions;
  const agencies = new Map(candidates.map((each) => [each.agencyId, each.agencyName]));
  const options: Option[] = [
    { value: 'all', label: shorten(rules.all(''), labelMax) },
    { value: 'majority', label: shorten(rules.majority(''), labelMax) },
    ...[...agencies].map(([id, name]) => ({
      value: `lead-${id}`,
      label: shorten(rules.lead(name), labelMax),
    })),
  ];
  const initial = ask.rule === 'lead' ? `lead-${ask.leadAgencyId}` : ask.rule;
  return {
    name: 'rule',
    label: t.opinions.card.rule,
    required: true,
    input: { kind: 'choice', options, initial },
  };
}

export function hiddenField(hidden: boolean, t: Locale): FormField {
  const words = t.opinions.preview;
  const options = [
    { value: 'hidden', label: words.isHidden },
    { value: 'open', label: words.isOpen },
  ];
  const initial = hidden ? 'hidden' : 'open';
  return { name: 'hidden', label: words.hidden, required: true, input: { kind: 'choice', options, initial } };
}

function purposeField({ purpose }: AskContent, programme: string, t: Locale): FormField {
  const words = t.opinions.preview;
  const options = [
    { value: 'opinion', label: words.opinionOnly },
    { value: 'signingLevel', label: shorten(words.signing(programme), labelMax) },
  ];
  return {
    name: 'purpose',
    label: words.purpose,
    required: true,
    input: { kind: 'choice', options, initial: purpose },
  };
}

/** What was filled in, over what was understood before. @throws UserError at the field that is at fault */
export function readAskForm(
  values: FormValues,
  before: AskContent,
  { target, reader }: { target: Target; reader: Reader },
): AskContent {
  const { t } = reader;
  const words = t.opinions.refusals;
  const known = new Set(target.candidates.map((each) => each.personId));
  const leaderIds = values.leaders
    ? values.leaders.map(Number).filter((id) => known.has(id))
    : before.leaderIds;
  if (leaderIds.length === 0) throw new UserError(words.leadersMissing, words.leadersMend, 'leaders');
  if (leaderIds.length > leadersMax)
    throw new UserError(words.leadersMany(leadersMax), words.leadersMend, 'leaders');
  const [rule = '', agency] = fieldValue(values, 'rule').split('-');
  const leadAgencyId = [...target.candidates].find((each) => `${each.agencyId}` === agency)?.agencyId ?? null;
  const draft = fieldValue(values, 'draft');
  const { version } = target;
  const versionId =
    draft === 'question' ? null : draft === 'draft' ? (version?.id ?? null) : before.versionId;
  const due = fieldValue(values, 'due');
  const same = before.due !== null && due === initialDue(before.due, t);
  return {
    ...before,
    question: readQuestion(fieldValue(values, 'question'), versionId !== null, t),
    leaderIds,
    versionId,
    options: readOptions(fieldValue(values, 'options'), t),
    ...(rule === 'lead' && leadAgencyId !== null
      ? { rule: 'lead' as const, leadAgencyId }
      : { rule: rule === 'majority' ? ('majority' as const) : ('all' as const), leadAgencyId: null }),
    hidden: fieldValue(values, 'hidden') === '' ? before.hidden : fieldValue(values, 'hidden') === 'hidden',
    purpose:
      fieldValue(values, 'purpose') === 'signingLevel' && target.programme ? 'signingLevel' : 'opinion',
    due: same ? before.due : readDueField(due, 'due', reader),
  };
}

/** Without words of its own, the question is what leaders think of the draft. @throws UserError */
export function readQuestion(text: string, hasDraft: boolean, t: Locale): string {
  const words = t.opinions.refusals;
  if (text.length > questionMax) {
    throw new UserError(words.questionLong(questionMax), words.questionShorten, 'question');
  }
  const bare = /^(?:(?:bản\s+)?dự\s+thảo|(?:ban\s+)?du\s+thao|(?:the\s+)?draft)?$/iu.test(text);
  return bare && hasDraft ? t.opinions.preview.aboutDraft : text;
}

/** '' : the usual three. @throws UserError */
export function readOptions(text: string, t: Locale): string[] | null {
  const options = splitOptions(text);
  if (options.length === 0) return null;
  return checkOptions(options, t);
}

/** @throws UserError */
export function checkOptions(options: string[], t: Locale): string[] {
  const words = t.opinions.refusals;
  if (options.length < 2) throw new UserError(words.oneOption, words.optionsMend, 'options');
  if (options.length > optionsMax)
    throw new UserError(words.optionsMany(optionsMax), words.optionsMend, 'options');
  if (options.some((option) => option.length > optionMax)) {
    throw new UserError(words.optionLong(optionMax), words.optionsMend, 'options');
  }
  return options;
}

const optionMax = 200;
