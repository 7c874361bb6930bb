/** A programme is described in a line or a form, shown as understood, and opened with one press; the other agencies are asked. */
import type { Context } from '../chat/context.ts';
import { UserError } from '../chat/errors.ts';
import type { Action } from '../chat/feature.ts';
import { type Reply, replaceCard, showCard } from '../chat/reply.ts';
import { fold } from '../language/folding.ts';
import { buildUnitIndex } from '../language/matching/unitIndex.ts';
import { readProgramme } from '../language/programmes/readProgramme.ts';
import { mayGiveFor } from '../people/permissions.ts';
import { readerFor } from '../tasks/giving/giveCommand.ts';
import { requireGiver } from '../tasks/giving/givers.ts';
import { loadOrganisation } from '../tasks/giving/organisation.ts';
import { askConsent } from './consent.ts';
import { cardReply } from './drawCard.ts';
import { visibleProgrammes } from './find.ts';
import { openProgramme, readId } from './locked.ts';
import {
  insertPreview,
  openPreview,
  ownPreview,
  type PreviewContent,
  type ProgrammePreview,
  previewFromReading,
  savePreview,
} from './preview.ts';
import { previewCard, questionsOf } from './previewCard.ts';
import { previewForm, readPreviewForm, titleMax } from './previewForm.ts';
import { byOf, recordProgramme } from './record.ts';
import { insertAgencies, insertProgramme, replaceDepartments } from './store.ts';
import { sendCards } from './tell.ts';

export const openingActions: readonly Action[] = [
  { name: 'programme.new', press: (_id, context) => newProgrammeForm(context), submit: previewFromForm },
  { name: 'programme.editPreview', press: editPreview, submit: saveEdited },
  { name: 'programme.confirm', press: confirm },
  { name: 'programme.drop', press: drop },
];

/** A line of words becomes a preview. @throws UserError when the asker may not open programmes */
export async function previewFromLine(text: string, context: Context): Promise<Reply> {
  const { trx, t } = context;
  const agencyIds = await requireGiver(context, context.t.programmes.refusals.mayNotOpen);
  const organisation = await loadOrganisation(trx);
  const reading = readProgramme(
    text,
    buildUnitIndex(organisation.units, { agencyId: agencyIds[0] ?? null }),
    thisYear(context),
  );
  const { titleTooLong, titleMend } = t.programmes.refusals;
  if (reading.title.length > titleMax) throw new UserError(titleTooLong(titleMax), titleMend);
  const preview = await insertPreview(context, previewFromReading(reading, agencyIds, organisation));
  return previewReply(preview, context, { replaces: false });
}

export async function newProgrammeForm(context: Context): Promise<Reply> {
  const [openingAgencyId = 0] = await requireGiver(context, context.t.programmes.refusals.mayNotOpen);
  return formReply(null, { action: 'programme.new', id: 'new' }, openingAgencyId, context);
}

async function previewFromForm(_id: string, values: Parameters<typeof readPreviewForm>[0], context: Context) {
  const [openingAgencyId = 0] = await requireGiver(context, context.t.programmes.refusals.mayNotOpen);
  const content = await readForm(values, openingAgencyId, context);
  return previewReply(await insertPreview(context, content), context, { replaces: false });
}

async function editPreview(id: string, context: Context): Promise<Reply> {
  const preview = await openPreview(readId(id), context);
  const target = { action: 'programme.editPreview', id: `${preview.id}` };
  return formReply(preview.content, target, preview.content.openingAgencyId, context);
}

async function saveEdited(id: string, values: Parameters<typeof readPreviewForm>[0], context: Context) {
  const preview = await openPreview(readId(id), context);
  await requireGiver(context, context.t.programmes.refusals.mayNotOpen);
  const content = await readForm(values, preview.content.openingAgencyId, context);
  const changed = { ...preview, content };
  await savePreview(context.trx, changed);
  return previewReply(changed, context, { replaces: true });
}

/** One programme, however often it is pressed: the second press shows what the first has opened. */
async function confirm(id: string, context: Context): Promise<Reply> {
  const { trx, who, t } = context;
  const preview = await ownPreview(readId(id), context);
  if (preview.programmeId !== null) {
    const programme = await openProgramme(preview.programmeId, 'see', context);
    return cardReply(programme, context, { replaces: true });
  }
  const { content } = await openPreview(preview.id, context);
  if (!mayGiveFor(who, content.openingAgencyId)) throw new UserError(t.common.notAllowed, t.common.askWhoMay);
  const organisation = await loadOrganisation(trx);
  // What was closed since is no focal department any more.
  const departmentIds = content.departmentIds.filter((each) => !organisation.departments.get(each)?.closed);
  const checked = { ...preview, content: { ...content, departmentIds } };
  if (questionsOf(checked.content, organisation, t).length > 0) {
    return previewReply(checked, context, { replaces: true });
  }
  const programmeId = await open(checked.content, context);
  await savePreview(trx, { ...checked, status: 'opened', programmeId });
  return cardReply(await openProgramme(programmeId, 'see', context), context, { replaces: true });
}

async function open(content: PreviewContent, context: Context): Promise<number> {
  const { trx, now, who } = context;
  const { title, years, openingAgencyId, agencyIds, departmentIds } = content;
  if (!years) throw new Error('a programme without years');
  const programmeId = await insertProgramme(trx, now, {
    title,
    agencyId: openingAgencyId,
    fromYear: years.from,
    toYear: years.to,
    createdBy: who.personId,
  });
  const taking = { opening: openingAgencyId, others: agencyIds, by: who.personId };
  await insertAgencies(trx, now, programmeId, taking);
  const { departments } = await loadOrganisation(trx);
  for (const agencyId of [openingAgencyId, ...agencyIds]) {
    const own = departmentIds.filter((id) => departments.get(id)?.agencyId === agencyId);
    await replaceDepartments(trx, { programmeId, agencyId }, own);
  }
  const data = { title, fromYear: years.from, toYear: years.to, agencyIds, departmentIds };
  const eventId = await recordProgramme(trx, now, programmeId, {
    kind: 'programme.opened',
    by: byOf(context),
    data,
  });
  const programme = await openProgramme(programmeId, 'see', context);
  const own = programme.agencies.find((each) => each.id === openingAgencyId)?.departments ?? [];
  await sendCards(trx, now, programme, { eventId, departmentIds: own.map((each) => each.id) });
  for (const agencyId of agencyIds)
    await askConsent(trx, now, programme, { agencyId, eventId, by: byOf(context) });
  return programmeId;
}

async function drop(id: string, context: Context): Promise<Reply> {
  const preview = await openPreview(readId(id), context);
  await savePreview(context.trx, { ...preview, status: 'dropped' });
  const title = context.t.programmes.opening.dropped;
  const text = preview.content.title;
  return replaceCard({
    title,
    tone: 'neutral',
    blocks: text === '' ? [] : [{ kind: 'text', text, style: 'small' }],
    buttons: [],
  });
}

async function previewReply(
  preview: ProgrammePreview,
  context: Context,
  { replaces }: { replaces: boolean },
): Promise<Reply> {
  const { trx, t } = context;
  const folded = fold(preview.content.title);
  const seen = await visibleProgrammes(trx, context.who);
  const alike = seen.filter((each) => each.titleFolded === folded).map((each) => each.id);
  const card = previewCard(preview, { organisation: await loadOrganisation(trx), alike, t });
  return replaces ? replaceCard(card) : showCard(card);
}

async function formReply(
  content: PreviewContent | null,
  target: { action: string; id: string },
  openingAgencyId: number,
  context: Context,
): Promise<Reply> {
  const organisation = await loadOrganisation(context.trx);
  const facts = { organisation, openingAgencyId, thisYear: thisYear(context), t: context.t };
  return { kind: 'form', form: previewForm(content, target, facts) };
}

async function readForm(
  values: Parameters<typeof readPreviewForm>[0],
  openingAgencyId: number,
  context: Context,
): Promise<PreviewContent> {
  const organisation = await loadOrganisation(context.trx);
  const reader = await readerFor(context, organisation, [openingAgencyId]);
  return readPreviewForm(values, { openingAgencyId, reader, organisation });
}

function thisYear({ now, who }: Context): number {
  return now.toZonedDateTimeISO(who.timeZone).year;
}
