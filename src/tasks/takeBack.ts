/** Takes back what somebody just did: /hoantac, and the button on the answer. What one press did to several tasks is taken back
 *  together, as far as nobody has acted on it. */
import type { Context } from '../chat/context.ts';
import { replyPrivately } from '../chat/errorCard.ts';
import { UserError } from '../chat/errors.ts';
import type { Action, Command } from '../chat/feature.ts';
import type { Reply } from '../chat/reply.ts';
import { takeBackMatter } from '../register/takeBack.ts';
import { answer, remark } from './answer.ts';
import { readId } from './locked.ts';
import { eventWords, type TakenBack, takeBackStep } from './takeBackStep.ts';
import { stepsOfGroup, undoMinutes } from './undo.ts';

export const undoCommand: Command = {
  name: 'hoantac',
  words: { vi: ['hoantac', 'hoàn tác', 'hoàn-tác'], en: ['undo'] },
  guests: false,
  help: (t) => t.tasks.help.undo,
  async handle(_line, context) {
    const { trx, now, who, t } = context;
    const step = await trx
      .selectFrom('undo_step')
      .select(['id', 'event_id'])
      .where('person_id', '=', who.personId)
      .where('undone_at', 'is', null)
      .where('at', '>=', now.subtract({ minutes: undoMinutes }))
      .orderBy('at', 'desc')
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst();
    const matter = await takeBackMatter(step?.event_id ?? 0, context);
    if (matter) return matter;
    if (!step) throw new UserError(t.tasks.refusals.undoNothing, t.tasks.refusals.undoNothingMend);
    return takeBack(step.id, context);
  },
};

export const undoAction: Action = {
  name: 'undo.take',
  press: (id, context) => takeBack(readId(id), context),
};

async function takeBack(stepId: number, context: Context): Promise<Reply> {
  const stepIds = await stepsOfGroup(context.trx, stepId);
  if (stepIds.length > 1) return takeBackAll(stepIds, context);
  const { t } = context;
  const { uses } = t.tasks;
  const taken = await takeBackStep(stepId, context);
  if ('refused' in taken) return remark(context, taken.refused);
  const { taskId, kind } = taken;
  const code = t.common.taskCode(taskId);
  const title = kind === 'task.given' ? uses.undo.givenBack(code) : uses.undo.done(code, eventWords(kind, t));
  return answer(context, { title, lines: [uses.undo.back], tone: 'neutral', taskId, undo: null });
}

async function takeBackAll(stepIds: readonly number[], context: Context): Promise<Reply> {
  const { t, place, message } = context;
  const outcomes: TakenBack[] = [];
  for (const stepId of stepIds) outcomes.push(await takeBackStep(stepId, context));
  const codeOf = ({ taskId }: TakenBack) => t.common.taskCode(taskId);
  const taken = outcomes.filter((each) => 'kind' in each);
  const refused = outcomes.flatMap((each) => ('refused' in each ? [`${codeOf(each)}: ${each.refused}`] : []));
  const { undo } = t.tasks.uses;
  if (taken.length === 0) {
    const blocks = [{ kind: 'text' as const, text: refused.join('\n') }];
    return replyPrivately({ title: undo.noneBack, tone: 'neutral', blocks, buttons: [] }, place);
  }
  const lines = [undo.tasks(taken.map(codeOf).join(', ')), undo.back, ...refused];
  const card = {
    title: undo.severalBack(taken.length, outcomes.length),
    tone: 'neutral' as const,
    blocks: [{ kind: 'text' as const, text: lines.join('\n') }],
    buttons: [],
  };
  // In the place of the answer whose button was pressed: it says that they are given.
  const to = message !== null || place.private ? 'place' : 'asker';
  return { kind: 'card', card, to, replaces: message !== null };
}
