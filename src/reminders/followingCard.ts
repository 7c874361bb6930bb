/** What somebody who watches tasks sees on Monday morning: which are late, which fall due this week, what happened last week. */
import { z } from 'zod';
import type { Block, Card, ListItem } from '../chat/card.ts';
import type { Renderer } from '../chat/feature.ts';
import type { Locale } from '../locale/locale.ts';
import { loadActorOf } from '../people/identify.ts';
import { allowedTasks } from '../people/permissions.ts';
import { calendarOf } from './calendars.ts';
import { deadlineState, stateLine, stateTone } from './digestCard.ts';
import { type AssignmentState, assignmentStates } from './digestState.ts';
import { changedSince, type Follower, followedTasks, type LastChange, owedUntil } from './followed.ts';

/** Null when nothing is late, due or new: who only watches is not told that all is quiet. */
export const drawFollowing: Renderer = async (facts, { db, now, t }) => {
  const { agencyId, day, follower } = factsShape.parse(facts);
  const calendar = await calendarOf(db, agencyId);
  const first = Temporal.PlainDate.from(day);
  const startOf = (date: Temporal.PlainDate) => date.toZonedDateTime(calendar.timeZone).toInstant();
  const monday = first.subtract({ days: first.dayOfWeek - 1 });
  const taskIds = await seenBy(db, follower, await followedTasks(db, follower));
  const late = await owedUntil(db, taskIds, null, now);
  const coming = await owedUntil(db, taskIds, now, startOf(monday.add({ days: 7 })));
  const changed = await changedSince(db, taskIds, startOf(monday.subtract({ days: 7 })));
  if (late.length + coming.length + changed.length === 0) return null;
  const states = await assignmentStates(db, now, [...firstOf(late), ...firstOf(coming)]);
  const inOrder = (ids: readonly number[]) => firstOf(ids).flatMap((id) => states.get(id) ?? []);
  const words = t.reminders.following;
  return {
    title: words.title(t.dates.shortDay(first)),
    tone: late.length > 0 ? 'warning' : 'neutral',
    blocks: [
      {
        kind: 'text',
        text: words.totals({ followed: taskIds.length, late: late.length, thisWeek: coming.length }),
      },
      ...list(
        words.late,
        late.length,
        inOrder(late).map((state) => workItem(state, t)),
        t,
      ),
      ...list(
        words.coming,
        coming.length,
        inOrder(coming).map((state) => workItem(state, t)),
        t,
      ),
      ...list(
        words.changed,
        changed.length,
        firstOf(changed).map((each) => changeItem(each, t)),
        t,
      ),
      { kind: 'text', text: words.why, style: 'small' },
    ],
    buttons: [],
  } satisfies Card;
};

const listedMax = 5;

const factsShape = z.object({
  agencyId: z.int().positive(),
  day: z.iso.date(),
  follower: z.union([z.object({ personId: z.int() }), z.object({ departmentId: z.int() })]),
});

/** A person who may no longer see a task hears nothing of it. */
async function seenBy(
  db: Parameters<typeof followedTasks>[0],
  follower: Follower,
  taskIds: number[],
): Promise<number[]> {
  if (!('personId' in follower)) return taskIds;
  const actor = await loadActorOf(db, follower.personId);
  if (!actor) return [];
  const allowed = await allowedTasks(db, actor, 'see', taskIds);
  return taskIds.filter((id) => allowed.has(id));
}

function firstOf<T>(all: readonly T[]): readonly T[] {
  return all.slice(0, listedMax);
}

function list(title: string, count: number, items: readonly ListItem[], t: Locale): Block[] {
  if (items.length === 0) return [];
  const text = count > items.length ? t.reminders.following.first(title, items.length, count) : title;
  return [
    { kind: 'text', text, style: 'strong' },
    { kind: 'list', items: [...items] },
  ];
}

function workItem(state: AssignmentState, t: Locale): ListItem {
  return {
    ...taskItem(state, t),
    detail: [state.department, deadlineState(state, t), stateLine(state, t)].join(' · '),
    tone: stateTone(state),
  };
}

function changeItem(change: LastChange, t: Locale): ListItem {
  const events: Readonly<Record<string, string>> = t.reports.events;
  const { at, department } = change;
  const detail = t.reminders.following.change(t.dates.shortMoment(at), events[change.kind] ?? '', department);
  return { ...taskItem(change, t), detail };
}

function taskItem({ taskId, title }: { taskId: number; title: string }, t: Locale): ListItem {
  const code = t.common.taskCode(taskId);
  return {
    text: `${code} · ${title}`,
    button: { label: t.reminders.button.open(code), action: 'task.open', id: String(taskId) },
  };
}
