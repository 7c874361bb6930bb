/** A list of assignments as a card. Pure. */
import { lateWorkingDays } from '../calendar/deadlineMoment.ts';
import type { WorkCalendar } from '../calendar/workCalendar.ts';
import type { Button, Card, ListItem } from '../chat/card.ts';
import type { Locale } from '../locale/locale.ts';
import type { AssignmentRow } from './assignmentRows.ts';
import { type ListRequest, type View, writeRequest } from './listRequest.ts';

export const pageSize = 10;

export type CalendarOf = (agencyId: number) => WorkCalendar;

/** Whether the assignment is past its deadline; what waits for review is not. */
function isOverdue(row: AssignmentRow, now: Temporal.Instant): boolean {
  return (
    row.closedAt === null &&
    row.status !== 'submitted' &&
    row.dueAt !== null &&
    Temporal.Instant.compare(row.dueAt, now) <= 0
  );
}

/** How many working days late, by the calendar of the agency that does the work; 0 when it is not. */
export function daysLate(row: AssignmentRow, now: Temporal.Instant, calendarOf: CalendarOf): number {
  if (!row.dueOn || !isOverdue(row, now)) return 0;
  return lateWorkingDays(calendarOf(row.agencyId), { dueOn: row.dueOn, time: row.dueTime }, now);
}

/** One line of a list: code and title; who does it, how far it is, and when it is due. */
export function rowItem(
  row: AssignmentRow,
  facts: { now: Temporal.Instant; t: Locale; calendarOf: CalendarOf; homeAgencyId: number | null },
  button: Button | null,
): ListItem {
  const { now, t, calendarOf, homeAgencyId } = facts;
  const late = isOverdue(row, now);
  const department = row.agencyId === homeAgencyId ? row.department : `${row.department} (${row.agencyCode})`;
  const status = [
    row.urgency === 'normal' ? '' : t.common.urgency[row.urgency],
    t.common.assignmentStatus[row.status],
    row.progressPercent > 0 && row.closedAt === null ? t.reports.row.percent(row.progressPercent) : '',
    row.blocked ? t.reports.row.blocked : '',
  ];
  const due = row.dueOn ? t.reports.row.due(t.dates.shortDue(row.dueOn, row.dueTime)) : t.common.noDeadline;
  const lateness = late ? `, ${t.reports.situation.lateBy(daysLate(row, now, calendarOf))}` : '';
  return {
    text: t.reports.row.line(t.common.taskCode(row.taskId), row.title),
    detail: t.reports.row.detail(
      department,
      t.common.parts[row.part],
      status.filter((each) => each !== '').join(', '),
      due + lateness,
    ),
    tone: late ? 'bad' : row.blocked ? 'warning' : row.status === 'completed' ? 'good' : 'neutral',
    ...(button ? { button } : {}),
  };
}

/** One page. `rows` of at most `pageSize`; `total` in all. */
export function listCard(page: {
  title: string;
  request: ListRequest;
  rows: readonly AssignmentRow[];
  total: number;
  notes: readonly string[];
  now: Temporal.Instant;
  t: Locale;
  calendarOf: CalendarOf;
  homeAgencyId: number | null;
  buttonOf: (row: AssignmentRow) => Button | null;
  tabs: readonly View[];
}): Card {
  const { title, request, rows, total, notes, now, t, buttonOf, tabs } = page;
  const { offset } = request;
  const items = rows.map((row) => rowItem(row, page, buttonOf(row)));
  const blocks: Card['blocks'] = notes.map((text) => ({ kind: 'text', text, style: 'small' }));
  if (items.length > 0) blocks.push({ kind: 'list', items });
  else
    blocks.push({ kind: 'text', text: t.reports.tasks.none[isNarrowed(request) ? 'visible' : request.view] });
  if (total > rows.length) {
    const text = t.reports.tasks.more(offset + 1, offset + rows.length, total);
    blocks.push({ kind: 'text', text, style: 'small' });
  }
  const pageButton = (label: string, to: number): Button[] => {
    const id = writeRequest({ ...request, offset: to });
    return id ? [{ label, action: 'report.list', id }] : [];
  };
  const paging = [
    ...(offset > 0 ? pageButton(t.reports.tasks.previous, Math.max(0, offset - pageSize)) : []),
    ...(offset + rows.length < total ? pageButton(t.reports.tasks.next, offset + pageSize) : []),
  ];
  return {
    title,
    tone: rows.some((row) => isOverdue(row, now)) ? 'warning' : 'neutral',
    blocks,
    buttons: [paging, tabs.flatMap((view) => tabButton(view, request, t))].filter((row) => row.length > 0),
  };
}

/** Something of it was asked for by name, so that "nothing is open" would be no answer. */
function isNarrowed({
  states,
  departmentIds,
  agencyIds,
  personIds,
  programmeId,
  period,
}: ListRequest): boolean {
  const named = states.length + departmentIds.length + agencyIds.length + personIds.length > 0;
  return named || programmeId !== null || period !== null;
}

function tabButton(view: View, request: ListRequest, t: Locale): Button[] {
  if (view !== 'owed' && view !== 'given' && view !== 'following') return [];
  const id = writeRequest({ ...request, view, offset: 0 });
  if (!id) return [];
  const label = t.reports.tasks.tabs[view];
  return [
    {
      label,
      action: 'report.list',
      id,
      on: view === request.view,
      ...(view === request.view ? { style: 'primary' as const } : {}),
    },
  ];
}
