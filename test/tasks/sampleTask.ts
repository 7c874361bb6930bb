/** A task to draw: a lead, a coordinating department, and one of another agency. */
import { buildCalendar } from '../../src/calendar/buildCalendar.ts';
import { lastMoment } from '../../src/calendar/deadlineMoment.ts';
import { localeFor } from '../../src/locale/locale.ts';
import type { CardViewer } from '../../src/tasks/cardViewer.ts';
import type { AssignmentView, Due, TaskView } from '../../src/tasks/task.ts';

const calendar = buildCalendar({ timeZone: 'Asia/Ho_Chi_Minh' });

export const sampleTime = Temporal.Instant.from('2016-04-06T09:12:00+07:00');

export function dueOnDay(day: string): Due {
  const dueOn = Temporal.PlainDate.from(day);
  return { dueOn, time: null, at: lastMoment(dueOn, null, calendar.timeZone) };
}

const tttt = { id: 1, code: 'TTTT', name: 'Trung tâm Thông tin' };
const cntt = { id: 2, code: 'CNTT', name: 'Cục Công nghệ thông tin' };

export function part(id: number, given: Partial<AssignmentView> = {}): AssignmentView {
  return {
    id,
    taskId: 12,
    department: { id: 10 + id, code: 'TH', name: 'Phòng Tổng hợp' },
    agency: tttt,
    part: 'lead',
    status: 'assigned',
    due: dueOnDay('2016-04-15'),
    assignedAt: sampleTime,
    acceptedAt: null,
    submittedAt: null,
    closedAt: null,
    progress: { percent: 0, note: null, at: null },
    note: null,
    blocked: null,
    extension: null,
    version: 1,
    calendar,
    ...given,
  };
}

export function sampleTask(given: Partial<TaskView> = {}): TaskView {
  return {
    id: 12,
    title: 'Dự thảo nội dung chương trình phối hợp 5 năm',
    agency: tttt,
    giver: { id: 1, name: 'Chuyên viên giao việc' },
    givenAt: sampleTime,
    due: dueOnDay('2016-04-15'),
    dueWords: 'giữa tháng 4',
    urgency: 'normal',
    source: null,
    recurrence: null,
    programme: null,
    meeting: null,
    status: 'open',
    closedAt: null,
    version: 1,
    assignments: [
      part(1),
      part(2, { department: { id: 12, code: 'KH', name: 'Phòng Kế hoạch' }, part: 'coordinating' }),
      part(3, {
        department: { id: 13, code: 'PTUD', name: 'Phòng Phát triển ứng dụng' },
        agency: cntt,
        part: 'coordinating',
        status: 'proposed',
      }),
    ],
    followers: [],
    comments: [],
    directions: [],
    draft: null,
    rounds: [],
    calendar,
    ...given,
  };
}

export function viewer(given: Partial<CardViewer> = {}): CardViewer {
  const t = localeFor('vi', 'Asia/Ho_Chi_Minh');
  return {
    now: sampleTime,
    t,
    personId: null,
    roomId: null,
    departmentIds: [],
    agencyIds: [],
    leaderOf: [],
    ...given,
  };
}
