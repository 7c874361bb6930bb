/** Another agency agrees to take part in a programme, or not: its officials and leaders decide with one button. Before that its
 *  departments are only proposed. */
import { z } from 'zod';
import type { Context } from '../chat/context.ts';
import { UserError } from '../chat/errors.ts';
import type { Action, Renderer } from '../chat/feature.ts';
import type { Reply } from '../chat/reply.ts';
import type { Trx } from '../database/transaction.ts';
import { notify } from '../delivery/notify.ts';
import { mayGiveFor } from '../people/permissions.ts';
import { viewerOfMessage } from '../tasks/cardViewer.ts';
import { recipientName } from '../tasks/tell.ts';
import { readNote, textForm } from '../tasks/words.ts';
import { answer } from './answer.ts';
import { programmeTitle } from './card.ts';
import { consentRows, openButton } from './cardButtons.ts';
import { loadProgramme } from './load.ts';
import { lockProgramme, openProgramme, readId } from './locked.ts';
import type { ProgrammeView, TakingPart } from './programme.ts';
import { type By, byOf, recordProgramme } from './record.ts';
import { setConsent } from './store.ts';
import { decidersOf, sendCards, tellNews } from './tell.ts';

export const consentActions: readonly Action[] = [
  { name: 'programme.agree', press: agree },
  { name: 'programme.disagree', press: askReason, submit: disagree },
  { name: 'programme.askAgain', press: askAgain },
];

/** One message to each official (else leader) of the agency. `eventId`: of the asking; nobody can be asked: the asker hears it. */
export async function askConsent(
  trx: Trx,
  now: Temporal.Instant,
  programme: ProgrammeView,
  { agencyId, eventId, by }: { agencyId: number; eventId: number; by: NonNullable<By> },
): Promise<void> {
  const deciders = await decidersOf(trx, agencyId);
  const kind = deciders.length > 0 ? 'programmes.consent' : 'programmes.unreachable';
  for (const to of deciders.length > 0 ? deciders : [{ personId: by.personId }]) {
    await notify(trx, now, {
      key: `${kind}:${eventId}:${agencyId}:${recipientName(to)}`,
      to,
      kind,
      facts: { programmeId: programme.id, agencyId },
      at: now,
      about: [],
    });
  }
}

async function agree(id: string, context: Context): Promise<Reply> {
  const { trx, now, who, t } = context;
  const { programme, agency } = await askedAgency(id, context);
  if (agency.status !== 'asked') return alreadyDecided(programme, agency, context);
  await setConsent(
    trx,
    now,
    { programmeId: programme.id, agencyId: agency.id },
    {
      status: 'agreed',
      by: who.personId,
      note: null,
    },
  );
  const by = byOf(context);
  const data = { agency: agency.name, agencyId: agency.id };
  const eventId = await recordProgramme(trx, now, programme.id, { kind: 'programme.consented', by, data });
  const open = agency.departments.filter((each) => !each.closed).map((each) => each.id);
  await sendCards(trx, now, programme, { eventId, departmentIds: open });
  await tellOpener(context, programme, eventId);
  return answer(context, {
    title: t.programmes.consent.agreed(t.programmes.code(programme.id)),
    lines: [t.programmes.consent.agreedNext],
    programmeId: programme.id,
  });
}

async function askReason(id: string, context: Context): Promise<Reply> {
  const { programme, agency } = await askedAgency(id, context);
  if (agency.status !== 'asked') return alreadyDecided(programme, agency, context);
  const words = context.t.programmes.consent;
  const title = words.refuseTitle(context.t.programmes.code(programme.id));
  const form = { action: 'programme.disagree', id: 0, title, label: words.reason, required: false };
  return { kind: 'form', form: { ...textForm(context.t, form), id } };
}

async function disagree(
  id: string,
  values: Parameters<typeof readNote>[0],
  context: Context,
): Promise<Reply> {
  const { trx, now, who, t } = context;
  const { programme, agency } = await askedAgency(id, context);
  if (agency.status !== 'asked') return alreadyDecided(programme, agency, context);
  const note = readNote(values, t);
  const which = { programmeId: programme.id, agencyId: agency.id };
  await setConsent(trx, now, which, { status: 'refused', by: who.personId, note });
  const data = { agency: agency.name, agencyId: agency.id, note };
  const kind = 'programme.consentRefused';
  const eventId = await recordProgramme(trx, now, programme.id, { kind, by: byOf(context), data });
  await tellOpener(context, programme, eventId);
  const title = t.programmes.consent.refused(t.programmes.code(programme.id));
  const reply = await answer(context, { title, tone: 'neutral', programmeId: programme.id });
  // Whoever refused does not see the programme any more: there is nothing to open.
  return reply.kind === 'card' ? { ...reply, card: { ...reply.card, buttons: [] } } : reply;
}

async function askAgain(id: string, context: Context): Promise<Reply> {
  const { trx, now, who, t } = context;
  const { programmeId, agencyId } = readPair(id);
  const programme = await openProgramme(programmeId, 'manage', context);
  const agency = programme.agencies.find((each) => each.id === agencyId);
  if (agency?.status !== 'refused') {
    const code = t.programmes.code(programme.id);
    throw new UserError(t.programmes.refusals.notRefused, t.programmes.refusals.seeProgramme(code));
  }
  await setConsent(trx, now, { programmeId, agencyId }, { status: 'asked', by: who.personId, note: null });
  const by = byOf(context);
  const data = { agency: agency.name, agencyId };
  const eventId = await recordProgramme(trx, now, programmeId, { kind: 'programme.askedAgain', by, data });
  await askConsent(trx, now, programme, { agencyId, eventId, by });
  return answer(context, { title: t.programmes.consent.askedAgain(agency.name), programmeId });
}

/** The agency that a button asks about, for one of those who decide there, whatever has been decided meanwhile. @throws UserError */
async function askedAgency(
  id: string,
  context: Context,
): Promise<{ programme: ProgrammeView; agency: TakingPart }> {
  const { trx, now, who, t } = context;
  const { programmeId, agencyId } = readPair(id);
  await lockProgramme(trx, programmeId);
  const programme = await loadProgramme(trx, programmeId, now);
  const agency = programme?.agencies.find((each) => each.id === agencyId);
  if (programme && agency && mayGiveFor(who, agency.id)) return { programme, agency };
  // Whoever may not even see it hears the words of every programme that does not exist.
  await openProgramme(programmeId, 'see', context);
  throw new UserError(t.common.notAllowed, t.programmes.whoMay.decideConsent);
}

function readPair(id: string): { programmeId: number; agencyId: number } {
  const [programme = '', agency = ''] = id.split('.');
  return { programmeId: readId(programme), agencyId: readId(agency) };
}

/** Two who decide at once: the second hears what the first has decided. */
function alreadyDecided(programme: ProgrammeView, { name }: TakingPart, context: Context): Promise<Reply> {
  const { t } = context;
  const title = t.programmes.consent.already(name, t.programmes.code(programme.id));
  return answer(context, { title, tone: 'neutral', programmeId: programme.id });
}

async function tellOpener(context: Context, programme: ProgrammeView, eventId: number): Promise<void> {
  const { trx, now } = context;
  const only = [{ personId: programme.openedBy.id }];
  await tellNews(trx, now, programme, { eventId, by: byOf(context), only });
}

const facts = z.object({ programmeId: z.number(), agencyId: z.number() });

/** The question itself (kind `programmes.consent`); null when it has been answered. */
export const drawConsent: Renderer = async (given, viewer) => {
  const { programmeId, agencyId } = facts.parse(given);
  const { t } = viewer;
  const programme = await loadProgramme(viewer.db, programmeId, viewer.now);
  const agency = programme?.agencies.find((each) => each.id === agencyId);
  if (!programme || agency?.status !== 'asked') return null;
  const words = t.programmes.consent;
  const departments = agency.departments.map((each) => each.name).join(', ');
  const seen = await viewerOfMessage(viewer);
  return {
    title: words.asked(programme.agencies[0]?.name ?? '').slice(0, 150),
    tone: 'warning',
    blocks: [
      { kind: 'text', text: programmeTitle(programme, t), style: 'strong' },
      { kind: 'text', text: t.programmes.years(programme.fromYear, programme.toYear) },
      { kind: 'text', text: departments === '' ? words.noDepartments : words.departments(departments) },
      { kind: 'text', text: words.intro, style: 'small' },
    ],
    buttons: [...consentRows({ ...programme, agencies: [agency] }, seen), [openButton(programmeId, { t })]],
  };
};

/** To whoever opened it: nobody of the agency can be asked. */
export const drawUnreachable: Renderer = async (given, { db, now, t }) => {
  const { programmeId, agencyId } = facts.parse(given);
  const programme = await loadProgramme(db, programmeId, now);
  const agency = programme?.agencies.find((each) => each.id === agencyId);
  if (!programme || !agency) return null;
  return {
    title: t.programmes.consent.unreachable(agency.name).slice(0, 150),
    tone: 'bad',
    blocks: [
      { kind: 'text', text: programmeTitle(programme, t), style: 'strong' },
      { kind: 'text', text: t.programmes.consent.unreachableMend },
    ],
    buttons: [[openButton(programmeId, { t })]],
  };
};
