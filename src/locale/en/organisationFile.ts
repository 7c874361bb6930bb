import type { organisationFile as vi } from '../vi/organisationFile.ts';

export const organisationFile: typeof vi = {
  problem: (line, path, what) => `Line ${line}${path === '' ? '' : ` (${path})`}: ${what}`,
  fileTooLong: (max) => `the file is too long; at most ${max.toLocaleString('en-GB')} characters.`,
  emptyFile: 'the file has no content; it needs at least “agencies”.',
  syntax: (reason) => `this is not valid YAML (${reason}).`,
  keyTwice: 'a key is written twice in the same entry.',
  yamlAlias: (name) => `YAML’s &${name} and *${name} are not used here; please write it out.`,
  yamlLoop: (name) => `*${name} points in a circle to the entry it stands in.`,
  unknownKey: (key, allowed) => `there is no key “${key}”; keys that may stand here: ${allowed.join(', ')}.`,
  missing: (key) => `“${key}” is missing.`,
  empty: 'this is empty.',
  tooLong: (max) => `longer than ${max} characters.`,
  tooMany: (max) => `more than ${max} entries.`,
  notOneOf: (value, allowed) => `“${value}” cannot be used; choose one of: ${allowed.join(', ')}.`,
  badCode: (value) => `the code “${value}” may only hold letters, digits, dots, hyphens and underscores.`,
  badTimeZone: (value) => `there is no time zone “${value}”; a right one is Asia/Ho_Chi_Minh.`,
  badSlack: (value) =>
    `“${value}” is no id of Slack’s; right ones are U0123ABCD (a person), C0123ABCD (a channel).`,
  badTelegram: (value) =>
    `“${value}” is no number of Telegram’s; right ones are 123456789 (a person), -1001234567890 (a group).`,
  badEmail: (value) => `“${value}” is no e-mail address; a right one is head@example.vn.`,
  wrongKind: (kind) => `this has to be ${kind}.`,
  kinds: { list: 'a list', map: 'an entry with keys', yesNo: 'true or false', text: 'text or a number' },
  agencyTwice: (code, line) => `the agency code ${code} is already on line ${line}.`,
  departmentTwice: (code, agency, line) =>
    `the department code ${code} of ${agency} is already on line ${line}.`,
  personTwice: (name, line) =>
    `“${name}” is already on line ${line}; if they are two people, add “code” to tell them apart.`,
  accountTwice: (platform, id, name, line) =>
    `the ${platform} account ${id} belongs to “${name}” on line ${line}; an account belongs to one person.`,
  emailTwice: (email, name, line) =>
    `the address ${email} belongs to “${name}” on line ${line}; an address belongs to one person.`,
  roomTwice: (platform, id, line) => `the ${platform} room ${id} is already on line ${line}.`,
  nameOfTwo: (name, other, line) =>
    `the name “${name}” also means “${other}” on line ${line}; within an agency a name may mean one unit only.`,
  aliasLoop: (one, other) => `“${one}” and “${other}” have each other’s names as aliases, which is a loop.`,
  unknownAgency: (code, known) => `there is no agency ${code}; known are: ${known.join(', ')}.`,
  unknownDepartment: (code, agency, known) =>
    known.length === 0
      ? `${agency} has no departments yet, so there is no ${code}.`
      : `${agency} has no department ${code}; known are: ${known.join(', ')}.`,
  departmentNeedsAgency: (written) =>
    `“${written}” lacks the agency’s code; write AGENCY/DEPARTMENT, for example TTTT/TH.`,
  roomOfOneUnit: 'exactly one of “department” and “agency” is needed.',
  roomWithoutAddress: 'the room’s address is missing: “slack” or “telegram”.',
  departmentsWithoutMember: 'there are “departments”, but “roles” lacks member.',
  memberWithoutDepartment: 'the role member needs “departments”.',
  headWithoutDepartment: '“head” needs “departments”.',
  accountTaken: (platform, id, name) =>
    `the ${platform} account ${id} belongs to “${name}” at present; unbind it there first, or change the file.`,
  emailTaken: (email, name) =>
    `the address ${email} belongs to “${name}” at present, who is not in the file; change the file.`,
  imported: 'The organisation file has been imported',
  nothingChanged: 'The organisation file holds nothing new.',
  changes: {
    agenciesAdded: (names) => `Agencies added: ${names}`,
    agenciesChanged: (names) => `Agencies changed: ${names}`,
    departmentsAdded: (names) => `Departments added: ${names}`,
    departmentsChanged: (names) => `Departments changed: ${names}`,
    aliasesAdded: (names) => `Aliases added: ${names}`,
    peopleAdded: (names) => `People added: ${names}`,
    peopleChanged: (names) => `People changed: ${names}`,
    rolesChanged: (names) => `Roles changed: ${names}`,
    accountsBound: (names) => `Accounts bound: ${names}`,
    roomsBound: (names) => `Rooms bound: ${names}`,
    departmentsNotInFile: (names) => `Not in the file, left as they are: ${names}`,
    peopleNotInFile: (names) => `Not in the file, left as they are: ${names}`,
  },
};
