/** /tinhhinh, and a sentence said to the bot: totals, what is late and by how much, who has not answered, what comes
 *  next. */
import type { Block, Button, Card, Field } from '../chat/card.ts';
import type { Context } from '../chat/context.ts';
import { UserError } from '../chat/errors.ts';
import type { Action, Command } from '../chat/feature.ts';
import { type Reply, replaceCard } from '../chat/reply.ts';
import type { Query, QueryState } from '../language/query/query.ts';
import type { Locale } from '../locale/locale.ts';
import { awaitedBlocks } from '../opinions/list.ts';
import { standingBlocks } from '../programmes/card.ts';
import { openButton as openProgramme } from '../programmes/cardButtons.ts';
import { loadProgramme } from '../programmes/load.ts';
import { titleAbout } from './about.ts';
import { calendarsFor, momentOf, understand } from './asking.ts';
import { type AssignmentRow, assignmentRows, type Totals, totalsOf } from './assignmentRows.ts';
import { rowItem } from './listCard.ts';
import { answer, lateButton, notesOf, openButton, pageOf } from './listReply.ts';
import { type ListRequest, readRequest, writeRequest } from './listRequest.ts';
import { type Asked, ownView, requestOf, saysSomething } from './request.ts';
import { showTask } from './show.ts';
import { whichUnit } from './whichUnit.ts';

export const situationCommand: Command = {
  name: 'tinhhinh',
  words: { vi: ['tinhhinh', 'tìnhhình'], en: ['status'] },
  guests: false,
  help: (t) => t.reports.situation.help,
  async handle({ text }, context) {
    return await answerQuestion(await understand(text, context), context);
  },
};

/** A mention or private message that is no command: a question in free words.
 *  @throws UserError when nothing in it was understood */
export async function answerSentence(text: string, context: Context): Promise<Reply> {
  const query = await understand(text, context);
  if (isNoQuestion(text, query)) {
    const { t } = context;
    throw new UserError(t.reports.situation.sentenceNotUnderstood, t.reports.situation.sentenceMend);
  }
  return await answerQuestion(query, context);
}

/** Nothing in it was understood, or most of it was not: an answer to a few of its words would be a guess. */
function isNoQuestion(text: string, query: Query): boolean {
  if (query.taskCodes.length > 0) return false;
  const wordsOf = (line: string) => line.split(/\s+/).filter((word) => word !== '').length;
  const leftOver = wordsOf(query.left.join(' '));
  return leftOver > 0 && (!saysSomething(query) || leftOver * 2 > wordsOf(text));
}

async function answerQuestion(query: Asked, context: Context): Promise<Reply> {
  const [code] = query.taskCodes;
  if (code !== undefined) return await showTask(code, context);
  // A state was named: the answer is the list itself.
  const isList = query.states.length > 0 && !query.states.includes('open');
  const asked = (each: Asked) => requestOf(each, ownView(context.who));
  const action = isList ? 'report.list' : 'report.state';
  const choice = whichUnit(query, { requestOf: asked, action }, context);
  if (choice) return answer(choice, context);
  const notes = notesOf(query, context);
  const draw = isList ? pageOf : situationCard;
  const card = await draw(asked(query), notes, context);
  // The asker's own view begins with what is theirs alone to answer.
  const own = context.place.private && !saysSomething(query) ? await awaitedBlocks(context) : [];
  return answer({ ...card, blocks: [...own, ...card.blocks] }, context);
}

/** The answer for the unit that was chosen among several of that name. */
export const situationAction: Action = {
  name: 'report.state',
  async press(id, context) {
    const request = readRequest(id);
    if (!request) {
      throw new UserError(context.t.reports.situation.oldButton, context.t.reports.situation.oldButtonMend);
    }
    return replaceCard(await situationCard(request, [], context));
  },
};

/** How many rows each section shows; the buttons lead to the rest. */
const sectionRows = 5;

async function situationCard(
  request: ListRequest,
  notes: readonly string[],
  context: Context,
): Promise<Card> {
  const { trx, now, who, t } = context;
  const moment = await momentOf(context);
  const page = (states: QueryState[]) =>
    assignmentRows(trx, who, { ...request, states, offset: 0 }, moment, sectionRows);
  const totals = await totalsOf(trx, who, request, moment);
  const late = totals.overdue > 0 ? await page(['overdue']) : [];
  const waiting = totals.notAccepted > 0 ? await page(['notAccepted']) : [];
  const soon = totals.dueSoon > 0 ? await page(['dueSoon']) : [];
  const calendarOf = await calendarsFor(context, [...late, ...waiting, ...soon]);
  const facts = { now, t, calendarOf, homeAgencyId: who.agencyId };
  const section = (title: string, rows: readonly AssignmentRow[], urging: boolean): Block[] =>
    rows.length === 0
      ? []
      : [
          { kind: 'text', text: title, style: 'strong' },
          {
            kind: 'list',
            items: rows.map((row) =>
              rowItem(row, facts, urging ? lateButton(row, context) : openButton(row, context)),
            ),
          },
        ];
  const programme = request.programmeId === null ? null : await loadProgramme(trx, request.programmeId, now);
  return {
    title: await titleAbout(titleOf(request, context), request, context),
    tone: totals.overdue > 0 ? 'bad' : totals.dueSoon > 0 ? 'warning' : 'good',
    blocks: [
      ...(programme ? standingBlocks(programme, t) : []),
      { kind: 'text', text: summaryOf(totals, request, t) },
      { kind: 'fields', fields: totalFields(totals, request, t) },
      ...section(t.reports.situation.late, late, true),
      ...section(t.reports.situation.notAnswered, waiting, true),
      ...section(t.reports.situation.next, soon, false),
      ...notes.map((text): Block => ({ kind: 'text', text, style: 'small' })),
      ...(request.programmeId === null
        ? []
        : [{ kind: 'text' as const, text: t.programmes.ask.onlySeen, style: 'small' as const }]),
    ],
    buttons: [
      [
        ...moreButton(t.reports.situation.allOverdue, request, ['overdue'], totals.overdue > late.length),
        ...moreButton(t.reports.situation.allOpen, request, [], totals.open > 0),
        ...(request.programmeId === null ? [] : [openProgramme(request.programmeId, context)]),
      ],
    ].filter((row) => row.length > 0),
  };
}

function titleOf({ view }: ListRequest, { who, t }: Context): string {
  const titles = t.reports.situation.titles;
  return view === 'agency' ? titles.agency(who.agencyCode) : titles[view];
}

function summaryOf({ open, overdue }: Totals, { period }: ListRequest, t: Locale): string {
  return t.reports.situation.summary(open, overdue, period !== null);
}

/** Zeros that mean nothing to the reader are left out; open and overdue always stand there. */
function totalFields(totals: Totals, request: ListRequest, t: Locale): Field[] {
  const names = t.reports.situation.fields;
  const optional = (['dueSoon', 'notAccepted', 'submitted', 'blocked', 'noDeadline'] as const)
    .filter((key) => totals[key] > 0)
    .map((key) => ({ label: names[key], value: `${totals[key]}` }));
  return [
    { label: names.open, value: `${totals.open}` },
    { label: names.overdue, value: `${totals.overdue}` },
    ...optional,
    {
      label: request.period ? names.completedIn : names.completed,
      value: t.reports.situation.completedLine(totals.completed, totals.completedLate),
    },
  ];
}

function moreButton(label: string, request: ListRequest, states: QueryState[], shown: boolean): Button[] {
  const id = shown ? writeRequest({ ...request, states, offset: 0 }) : null;
  return id ? [{ label, action: 'report.list', id }] : [];
}
