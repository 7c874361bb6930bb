/** /xem: one task whole: its card, its history, and for those who gave it the proof of delivery. */
import type { Block } from '../chat/card.ts';
import type { Context } from '../chat/context.ts';
import { UserError } from '../chat/errors.ts';
import type { Command } from '../chat/feature.ts';
import type { Reply } from '../chat/reply.ts';
import { allowedTasks, mayGiveFor } from '../people/permissions.ts';
import { nextReminders } from '../reminders/nextReminders.ts';
import { drawCard } from '../tasks/drawCard.ts';
import { loadTasks } from '../tasks/load.ts';
import { readTaskCode, type TaskView } from '../tasks/task.ts';
import { answer } from './listReply.ts';
import { sentAbout, sentLine } from './proof.ts';
import { historyLine, historyOf } from './taskHistory.ts';

export const showCommand: Command = {
  name: 'xem',
  words: { vi: ['xem'], en: ['show'] },
  guests: false,
  help: (t) => t.reports.show.help,
  async handle({ text }, context) {
    const code = readTaskCode(text);
    if (code === null)
      throw new UserError(context.t.reports.show.codeMissing, context.t.reports.show.codeMend);
    return await showTask(code, context);
  },
};

const historyLines = 8;
const proofLines = 8;

/** @throws UserError in the same words for a task that does not exist and one the asker may not see */
export async function showTask(taskId: number, context: Context): Promise<Reply> {
  const { trx, who, t } = context;
  const allowed = await allowedTasks(trx, who, 'see', [taskId]);
  const task = allowed.has(taskId) ? (await loadTasks(trx, [taskId])).get(taskId) : undefined;
  if (!task) throw new UserError(t.common.taskNotFound(t.common.taskCode(taskId)), t.common.listYours);
  const card = await drawCard(task, context);
  const gives = who.personId === task.giver.id || mayGiveFor(who, task.agency.id);
  const blocks = [
    ...card.blocks,
    ...(gives ? await proofBlocks(task, context) : []),
    ...(await historyBlocks(task, context)),
  ];
  return answer({ ...card, blocks }, context);
}

async function proofBlocks(task: TaskView, { trx, t }: Context): Promise<Block[]> {
  const sent = await sentAbout(trx, task.id, proofLines);
  const next = task.status === 'open' ? await nextReminders(trx, [task.id]) : [];
  const upcoming = next.map((each) => `${each.department}: ${t.dates.moment(each.at)}`);
  return [
    { kind: 'divider' },
    ...section(
      t.reports.show.deliveries,
      sent.map((row) => sentLine(row, t)),
    ),
    ...(task.status === 'open'
      ? section(t.reports.show.upcoming, upcoming.length > 0 ? upcoming : [t.reports.show.noUpcoming])
      : []),
  ];
}

async function historyBlocks(task: TaskView, { trx, t }: Context): Promise<Block[]> {
  const rows = await historyOf(trx, task.id, historyLines);
  return section(
    t.reports.show.history,
    rows.map((row) => historyLine(row, t)),
  );
}

function section(title: string, lines: readonly string[]): Block[] {
  if (lines.length === 0) return [];
  return [
    { kind: 'text', text: title, style: 'strong' },
    { kind: 'text', text: lines.join('\n'), style: 'small' },
  ];
}
