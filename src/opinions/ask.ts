/** /xinykien and its buttons: a draft or a question is put to leaders. The answer is a preview; nothing is sent before. */
import type { CommandLine, Context } from '../chat/context.ts';
import { UserError } from '../chat/errors.ts';
import type { Action, Command } from '../chat/feature.ts';
import { type FormField, fieldValue } from '../chat/form.ts';
import { type Reply, replaceCard, showCard } from '../chat/reply.ts';
import { subjectOfMessage } from '../delivery/liveCards.ts';
import { calendarOf } from '../reminders/calendars.ts';
import type { PreviewDue } from '../tasks/giving/preview.ts';
import type { Reader } from '../tasks/giving/readText.ts';
import { readDueField } from '../tasks/giving/readText.ts';
import { shorten } from '../tasks/giving/shorten.ts';
import { previewDue } from '../tasks/giving/understand.ts';
import { readId } from '../tasks/locked.ts';
import { askCard } from './askCard.ts';
import {
  askForm,
  checkOptions,
  dateField,
  hiddenField,
  leadersMax,
  optionsField,
  questionField,
  readAskForm,
  readOptions,
  readQuestion,
} from './askForm.ts';
import {
  type AskContent,
  type AskPreview,
  aboutOf,
  endPreview,
  insertPreview,
  savePreview,
  takePreview,
} from './askPreview.ts';
import { openSubjects } from './askSubjects.ts';
import { type About, findTarget, type Target } from './askTarget.ts';
import { loadRound } from './draw.ts';
import { readAsk } from './readAsk.ts';

export const askCommand: Command = {
  name: 'xinykien',
  words: { vi: ['xinykien'], en: ['ask-opinion'] },
  guests: false,
  help: (t) => t.opinions.help.ask,
  async handle(line, context) {
    const { about, rest } = await aboutMeant(line, context);
    if (about) return understand(about, rest, context);
    const subjects = await openSubjects(context);
    const [only] = subjects;
    const { t } = context;
    const words = t.opinions.refusals;
    if (!only) throw new UserError(words.nothingToAsk, words.whoMayAsk);
    if (rest === '') return newForm(subjects, context);
    if (subjects.length === 1) return understand(only.about, rest, context);
    throw new UserError(words.aboutWhat, words.aboutWhatMend);
  },
};

/** `<version>` of a draft, `t<task>` or `p<programme>`. Without words: the preview with all that is usual. */
export const askAction: Action = {
  name: 'opinion.ask',
  async press(id, context) {
    return understand(await aboutOfButton(id, context), '', context);
  },
};

/** `<programme>`: who is to sign it? */
export const askSigningAction: Action = {
  name: 'opinion.askSigning',
  async press(id, context) {
    const target = await findTarget({ taskId: null, programmeId: readId(id) }, context);
    const { t } = context;
    const ask = await usualAsk(target, context);
    const words = t.opinions.preview;
    const signing = {
      ...ask,
      question: words.signingQuestion,
      options: [words.signingMinistry, words.signingBoth],
      purpose: 'signingLevel' as const,
    };
    return previewReply(await insertPreview(context, signing), target, context, false);
  },
};

/** The form without a code: what it is about is chosen in it. */
export const newAction: Action = {
  name: 'opinion.new',
  async submit(_id, values, context) {
    const { t } = context;
    const words = t.opinions.refusals;
    const chosen = fieldValue(values, 'about');
    const subject = (await openSubjects(context)).find((each) => each.value === chosen);
    if (!subject) throw new UserError(words.aboutWhat, words.aboutChoose, 'about');
    const target = await findTarget(subject.about, context);
    const reader = await readerFor(context);
    const usual = await usualAsk(target, context);
    const due = fieldValue(values, 'due');
    const ask: AskContent = {
      ...usual,
      question: readQuestion(fieldValue(values, 'question'), target.version !== null, t),
      options: readOptions(fieldValue(values, 'options'), t),
      hidden: fieldValue(values, 'hidden') !== 'open',
      due: due === '' ? usual.due : readDueField(due, 'due', reader),
    };
    return previewReply(await insertPreview(context, ask), target, context, false);
  },
};

export const editAction: Action = {
  name: 'opinion.edit',
  async press(id, context) {
    const { id: previewId, ask } = await takePreview(id, context);
    const target = await findTarget(aboutOf(ask), context);
    const form = { action: 'opinion.edit', id: `${previewId}` };
    return { kind: 'form', form: askForm(ask, target, form, context.t) };
  },
  async submit(id, values, context) {
    const preview = await takePreview(id, context);
    const target = await findTarget(aboutOf(preview.ask), context);
    const reader = await readerFor(context);
    const changed = { id: preview.id, ask: readAskForm(values, preview.ask, { target, reader }) };
    await savePreview(context.trx, changed);
    return previewReply(changed, target, context, true);
  },
};

export const dropAction: Action = {
  name: 'opinion.drop',
  async press(id, context) {
    const { t } = context;
    const preview = await takePreview(id, context);
    await endPreview(context.trx, preview.id, { status: 'dropped' });
    return replaceCard({ title: t.opinions.preview.dropped, tone: 'neutral', blocks: [], buttons: [] });
  },
};

/** The code at the beginning of the line, or what the card shows that it replies to. */
async function aboutMeant(
  line: CommandLine,
  context: Context,
): Promise<{ about: About | null; rest: string }> {
  const text = line.text.trim();
  const found = /^(?<kind>nv|ct)[\s-]*(?<id>\d{1,15})(?=$|[\s:,;.])[\s:,;.]*/iu.exec(text);
  if (found?.groups) {
    const id = readId(found.groups.id ?? '');
    const rest = text.slice(found[0].length);
    const isTask = found.groups.kind?.toLowerCase() === 'nv';
    return { about: isTask ? { taskId: id, programmeId: null } : { taskId: null, programmeId: id }, rest };
  }
  const { trx, place, t } = context;
  // A code with a slip in it must not act on a task that nobody named.
  if (/^(?:nv|ct)[\s-]*\d/iu.test(text)) {
    throw new UserError(t.opinions.refusals.aboutWhat, t.opinions.refusals.aboutWhatMend);
  }
  const shown = line.replyTo ? await subjectOfMessage(trx, place.platform, line.replyTo) : null;
  if (shown?.kind === 'task') return { about: { taskId: shown.id, programmeId: null }, rest: text };
  if (shown?.kind === 'programme') return { about: { taskId: null, programmeId: shown.id }, rest: text };
  if (shown?.kind === 'round') {
    const round = await loadRound(trx, shown.id);
    if (round?.task) return { about: { taskId: round.task.id, programmeId: null }, rest: text };
    if (round?.programme) return { about: { taskId: null, programmeId: round.programme.id }, rest: text };
  }
  return { about: null, rest: text };
}

async function aboutOfButton(id: string, { trx, t }: Context): Promise<About> {
  if (id.startsWith('t')) return { taskId: readId(id.slice(1)), programmeId: null };
  if (id.startsWith('p')) return { taskId: null, programmeId: readId(id.slice(1)) };
  const version = await trx
    .selectFrom('draft_version')
    .select('task_id')
    .where('id', '=', readId(id))
    .executeTakeFirst();
  if (!version) throw new UserError(t.chat.oldButton, t.chat.openAgain);
  return { taskId: version.task_id, programmeId: null };
}

/** What the line says, the rest as usual. */
async function understand(about: About, line: string, context: Context): Promise<Reply> {
  const { t } = context;
  const target = await findTarget(about, context);
  const reader = await readerFor(context);
  const usual = await usualAsk(target, context);
  const read = readAsk(line, target.candidates, reader);
  const leadAgencyId = read.rule === 'lead' ? target.facts.owningAgencyId : null;
  const leads = target.candidates.some((each) => each.agencyId === leadAgencyId);
  const options = read.options && checkOptions(read.options, t);
  const ask: AskContent = {
    ...usual,
    question: readQuestion(read.question, usual.versionId !== null, t),
    leaderIds: read.leaderIds?.slice(0, leadersMax) ?? usual.leaderIds,
    allAgencies: read.allAgencies,
    options,
    rule: read.rule === 'lead' && !leads ? 'all' : (read.rule ?? usual.rule),
    leadAgencyId: leads ? leadAgencyId : null,
    hidden: read.hidden ?? usual.hidden,
    purpose:
      options && target.programme?.unsettled && options.every(speaksOfSigning) ? 'signingLevel' : 'opinion',
    due: read.deadline ? previewDue(read.deadline, null, reader.now) : usual.due,
  };
  return previewReply(await insertPreview(context, ask), target, context, false);
}

/** "cấp Bộ ký": options about who signs settle the programme's signing level. */
function speaksOfSigning(option: string): boolean {
  return /(?:^|[^\p{L}])(?:ký|sign(?:s|ed)?)(?![\p{L}])/iu.test(option.normalize('NFC'));
}

/** The latest draft, all leaders, the task's own date. */
async function usualAsk(target: Target, { now, t }: Context): Promise<AskContent> {
  const { about, version, programme, candidates } = target;
  return {
    taskId: about.taskId,
    programmeId: programme?.id ?? null,
    versionId: version?.id ?? null,
    question: version ? t.opinions.preview.aboutDraft : '',
    leaderIds: candidates.slice(0, leadersMax).map((each) => each.personId),
    options: null,
    rule: 'all',
    leadAgencyId: null,
    hidden: true,
    purpose: 'opinion',
    due: usualDue(target, now),
    allAgencies: false,
  };
}

/** The deadline of the task, unless it has passed. */
function usualDue({ due }: Target, now: Temporal.Instant): PreviewDue | null {
  if (!due || Temporal.Instant.compare(due.at, now) <= 0) return null;
  const { dueOn, time } = due;
  return { words: '', dueOn, time, convention: null, sure: 'said', problem: null };
}

async function previewReply(
  preview: AskPreview,
  target: Target,
  context: Context,
  replaces: boolean,
): Promise<Reply> {
  const { trx, now, t } = context;
  const calendar = await calendarOf(trx, keepingAgency(target, context));
  const card = askCard({ preview, target, now, calendar, t });
  return replaces ? replaceCard(card) : showCard(card);
}

/** In whose calendar and language the round is kept: the asker's agency, or for somebody without one that of the task. */
export function keepingAgency({ facts }: Target, { who }: Pick<Context, 'who'>): number {
  return who.agencyId ?? facts.owningAgencyId;
}

async function readerFor({ trx, now, who, t }: Context): Promise<Reader> {
  const agencyId = who.agencyId ?? who.officialOf[0] ?? who.leaderOf[0];
  if (agencyId === undefined) throw new UserError(t.common.notAllowed, t.common.askWhoMay);
  const calendar = await calendarOf(trx, agencyId);
  return {
    now: now.toZonedDateTimeISO(calendar.timeZone),
    calendar,
    units: [],
    homeAgencyId: agencyId,
    agencyId,
    t,
  };
}

async function newForm(subjects: Awaited<ReturnType<typeof openSubjects>>, { t }: Context): Promise<Reply> {
  const words = t.opinions.preview;
  const options = subjects.map(({ value, label }) => ({ value, label: shorten(label, labelMax) }));
  const about: FormField = {
    name: 'about',
    label: words.about,
    required: true,
    input: { kind: 'choice', options, ...(options[0] ? { initial: options[0].value } : {}) },
  };
  const date = { ...dateField({ due: null }, t), required: false, hint: words.dateUsual };
  return {
    kind: 'form',
    form: {
      action: 'opinion.new',
      id: 'new',
      title: words.formTitle,
      intro: words.formIntro,
      fields: [about, questionField('', t), date, optionsField(null, t), hiddenField(true, t)],
      submit: words.formSubmit,
    },
  };
}

const labelMax = 75;
