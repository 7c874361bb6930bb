import type { programmes as vi } from '../vi/programmes.ts';
import { programmeRefusals } from './programmeRefusals.ts';

const list = (names: readonly string[]) => names.join('; ');
const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

const planName = 'cooperation plan for';
const reportName = 'cooperation report for';

export const programmes: typeof vi = {
  help: {
    summary: 'open and follow a programme of cooperation: contents, documents, status',
    usage:
      '/programme for the list; with a sentence to open a new one; with a code such as CT-1 to show it. After the code: add content …, assign …, contents, tasks, documents, history, move to drafting, ask signing, edit, export, bind here.',
    examples: [
      '/programme Five-year cooperation programme 2016–2020 between TTTT and CNTT, focal points: P. TH and VP Cục',
      '/programme CT-1 add content Data sharing; Training of officers',
    ],
  },
  code: (id) => `CT-${id}`,
  years: (from, to) => (from === to ? `${from}` : `${from}–${to}`),
  status: {
    proposed: 'proposed',
    drafting: 'being drafted',
    consulting: 'opinions asked',
    signed: 'signed',
    running: 'under way',
    concluded: 'concluded',
  },
  whoMay: {
    see: 'Please ask an official of the agency.',
    contribute: 'Focal departments and officials of the agencies that take part can do this.',
    direct: 'Officials and leaders of the agencies that take part can do this.',
    manage: 'Officials and leaders of the agency that opened the programme can do this.',
    decideConsent: 'Officials and leaders of the agency that is asked can do this.',
    ownContent:
      'The side that added a content, or the agency that opened the programme, can change or drop it.',
  },
  belonging: {
    short: (code, number) => (number === null ? code : `${code} content ${number}`),
    whole: (code, title) => `${code}: ${title}`,
    content: (code, number, title) => `${code}, content ${number}: ${title}`,
  },
  card: {
    title: (code, title) => `${code} · ${title}`,
    fields: {
      agencies: 'Agencies',
      years: 'Years',
      status: 'Status',
      departments: (agency) => `Focal departments of ${agency}`,
      refusal: (agency) => `Reason of ${agency}`,
      signing: 'Who signs',
      signed: 'Signed',
    },
    signingOpen: 'open: waiting for the leaders’ opinion',
    signed: (number, day, by) =>
      [number === null ? '' : `No. ${number}`, day, by ?? ''].filter((each) => each !== '').join(', '),
    noDepartments: 'none yet',
    closed: (department) => `${department} (closed)`,
    notAgreed: {
      asked: (departments) =>
        departments === null
          ? 'waiting for the agency’s consent'
          : `${departments} – proposed, waiting for the agency’s consent`,
      refused: (departments) =>
        departments === null ? 'does not take part' : `${departments} – the agency does not take part`,
    },
    progress: ({ parts, completed, overdue }) =>
      overdue === 0
        ? `${completed} of ${parts} parts completed`
        : `${completed} of ${parts} parts completed, ${overdue} overdue`,
    contents: (count) => (count === 0 ? 'Contents' : `Contents (${count})`),
    contentsOf: (code, count) => `${code}: ${counted(count, 'content', 'contents')}`,
    noContents: 'No contents yet.',
    moreContents: (count) => `… and ${count} more: press “Contents”.`,
    contentDetail: (state, agency) => (agency === '' ? state : `${state} · added by ${agency}`),
    states: {
      notGiven: () => 'not assigned yet',
      underWay: ({ completed, parts }) => `under way ${completed}/${parts}`,
      overdue: ({ completed, parts, overdue }) => `${overdue} overdue, ${completed}/${parts} done`,
      done: ({ parts }) => `done ${parts}/${parts}`,
    },
    general: ({ completed, parts }) => `Work of no particular content: ${completed}/${parts} done.`,
    giveContent: (number) => `Assign ${number}`,
    documents: (count) => `Documents (${count})`,
    document: (name, size, by, day) => `${name} (${size}) – ${by}, ${day}`,
    history: 'Lately',
  },
  buttons: {
    open: (code) => `Open ${code}`,
    agree: 'Take part',
    disagree: 'Do not take part',
    askAgain: (agency) => `Ask ${agency} again`,
    addContent: 'Add contents',
    addDocument: 'Add document',
    give: 'Assign general work',
    askSigning: 'Ask who signs',
    changeStatus: 'Change status',
    contents: 'Contents',
    documents: 'Documents',
    tasks: 'Show the tasks',
    history: 'History',
    export: 'Export',
    edit: 'Edit',
    editContents: 'Edit contents',
    dropContent: 'Drop what was added',
  },
  opening: {
    previewTitle: 'Check before the programme is opened',
    noTitle: '(no title yet)',
    yearsByLength: (from) => `No first year was named: counted from this year, ${from}.`,
    consent: (agencies) =>
      `${agencies} will be asked; departments there are proposed until the agency agrees.`,
    alike: (codes) => `There is a programme of the same title: ${codes}.`,
    askTitle: 'The title is missing: press Edit.',
    askYears: 'The years are missing: press Edit.',
    askAgencies: 'With which agency? Press Edit to choose.',
    askDepartment: (words, mayMean) =>
      mayMean.length === 0
        ? `“${words}” names no department: press Edit to choose the focal departments.`
        : `“${words}” may be ${mayMean.join(' or ')}: press Edit to choose the focal departments.`,
    confirm: 'Open the programme',
    edit: 'Edit',
    drop: 'Cancel',
    dropped: 'No programme was opened',
  },
  form: {
    newTitle: 'New programme of cooperation',
    editTitle: (code) => `Edit ${code}`,
    toPreview: 'Check',
    save: 'Save',
    add: 'Add',
    title: 'Title of the programme',
    agencies: 'Agencies that take part',
    agenciesHint: 'Names or codes of agencies, separated by commas',
    fromYear: 'First year',
    toYear: 'Last year',
    departments: 'Focal departments of each side',
    departmentsHint: 'Names of departments, separated by commas, for example: TTTT/TH, CNTT/VP',
    contentsTitle: (code) => `Add contents to ${code}`,
    contents: 'Contents',
    contentsHint: 'One a line',
    content: 'Content',
    parent: 'Below',
    noParent: 'Nothing: a content of its own',
    editContentTitle: (code) => `Edit the contents of ${code}`,
    what: 'What to do',
    rename: 'Give another name',
    drop: 'Drop, with what stands below it',
    newName: 'New name (when it gets one)',
    statusTitle: (code) => `Status of ${code}`,
    statusNow: (status) => `Now: ${status}.`,
    status: 'Change to',
    changeStatus: 'Change',
    number: 'Number and sign',
    onlyIfSigned: 'Number, day, who signed and at which level are needed for “signed” only.',
    signedOn: 'Signed on',
    signedBy: 'Signed by',
    level: 'Level',
  },
  consent: {
    asked: (agency) => `${agency} proposes a programme of cooperation`,
    departments: (names) => `Proposed focal departments: ${names}`,
    noDepartments: 'No focal department is proposed; the agency chooses after it has agreed.',
    intro:
      'The agency’s departments and leaders take part only once it agrees. The focal departments can be changed afterwards with Edit.',
    agreed: (code) => `The agency takes part in ${code}`,
    agreedNext: 'Its focal departments have got the card of the programme.',
    refuseTitle: (code) => `Do not take part in ${code}`,
    reason: 'Reason (if any)',
    refused: (code) => `The agency does not take part in ${code}`,
    already: (agency, code) => `${agency} has answered about ${code}`,
    askedAgain: (agency) => `${agency} was asked again`,
    unreachable: (agency) => `${agency} could not be asked`,
    unreachableMend:
      'It has no official or leader here yet. Please tell them directly, and ask the admin to add people with /org.',
  },
  contents: {
    added: (count, code) => `${counted(count, 'content', 'contents')} added to ${code}`,
    renamed: (number) => `Content ${number} changed`,
    dropped: (number, code) => `Content ${number} of ${code} dropped`,
  },
  documents: {
    title: (code, count) => `${code}: ${counted(count, 'document', 'documents')}`,
    detail: (size, by, at) => `${size} · ${by}, ${at}`,
    older: 'Older documents',
    added: (count, code) => `${counted(count, 'document', 'documents')} kept in ${code}`,
    howTitle: (code) => `Sending documents to ${code}`,
    how: (code) =>
      `Reply to the card of ${code} with the file (up to 20 MB each), or send the file with “/programme ${code}”.`,
    none: (code) => `${code} has no documents yet.`,
    tooMany: (max) => `A programme keeps at most ${max} documents.`,
    tooManyMend: 'Please join small files into one and send that.',
  },
  statusChanged: (code, status) => `${code}: ${status}`,
  edited: (code) => `${code} was changed`,
  askSigning: (code) => `Ask the leaders who signs ${code}`,
  rooms: {
    bound: (code) => `This room hears of ${code} from now on`,
    already: (code) => `This room hears of ${code} already`,
    unbound: (code) => `This room hears of ${code} no more`,
    notBound: (code) => `This room is not bound to ${code}.`,
    bindMend: (code) => `Type “/programme ${code} bind here” to hear of it here.`,
    onlyInRoom: 'This is done in a group or channel.',
    goToRoom: 'Please type the command in the room that is to hear of it.',
    roomUnknown: 'This room is bound to no department yet.',
    bindFirst: 'An admin of an agency that takes part binds it with /org room first.',
    otherAgency: 'This room belongs to an agency that does not take part.',
  },
  list: {
    title: (count) =>
      count === 0 ? 'No programmes of cooperation yet' : counted(count, 'programme', 'programmes'),
    detail: (years, status, asked) =>
      asked ? `${years} · ${status} · the agency is asked to take part` : `${years} · ${status}`,
    none: 'The agency takes part in no programme yet.',
    noneOpen:
      'The agency takes part in no programme yet. Press the button below, or type /programme with title, years, agency and focal departments.',
    open: 'Open a new programme',
  },
  history: {
    title: (code) => `History of ${code}`,
    older: 'Older',
    bot: 'Đầu Mối',
    person: (name, agency) => `${name} (${agency})`,
    line: (at, by, what) => `${at} – ${by}: ${what}`,
    numbered: (number, title) => `${number}. ${title}`,
    opened: 'opened the programme',
    consented: (agency) => `${agency} takes part`,
    consentRefused: (agency, note) =>
      note === null ? `${agency} does not take part` : `${agency} does not take part: ${note}`,
    askedAgain: (agency) => `asked ${agency} again`,
    edited: 'changed title or years',
    departmentsSet: (agency, names) =>
      names.length === 0
        ? `no focal departments of ${agency} any more`
        : `focal departments of ${agency}: ${names.join(', ')}`,
    more: (count) => `and ${count} more`,
    contentAdded: (contents) => `added ${list(contents)}`,
    contentRenamed: (contents) => `changed ${list(contents)}`,
    contentDropped: (contents) => `dropped ${list(contents)}`,
    documentAdded: (name) => `added the document “${name}”`,
    statusChanged: (from, to) => `moved from “${from}” to “${to}”`,
    signingSettled: (label) => `settled who signs: ${label}`,
    roomBound: (name) => (name === '' ? 'bound a room' : `bound the room “${name}”`),
    roomUnbound: (name) => (name === '' ? 'unbound a room' : `unbound the room “${name}”`),
    yearOpened: (what, year) => `opened the ${what} ${year}`,
    yearMissed: (what, year) => `could not open the ${what} ${year}: no focal department`,
    other: 'a change',
  },
  news: {
    title: (code, what) => `${code}: ${what}`,
    by: (person, at) => `${person}, ${at}`,
  },
  yearly: {
    names: { plan: planName, report: reportName },
    titles: {
      plan: (year, title) => `Draw up the ${planName} ${year}: ${title}`,
      report: (year, title) => `Write the ${reportName} ${year}: ${title}`,
    },
    missed: (what, year, code) => `The ${what} ${year} of ${code} could not be opened`,
    missedMend:
      'The programme has no focal department at work. Please choose some with Edit on its card, and give this task with “Assign general work”.',
  },
  export: {
    kind: 'Cooperation programme',
    place: '……………',
    onBehalf: (agency) => `FOR ${agency.toUpperCase()}`,
    keep: 'File',
    parties: 'I. PARTIES',
    agency: 'Agency',
    departments: 'Focal departments',
    notAgreed: (agency) => `${agency} (not agreed yet)`,
    time: 'II. YEARS',
    contents: 'III. CONTENTS',
    number: 'No.',
    content: 'Content',
    proposedBy: 'Proposed by',
    state: 'State',
    signing: 'IV. WHO SIGNS',
    standing: (day) => `V. PROGRESS (as of ${day})`,
    fileName: (code, day) => `${code} ${day}.docx`,
    done: (code) => `${code} as a Word file`,
  },
  refusals: programmeRefusals,
  ask: {
    several: 'There are several programmes.',
    severalMend: (codes) => `Please name one of: ${codes}.`,
    inReport: (code, title) => `${code} ${title}`,
    onlySeen: 'Only tasks that you may see are counted; the programme’s card shows the whole.',
  },
};
