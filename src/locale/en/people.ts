import type { people as vi } from '../vi/people.ts';
import { organisation } from './organisation.ts';
import { organisationFile } from './organisationFile.ts';
import { recognised } from './recognised.ts';
import { roomTest } from './roomTest.ts';

export const people: typeof vi = {
  file: organisationFile,
  org: organisation,
  recognised,
  roomTest,
  join: {
    help: {
      summary: 'bind this account to a person with an invitation code',
      usage: '/join <code>',
      examples: ['/join 7KQP-3M9X-W2HD', '/join'],
    },
    youAre: (name) => `This account belongs to ${name}.`,
    nowAdmin: 'This account is an admin now.',
    roles: (names) => (names.length === 0 ? 'No role yet.' : `Roles: ${names.join(', ')}.`),
    noCode: 'An invitation code is needed to join.',
    askForCode: 'Ask the admin of the agency for a new code (/org invite <name>), then type /join with it.',
    wrong: 'There is no such code.',
    checkCode: 'Please check it; upper or lower case and hyphens do not matter.',
    expired: 'This code has expired.',
    used: 'This code has been used.',
    personLeft: 'This code was for somebody who is no longer in the list.',
    paused: 'Several wrong codes have been tried.',
    pausedUntil: (moment) => `For safety, the next try is possible after ${moment}.`,
    alreadyBound: (name) => `This account belongs to ${name} already.`,
    nothingToDo: 'The code can still be used by another account. Type /help to see the commands.',
    boundToOther: (name) => `This account belongs to ${name}, and to nobody else at the same time.`,
    unbindFirst:
      'Use another account, or ask the admin of that person’s agency to let them leave first (/org).',
    tryGiving: 'Give a task: /assign P. Tổng hợp drafts the report by Friday',
    tryTasks: 'The department’s tasks: /tasks',
    tryStatus: 'How the agency stands: /status',
    tryOrganisation: 'Departments, people, invitations: /org',
    tryHelp: 'All commands: /help',
  },
  language: {
    help: {
      summary: 'choose Vietnamese or English',
      usage: '/language [vi|en]',
      examples: ['/language en', '/language vi'],
    },
    names: { vi: 'Tiếng Việt', en: 'English' },
    now: (name) => `Language: ${name}`,
    choose: 'It can be changed at any time: /language vi or /language en.',
    changed: 'From now on Đầu Mối speaks English.',
    unknown: (typed) => `Đầu Mối does not speak “${typed}” yet.`,
  },
};
