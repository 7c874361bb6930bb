/** Nhắc lại sau: a department puts its reminders off, for a few days and never past the morning of the deadline. What its head and
 *  leader are told stays as planned. */
import type { Context } from '../chat/context.ts';
import { UserError } from '../chat/errors.ts';
import type { Action } from '../chat/feature.ts';
import { type FormField, fieldValue } from '../chat/form.ts';
import { recordEvent } from '../history/recordEvent.ts';
import { allowedAssignments } from '../people/permissions.ts';
import { calendarsOf } from './calendars.ts';
import type { AssignmentState } from './digestState.ts';
import { audienceOf } from './nextItem.ts';
import { planFor } from './plan.ts';
import { lockedPlanRows, planFacts } from './planned.ts';
import { policiesOf } from './policies.ts';
import { defaultPolicy } from './policy.ts';
import { pressedDigest } from './pressedDigest.ts';
import { replan } from './replan.ts';
import { type SnoozeSpan, snoozeSpans, snoozeUntil } from './snoozeSpan.ts';

export const snooze: Action = {
  name: 'reminder.snooze',

  async press(key, context) {
    const { t } = context;
    const states = await ownStates(key, context);
    const choices = await snoozeChoices(states, context);
    const words = t.reminders.snooze;
    const spans = snoozeSpans.flatMap((span) => {
      const times = states.flatMap((state) => choices.get(state.assignmentId)?.get(span) ?? []);
      const first = times[0];
      if (!first) return [];
      const sameForAll = times.every((time) => time.equals(first));
      const label = words.spans[span];
      return [{ value: span, label: sameForAll ? words.option(label, t.dates.shortMoment(first)) : label }];
    });
    if (spans.length === 0) throw new UserError(words.nothingToPutOff, words.nothingMend);
    const which: FormField = {
      name: 'which',
      label: words.which,
      required: true,
      input: {
        kind: 'choices',
        options: states.map((state) => ({
          value: String(state.assignmentId),
          label: `${t.common.taskCode(state.taskId)} · ${state.title}`,
        })),
        initial: states.map((state) => String(state.assignmentId)),
      },
    };
    const when: FormField = {
      name: 'when',
      label: words.when,
      required: true,
      input: { kind: 'choice', options: spans },
    };
    return {
      kind: 'form',
      form: {
        action: 'reminder.snooze',
        id: key,
        title: words.title,
        fields: states.length > 1 ? [which, when] : [when],
        submit: words.submit,
      },
    };
  },

  async submit(key, values, context) {
    const { trx, now, who, t } = context;
    const words = t.reminders.snooze;
    const span = snoozeSpans.find((each) => each === fieldValue(values, 'when'));
    if (!span) throw new UserError(words.chooseWhen, '', 'when');
    const states = await ownStates(key, context);
    const wanted = states.length > 1 ? (values.which ?? []) : states.map((each) => String(each.assignmentId));
    const chosen = states.filter((state) => wanted.includes(String(state.assignmentId)));
    if (chosen.length === 0) throw new UserError(words.chooseWhich, '', 'which');
    const choices = await snoozeChoices(chosen, context);
    const done = new Map<string, { until: Temporal.Instant; states: AssignmentState[] }>();
    const kept: AssignmentState[] = [];
    for (const state of chosen) {
      const until = choices.get(state.assignmentId)?.get(span);
      if (!until) {
        kept.push(state);
        continue;
      }
      await replan(trx, now, [state.assignmentId], { until, by: who.personId });
      await recordSnooze(state, until, context);
      const group = done.get(until.toString()) ?? { until, states: [] };
      group.states.push(state);
      done.set(until.toString(), group);
    }
    const codes = (list: readonly AssignmentState[]) =>
      list.map((state) => t.common.taskCode(state.taskId)).join(', ');
    const lines = [...done.values()].map((group) =>
      words.done(codes(group.states), t.dates.moment(group.until)),
    );
    if (kept.length > 0) lines.push(words.kept(codes(kept)));
    return { kind: 'toast', text: lines.join('\n') };
  },
};

/** What in the digest the actor's own departments have to do. @throws UserError when that is nothing */
async function ownStates(key: string, context: Context): Promise<AssignmentState[]> {
  const { trx, who, t } = context;
  const { lines } = await pressedDigest(key, context);
  const owed = lines.filter(({ item }) => audienceOf[item.kind] === 'department').map(({ state }) => state);
  if (owed.length === 0) throw new UserError(t.reminders.gone, t.reminders.goneMend);
  const ids = owed.map((state) => state.assignmentId);
  const own = await allowedAssignments(trx, who, 'progress', ids);
  if (own.size === 0) throw new UserError(t.common.notAllowed, t.common.askWhoMay);
  return owed.filter((state) => own.has(state.assignmentId));
}

/** Until when each span would put off each assignment; a span is missing where it would lead past the morning of the deadline. */
async function snoozeChoices(
  states: readonly AssignmentState[],
  { trx, now }: Context,
): Promise<Map<number, Map<SnoozeSpan, Temporal.Instant>>> {
  const rows = await lockedPlanRows(
    trx,
    states.map((state) => state.assignmentId),
  );
  const agencyIds = rows.map((row) => row.agency_id);
  const policies = await policiesOf(trx, agencyIds);
  const calendars = await calendarsOf(trx, agencyIds);
  return new Map(
    rows.map((row) => {
      const calendar = calendars.get(row.agency_id);
      if (!calendar) throw new Error(`there is no agency ${row.agency_id}`);
      const policy = policies.get(row.agency_id)?.policy ?? defaultPolicy;
      const plan = planFor(planFacts(row), { ...policy, onTheDay: true }, calendar);
      const morning = plan.find((item) => item.kind === 'onTheDay')?.at ?? null;
      const spans = snoozeSpans.flatMap((span): [SnoozeSpan, Temporal.Instant][] => {
        const until = snoozeUntil(span, now, morning, policy, calendar);
        return until ? [[span, until]] : [];
      });
      return [row.id, new Map(spans)];
    }),
  );
}

function recordSnooze(
  state: AssignmentState,
  until: Temporal.Instant,
  { trx, now, who, account }: Context,
): Promise<number> {
  return recordEvent(trx, {
    at: now,
    kind: 'reminder.snoozed',
    personId: who.personId,
    platform: account.platform,
    agencyId: state.agency.id,
    taskId: state.taskId,
    assignmentId: state.assignmentId,
    data: { until: until.toString() },
  });
}
