import type { telegram as vi } from '../vi/telegram.ts';

/** What the bot says in Telegram beside its cards: questions of a form, passing words. */
export const telegram: typeof vi = {
  question: (button) => `Please confirm: “${button}”?`,
  yes: 'Yes',
  no: 'No',
  dismissed: 'Left as it is.',
  oldButton: 'This button is old and no longer works.',
  anonymous:
    'The message came in the name of the group, so its sender is not known. Please turn off “remain anonymous” and send it again.',
  openPrivate:
    'The answer is only for the person who asked. Please open the private conversation with Đầu Mối, press Start, and ask again.',
  openPrivateButton: 'Open the private conversation',
  answeredPrivately: 'Answered in the private conversation.',
  fileTooBig: (name, limitMegabytes) =>
    `The file “${name}” is larger than ${limitMegabytes} MB, the most Telegram lets a bot take. Please send a smaller file or split it.`,
  photoName: (at: Temporal.PlainDateTime, number: number | null) =>
    `Photo ${at.toPlainDate()} ${at.toPlainTime().toString({ smallestUnit: 'minute' }).replace(':', '.')}${number === null ? '' : ` (${number})`}.jpg`,
  unnamedFile: 'File',
  form: {
    notYours: 'Somebody else is filling in this form.',
    over: 'This form is closed.',
    cancelled: 'Cancelled.',
    cancelCommands: ['cancel', 'huy'],
    sent: 'Sent.',
    place: (number, count) => `${number}/${count}`,
    typeIt: 'Please type the answer.',
    replyToThis: 'Please use Reply on this message, then type.',
    pick: 'Please choose one.',
    pickSome: 'Please choose, then press Done.',
    date: 'Please pick a day, or type it, such as “mid April” or “Friday next week”.',
    number: (min, max) => `Please type a number from ${min} to ${max}.`,
    numberWrong: (min, max) => `A number from ${min} to ${max} is needed.`,
    notAmong: 'That is not in the list. Please press one of the buttons below.',
    tooLong: (max) => `The answer is longer than ${max} characters. Please shorten it.`,
    needed: 'This one is needed.',
    check: 'Please look it over and send it; press an entry to change it.',
    nothing: '–',
    skip: 'Skip',
    keep: 'Keep it',
    back: 'Back',
    cancel: 'Cancel',
    done: 'Done',
    earlier: '‹ Earlier',
    later: 'More ›',
    weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
    month: (year, month) =>
      new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
        Date.UTC(year, month - 1),
      ),
  },
};
