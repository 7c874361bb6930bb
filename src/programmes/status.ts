/** Chuyển trạng thái: from proposal to conclusion, one step on or back; whoever enters the signature says number, day and who. */
import type { Context } from '../chat/context.ts';
import { UserError } from '../chat/errors.ts';
import type { Action } from '../chat/feature.ts';
import { type FormField, type FormValues, fieldValue } from '../chat/form.ts';
import type { Reply } from '../chat/reply.ts';
import type { ProgrammeStatus } from '../database/codes.ts';
import { readerFor } from '../tasks/giving/giveCommand.ts';
import { loadOrganisation } from '../tasks/giving/organisation.ts';
import { readDayField } from '../tasks/giving/readText.ts';
import { answer } from './answer.ts';
import { openProgramme, readId } from './locked.ts';
import { isSigned, nextStatuses, type ProgrammeView, statuses } from './programme.ts';
import { byOf, recordProgramme } from './record.ts';
import { updateProgramme } from './store.ts';
import { tellNews } from './tell.ts';
import { planYearly } from './yearly.ts';

export const statusActions: readonly Action[] = [
  { name: 'programme.status', press: showForm, submit: (id, values, context) => change(id, values, context) },
  // Beside the answer to a change: back to where it stood, unless somebody has changed it since.
  { name: 'programme.statusBack', press: goBack },
];

const textMax = 200;

async function showForm(id: string, context: Context): Promise<Reply> {
  const programme = await openProgramme(readId(id), 'manage', context);
  const { t } = context;
  const words = t.programmes.form;
  const options = nextStatuses(programme.status).map((status) => ({
    value: status,
    label: t.programmes.status[status],
  }));
  const [next] = options;
  return {
    kind: 'form',
    form: {
      action: 'programme.status',
      id: `${programme.id}.${programme.version}`,
      title: words.statusTitle(t.programmes.code(programme.id)),
      intro: words.statusNow(t.programmes.status[programme.status]),
      fields: [
        {
          name: 'status',
          label: words.status,
          required: true,
          input: { kind: 'choice', options, ...(next ? { initial: next.value } : {}) },
        },
        ...(next?.value === 'signed' ? signingFields(programme, context) : []),
      ],
      submit: words.changeStatus,
    },
  };
}

/** "chuyển sang dự thảo", behind the code. What wants particulars is asked for in the form. */
export async function changeFromLine(
  programmeId: number,
  to: ProgrammeStatus | null,
  context: Context,
): Promise<Reply> {
  const { version, status } = await openProgramme(programmeId, 'manage', context);
  if (to !== null && !nextStatuses(status).includes(to)) throw noSuchStep(status, context);
  if (to === null || to === 'signed') return showForm(`${programmeId}`, context);
  return change(`${programmeId}.${version}`, { status: [to] }, context);
}

/** Asked for with the status: they count only for "đã ký". */
function signingFields({ signed, signingLevel }: ProgrammeView, { t }: Context): FormField[] {
  const words = t.programmes.form;
  const line = (name: string, label: string, initial: string | null, hint?: string): FormField => ({
    name,
    label,
    required: false,
    input: { kind: 'line', initial: initial ?? '', maxLength: textMax },
    ...(hint === undefined ? {} : { hint }),
  });
  return [
    line('number', words.number, signed?.number ?? null, words.onlyIfSigned),
    {
      name: 'signedOn',
      label: words.signedOn,
      required: false,
      input: { kind: 'date', initial: signed?.on.toString() ?? '' },
    },
    line('signedBy', words.signedBy, signed?.by ?? null),
    line('level', words.level, signingLevel),
  ];
}

async function change(id: string, values: FormValues, context: Context, undo = false): Promise<Reply> {
  const { trx, now, who, t } = context;
  const [programmeId = '', version = ''] = id.split('.');
  const programme = await openProgramme(readId(programmeId), 'manage', context);
  const words = t.programmes.refusals;
  const code = t.programmes.code(programme.id);
  if (`${programme.version}` !== version) {
    throw new UserError(
      words.changedMeanwhile(t.programmes.status[programme.status]),
      words.reopenForm,
      'status',
    );
  }
  const to = statuses.find((each) => each === fieldValue(values, 'status'));
  if (!to || !nextStatuses(programme.status).includes(to)) {
    throw noSuchStep(programme.status, context);
  }
  refuseWithoutConsent(programme, to, context);
  // Signed once, and taken back by a slip, it has all its particulars.
  const again = undo && programme.signed !== null;
  const signing =
    to === 'signed' && !isSigned(programme.status) && !again
      ? await readSigning(values, programme, context)
      : {};
  await updateProgramme(trx, programme.id, { ...signing, status: to, status_by: who.personId });
  await planYearly(trx, now, programme.id);
  const by = byOf(context);
  const data = { from: programme.status, to };
  const eventId = await recordProgramme(trx, now, programme.id, {
    kind: 'programme.statusChanged',
    by,
    data,
  });
  await tellNews(trx, now, programme, { eventId, by, saidIn: context });
  const back = `${programme.id}.${programme.version + 1}.${programme.status}`;
  return answer(context, {
    title: t.programmes.statusChanged(code, t.programmes.status[to]),
    programmeId: programme.id,
    buttons: [{ label: t.tasks.card.buttons.undo, action: 'programme.statusBack', id: back }],
  });
}

/** `<programme>.<version>.<status>` */
async function goBack(id: string, context: Context): Promise<Reply> {
  const [programme = '', version = '', status = ''] = id.split('.');
  return change(`${programme}.${version}`, { status: [status] }, context, true);
}

/** Says which steps there are: whoever typed the status has no form before them. */
function noSuchStep(status: ProgrammeStatus, { t }: Context): UserError {
  const { noSuchStep: words, noSuchStepMend } = t.programmes.refusals;
  const names = t.programmes.status;
  return new UserError(
    words(names[status]),
    noSuchStepMend(nextStatuses(status).map((each) => names[each])),
    'status',
  );
}

/** Nobody signs for an agency that has not agreed. */
function refuseWithoutConsent(programme: ProgrammeView, to: ProgrammeStatus, { t }: Context): void {
  const waiting = programme.agencies.filter((each) => each.status !== 'agreed');
  if (!isSigned(to) || waiting.length === 0) return;
  const words = t.programmes.refusals;
  const names = waiting.map((each) => each.name).join(', ');
  throw new UserError(words.notAllAgreed(names), words.notAllAgreedMend, 'status');
}

/** @throws UserError at the field that is at fault */
async function readSigning(values: FormValues, programme: ProgrammeView, context: Context) {
  const { trx, now, t } = context;
  const words = t.programmes.refusals;
  const [agency] = programme.agencies;
  const reader = await readerFor(context, await loadOrganisation(trx), [agency?.id ?? 0]);
  const signedOn = readDayField(fieldValue(values, 'signedOn'), 'signedOn', reader);
  if (!signedOn) throw new UserError(words.signedOnMissing, words.signedMend, 'signedOn');
  if (
    Temporal.PlainDate.compare(signedOn, now.toZonedDateTimeISO(reader.calendar.timeZone).toPlainDate()) > 0
  ) {
    throw new UserError(words.signedOnFuture(t.dates.day(signedOn)), words.signedMend, 'signedOn');
  }
  const text = (name: string, missing: string): string => {
    const value = fieldValue(values, name).replace(/\s+/gu, ' ').slice(0, textMax);
    if (value === '') throw new UserError(missing, words.signedMend, name);
    return value;
  };
  return {
    signed_number: text('number', words.numberMissing),
    signed_on: signedOn,
    signed_by: text('signedBy', words.signedByMissing),
    signing_level: text('level', words.levelMissing),
  };
}
