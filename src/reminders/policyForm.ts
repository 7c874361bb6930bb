/** The form in which a policy is changed, and how its answers are read. Pure. */
import { UserError } from '../chat/errors.ts';
import { type Form, type FormField, type FormValues, fieldValue } from '../chat/form.ts';
import type { Locale } from '../locale/locale.ts';
import { policyLimits, policyProblem, type ReminderPolicy } from './policy.ts';

export function policyForm(agencyId: number, policy: ReminderPolicy, t: Locale): Form {
  const words = t.reminders.settings;
  const line = (name: 'atTime' | 'hoursStart' | 'hoursEnd', time: Temporal.PlainTime): FormField => ({
    name,
    label: words.field[name],
    required: true,
    input: { kind: 'line', initial: t.dates.time(time), maxLength: 8 },
  });
  const count = (name: CountField, min: number, max: number): FormField => ({
    name,
    label: words.field[name],
    required: true,
    input: { kind: 'number', initial: policy[name], min, max },
  });
  const { days, afterCount } = policyLimits;
  return {
    action: 'policy.try',
    id: String(agencyId),
    title: words.formTitle,
    intro: words.formIntro,
    fields: [
      {
        name: 'beforeDays',
        label: words.field.beforeDays,
        hint: words.field.beforeDaysHint,
        required: false,
        input: { kind: 'line', initial: policy.beforeDays.join(', '), maxLength: 60 },
      },
      {
        name: 'onTheDay',
        label: words.field.onTheDay,
        required: true,
        input: {
          kind: 'choice',
          options: [
            { value: 'yes', label: t.common.yes },
            { value: 'no', label: t.common.no },
          ],
          initial: policy.onTheDay ? 'yes' : 'no',
        },
      },
      count('afterFirstDays', 1, days),
      count('afterEveryDays', 1, days),
      count('afterMaxCount', 0, afterCount),
      line('atTime', policy.atTime),
      line('hoursStart', policy.hours.start),
      line('hoursEnd', policy.hours.end),
      count('notAcceptedDays', 1, days),
      count('noProgressDays', 1, days),
      count('escalateHeadDays', 1, days),
      count('escalateLeaderDays', 1, days),
    ],
    submit: words.submit,
  };
}

type CountField =
  | 'afterFirstDays'
  | 'afterEveryDays'
  | 'afterMaxCount'
  | 'notAcceptedDays'
  | 'noProgressDays'
  | 'escalateHeadDays'
  | 'escalateLeaderDays';

/** @throws UserError naming the field at fault */
export function readPolicyForm(values: FormValues, t: Locale): ReminderPolicy {
  const { wrong, wrongMend } = t.reminders.settings;
  const refuse = (what: string, field: string) => new UserError(what, wrongMend, field);
  const { days, beforeCount, afterCount } = policyLimits;
  const count = (field: CountField, min: number, max: number): number => {
    const text = fieldValue(values, field);
    const value = /^\d{1,3}$/.test(text) ? Number(text) : Number.NaN;
    if (value >= min && value <= max) return value;
    throw refuse(field === 'afterMaxCount' ? wrong.afterCount(max) : wrong.days(max), field);
  };
  const time = (field: string): Temporal.PlainTime => {
    const read = readTime(fieldValue(values, field));
    if (read) return read;
    throw refuse(wrong.time, field);
  };
  const beforeDays = readDays(fieldValue(values, 'beforeDays'));
  if (!beforeDays || beforeDays.length > beforeCount || beforeDays.some((each) => each < 1 || each > days)) {
    throw refuse(wrong.beforeDays(beforeCount, days), 'beforeDays');
  }
  const policy: ReminderPolicy = {
    beforeDays,
    onTheDay: fieldValue(values, 'onTheDay') !== 'no',
    afterFirstDays: count('afterFirstDays', 1, days),
    afterEveryDays: count('afterEveryDays', 1, days),
    afterMaxCount: count('afterMaxCount', 0, afterCount),
    atTime: time('atTime'),
    hours: { start: time('hoursStart'), end: time('hoursEnd') },
    notAcceptedDays: count('notAcceptedDays', 1, days),
    noProgressDays: count('noProgressDays', 1, days),
    escalateHeadDays: count('escalateHeadDays', 1, days),
    escalateLeaderDays: count('escalateLeaderDays', 1, days),
  };
  const problem = policyProblem(policy);
  if (problem === 'hours') throw refuse(wrong.hours, 'hoursEnd');
  if (problem === 'atTime') throw refuse(wrong.atTime, 'atTime');
  return policy;
}

/** "7, 3 và 1" → [7, 3, 1], the longest first, each once; null when something else stands there. */
function readDays(text: string): number[] | null {
  const parts = text.split(/[\s,;.]+|và|and/u).filter((part) => part !== '');
  if (!parts.every((part) => /^\d{1,3}$/.test(part))) return null;
  return [...new Set(parts.map(Number))].sort((a, b) => b - a);
}

/** "08:30", "8h30", "8h", "8.30", "8 giờ 30" */
function readTime(text: string): Temporal.PlainTime | null {
  const found = /^(?<hour>\d{1,2})\s*(?:[:h.]|giờ)?\s*(?<minute>\d{2})?(?:\s*phút)?$/iu.exec(text)?.groups;
  const hour = Number(found?.hour ?? Number.NaN);
  const minute = Number(found?.minute ?? 0);
  return hour < 24 && minute < 60 ? new Temporal.PlainTime(hour, minute) : null;
}
