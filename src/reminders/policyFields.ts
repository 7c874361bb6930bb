/** A policy in words, field by field. Pure. */
import type { Field } from '../chat/card.ts';
import type { Locale } from '../locale/locale.ts';
import type { ReminderPolicy } from './policy.ts';

export function policyFields(policy: ReminderPolicy, t: Locale): Field[] {
  const words = t.reminders.settings;
  const { label } = words;
  return [
    { label: label.beforeDays, value: words.beforeDays(policy.beforeDays.join(', ')) },
    { label: label.onTheDay, value: policy.onTheDay ? t.common.yes : t.common.no },
    {
      label: label.after,
      value: words.after(policy.afterFirstDays, policy.afterEveryDays, policy.afterMaxCount),
    },
    { label: label.escalate, value: words.escalate(policy.escalateHeadDays, policy.escalateLeaderDays) },
    { label: label.notAccepted, value: words.notAccepted(policy.notAcceptedDays) },
    { label: label.noProgress, value: words.noProgress(policy.noProgressDays) },
    { label: label.atTime, value: t.dates.time(policy.atTime) },
    {
      label: label.hours,
      value: `${t.dates.time(policy.hours.start)} – ${t.dates.time(policy.hours.end)}`,
    },
  ];
}

/** The fields in which they differ, as "old → new". */
export function policyChanges(old: ReminderPolicy, fresh: ReminderPolicy, t: Locale): Field[] {
  const before = policyFields(old, t);
  return policyFields(fresh, t).flatMap((field, index) => {
    const was = before[index]?.value ?? '';
    return was === field.value
      ? []
      : [{ label: field.label, value: t.reminders.settings.from(was, field.value) }];
  });
}
