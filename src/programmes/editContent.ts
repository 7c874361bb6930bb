/** A content gets another name, or is dropped: by the side that added it, or by those who opened the programme. */
import type { Context } from '../chat/context.ts';
import { UserError } from '../chat/errors.ts';
import type { Action } from '../chat/feature.ts';
import { type FormValues, fieldValue } from '../chat/form.ts';
import type { Reply } from '../chat/reply.ts';
import { mayGiveFor } from '../people/permissions.ts';
import { shorten } from '../tasks/giving/shorten.ts';
import { answer } from './answer.ts';
import { labelMax, optionsMax, readTitles, refuseConcluded } from './contents.ts';
import { openContent, openProgramme, readId } from './locked.ts';
import { byOf, recordProgramme } from './record.ts';
import { dropContents, renameContent } from './store.ts';
import { contentNumbered } from './tree.ts';

export const editContentActions: readonly Action[] = [
  { name: 'programme.editContent', press: showForm, submit: editFromForm },
  { name: 'programme.dropContent', press: (id, context) => drop(readId(id), context) },
];

async function showForm(id: string, context: Context): Promise<Reply> {
  const programme = await openProgramme(readId(id), 'contribute', context);
  refuseConcluded(programme, context);
  const { t } = context;
  const words = t.programmes.form;
  const code = t.programmes.code(programme.id);
  const options = programme.contents.slice(0, optionsMax).map((each) => ({
    value: `${each.id}`,
    label: shorten(t.programmes.history.numbered(each.number, each.title), labelMax),
  }));
  if (options.length === 0) {
    throw new UserError(t.programmes.refusals.contentsMissing, t.programmes.refusals.seeProgramme(code));
  }
  return {
    kind: 'form',
    form: {
      action: 'programme.editContent',
      id: `${programme.id}`,
      title: words.editContentTitle(code),
      fields: [
        { name: 'content', label: words.content, required: true, input: { kind: 'choice', options } },
        {
          name: 'what',
          label: words.what,
          required: true,
          input: {
            kind: 'choice',
            options: [
              { value: 'rename', label: words.rename },
              { value: 'drop', label: words.drop },
            ],
            initial: 'rename',
          },
        },
        { name: 'title', label: words.newName, required: false, input: { kind: 'text' } },
      ],
      submit: words.save,
    },
  };
}

async function editFromForm(id: string, values: FormValues, context: Context): Promise<Reply> {
  const programme = await openProgramme(readId(id), 'contribute', context);
  const contentId = readId(fieldValue(values, 'content'));
  if (!programme.contents.some((each) => each.id === contentId)) {
    const { contentGone, seeProgramme } = context.t.programmes.refusals;
    throw new UserError(contentGone, seeProgramme(context.t.programmes.code(programme.id)), 'content');
  }
  if (fieldValue(values, 'what') === 'drop') return drop(contentId, context);
  return rename(contentId, fieldValue(values, 'title'), 'title', context);
}

/** "sửa nội dung 1.1: Danh mục dùng chung" and "bỏ nội dung 2", behind the code. `title` null: it is to be dropped. */
export async function editFromLine(
  programmeId: number,
  { number, title }: { number: string; title: string | null },
  context: Context,
): Promise<Reply> {
  const programme = await openProgramme(programmeId, 'contribute', context);
  const content = contentNumbered(programme.contents, number);
  const { contentUnknown, seeProgramme } = context.t.programmes.refusals;
  if (!content)
    throw new UserError(contentUnknown(number), seeProgramme(context.t.programmes.code(programmeId)));
  return title === null ? drop(content.id, context) : rename(content.id, title, null, context);
}

async function rename(id: number, text: string, field: string | null, context: Context): Promise<Reply> {
  const { trx, now, t } = context;
  const { programme, content } = await openOwnContent(id, context);
  const [title = ''] = readTitles(text.replace(/\s+/gu, ' '), field, context);
  await renameContent(trx, content.id, title);
  const data = { titles: [title], numbers: [content.number], before: content.title };
  await recordProgramme(trx, now, programme.id, {
    kind: 'programme.contentRenamed',
    by: byOf(context),
    data,
  });
  return answer(context, {
    title: t.programmes.contents.renamed(content.number),
    lines: [title],
    programmeId: programme.id,
  });
}

/** A content without tasks, with what stands below it. */
async function drop(id: number, context: Context): Promise<Reply> {
  const { trx, now, t } = context;
  const { programme, content } = await openOwnContent(id, context);
  const below = programme.contents.filter(
    (each) => each.id === content.id || each.number.startsWith(`${content.number}.`),
  );
  const code = t.programmes.code(programme.id);
  const words = t.programmes.refusals;
  if (content.progress.parts > 0) {
    throw new UserError(words.contentHasTasks(content.number), words.seeProgramme(code));
  }
  await dropContents(
    trx,
    now,
    below.map((each) => each.id),
  );
  const data = { titles: below.map((each) => each.title), numbers: below.map((each) => each.number) };
  await recordProgramme(trx, now, programme.id, {
    kind: 'programme.contentDropped',
    by: byOf(context),
    data,
  });
  return answer(context, {
    title: t.programmes.contents.dropped(content.number, code),
    tone: 'neutral',
    programmeId: programme.id,
  });
}

/** Of the own side, or for those who manage the whole. */
async function openOwnContent(id: number, context: Context) {
  const { programme, content } = await openContent(id, 'contribute', context);
  refuseConcluded(programme, context);
  const { trx, who, t } = context;
  const row = await trx
    .selectFrom('programme_content as c')
    .innerJoin('person as p', 'p.id', 'c.added_by')
    .select(['c.added_by', 'p.agency_id'])
    .where('c.id', '=', id)
    .executeTakeFirstOrThrow();
  const own =
    row.added_by === who.personId ||
    (row.agency_id !== null && mayGiveFor(who, row.agency_id)) ||
    mayGiveFor(who, programme.agencies[0]?.id ?? 0);
  if (!own) throw new UserError(t.common.notAllowed, t.programmes.whoMay.ownContent);
  return { programme, content };
}
