/** A proposed policy before it is saved: what changes, and what it would have sent last month beside the one in use. */
import type { Block, Card } from '../chat/card.ts';
import type { Context } from '../chat/context.ts';
import { calendarOf } from './calendars.ts';
import { pastAssignments, pastAssignmentsMax } from './pastMonth.ts';
import { policyOf } from './policies.ts';
import type { ReminderPolicy } from './policy.ts';
import { writePolicyCode } from './policyCode.ts';
import { policyChanges } from './policyFields.ts';
import { type Simulation, simulate } from './simulate.ts';

export async function policyPreview(
  agency: { id: number; name: string },
  fresh: ReminderPolicy,
  { trx, now, t }: Context,
): Promise<Card> {
  const words = t.reminders.settings;
  const { policy: old } = await policyOf(trx, agency.id);
  const calendar = await calendarOf(trx, agency.id);
  const today = now.toZonedDateTimeISO(calendar.timeZone);
  const from = today.subtract({ months: 1 });
  const assignments = await pastAssignments(trx, agency.id, from.toInstant());
  const [present, proposed] = [old, fresh].map((policy) =>
    simulate(assignments, from.toInstant(), now, policy, calendar),
  );
  if (!present || !proposed) throw new Error('both policies are simulated');
  const changes = policyChanges(old, fresh, t);
  const row = (name: keyof typeof words.rows, of: (simulation: Simulation) => number) => [
    words.rows[name],
    String(of(present)),
    String(of(proposed)),
  ];
  const count = String(assignments.length);
  const examples = proposed.examples.map(({ assignment, item }) =>
    words.example(
      t.dates.shortMoment(item.at),
      assignment.department,
      t.common.taskCode(assignment.taskId),
      t.reminders.kinds[item.kind],
    ),
  );
  const exampleBlocks: Block[] =
    examples.length === 0
      ? []
      : [
          { kind: 'text', text: words.examples, style: 'strong' },
          { kind: 'text', text: examples.join('\n') },
        ];
  const sampled = assignments.length === pastAssignmentsMax ? [words.sampled(pastAssignmentsMax)] : [];
  return {
    title: words.previewTitle(agency.name),
    tone: 'neutral',
    blocks: [
      changes.length > 0 ? { kind: 'fields', fields: changes } : { kind: 'text', text: words.unchanged },
      {
        kind: 'text',
        text: words.lastMonth(t.dates.shortDay(from.toPlainDate()), t.dates.shortDay(today.toPlainDate())),
        style: 'strong',
      },
      {
        kind: 'table',
        columns: words.columns,
        rows: [
          [words.rows.assignments, count, count],
          row('messages', (simulation) => simulation.messages),
          row('reminders', (simulation) => simulation.reminders),
          row('toHeads', (simulation) => simulation.toHeads),
          row('toLeaders', (simulation) => simulation.toLeaders),
          row('toGivers', (simulation) => simulation.toGivers),
        ],
      },
      ...exampleBlocks,
      { kind: 'text', text: [...sampled, words.estimated].join(' '), style: 'small' },
    ],
    buttons: [
      [
        {
          label: words.save,
          action: 'policy.save',
          id: writePolicyCode({ agencyId: agency.id, policy: fresh }),
          style: 'primary',
        },
        { label: words.drop, action: 'policy.drop', id: String(agency.id) },
      ],
    ],
  };
}
