/** A proposed policy as a button's id: "12.731.125.1.eg.d8.n0.1513", so that what is tried out is what is saved, without a table of
 *  proposals. At most 52 characters beside the action's name (adapters allow 64 bytes for both). Pure. */
import { policyProblem, type ReminderPolicy } from './policy.ts';

export type ProposedPolicy = { agencyId: number; policy: ReminderPolicy };

export function writePolicyCode({ agencyId, policy }: ProposedPolicy): string {
  const { hours } = policy;
  return [
    agencyId,
    policy.beforeDays.map(digit).join(''),
    [policy.afterFirstDays, policy.afterEveryDays, policy.afterMaxCount].map(digit).join(''),
    policy.onTheDay ? 1 : 0,
    ...[policy.atTime, hours.start, hours.end].map((time) => digit(time.hour * 60 + time.minute)),
    [policy.notAcceptedDays, policy.noProgressDays, policy.escalateHeadDays, policy.escalateLeaderDays]
      .map(digit)
      .join(''),
  ].join('.');
}

/** Null for anything that was not written so, or holds a policy that is not allowed. */
export function readPolicyCode(code: string): ProposedPolicy | null {
  const found =
    /^(?<agency>\d{1,12})\.(?<before>[0-9a-z]*)\.(?<after>[0-9a-z]{3})\.(?<day>[01])\.(?<times>[0-9a-z]+\.[0-9a-z]+\.[0-9a-z]+)\.(?<rest>[0-9a-z]{4})$/.exec(
      code,
    )?.groups;
  if (!found) return null;
  const [afterFirstDays = 0, afterEveryDays = 0, afterMaxCount = 0] = digits(found.after);
  const [notAcceptedDays = 0, noProgressDays = 0, escalateHeadDays = 0, escalateLeaderDays = 0] = digits(
    found.rest,
  );
  const times = (found.times ?? '').split('.').map((time) => Number.parseInt(time, 36));
  if (times.some((minutes) => minutes >= 24 * 60)) return null;
  const [atTime, start, end] = times.map(
    (minutes) => new Temporal.PlainTime(Math.floor(minutes / 60), minutes % 60),
  );
  if (!atTime || !start || !end) return null;
  const policy: ReminderPolicy = {
    beforeDays: digits(found.before),
    onTheDay: found.day === '1',
    afterFirstDays,
    afterEveryDays,
    afterMaxCount,
    atTime,
    hours: { start, end },
    notAcceptedDays,
    noProgressDays,
    escalateHeadDays,
    escalateLeaderDays,
  };
  return policyProblem(policy) === null ? { agencyId: Number(found.agency), policy } : null;
}

function digit(value: number): string {
  return value.toString(36);
}

function digits(text: string | undefined): number[] {
  return [...(text ?? '')].map((each) => Number.parseInt(each, 36));
}
