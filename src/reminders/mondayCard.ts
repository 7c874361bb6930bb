/** What a leader sees on Monday morning: totals, what is late and by how much, what comes this week. */
import { z } from 'zod';
import type { Block, ListItem } from '../chat/card.ts';
import type { Renderer } from '../chat/feature.ts';
import type { Locale } from '../locale/locale.ts';
import { calendarOf } from './calendars.ts';
import { deadlineState, stateLine, stateTone } from './digestCard.ts';
import { type AssignmentState, assignmentStates } from './digestState.ts';
import { firstAssignments, totalsOf } from './mondayOverview.ts';

/** Null when the agency neither owes nor has given anything that is open. */
export const drawMonday: Renderer = async (facts, { db, now, t }) => {
  const { agencyId, day } = factsShape.parse(facts);
  const agency = await db
    .selectFrom('agency')
    .select('name')
    .where('id', '=', agencyId)
    .executeTakeFirstOrThrow();
  const calendar = await calendarOf(db, agencyId);
  const first = Temporal.PlainDate.from(day);
  const weekEnd = first
    .add({ days: 8 - first.dayOfWeek })
    .toZonedDateTime(calendar.timeZone)
    .toInstant();
  const owed = await totalsOf(db, 'owed', agencyId, now, weekEnd);
  const given = await totalsOf(db, 'given', agencyId, now, weekEnd);
  if (owed.open + given.open === 0) return null;
  const late = await firstAssignments(db, agencyId, null, now, listedMax);
  const coming = await firstAssignments(db, agencyId, now, weekEnd, listedMax);
  const states = await assignmentStates(db, now, [...late, ...coming]);
  const words = t.reminders.monday;
  return {
    title: words.title(agency.name, t.dates.shortDay(first)),
    tone: owed.late + given.late > 0 ? 'warning' : 'neutral',
    blocks: [
      {
        kind: 'fields',
        fields: [
          { label: words.owed, value: words.totals(owed) },
          { label: words.given, value: words.totals(given) },
        ],
      },
      ...list(words.late, words.nothingLate, inOrder(late, states), t),
      ...list(words.coming, words.nothingComing, inOrder(coming, states), t),
    ],
    buttons: [],
  };
};

const listedMax = 5;

const factsShape = z.object({ agencyId: z.int().positive(), day: z.iso.date() });

function list(title: string, nothing: string, states: readonly AssignmentState[], t: Locale): Block[] {
  if (states.length === 0) return [{ kind: 'text', text: nothing }];
  return [
    { kind: 'text', text: title, style: 'strong' },
    { kind: 'list', items: states.map((state) => listItem(state, t)) },
  ];
}

function listItem(state: AssignmentState, t: Locale): ListItem {
  const code = t.common.taskCode(state.taskId);
  return {
    text: `${code} · ${state.title}`,
    detail: [state.department, deadlineState(state, t), stateLine(state, t)].join(' · '),
    tone: stateTone(state),
    button: { label: t.reminders.button.open(code), action: 'task.open', id: String(state.taskId) },
  };
}

function inOrder(ids: readonly number[], states: ReadonlyMap<number, AssignmentState>): AssignmentState[] {
  return ids.flatMap((id) => states.get(id) ?? []);
}
