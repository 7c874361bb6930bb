import type { directions as vi } from '../vi/directions.ts';

export const directions: typeof vi = {
  help: {
    summary: 'a leader gives a direction on a task',
    usage: '/direct NV-number words (with nothing: a form)',
    examples: ['/direct NV-12 concentrate on the shared data', '/direct NV-12 move the deadline to 20/4'],
  },
  form: {
    title: 'Direction',
    titleOf: (code) => `Direction on ${code}`,
    intro: 'The departments with a part, the giver and the followers are told; the departments press “Read”.',
    task: 'Task',
    words: 'Direction',
    wordsHint: 'A date in the words is asked about before any deadline moves',
    send: 'Send direction',
  },
  card: {
    by: (person, agency, at) => `Direction · ${person} (${agency}), ${at}`,
    read: (departments) => `Read: ${departments}`,
    unread: (departments) => `Unread: ${departments}`,
    notYetRead: 'Waiting for the departments to read it',
    became: (codes) => `Given as ${codes}`,
  },
  buttons: {
    direct: 'Direct',
    read: 'Read',
    readOnCard: 'Direction read',
    readOf: (at) => `Direction of ${at} read`,
    readIn: (code, at) => `Read: ${code}, ${at}`,
    asComment: 'Only a comment',
    setDue: (day) => `Set new deadline ${day}`,
    askDue: (day) => `Ask for new deadline ${day}`,
    assign: 'Give as a task',
  },
  given: {
    title: (code) => `Direction on ${code} recorded`,
    byReply: 'The reply under the card counts as a direction and has been passed to everybody concerned.',
    readers: (departments) => `To be read by: ${departments}`,
    nobody: 'No department has a part yet; the direction stands on the card of the task.',
    due: (said, now) =>
      `The direction names ${said}. The deadline is still ${now}; it moves only with the button below.`,
    dueNoButton: (said, now) =>
      `The direction names ${said}. The deadline is still ${now}; the giving side sees it and decides.`,
  },
  news: {
    title: (code, person) => `Direction on ${code}: ${person}`,
    due: (due) => `Due: ${due}`,
    dueSaid: (said) => `Names a new deadline: ${said} (the deadline has not moved)`,
    again: (code) => `The direction on ${code} is unread`,
    againIntro: (at) => `It was sent at ${at}. Please read it and press “Read”.`,
    againMany: (count) => `${count} directions are unread`,
    againManyIntro: 'Please read them and press “Read” for each.',
    wasDirection:
      'These words were passed on as a direction before; now they are a comment, nothing to press.',
    undone: (person) => `the direction of ${person}`,
  },
  read: {
    done: (code, departments) => `Noted: ${departments} read the direction on ${code}.`,
    already: (department, at, by) => `${department} read it at ${at}; ${by} pressed.`,
  },
  asComment: {
    done: (code) => `Turned into a comment on ${code}`,
    text: 'Everybody concerned is told that it is no direction.',
  },
  reason: (person, text) => `By direction of ${person}: ${text}`,
  earlier: 'Earlier directions',
  refusals: {
    notLeader:
      'Directions are given by leaders of the giving agency or of an agency that has taken a part on.',
    notLeaderMend: 'Use the button “Comment” on the card of the task, or ask the agency’s leader.',
    nothingToDirect: 'There is no open task that the own agency gave or has a part in.',
    codeMissing: 'It is not clear which task is meant.',
    codeMend:
      'Add the code, for example: /direct NV-12 concentrate on the data. /direct alone lets you choose.',
    textMissing: 'The direction has no words yet.',
    textMend: 'Add a few words, for example: /direct NV-12 concentrate on the data.',
    closed: (code, status) => `${code} is closed (${status}).`,
    closedMend: 'A new task can be given with /assign.',
    gone: 'This direction is no longer there.',
    notReader: 'The button “Read” is for members of the departments it is addressed to.',
    notYours: 'Only whoever gave it can change it.',
    notYoursMend: 'Please talk to that leader.',
    becameTask: 'This direction has been given as a task; edit or cancel that task first.',
    becameTaskMend: 'Open the card of the task to see it.',
    noDue: 'This direction names no date.',
    noDueMend: 'The button “Edit” on the card of the task changes the deadline.',
    sameDue: (code, due) => `The deadline of ${code} is already ${due}.`,
    duePast: (due) => `${due} has passed.`,
    noPartToExtend: 'No part of the own agency can be moved to that day.',
    noPartToExtendMend: 'The giving side can be asked with the button “Comment”.',
  },
};
