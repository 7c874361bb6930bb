/** A new item: /vande thêm dự án …, or the form. */
import type { Context } from '../chat/context.ts';
import { UserError } from '../chat/errors.ts';
import type { Action } from '../chat/feature.ts';
import type { Reply } from '../chat/reply.ts';
import { showItem } from './answer.ts';
import { itemForm, readItemForm } from './form.ts';
import { kindOfWords } from './kindWords.ts';
import { recordMatter } from './record.ts';
import { type ItemColumns, insertItem } from './registerStore.ts';
import { checkedTitle, descriptionOf } from './texts.ts';

export const newAction: Action = {
  name: 'matter.new',
  press: (_id, context) => newItemForm(context),
  async submit(_id, values, context) {
    const agencyId = agencyOf(context);
    return add(agencyId, await readItemForm(values, agencyId, context), context);
  },
};

export async function newItemForm(context: Context): Promise<Reply> {
  const agencyId = agencyOf(context);
  const departmentId = ownDepartment(agencyId, context);
  const target = { action: 'matter.new', id: 'new', title: context.t.register.form.newTitle };
  const initial = {
    kind: 'matter',
    title: '',
    description: '',
    departmentId,
    visibility: 'own',
    programmeId: null,
  } as const;
  return { kind: 'form', form: await itemForm(target, agencyId, initial, context) };
}

/** The first line is the title, what follows it the description. Only the own agency sees it until somebody opens it. */
export async function addFromLine(line: string, context: Context): Promise<Reply> {
  const { t } = context;
  const agencyId = agencyOf(context);
  const named = kindOfWords(line);
  const [title = '', ...more] = (named?.rest ?? line).split('\n');
  const item: ItemColumns = {
    kind: named?.kind ?? 'matter',
    title: checkedTitle(title, t, null),
    description: descriptionOf(more.join('\n'), t, null),
    departmentId: ownDepartment(agencyId, context),
    visibility: 'own',
    programmeId: null,
  };
  return add(agencyId, item, context);
}

async function add(agencyId: number, item: ItemColumns, context: Context): Promise<Reply> {
  const { trx, now, who, t } = context;
  const id = await insertItem(trx, now, { ...item, agencyId, addedBy: who.personId });
  await recordMatter(context, id, { kind: 'register.added', agencyId, data: { ...item } });
  const words = t.register.done;
  const note =
    item.visibility === 'own' ? words.addedOwn(t.register.code(id)) : words.added(t.register.code(id));
  return showItem(id, context, note);
}

/** For which agency somebody adds: the own one, when they have a part in its work. @throws UserError */
function agencyOf({ who, t }: Context): number {
  const ids = [...who.officialOf, ...who.leaderOf, ...who.memberOf.map((each) => each.agencyId)];
  const [first] = ids.includes(who.agencyId ?? 0) ? [who.agencyId ?? 0] : ids;
  if (first === undefined) throw new UserError(t.common.notAllowed, t.register.whoMay.add);
  return first;
}

function ownDepartment(agencyId: number, { who }: Context): number | null {
  return who.memberOf.find((each) => each.agencyId === agencyId)?.departmentId ?? null;
}
