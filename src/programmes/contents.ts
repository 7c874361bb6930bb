/** Nội dung phối hợp: adding, naming anew and dropping contents of a programme. */
import type { Context } from '../chat/context.ts';
import { UserError } from '../chat/errors.ts';
import type { Action } from '../chat/feature.ts';
import { type FormValues, fieldValue } from '../chat/form.ts';
import type { Reply } from '../chat/reply.ts';
import type { Trx } from '../database/transaction.ts';
import { officialsOf } from '../people/reach.ts';
import { shorten } from '../tasks/giving/shorten.ts';
import { answer } from './answer.ts';
import { loadProgramme } from './load.ts';
import { openProgramme, readId } from './locked.ts';
import type { ProgrammeView } from './programme.ts';
import { type By, byOf, recordProgramme } from './record.ts';
import { insertContents } from './store.ts';
import { tellNews } from './tell.ts';
import { contentNumbered, depthMax } from './tree.ts';

export const contentActions: readonly Action[] = [
  { name: 'programme.addContent', press: showForm, submit: addFromForm },
];

const titleMax = 500;
/** As many as one form may bring, and as a programme may have. */
const atOnceMax = 30;
const contentsMax = 300;

/** Adds contents below `parentId` (null: at the top) in the order given; gives their ids. For other features, too, which have asked
 *  for the right and locked the programme's row. */
export async function addContents(
  trx: Trx,
  now: Temporal.Instant,
  programmeId: number,
  { titles, parentId, by }: { titles: readonly string[]; parentId: number | null; by: NonNullable<By> },
): Promise<number[]> {
  const ids = await insertContents(trx, now, { programmeId, parentId, by: by.personId }, titles);
  const programme = await loadProgramme(trx, programmeId, now);
  if (!programme) throw new Error(`there is no programme ${programmeId}`);
  const numbers = ids.map((id) => programme.contents.find((each) => each.id === id)?.number ?? '');
  const data = { titles, numbers, contentIds: ids };
  const eventId = await recordProgramme(trx, now, programmeId, { kind: 'programme.contentAdded', by, data });
  await tellOthers(trx, now, programme, eventId, by);
  return ids;
}

/** Officials of the other sides: on the own side the card says it. */
async function tellOthers(
  trx: Trx,
  now: Temporal.Instant,
  programme: ProgrammeView,
  eventId: number,
  by: NonNullable<By>,
): Promise<void> {
  const others = programme.agencies.filter((each) => each.status === 'agreed' && each.id !== by.agencyId);
  const officials = await officialsOf(
    trx,
    others.map((each) => each.id),
  );
  const only = [...officials.values()].flat().map((personId) => ({ personId }));
  await tellNews(trx, now, programme, { eventId, by, only });
}

async function showForm(id: string, context: Context): Promise<Reply> {
  const programme = await openForContents(readId(id), context);
  const { t } = context;
  const words = t.programmes.form;
  const parents = programme.contents.filter((each) => each.depth < depthMax - 1).slice(0, optionsMax);
  const options = [
    { value: '0', label: words.noParent },
    ...parents.map((each) => ({
      value: `${each.id}`,
      label: shorten(t.programmes.history.numbered(each.number, each.title), labelMax),
    })),
  ];
  return {
    kind: 'form',
    form: {
      action: 'programme.addContent',
      id: `${programme.id}`,
      title: words.contentsTitle(t.programmes.code(programme.id)),
      fields: [
        {
          name: 'titles',
          label: words.contents,
          hint: words.contentsHint,
          required: true,
          input: { kind: 'text' },
        },
        ...(parents.length === 0
          ? []
          : [
              {
                name: 'parent',
                label: words.parent,
                required: true,
                input: { kind: 'choice' as const, options, initial: '0' },
              },
            ]),
      ],
      submit: words.add,
    },
  };
}

/** Slack shows at most 100 options, of 75 characters each. */
export const optionsMax = 99;
export const labelMax = 75;

function addFromForm(id: string, values: FormValues, context: Context): Promise<Reply> {
  const parent = fieldValue(values, 'parent');
  return addLines(
    readId(id),
    fieldValue(values, 'titles'),
    parent === '' ? 0 : readId(parent),
    context,
    'titles',
  );
}

/** "Chia sẻ dữ liệu; đào tạo cán bộ" behind "/chuongtrinh CT-1 thêm nội dung"; `under`: "2", the number of the one above. */
export async function addFromLine(
  programmeId: number,
  { text, under }: { text: string; under: string | null },
  context: Context,
): Promise<Reply> {
  if (text.trim() === '') return showForm(`${programmeId}`, context);
  const programme = await openForContents(programmeId, context);
  const parent = under === null ? null : contentNumbered(programme.contents, under);
  const { contentUnknown, seeProgramme } = context.t.programmes.refusals;
  if (under !== null && !parent) {
    throw new UserError(contentUnknown(under), seeProgramme(context.t.programmes.code(programmeId)));
  }
  return addLines(programmeId, text.replaceAll(';', '\n'), parent?.id ?? 0, context, null);
}

async function addLines(
  programmeId: number,
  text: string,
  parentId: number,
  context: Context,
  field: string | null,
): Promise<Reply> {
  const { trx, now, t } = context;
  const programme = await openForContents(programmeId, context);
  const parent = programme.contents.find((each) => each.id === parentId) ?? null;
  const words = t.programmes.refusals;
  const code = t.programmes.code(programme.id);
  if (parentId !== 0 && (!parent || parent.depth >= depthMax - 1)) {
    throw new UserError(words.contentGone, words.seeProgramme(code), field === null ? null : 'parent');
  }
  const titles = readTitles(text, field, context);
  if (programme.contents.length + titles.length > contentsMax) {
    throw new UserError(words.tooManyContents(contentsMax), words.contentsMend, field);
  }
  const ids = await addContents(trx, now, programme.id, {
    titles,
    parentId: parent?.id ?? null,
    by: byOf(context),
  });
  const after = await openProgramme(programme.id, 'see', context);
  const added = after.contents.filter((each) => ids.includes(each.id));
  const [only] = added;
  return answer(context, {
    title: t.programmes.contents.added(added.length, code),
    lines: added.map((each) => t.programmes.history.numbered(each.number, each.title)),
    programmeId: programme.id,
    buttons:
      only && added.length === 1
        ? [{ label: t.programmes.buttons.dropContent, action: 'programme.dropContent', id: `${only.id}` }]
        : [],
  });
}

/** One a line; numbers and dashes in front are put aside: the tree numbers by itself. @throws UserError */
export function readTitles(text: string, field: string | null, { t }: Pick<Context, 't'>): string[] {
  const words = t.programmes.refusals;
  const titles = text
    .split('\n')
    .map((line) =>
      line
        .replace(/^\s*(?:[-–•*+]|\(?\d{1,2}(?:\.\d{1,2})*[.)]|\d{1,2}(?:\.\d{1,2})+)\s+/u, '')
        .replace(/\s+/gu, ' ')
        .replace(/[\s,;]+$/u, '')
        .trim(),
    )
    .filter((line) => line !== '');
  if (titles.length === 0) throw new UserError(words.contentsMissing, words.contentsMend, field);
  if (titles.length > atOnceMax) {
    throw new UserError(words.tooManyAtOnce(titles.length, atOnceMax), words.contentsMend, field);
  }
  const long = titles.find((title) => title.length > titleMax);
  if (long) throw new UserError(words.contentTooLong(shorten(long, 60), titleMax), words.contentsMend, field);
  return titles;
}

/** @throws UserError when the programme is concluded, too */
async function openForContents(id: number, context: Context): Promise<ProgrammeView> {
  const programme = await openProgramme(id, 'contribute', context);
  refuseConcluded(programme, context);
  return programme;
}

export function refuseConcluded({ id, status }: ProgrammeView, { t }: Pick<Context, 't'>): void {
  if (status !== 'concluded') return;
  const words = t.programmes.refusals;
  throw new UserError(words.concluded(t.programmes.code(id)), words.reopen);
}
