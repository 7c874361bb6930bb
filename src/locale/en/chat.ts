import type { chat as vi } from '../vi/chat.ts';

const helpExamples: readonly [string, string] = ['/help', '/help assign'];

export const chat: typeof vi = {
  howToMend: 'What to do',
  tooLong: (length, limit) =>
    `The message is ${length.toLocaleString('en-GB')} characters long; the limit is ${limit.toLocaleString('en-GB')}.`,
  shorten: 'Please send it in several shorter messages.',
  noSuchCommand: (word) => `There is no command /${word}.`,
  didYouMean: (line) => `Was this one meant? Type: ${line}`,
  run: (word) => `Run /${word}`,
  seeHelp: 'Type /help to see the commands.',
  oldButton: 'This button is from an older card and no longer works.',
  openAgain: 'Please open the task again with /show or /tasks for fresh buttons.',
  cardHasChanged: 'This card has changed since it was sent.',
  notUnderstood: 'That sentence was not clear.',
  bug: 'Something went wrong on the side of Đầu Mối; what was just done has not been recorded.',
  tryAgain: (reference) =>
    `Please try again in a few minutes. If it happens again, tell the admin this reference: ${reference}.`,
  guest: 'This account does not belong to anybody yet.',
  howToJoin:
    'Ask the admin of the agency for an invitation code, then type /join with it, for example: /join 7KQP-3M9X-W2HD. /help says what Đầu Mối can do.',
  help: {
    summary: 'see the commands and how to use them',
    usage: '/help [command]',
    examples: helpExamples,
    title: 'What Đầu Mối can do',
    intro:
      'Đầu Mối coordinates tasks between agencies: it gives them to focal departments, reminds before the deadline, and answers how things stand.',
    guestIntro: 'This account does not belong to anybody yet. After joining, these commands can be used.',
    groups: {
      joining: 'To begin',
      asking: 'Following and asking',
      giving: 'Giving tasks and urging (officials, leaders)',
      doing: 'Doing them (department members)',
      administering: 'The agency: units, calendar, reminders',
      other: 'Other',
    },
    line: (word, summary) => `/${word} – ${summary}`,
    more: (word) =>
      `Type /help and the name of a command for its usage and examples, for instance: /help ${word}`,
    noSlash: 'Diacritics may be left out; in a private conversation the slash too.',
    whoMay: 'Who may do what',
    rights: [
      'Officials and leaders: give tasks in their own agency, ask other agencies to take part, review results, extend, urge.',
      'Department members: accept tasks, report progress, hand in results, ask for extensions, report obstacles.',
      'Heads of departments: also hand tasks over to another department of the agency.',
      'Leaders: see all tasks of the agency, change its reminder policy.',
      'Admins: departments, people, invitations, chat rooms and the working calendar of the agency.',
      'Everybody sees the tasks of their own agency and those it takes part in.',
    ].join('\n'),
    ofCommand: (word) => `Command /${word}`,
    usageLabel: 'Usage',
    exampleLabel: 'Example',
    otherWords: 'Also called by',
    noSuchHelp: (word) => `There is no command called “${word}”.`,
  },
};
