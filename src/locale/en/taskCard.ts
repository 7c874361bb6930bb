import type { taskCard as vi } from '../vi/taskCard.ts';
import { recurrence } from './recurrences.ts';

const days = (count: number) => `${count} working ${count === 1 ? 'day' : 'days'}`;

export const taskCard: typeof vi = {
  title: (code, title) => `${code} · ${title}`,
  due: (due) => `Due: ${due}`,
  dueWords: (words) => `Given as: “${words}”`,
  ownDue: (due) => `due ${due}`,
  timing: (timing) => {
    switch (timing.kind) {
      case 'none':
        return '';
      case 'inTime':
        return `in time, ${days(timing.daysLeft)} left`;
      case 'dueSoon':
        return timing.daysLeft === 0
          ? 'due soon, today is the last working day'
          : `due soon, ${days(timing.daysLeft)} left`;
      case 'overdue':
        return timing.lateDays === 0 ? 'overdue' : `overdue by ${days(timing.lateDays)}`;
      case 'onTime':
        return 'on time';
      case 'late':
        return timing.lateDays === 0 ? 'late' : `${days(timing.lateDays)} late`;
    }
  },
  asOf: (timing, day) => `${timing} (as of ${day})`,
  completed: (at, timing) => (timing === '' ? `Completed at ${at}` : `Completed at ${at}, ${timing}`),
  cancelled: (at) => `Cancelled at ${at}`,
  nobodyLeft: 'No department has it in hand: it needs to be given again or cancelled.',
  part: (department, agency, part) => `${department} (${agency}) – ${part}`,
  progressNote: (progress, note) => `${progress} – ${note}`,
  progressOf: (department, percent) => `${department}: ${percent}%`,
  blockedBy: (department) => `Blocked – ${department}`,
  blockedHelp: (note, helper) => `${note}\nHelp needed from: ${helper}`,
  extensionAsked: (department, to, reason) => `${department} asks for an extension to ${to}: ${reason}`,
  handedOver: (to) => `handed over to ${to}`,
  noteOf: { returned: 'still to do', declined: 'reason', submitted: 'result' },
  noted: (what, note) => `${what}: ${note}`,
  repeats: recurrence,
  fields: {
    giver: 'Given by',
    source: 'Document',
    programme: 'Programme',
    meeting: 'Meeting',
    urgency: 'Urgency',
    repeats: 'Repeats',
    followers: 'Followers',
  },
  giver: (name, agency, at) => `${name} (${agency}), ${at}`,
  meeting: (title, day) => `${title} (${day})`,
  source: (number, date) => (date === null ? number : `${number} of ${date}`),
  commentBy: (name, agency, at) => (agency === '' ? `${name}, ${at}` : `${name} (${agency}), ${at}`),
  buttons: {
    accept: 'Accept',
    decline: 'Decline',
    progress: 'Progress',
    done: 'Done',
    extend: 'Ask for extension',
    blocked: 'Blocked',
    unblocked: 'No longer blocked',
    acceptResult: 'Approve',
    returnResult: 'Return',
    agree: 'Agree',
    disagree: 'Disagree',
    handOver: 'Hand over',
    edit: 'Edit',
    cancel: 'Cancel the task',
    comment: 'Comment',
    undo: 'Undo',
    urge: 'Urge',
    follow: 'Follow',
    unfollow: 'Stop following',
    stopSeries: 'Stop repeating',
    open: (code) => `Open ${code}`,
    of: (label, department) => `${label}: ${department}`,
  },
};
