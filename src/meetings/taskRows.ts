/** The tasks of a record as they stand in its minutes: as they were given, else as their words are understood. */
import type { Kysely } from 'kysely';
import { UserError } from '../chat/errors.ts';
import type { Database } from '../database/tables.ts';
import type { Locale } from '../locale/locale.ts';
import { calendarOf } from '../reminders/calendars.ts';
import { dueText } from '../tasks/card.ts';
import { loadOrganisation, type Organisation, unitLabel } from '../tasks/giving/organisation.ts';
import type { PreviewTask, UnitRole } from '../tasks/giving/preview.ts';
import { type Reader, readTasks } from '../tasks/giving/readText.ts';
import { loadTasks } from '../tasks/load.ts';
import type { TaskView } from '../tasks/task.ts';
import { type Item, itemsOf, type Meeting } from './meeting.ts';

export type TaskRow = { title: string; leads: string; coordinating: string; due: string };

export async function taskRows(
  db: Kysely<Database>,
  now: Temporal.Instant,
  meeting: Meeting,
  t: Locale,
): Promise<TaskRow[]> {
  const items = itemsOf(meeting, 'task');
  if (items.length === 0) return [];
  const given = await loadTasks(
    db,
    items.flatMap(({ taskIds }) => taskIds),
  );
  const organisation = await loadOrganisation(db);
  const calendar = await calendarOf(db, meeting.agency.id);
  const { id } = meeting.agency;
  const reader: Reader = {
    now: now.toZonedDateTimeISO(calendar.timeZone),
    calendar,
    units: organisation.units,
    homeAgencyId: id,
    agencyId: id,
    t,
  };
  return items.flatMap((item) => {
    const tasks = item.taskIds.flatMap((taskId) => given.get(taskId) ?? []);
    if (tasks.length > 0) return tasks.map((task) => givenRow(task, id, t));
    return understood(item, reader).map((task) => previewRow(task, organisation, t, item));
  });
}

function givenRow({ title, assignments, due }: TaskView, homeAgencyId: number, t: Locale): TaskRow {
  const names = (part: 'lead' | 'coordinating') =>
    assignments
      .filter((each) => each.part === part && each.status !== 'cancelled')
      .map(({ department, agency }) =>
        agency.id === homeAgencyId ? department.name : `${department.name} (${agency.code})`,
      )
      .join(', ');
  return { title, leads: names('lead'), coordinating: names('coordinating'), due: dueText(due, t) };
}

/** Words that make no task stand in the minutes as they were said. */
function understood(item: Item, reader: Reader): PreviewTask[] | [null] {
  try {
    return readTasks(item.text, null, reader).map(({ task }) => task);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return [null];
  }
}

function previewRow(task: PreviewTask | null, organisation: Organisation, t: Locale, item: Item): TaskRow {
  if (!task) return { title: item.text, leads: '', coordinating: '', due: '' };
  const names = (role: UnitRole) =>
    task.units
      .filter((unit) => unit.role === role)
      .map(({ departmentId, words }) => {
        const unit = departmentId === null ? undefined : organisation.departments.get(departmentId);
        return unit ? unitLabel(unit, task.agencyId) : words;
      })
      .join(', ');
  const { due } = task;
  return {
    title: task.title || item.text,
    leads: names('lead'),
    coordinating: names('coordinating'),
    due: due?.dueOn ? t.dates.due(due.dueOn, due.time) : (due?.words ?? ''),
  };
}
