/** /giao: one line becomes a preview; nothing is given yet. Without words a form, in answer to a message its words. */
import type { CommandLine, Context } from '../../chat/context.ts';
import { UserError } from '../../chat/errors.ts';
import type { Action, Command } from '../../chat/feature.ts';
import type { FormValues } from '../../chat/form.ts';
import type { Quoted } from '../../chat/incoming.ts';
import type { Reply } from '../../chat/reply.ts';
import { calendarOf } from '../../reminders/calendars.ts';
import { resolveProgramme } from './belonging.ts';
import { requireGiver } from './givers.ts';
import { loadOrganisation, type Organisation } from './organisation.ts';
import type { Belonging, PreviewTask, PreviewUnit } from './preview.ts';
import { previewForm, readPreviewForm } from './previewForm.ts';
import { batchReply, previewReply } from './previewReply.ts';
import { insertPreviews, largeBatchMax } from './previewStore.ts';
import { checkedTitle, type Reader, type ReadTask, readTasks } from './readText.ts';

export const giveCommand: Command = {
  name: 'giao',
  words: { vi: ['giao', 'giaoviec'], en: ['assign', 'give'] },
  guests: false,
  help: (t) => t.giving.help,
  handle: give,
};

/** The form of /giao without words, filled in. */
export const newTaskAction: Action = { name: 'assign.new', submit: giveFromForm };

async function give(line: CommandLine, context: Context): Promise<Reply> {
  const agencyIds = await requireGiver(context);
  const organisation = await loadOrganisation(context.trx);
  if (line.text.trim() === '' && (line.quoted?.text.trim() ?? '') === '') {
    const target = { action: 'assign.new', id: 'new' };
    return { kind: 'form', form: previewForm(null, target, { organisation, agencyIds, t: context.t }) };
  }
  const reader = await readerFor(context, organisation, agencyIds);
  return showPreviews(
    context,
    line.text,
    await settled(readTasks(line.text, line.quoted, reader), null, context),
  );
}

/** Words that came from somewhere else than a line of /giao – a direction, an opinion, a record, a matter – as previews for
 *  the one who asks to make tasks of them. @throws UserError when they may not give, or nothing can be read */
export async function previewFrom(
  text: string,
  source: { quoted: Quoted | null; belonging: Belonging },
  context: Context,
): Promise<Reply> {
  return previewsFrom([{ text, ...source }], context);
}

/** Likewise from several places at once: one list of all. @throws UserError also when they are too many for one list */
export async function previewsFrom(
  sources: readonly { text: string; quoted: Quoted | null; belonging: Belonging }[],
  context: Context,
): Promise<Reply> {
  const agencyIds = await requireGiver(context);
  const reader = await readerFor(context, await loadOrganisation(context.trx), agencyIds);
  const tasks: PreviewTask[] = [];
  for (const { text, quoted, belonging } of sources) {
    tasks.push(...(await settled(readTasks(text, quoted, reader), belonging, context)));
  }
  return showPreviews(context, sources.map(({ text }) => text).join('\n'), tasks);
}

/** The form of a task with what is known of it beforehand, for a feature that knows where the task belongs: what its action gets
 *  goes to `previewFromForm`. @throws UserError when the asker may not give */
export async function newTaskForm(
  context: Context,
  target: { action: string; id: string },
  { title, leadIds }: { title: string; leadIds: readonly number[] },
): Promise<Reply> {
  const agencyIds = await requireGiver(context);
  const organisation = await loadOrganisation(context.trx);
  const units = leadIds.map((departmentId) => ({
    words: '',
    role: 'lead' as const,
    departmentId,
    question: null,
    options: [],
  }));
  const [first = null] = agencyIds;
  const task = { ...emptyTask, agencyId: agencyIds.length === 1 ? first : null, title, units };
  const { newTitle } = context.t.giving.form;
  const form = previewForm(task, target, { organisation, agencyIds, t: context.t });
  return { kind: 'form', form: { ...form, title: newTitle } };
}

const emptyTask: PreviewTask = {
  agencyId: null,
  title: '',
  units: [],
  excluded: [],
  due: null,
  otherDates: [],
  recurrence: null,
  urgency: 'normal',
  source: null,
  sourceMessage: null,
  batch: null,
};

/** A task that is known in parts, for the one who asks to give it: its departments are suggested, the giver still confirms, and
 *  says by when. @throws UserError when they may not give for that agency */
export async function previewOfParts(
  { title, agencyId, units, quoted, belonging }: SuggestedTask,
  context: Context,
): Promise<Reply> {
  const agencyIds = await requireGiver(context);
  const { error } = context.t.giving;
  if (!agencyIds.includes(agencyId)) throw new UserError(error.mayNotGive, error.makeOwn);
  const task: PreviewTask = {
    ...emptyTask,
    agencyId,
    title: checkedTitle(title, context.t),
    units: [...units],
    sourceMessage: quoted,
    belonging,
  };
  return showPreviews(context, title, [task]);
}

export type SuggestedTask = {
  title: string;
  agencyId: number;
  units: readonly PreviewUnit[];
  quoted: Quoted | null;
  belonging: Belonging;
};

/** @throws UserError at the field that is at fault, or when the asker may not give */
export async function previewFromForm(
  values: FormValues,
  belonging: Belonging | null,
  context: Context,
): Promise<Reply> {
  const agencyIds = await requireGiver(context);
  const reader = await readerFor(context, await loadOrganisation(context.trx), agencyIds);
  const task = readPreviewForm(values, null, { reader, agencyIds });
  return showPreviews(context, task.title, [belonging ? { ...task, belonging } : task]);
}

function giveFromForm(_id: string, values: FormValues, context: Context): Promise<Reply> {
  return previewFromForm(values, null, context);
}

/** The tasks with where they belong: as the caller knows it, else as the words say. @throws UserError when they name a programme
 *  that the asker does not direct, or a content that it does not have */
async function settled(
  read: readonly ReadTask[],
  known: Belonging | null,
  context: Context,
): Promise<PreviewTask[]> {
  const tasks: PreviewTask[] = [];
  for (const { task, programme } of read) {
    const said = programme && !known?.programme ? await resolveProgramme(programme, context) : null;
    const belonging = { programme: known?.programme ?? said, origin: known?.origin ?? null };
    tasks.push(belonging.programme || belonging.origin ? { ...task, belonging } : task);
  }
  return tasks;
}

/** Keeps what was understood, at least one task, and shows it to be confirmed. `line`: what it was read from.
 *  @throws UserError when there are too many */
export async function showPreviews(
  context: Context,
  line: string,
  tasks: readonly PreviewTask[],
): Promise<Reply> {
  const { trx, now, who, t } = context;
  const { error } = t.giving;
  if (tasks.length > largeBatchMax) {
    throw new UserError(error.tooManyTasks(tasks.length, largeBatchMax), error.splitMessage);
  }
  const previews = await insertPreviews(trx, now, { personId: who.personId, line }, tasks);
  const [first] = previews;
  if (!first) throw new Error('a line of /giao gave no task');
  if (previews.length > 1) return batchReply(context, previews, { replaces: false });
  return previewReply(context, first, { replaces: false });
}

/** Reads with the calendar of the agency that gives; whoever gives for several reads with that of their own first. */
export async function readerFor(
  { trx, now, t }: Pick<Context, 'trx' | 'now' | 't'>,
  organisation: Organisation,
  agencyIds: readonly number[],
): Promise<Reader> {
  const [first] = agencyIds;
  if (first === undefined) throw new Error('a giver without an agency');
  const calendar = await calendarOf(trx, first);
  return {
    now: now.toZonedDateTimeISO(calendar.timeZone),
    calendar,
    units: organisation.units,
    homeAgencyId: first,
    agencyId: agencyIds.length === 1 ? first : null,
    t,
  };
}
