/** A preview, or a whole batch of them, as the answer to a command or press. */
import type { WorkCalendar } from '../../calendar/workCalendar.ts';
import type { Context } from '../../chat/context.ts';
import { type Reply, replaceCard, showCard } from '../../chat/reply.ts';
import { calendarOf } from '../../reminders/calendars.ts';
import { batchCard } from './batchCard.ts';
import { labelOf } from './belonging.ts';
import { givingAgencies } from './givers.ts';
import { loadOrganisation, type Organisation } from './organisation.ts';
import type { Preview, PreviewTask } from './preview.ts';
import { previewCard } from './previewCard.ts';
import { loadBatch, savePreview } from './previewStore.ts';
import { openQuestions, type Question, type QuestionContext } from './question.ts';
import { type SimilarTask, similarTasks } from './similar.ts';

/** What the answers about previews of one agency need. */
export type Surroundings = QuestionContext & { calendar: WorkCalendar };

/** The preview itself, in the place of the pressed card. */
export async function previewReply(
  context: Context,
  preview: Preview,
  { replaces }: { replaces: boolean },
): Promise<Reply> {
  const { trx, now } = context;
  const surroundings = await surroundingsOf(context, preview.task);
  const card = previewCard({
    ...surroundings,
    preview,
    similar: await similarTo(trx, now, preview.task),
    place: await placeOf(context, preview),
    belonging: await labelOf(preview.task, context),
  });
  return replaces ? replaceCard(card) : showCard(card);
}

/** Keeps what was settled and shows the preview anew. */
export async function changePreview(preview: Preview, task: PreviewTask, context: Context): Promise<Reply> {
  const saved = await savePreview(context.trx, { ...preview, task });
  return previewReply(context, saved, { replaces: true });
}

/** The list of the tasks of one message. `page` of a long one, from 1; `undoId`: of what was just given. */
export async function batchReply(
  context: Context,
  previews: readonly Preview[],
  {
    replaces,
    page = null,
    undoId = null,
  }: { replaces: boolean; page?: number | null; undoId?: number | null },
): Promise<Reply> {
  const organisation = await loadOrganisation(context.trx);
  const batch = previews[0]?.task.batch ?? 0;
  const waiting = previews.filter((preview) => preview.status === 'open');
  const items: { preview: Preview; questions: Question[] }[] = [];
  for (const preview of waiting) {
    const surroundings = await surroundingsOf(context, preview.task, organisation);
    items.push({ preview, questions: openQuestions(preview, surroundings) });
  }
  const given = previews.flatMap(({ taskId, task }) =>
    taskId === null ? [] : [{ id: taskId, title: task.title }],
  );
  const card = batchCard(items, given, { batch, page, undoId, organisation, t: context.t });
  return replaces ? replaceCard(card) : showCard(card);
}

/** The calendar and zone of the giving agency; while that is open, of the maker's own. */
export async function surroundingsOf(
  { trx, now, who, t }: Context,
  task: PreviewTask,
  known?: Organisation,
): Promise<Surroundings> {
  const agencyIds = givingAgencies(who);
  const organisation = known ?? (await loadOrganisation(trx));
  const calendar = await calendarForGiver(trx, task.agencyId ?? agencyIds[0] ?? null);
  return { organisation, agencyIds, now: now.toZonedDateTimeISO(calendar.timeZone), calendar, t };
}

/** @throws when there is no agency at all: nobody can give then */
async function calendarForGiver(trx: Context['trx'], agencyId: number | null): Promise<WorkCalendar> {
  if (agencyId === null) throw new Error('a preview without any agency to give for');
  return calendarOf(trx, agencyId);
}

async function similarTo(
  trx: Context['trx'],
  now: Temporal.Instant,
  task: PreviewTask,
): Promise<SimilarTask[]> {
  if (task.agencyId === null) return [];
  const departmentIds = task.units.flatMap((unit) => unit.departmentId ?? []);
  return similarTasks(trx, now, { agencyId: task.agencyId, title: task.title, departmentIds });
}

async function placeOf(
  { trx }: Context,
  preview: Preview,
): Promise<{ number: number; count: number } | null> {
  const { batch } = preview.task;
  if (batch === null) return null;
  const all = await loadBatch(trx, preview.personId, batch);
  return { number: all.findIndex((each) => each.id === preview.id) + 1, count: all.length };
}
