/** Which task a command of the giving side means: by the code on the line, the card it replies to, or the asker's only open
 *  one. */
import type { CommandLine, Context } from '../chat/context.ts';
import { UserError } from '../chat/errors.ts';
import type { Reply } from '../chat/reply.ts';
import { taskOfMessage } from '../delivery/liveCards.ts';
import { splitCode } from './words.ts';

export type MeantTask = { kind: 'one'; taskId: string; rest: string } | { kind: 'several'; reply: Reply };

/** `command`: for the example in the answer when nothing fits; `action`: of the button beside each of several. Rights are
 *  asked by whoever acts on it. @throws UserError when nothing fits */
export async function whichTask(
  line: Pick<CommandLine, 'text' | 'replyTo'>,
  { command, action }: { command: string; action: string },
  { trx, who, t, place }: Context,
): Promise<MeantTask> {
  const { taskId: typed, rest } = splitCode(line.text);
  const { refusals, card, uses } = t.tasks;
  // A code with a slip in it must not act on a task that nobody named.
  if (typed === null && /^nv[\s-]*\d/iu.test(rest)) {
    throw new UserError(refusals.codeMissing, refusals.codeExample(command));
  }
  const shown =
    typed === null && line.replyTo ? await taskOfMessage(trx, place.platform, line.replyTo) : null;
  const taskId = typed ?? shown;
  if (taskId !== null) return { kind: 'one', taskId: `${taskId}`, rest };
  // Index: task_giver_idx.
  const given = await trx
    .selectFrom('task')
    .select(['id', 'title'])
    .where('given_by', '=', who.personId)
    .where('status', '=', 'open')
    .orderBy('id', 'desc')
    .limit(listMax)
    .execute();
  const [only] = given;
  if (!only) throw new UserError(refusals.noneFits, refusals.codeExample(command));
  if (given.length === 1) return { kind: 'one', taskId: `${only.id}`, rest };
  const items = given.map(({ id, title }) => ({
    text: card.title(t.common.taskCode(id), title),
    button: { label: t.common.taskCode(id), action, id: `${id}` },
  }));
  return {
    kind: 'several',
    reply: {
      kind: 'card',
      card: {
        title: uses.chooseTitle,
        tone: 'neutral',
        blocks: [
          { kind: 'text', text: uses.chooseIntro },
          { kind: 'list', items },
        ],
        buttons: [],
      },
      to: place.private ? 'place' : 'asker',
      replaces: false,
    },
  };
}

/** The latest; older ones are named by their code. */
const listMax = 10;
