/** An agreed proposal becomes a content of a programme in which both sides take part. */
import type { Context } from '../chat/context.ts';
import { UserError } from '../chat/errors.ts';
import type { Action } from '../chat/feature.ts';
import { fieldValue } from '../chat/form.ts';
import type { Reply } from '../chat/reply.ts';
import { openButton } from '../programmes/cardButtons.ts';
import { addContents, refuseConcluded } from '../programmes/contents.ts';
import { openProgramme } from '../programmes/locked.ts';
import { byOf } from '../programmes/record.ts';
import { shorten } from '../tasks/giving/shorten.ts';
import { readId } from '../tasks/locked.ts';
import { answerMatter } from './answer.ts';
import { openAccepted } from './become.ts';
import { choice } from './form.ts';
import type { ItemView, RequestView } from './item.ts';
import { recordMatter } from './record.ts';
import { setContent } from './registerStore.ts';
import { askerOf, tellMatter } from './tell.ts';

/** Slack's labels of options. */
const labelMax = 75;

export const contentAction: Action = {
  name: 'matter.content',
  async press(id, context) {
    const { t } = context;
    const { item, request } = await openAccepted(id, context);
    const { programmes } = request;
    const [first, second] = programmes;
    const { refusals, form, code } = t.register;
    if (!first) throw new UserError(refusals.noProgramme, refusals.noProgrammeMend);
    const own = programmes.find((each) => each.id === item.programme?.id);
    if (own || !second) return put(item, request, (own ?? first).id, context);
    const options = programmes.map((each) => ({ value: `${each.id}`, label: shorten(each.title, labelMax) }));
    return {
      kind: 'form',
      form: {
        action: 'matter.content',
        id: `${request.id}`,
        title: form.contentTitle(code(item.id)),
        fields: [choice('programme', form.programme, options, `${first.id}`)],
        submit: form.save,
      },
    };
  },
  async submit(id, values, context) {
    const { item, request } = await openAccepted(id, context);
    const programmeId = readId(fieldValue(values, 'programme'));
    const { notInList, choose } = context.t.register.refusals;
    if (!request.programmes.some((each) => each.id === programmeId)) {
      throw new UserError(notInList, choose, 'programme');
    }
    return put(item, request, programmeId, context);
  },
};

async function put(
  item: ItemView,
  request: RequestView,
  programmeId: number,
  context: Context,
): Promise<Reply> {
  const { trx, now, t } = context;
  const programme = await openProgramme(programmeId, 'contribute', context);
  refuseConcluded(programme, context);
  const content = { titles: [item.title], parentId: null, by: byOf(context) };
  const [contentId] = await addContents(trx, now, programme.id, content);
  if (contentId === undefined) throw new Error(`item ${item.id} made no content`);
  await setContent(trx, request.id, contentId);
  const event = {
    kind: 'register.content',
    agencyId: item.agency.id,
    data: { requestId: request.id, contentId },
  };
  const eventId = await recordMatter(context, item.id, event);
  const news = { what: 'becameContent', eventId, itemId: item.id, requestId: request.id } as const;
  await tellMatter(context, news, await askerOf(context, request));
  return answerMatter(context, item, {
    title: t.register.done.becameContent(t.register.code(item.id), t.programmes.code(programme.id)),
    lines: [programme.title],
    buttons: [openButton(programme.id, context)],
  });
}
