import type { drafts as vi } from '../vi/drafts.ts';

const attach: Record<Parameters<typeof vi.form.attach>[0], (code: string) => string> = {
  slack: (code) =>
    `To hand in a file: reply with it in the thread of the card of ${code}, or send it to the bot in a direct message.`,
  telegram: (code) =>
    `To hand in a file: reply with it to the card of ${code}, or send it to the bot with the caption /submit ${code}.`,
  web: (code) =>
    `To hand in a file: attach it and type /submit ${code}, or reply with it to the card of ${code}.`,
};

const counted = (count: number, what: string) =>
  count === 0 ? '' : `${count} ${count === 1 ? 'paragraph' : 'paragraphs'} ${what}`;

export const drafts: typeof vi = {
  help: {
    summary: 'hand in a draft: a file or a few words; each time is a new version',
    usage: '/submit NV-number [note] with a file, or /submit NV-number the words of the draft',
    examples: ['/submit NV-12 amended as suggested', '/submit'],
  },
  buttons: {
    submit: 'Hand in draft',
    submitNew: 'Hand in new version',
    get: 'Get the draft',
    getVersion: (number) => `Get version ${number}`,
    list: 'All versions',
    older: 'Earlier versions',
    agree: 'Agree',
    agreeFor: (department) => `Agree: ${department}`,
    askOpinions: 'Ask the leaders',
  },
  version: (number) => `version ${number}`,
  line: (version, by, at) => `Draft, ${version} – ${by}, ${at}`,
  by: (person, department, agency) =>
    department === null ? `${person} (${agency})` : `${person} (${department}, ${agency})`,
  file: (name, size) => `${name} (${size})`,
  words: 'in words',
  agreed: (departments) => `Agreed by: ${departments}`,
  agreedBy: (department, agency) => `${department} (${agency})`,
  agreedInFull: (department, agency, by, at) => `${department} (${agency}) – ${by}, ${at}`,
  allAgreed: 'All departments in the lead agree.',
  note: (words) => `Note: ${words}`,
  withdrawn: (at) => `taken back at ${at}`,
  fingerprint: (sha256) => `SHA-256: ${sha256}`,
  changes: {
    title: (against) => `Compared with version ${against}`,
    counts: ({ added, removed, changed, moved }) => {
      const parts = [
        counted(added, 'added'),
        counted(removed, 'removed'),
        counted(changed, 'changed'),
        counted(moved, 'moved'),
      ].filter((each) => each !== '');
      return parts.length === 0 ? 'the words are the same' : parts.join(', ');
    },
    line: (title, counts) => `${title}: ${counts}.`,
    sample: ({ kind, before, after }) => {
      switch (kind) {
        case 'added':
          return `Added: “${after}”`;
        case 'removed':
          return `Removed: “${before}”`;
        case 'changed':
          return `Changed: “${before}” → “${after}”`;
        case 'moved':
          return `Moved: “${after}”`;
      }
    },
    notCompared: {
      format: 'this format cannot be compared (only .docx and plain text can)',
      tooMuch: 'not compared: the text is too long, or too different',
      damaged: 'not compared: the file cannot be read as what its name says',
    },
  },
  form: {
    title: (code) => (code === null ? 'Hand in a draft' : `Hand in a draft on ${code}`),
    attach: (platform, code) => attach[platform](code),
    task: 'Task',
    text: 'Words of the draft',
    textHint: 'For a short draft in words',
    note: 'Note',
  },
  handedIn: {
    done: (code, number) => `Version ${number} of the draft on ${code} is handed in.`,
    told: 'The departments with a part, the giver and the followers are told.',
  },
  which: {
    title: (name) => `Which task is “${name}” for?`,
    intro: 'Choose one; only the sender of the file can.',
    more: 'If it is another task, send the file again with /submit and the code of the task.',
  },
  news: {
    handedIn: (code, number, department) =>
      `${department} handed in version ${number} of the draft on ${code}`,
    agreed: (code, number, department, agency) =>
      `${department} (${agency}) agrees with version ${number} of the draft on ${code}`,
    allAgreed: (code, number) =>
      `All departments in the lead agree with version ${number} of the draft on ${code}`,
    allAgreedNext: 'The leaders of both agencies can be asked for their opinions on it.',
    newer: (number) => `There is a version ${number}.`,
    by: (person, at) => `${person}, ${at}`,
  },
  get: { title: (code, number) => `Draft on ${code}, version ${number}` },
  list: {
    title: (code) => `Versions of the draft on ${code}`,
    none: 'There is no version yet.',
    item: (number, at) => `Version ${number} – ${at}`,
  },
  agree: {
    done: (department, code, number) =>
      `${department} agrees with version ${number} of the draft on ${code}.`,
    newVersion: 'A new version will have to be agreed to again.',
  },
  refusals: {
    noSuch: 'There is no such version.',
    noSuchFile: 'There is no such file waiting to be handed in.',
    sendAgain: 'Please send the file again.',
    same: (number) => `This file is the same as version ${number}, byte for byte.`,
    sameMend: 'There is nothing new to hand in; please check the file you amended.',
    sameWords: (number) => `These words are the same as version ${number}.`,
    sameWordsMend: 'There is nothing new to hand in.',
    notYours: (code) =>
      `Drafts on ${code} are handed in by departments with a part in it and by the giving side; your department has no part in it yet.`,
    notYoursMend:
      'You can comment by replying to the card of the task, or ask the giving official to add your department.',
    noTask: 'There is no open task to hand in a draft on.',
    several: 'A version is one file.',
    severalMend: 'Please send the files one by one, or packed into one .zip file.',
    textMissing: 'There are no words yet.',
    chooseTask: 'Please choose a task from the list.',
    withdrawn: (number) => `Version ${number} was taken back.`,
    newer: (number, latest) =>
      `There is a version ${latest}; please look at that instead of version ${number}.`,
    ownDraft: 'Your department handed this version in, and so stands behind it.',
    notAgreeing: 'Only members of departments with a part can agree.',
    already: (department, by, at) => `${department} agreed at ${at} (${by}).`,
  },
  wordsFile: (code) => `${code} draft.txt`,
};
