/** Lists around programmes: those the asker's agency takes part in, all contents of one, its whole history. */
import type { Card } from '../chat/card.ts';
import type { Context } from '../chat/context.ts';
import type { Action } from '../chat/feature.ts';
import { type Reply, replaceCard, showCard, tellAsker } from '../chat/reply.ts';
import { pageOf, answer as showList } from '../reports/listReply.ts';
import { viewerOfPerson } from '../tasks/cardViewer.ts';
import { givingAgencies } from '../tasks/giving/givers.ts';
import { contentItem, contentsShown, mayGive, programmeTitle } from './card.ts';
import { openButton } from './cardButtons.ts';
import { visibleProgrammes } from './find.ts';
import { historyLine, historyOf } from './history.ts';
import { openProgramme, readId } from './locked.ts';

export const listActions: readonly Action[] = [
  {
    name: 'programme.list',
    press: async (id, context) => replaceCard(await programmesCard(readId(id), context)),
  },
  { name: 'programme.contents', press: contents },
  { name: 'programme.history', press: history },
  { name: 'programme.tasks', press: tasks },
];

const programmesShown = 10;
const linesShown = 20;

/** /chuongtrinh alone. */
export async function listProgrammes(context: Context): Promise<Reply> {
  const card = await programmesCard(0, context);
  return context.place.private ? showCard(card) : tellAsker(card);
}

async function programmesCard(offset: number, context: Context): Promise<Card> {
  const { trx, who, t } = context;
  const words = t.programmes.list;
  const all = await visibleProgrammes(trx, who);
  const shown = all.slice(offset, offset + programmesShown);
  const opens = givingAgencies(who).length > 0;
  const page = (label: string, to: number) => ({ label, action: 'programme.list', id: `${to}` });
  return {
    title: words.title(all.length),
    tone: 'neutral',
    blocks:
      all.length === 0
        ? [{ kind: 'text', text: opens ? words.noneOpen : words.none }]
        : [
            {
              kind: 'list',
              items: shown.map((each) => ({
                text: programmeTitle(each, t),
                detail: words.detail(
                  t.programmes.years(each.fromYear, each.toYear),
                  t.programmes.status[each.status],
                  each.asked,
                ),
                button: openButton(each.id, context),
              })),
            },
          ],
    buttons: [
      [
        ...(offset > 0 ? [page(t.reports.tasks.previous, Math.max(0, offset - programmesShown))] : []),
        ...(offset + shown.length < all.length ? [page(t.reports.tasks.next, offset + programmesShown)] : []),
        ...(opens ? [{ label: words.open, action: 'programme.new', id: 'new' }] : []),
      ],
    ].filter((row) => row.length > 0),
  };
}

/** `<programme>.<offset>`: a page of the tree, in a message of its own; its further pages take its place. */
async function contents(id: string, context: Context): Promise<Reply> {
  const [programmeId = '', skipped = ''] = id.split('.');
  const programme = await openProgramme(readId(programmeId), 'see', context);
  const { t, place } = context;
  const words = t.programmes.card;
  const offset = skipped === 'top' ? 0 : readId(skipped);
  const shown = programme.contents.slice(offset, offset + contentsShown);
  const give = mayGive(viewerOfPerson(context));
  const page = (label: string, to: number) => ({
    label,
    action: 'programme.contents',
    // The first page from a later one is told from the press on the card, which opens a message of its own.
    id: `${programme.id}.${to === 0 ? 'top' : to}`,
  });
  const last = offset + shown.length;
  const card: Card = {
    title: words.contentsOf(t.programmes.code(programme.id), programme.contents.length),
    tone: 'neutral',
    blocks: [
      { kind: 'text', text: programme.title, style: 'strong' },
      ...(shown.length === 0
        ? [{ kind: 'text' as const, text: words.noContents }]
        : [{ kind: 'list' as const, items: shown.map((each) => contentItem(each, give, t)) }]),
      ...(programme.contents.length > shown.length
        ? [
            {
              kind: 'text' as const,
              text: t.reports.tasks.more(offset + 1, last, programme.contents.length),
              style: 'small' as const,
            },
          ]
        : []),
    ],
    buttons: [
      [
        ...(offset > 0 ? [page(t.reports.tasks.previous, Math.max(0, offset - contentsShown))] : []),
        ...(last < programme.contents.length ? [page(t.reports.tasks.next, last)] : []),
        ...(shown.length > 0 && give
          ? [
              {
                label: t.programmes.buttons.editContents,
                action: 'programme.editContent',
                id: `${programme.id}`,
              },
            ]
          : []),
        openButton(programme.id, context),
      ],
    ],
  };
  if (skipped !== '0' && skipped !== '') return replaceCard(card);
  return place.private ? showCard(card) : tellAsker(card);
}

/** The open tasks of the programme that the asker may see. */
async function tasks(id: string, context: Context): Promise<Reply> {
  const { id: programmeId } = await openProgramme(readId(id), 'see', context);
  const request = {
    view: 'visible' as const,
    states: [],
    departmentIds: [],
    agencyIds: [],
    personIds: [],
    programmeId,
    period: null,
    offset: 0,
  };
  return showList(await pageOf(request, [context.t.programmes.ask.onlySeen], context), context);
}

/** `<programme>` or `<programme>.<event>`: what happened before that. */
async function history(id: string, context: Context): Promise<Reply> {
  const [programmeId = '', before = ''] = id.split('.');
  const programme = await openProgramme(readId(programmeId), 'see', context);
  const { trx, t, place } = context;
  const words = t.programmes.history;
  const from = before === '' ? null : readId(before);
  const rows = await historyOf(trx, programme.id, linesShown + 1, from);
  const shown = rows.slice(-linesShown);
  const oldest = rows.length > shown.length ? shown[0] : undefined;
  const card: Card = {
    title: words.title(t.programmes.code(programme.id)),
    tone: 'neutral',
    blocks: [
      {
        kind: 'text',
        text: shown
          .map((row) => historyLine(row, t))
          .join('\n')
          .slice(0, 2000),
        style: 'small',
      },
    ],
    buttons: [
      [
        ...(oldest
          ? [{ label: words.older, action: 'programme.history', id: `${programme.id}.${oldest.id}` }]
          : []),
        openButton(programme.id, context),
      ],
    ],
  };
  if (from !== null) return replaceCard(card);
  return place.private ? showCard(card) : tellAsker(card);
}
