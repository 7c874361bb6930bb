/** The owner's side answers a proposal: agreed, or not with a reason; within ten minutes it may think again. */
import type { Button } from '../chat/card.ts';
import type { Context } from '../chat/context.ts';
import { UserError } from '../chat/errors.ts';
import type { Action } from '../chat/feature.ts';
import { fieldValue } from '../chat/form.ts';
import type { Reply } from '../chat/reply.ts';
import { remark } from '../tasks/answer.ts';
import { answerMatter } from './answer.ts';
import type { ItemView, RequestView } from './item.ts';
import { becomeButtons, standing } from './itemCard.ts';
import { loadItem } from './load.ts';
import { viewerOfActor } from './matterViewer.ts';
import { openRequest } from './openItem.ts';
import { recordMatter } from './record.ts';
import { decideRequest, reopenRequest } from './registerStore.ts';
import { askerOf, tellMatter } from './tell.ts';
import { checkedText, wordsMax } from './texts.ts';

/** So long an answer can be taken back, in minutes. */
const undoMinutes = 10;

export const acceptAction: Action = {
  name: 'matter.accept',
  async press(id, context) {
    const { t } = context;
    const { item, request } = await openRequest(id, 'decide', context);
    if (request.status !== 'asked') return remark(context, standing(request, t));
    await decide(item, request, { status: 'accepted', note: null }, context);
    const { done, code } = t.register;
    const after = (await loadItem(context.trx, item.id))?.requests.find((each) => each.id === request.id);
    const become = after ? becomeButtons(after, item, viewerOfActor(context)) : [];
    return answerMatter(context, item, {
      title: done.accepted(code(item.id), request.agency.code),
      lines: [become.length > 0 ? done.acceptedNext : done.acceptedOfficials, t.tasks.uses.undoHint],
      buttons: [...become, reconsiderButton(request, context)],
    });
  },
};

export const refuseAction: Action = {
  name: 'matter.refuse',
  async press(id, context) {
    const { t } = context;
    const { item, request } = await openRequest(id, 'decide', context);
    if (request.status !== 'asked') return remark(context, standing(request, t));
    const { form, code } = t.register;
    return {
      kind: 'form',
      form: {
        action: 'matter.refuse',
        id: `${request.id}`,
        title: form.refuseTitle(code(item.id), request.agency.code),
        fields: [
          {
            name: 'words',
            label: t.tasks.uses.reason,
            required: true,
            input: { kind: 'text', maxLength: wordsMax },
          },
        ],
        submit: form.send,
      },
    };
  },
  async submit(id, values, context) {
    const { t } = context;
    const note = checkedText(fieldValue(values, 'words'), wordsMax, t, 'words');
    const { reasonMissing, reasonMend } = t.tasks.refusals;
    if (note === '') throw new UserError(reasonMissing, reasonMend, 'words');
    const { item, request } = await openRequest(id, 'decide', context);
    if (request.status !== 'asked') return remark(context, standing(request, t));
    await decide(item, request, { status: 'refused', note }, context);
    const { done, code } = t.register;
    return answerMatter(context, item, {
      title: done.refused(code(item.id), request.agency.code),
      lines: [t.tasks.uses.undoHint],
      tone: 'neutral',
      buttons: [reconsiderButton(request, context)],
    });
  },
};

export const reconsiderAction: Action = { name: 'matter.reconsider', press: reconsider };

export async function reconsider(id: string, context: Context): Promise<Reply> {
  const { trx, now, who, t } = context;
  const { item, request } = await openRequest(id, 'decide', context);
  const { refusals, done, code } = t.register;
  const { decided, status } = request;
  if (!decided || status === 'withdrawn') return remark(context, standing(request, t));
  if (decided.by.id !== who.personId) throw new UserError(refusals.notYourAnswer, refusals.notYourAnswerMend);
  if (Temporal.Instant.compare(now, decided.at.add({ minutes: undoMinutes })) > 0) {
    return remark(context, t.tasks.refusals.undoTooLate);
  }
  if (request.taskIds.length > 0 || request.content !== null)
    return remark(context, refusals.becameSomething);
  const again = item.requests.some((each) => each.status === 'asked' && each.agency.id === request.agency.id);
  if (again) return remark(context, refusals.askedAgain(request.agency.code));
  await reopenRequest(trx, request.id);
  const data = { requestId: request.id, before: status };
  const agencyId = item.agency.id;
  const eventId = await recordMatter(context, item.id, { kind: 'register.reconsidered', agencyId, data });
  const news = { what: 'reconsidered', eventId, itemId: item.id, requestId: request.id } as const;
  await tellMatter(context, news, await askerOf(context, request));
  return answerMatter(context, item, { title: done.reconsidered(code(item.id)), tone: 'neutral' });
}

async function decide(
  item: ItemView,
  request: RequestView,
  { status, note }: { status: 'accepted' | 'refused'; note: string | null },
  context: Context,
): Promise<void> {
  const { trx, now, who } = context;
  await decideRequest(trx, request.id, { status, by: who.personId, at: now, note });
  const data = { requestId: request.id, note };
  const agencyId = item.agency.id;
  const eventId = await recordMatter(context, item.id, { kind: `register.${status}`, agencyId, data });
  const news = { what: status, eventId, itemId: item.id, requestId: request.id };
  await tellMatter(context, news, await askerOf(context, request));
}

function reconsiderButton(request: RequestView, { t }: Context): Button {
  return { label: t.tasks.card.buttons.undo, action: 'matter.reconsider', id: `${request.id}` };
}
