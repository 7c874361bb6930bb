/** /xem: one task whole: its card, its history, and for those who gave it the proof of delivery. */
import type { Block } from '../chat/card.ts';
import type { Context } from '../chat/context.ts';
import { UserError } from '../chat/errors.ts';
import type { Command } from '../chat/feature.ts';
import type { Reply } from '../chat/reply.ts';
import { passedOnCode } from '../delivery/passedOn.ts';
import { directionBlocks, directionsShown } from '../directions/cardParts.ts';
import { directionsOfTasks } from '../directions/loadDirections.ts';
import { versionBlocks } from '../drafts/list.ts';
import { versionsOfTask } from '../drafts/load.ts';
import type { Locale } from '../locale/locale.ts';
import { showRound } from '../opinions/draw.ts';
import { takeRound } from '../opinions/locked.ts';
import { readRoundCode } from '../opinions/round.ts';
import { allowedTasks, mayGiveFor } from '../people/permissions.ts';
import {
  type MessageProof,
  messageProofs,
  type NextReminderView,
  nextReminders,
} from '../reminders/nextReminders.ts';
import { drawOwnCard } from '../tasks/drawCard.ts';
import { loadTasks } from '../tasks/load.ts';
import { readTaskCode, type TaskView } from '../tasks/task.ts';
import { answer } from './listReply.ts';
import { historyLine, historyOf } from './taskHistory.ts';

export const showCommand: Command = {
  name: 'xem',
  words: { vi: ['xem'], en: ['show'] },
  guests: false,
  help: (t) => t.reports.show.help,
  async handle({ text }, context) {
    const roundId = readRoundCode(text);
    if (roundId !== null) return showRound(await takeRound(`${roundId}`, 'see', context), context);
    const code = readTaskCode(text);
    if (code === null)
      throw new UserError(context.t.reports.show.codeMissing, context.t.reports.show.codeMend);
    return await showTask(code, context);
  },
};

/** So many lines of each; when there are more the title says that these are the latest. */
const linesMax = 12;

/** @throws UserError in the same words for a task that does not exist and one the asker may not see */
export async function showTask(taskId: number, context: Context): Promise<Reply> {
  const { trx, who, t } = context;
  const allowed = await allowedTasks(trx, who, 'see', [taskId]);
  const task = allowed.has(taskId) ? (await loadTasks(trx, [taskId])).get(taskId) : undefined;
  if (!task) throw new UserError(t.common.taskNotFound(t.common.taskCode(taskId)), t.common.listYours);
  const card = drawOwnCard(task, context);
  const gives = who.personId === task.giver.id || mayGiveFor(who, task.agency.id);
  const blocks = [
    ...card.blocks,
    ...(await earlierDirections(task, context)),
    ...(gives ? await proofBlocks(task, context) : []),
    ...(await draftHistory(task, context)),
    ...(await historyBlocks(task, context)),
  ];
  return answer({ ...card, blocks }, context);
}

/** Those that the card has no room for. */
async function earlierDirections(task: TaskView, { trx, t }: Context): Promise<Block[]> {
  if (task.directions.length < directionsShown) return [];
  const all = (await directionsOfTasks(trx, [task.id], directionsShown + linesMax)).get(task.id) ?? [];
  const earlier = all.slice(0, -directionsShown);
  if (earlier.length === 0) return [];
  return [{ kind: 'text', text: t.directions.earlier, style: 'strong' }, ...directionBlocks(earlier, t)];
}

async function proofBlocks(task: TaskView, { trx, t }: Context): Promise<Block[]> {
  const sent = await messageProofs(trx, [task.id], linesMax + 1);
  const next = task.status === 'open' ? await nextReminders(trx, [task.id]) : [];
  const upcoming = next.map((each) => upcomingLine(each, task, t));
  return [
    { kind: 'divider' },
    ...section(
      titled(t.reports.show.deliveries, sent.length, t),
      sent.slice(0, linesMax).map((each) => proofLine(each, t)),
    ),
    ...(task.status === 'open'
      ? section(t.reports.show.upcoming, upcoming.length > 0 ? upcoming : [t.reports.show.noUpcoming])
      : []),
  ];
}

function upcomingLine({ assignmentId, kind, at }: NextReminderView, task: TaskView, t: Locale): string {
  const department = task.assignments.find((each) => each.id === assignmentId)?.department.name ?? '';
  return t.reports.show.upcomingLine(department, t.reminders.kinds[kind], t.dates.moment(at));
}

/** What it was, to whom, and what became of it. */
function proofLine(proof: MessageProof, t: Locale): string {
  const words = t.reports.show;
  const kinds: Readonly<Record<string, string>> = { ...t.reports.messageKinds, ...t.reminders.messageKinds };
  const to = words.message(kinds[proof.kind] ?? words.notice, proof.to);
  const { answered } = proof;
  switch (proof.status) {
    case 'sent':
      return (
        words.delivered(to, proof.sentAt ? t.dates.shortMoment(proof.sentAt) : '') +
        (answered ? words.answered(answered.by, t.dates.shortMoment(answered.at)) : '')
      );
    case 'pending':
      return words.waiting(to, t.dates.shortMoment(proof.sendAt));
    case 'failed':
      if (proof.failure === passedOnCode) return words.passedOn(to);
      return words.failed(to, proof.failure ?? '');
    case 'dropped':
      return words.dropped(to);
  }
}

/** The card above has the latest version only; its button leads to all. */
const versionsMax = 5;

/** The latest versions of the draft, and who agreed with them. */
async function draftHistory(task: TaskView, { trx, t }: Context): Promise<Block[]> {
  const versions = await versionsOfTask(trx, task.id);
  if (versions.length === 0) return [];
  const title: Block = { kind: 'text', text: t.drafts.buttons.list, style: 'strong' };
  return [{ kind: 'divider' }, title, ...versionBlocks(versions, versionsMax, t)];
}

async function historyBlocks(task: TaskView, { trx, t }: Context): Promise<Block[]> {
  const rows = await historyOf(trx, task.id, linesMax + 1);
  return section(
    titled(t.reports.show.history, rows.length, t),
    rows.slice(-linesMax).map((row) => historyLine(row, t)),
  );
}

function titled(title: string, found: number, t: Locale): string {
  return found > linesMax ? t.reports.show.latest(title, linesMax) : title;
}

function section(title: string, lines: readonly string[]): Block[] {
  if (lines.length === 0) return [];
  return [
    { kind: 'text', text: title, style: 'strong' },
    { kind: 'text', text: lines.join('\n'), style: 'small' },
  ];
}
