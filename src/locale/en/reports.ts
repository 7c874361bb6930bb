import type { reports as vi } from '../vi/reports.ts';

export const reports: typeof vi = {
  tasks: {
    help: {
      summary: 'list tasks: given to you, given by you, followed',
      usage: '/tasks [given to me | given by me | following] [state, unit, period]',
      examples: ['/tasks', '/tasks given by me due soon'],
    },
    titles: {
      owed: 'Tasks given to you',
      given: 'Tasks given by you',
      following: 'Tasks you follow',
      agency: 'Tasks of the agency',
      visible: 'Tasks',
    },
    tabs: { owed: 'Given to me', given: 'Given by me', following: 'Following' },
    none: {
      owed: 'Nothing is given to you at the moment.',
      given: 'You have given nothing that is still open.',
      following: 'You follow no task yet. Each task card has a “Follow” button.',
      agency: 'The agency has no such task.',
      visible: 'There is no such task among those you may see.',
    },
    more: (from, to, total) => `${from}–${to} of ${total}.`,
    next: 'More',
    previous: 'Back',
    open: (code) => `Open ${code}`,
  },
  show: {
    help: {
      summary: 'show one task: who does what, how far it is, what was delivered',
      usage: '/show NV-number',
      examples: ['/show NV-12', '/show 12'],
    },
    codeMissing: 'It is not clear which task to show.',
    codeMend: 'Type its code, for example: /show NV-12. /tasks lists the codes.',
    deliveries: 'Messages sent',
    upcoming: 'Next reminder',
    history: 'History',
    noUpcoming: 'no further reminder is planned',
    upcomingLine: (department, kind, at) => `${department}: ${kind}, ${at}`,
    message: (kind, to) => (to === '' ? kind : `${to} (${kind})`),
    notice: 'notice',
    delivered: (to, at) => `${to}: delivered ${at}`,
    answered: (by, at) => `, ${by} pressed ${at}`,
    waiting: (to, at) => `${to}: to be sent ${at}`,
    failed: (to, why) => `${to}: could not be sent (${why})`,
    dropped: (to) => `${to}: no longer needed`,
    bot: 'Đầu Mối',
    historyLine: (at, who, what) => `${at} – ${who}: ${what}`,
  },
  situation: {
    help: {
      summary: 'ask how things stand: totals, what is late, what comes next',
      usage: '/status [state] [department, agency, person] [period] – in any order',
      examples: ['/status', '/status overdue of P. Tổng hợp this month'],
    },
    titles: {
      owed: 'What your department owes',
      given: 'What you have given',
      following: 'What you follow',
      agency: (agency) => `The work of ${agency}`,
      visible: (about) => `Status: ${about}`,
    },
    summary: (open, overdue) =>
      open === 0
        ? 'Nothing is open.'
        : `${open} open ${open === 1 ? 'task' : 'tasks'}, ${overdue === 0 ? 'none overdue' : `${overdue} overdue`}.`,
    fields: {
      open: 'Open',
      overdue: 'Overdue',
      dueSoon: 'Due soon (next 3 working days)',
      notAccepted: 'Not yet accepted',
      submitted: 'Waiting for review',
      blocked: 'Blocked',
      noDeadline: 'Without a deadline',
      completed: 'Completed (last 30 days)',
      completedIn: 'Completed in the period',
    },
    late: 'Overdue',
    notAnswered: 'Not yet accepted',
    next: 'Coming next',
    allOverdue: 'All overdue tasks',
    allOpen: 'All tasks',
    lateBy: (workingDays) =>
      workingDays === 0
        ? 'overdue today'
        : `overdue by ${workingDays} working ${workingDays === 1 ? 'day' : 'days'}`,
    completedLine: (completed, late) => (late === 0 ? `${completed}` : `${completed}, ${late} of them late`),
    notUnderstood: (words) => `Not understood: “${words}”. The answer leaves it out.`,
    sentenceNotUnderstood: 'This sentence was not understood.',
    sentenceMend:
      'You can ask, for example: “overdue of P. Tổng hợp this month”, “not accepted”, or a code such as NV-12. /help lists the commands.',
    whichUnit: (words) => `“${words}” may mean several units.`,
    whichUnitMend: (names) => `Please be more precise, for example: ${names}.`,
    oldButton: 'This list is out of date.',
    oldButtonMend: 'Type /tasks or /status again.',
  },
  overdue: {
    help: {
      summary: 'list overdue tasks, the longest first, with a button to urge',
      usage: '/overdue [department, agency, person] [period]',
      examples: ['/overdue', '/overdue Cục CNTT this month'],
    },
    title: (count) =>
      count === 0 ? 'Nothing is overdue' : `${count} overdue ${count === 1 ? 'task' : 'tasks'}`,
    urge: 'Urge',
    longest: (code, workingDays) =>
      `Longest: ${code}, ${workingDays} working ${workingDays === 1 ? 'day' : 'days'}.`,
  },
  row: {
    line: (code, title) => `${code} ${title}`,
    detail: (department, part, status, due) =>
      [department, part, status, due].filter((each) => each !== '').join(' · '),
    due: (day) => `due ${day}`,
    percent: (percent) => `${percent}%`,
    blocked: 'blocked',
  },
  messageKinds: {
    'tasks.card': 'task card',
    'tasks.consentAsked': 'consent asked',
  },
  events: {
    'task.given': 'gave the task',
    'task.completed': 'the task was completed',
    'task.cancelled': 'the task was cancelled',
    'task.reopened': 'the task was reopened',
  },
};
