/** "Đề nghị phối hợp": another agency proposes to work together on an item, and may take the proposal back while it waits. */
import type { Context } from '../chat/context.ts';
import { UserError } from '../chat/errors.ts';
import type { Action } from '../chat/feature.ts';
import { fieldValue } from '../chat/form.ts';
import type { Reply } from '../chat/reply.ts';
import { mayGiveFor } from '../people/permissions.ts';
import { remark } from '../tasks/answer.ts';
import { readId } from '../tasks/locked.ts';
import { answerMatter } from './answer.ts';
import { choice, chosen, departmentsOf } from './form.ts';
import type { ItemView } from './item.ts';
import { isPending, itemTitle, standing } from './itemCard.ts';
import { openItem, openRequest } from './openItem.ts';
import { recordMatter } from './record.ts';
import { decideRequest, insertRequest } from './registerStore.ts';
import { ownersOf, tellMatter } from './tell.ts';
import { checkedText, wordsMax } from './texts.ts';

export const proposeAction: Action = {
  name: 'matter.propose',
  async press(id, context) {
    const { t } = context;
    const { item, agencyId } = await openForProposal(id, context);
    const { form } = t.register;
    const departments = await departmentsOf(agencyId, context);
    const own = context.who.memberOf.find((each) => each.agencyId === agencyId)?.departmentId ?? 0;
    return {
      kind: 'form',
      form: {
        action: 'matter.propose',
        id: `${item.id}`,
        title: form.proposeTitle(t.register.code(item.id)),
        intro: itemTitle(item, t),
        fields: [
          {
            name: 'words',
            label: form.proposeWords,
            hint: form.proposeHint,
            required: true,
            input: { kind: 'text', maxLength: wordsMax },
          },
          choice('department', form.proposeDepartment, departments, `${own}`),
        ],
        submit: form.send,
      },
    };
  },
  async submit(id, values, context) {
    const { t } = context;
    const words = checkedText(fieldValue(values, 'words'), wordsMax, t, 'words');
    const { wordsMissing, wordsMend } = t.register.refusals;
    if (words === '') throw new UserError(wordsMissing, wordsMend, 'words');
    const { item, agencyId } = await openForProposal(id, context);
    const departments = await departmentsOf(agencyId, context);
    const departmentId = chosen(values, 'department', departments, context);
    return propose(item, { agencyId, departmentId, words }, context);
  },
};

export const withdrawAction: Action = { name: 'matter.withdraw', press: withdraw };

export async function withdraw(id: string, context: Context): Promise<Reply> {
  const { trx, now, who, t } = context;
  const { item, request } = await openRequest(id, 'withdraw', context);
  if (request.status !== 'asked') return remark(context, standing(request, t));
  await decideRequest(trx, request.id, { status: 'withdrawn', by: who.personId, at: now, note: null });
  const data = { requestId: request.id };
  const agencyId = request.agency.id;
  const eventId = await recordMatter(context, item.id, { kind: 'register.withdrawn', agencyId, data });
  const news = { what: 'withdrawn', eventId, itemId: item.id, requestId: request.id } as const;
  await tellMatter(context, news, await ownersOf(context, item));
  const title = t.register.done.withdrawn(t.register.code(item.id));
  return answerMatter(context, item, { title, tone: 'neutral' });
}

async function propose(
  item: ItemView,
  { agencyId, departmentId, words }: { agencyId: number; departmentId: number | null; words: string },
  context: Context,
): Promise<Reply> {
  const { trx, now, who, t } = context;
  const request = { itemId: item.id, agencyId, departmentId, askedBy: who.personId, words };
  const requestId = await insertRequest(trx, now, request);
  const data = { requestId, words, departmentId };
  const eventId = await recordMatter(context, item.id, { kind: 'register.asked', agencyId, data });
  const news = { what: 'asked', eventId, itemId: item.id, requestId } as const;
  await tellMatter(context, news, await ownersOf(context, item));
  const { done, buttons, code, confirmWithdraw } = t.register;
  return answerMatter(context, item, {
    title: done.asked(code(item.id), item.agency.code),
    lines: [done.askedNext],
    buttons: [
      { label: buttons.withdraw, action: 'matter.withdraw', id: `${requestId}`, confirm: confirmWithdraw },
    ],
  });
}

/** The item, and the agency in whose name is asked. @throws UserError when it cannot be asked about, or that agency waits for an
 *  answer already */
async function openForProposal(id: string, context: Context): Promise<{ item: ItemView; agencyId: number }> {
  const { who, t } = context;
  const item = await openItem(readId(id), 'propose', context);
  const { refusals, code } = t.register;
  if (item.closedAt) throw new UserError(refusals.closed(code(item.id)), t.register.seeList);
  const able = item.partners.map((each) => each.id).filter((each) => mayGiveFor(who, each));
  const agencyId = able.find((each) => each === who.agencyId) ?? able[0];
  if (agencyId === undefined) throw new Error(`person ${who.personId} may propose for no agency`);
  const waiting = item.requests.find((each) => isPending(each) && each.agency.id === agencyId);
  if (waiting?.status === 'accepted') {
    throw new UserError(refusals.agreedAlready(code(item.id)), refusals.agreedAlreadyMend);
  }
  if (waiting) {
    const at = t.dates.shortMoment(waiting.askedAt);
    throw new UserError(
      refusals.askedAlready(code(item.id), waiting.asker.name, at),
      refusals.askedAlreadyMend,
    );
  }
  return { item, agencyId };
}
