/** /caidat: the reminder policy of an agency, changed by its leaders and admins after seeing what it would have sent. */
import type { Card } from '../chat/card.ts';
import type { Context } from '../chat/context.ts';
import { UserError } from '../chat/errors.ts';
import type { Action, Command } from '../chat/feature.ts';
import { replaceCard, tellAsker } from '../chat/reply.ts';
import { recordEvent } from '../history/recordEvent.ts';
import { mayChangePolicy } from '../people/permissions.ts';
import { calendarOf } from './calendars.ts';
import { planDigest } from './digestsStore.ts';
import { policyOf, type StoredPolicy } from './policies.ts';
import type { ReminderPolicy } from './policy.ts';
import { readPolicyCode } from './policyCode.ts';
import { policyFields } from './policyFields.ts';
import { policyForm, readPolicyForm } from './policyForm.ts';
import { policyPreview } from './policyPreview.ts';
import { savePolicy } from './policyStore.ts';
import { replanAgency } from './replanAgency.ts';
import { weeklyMoment } from './weekly.ts';

export const settingsCommand: Command = {
  name: 'caidat',
  words: { vi: ['caidat'], en: ['settings'] },
  guests: false,
  help: (t) => t.reminders.settings.help,
  async handle({ text }, context) {
    const agency = await agencyMeant(text.trim(), context);
    const stored = await policyOf(context.trx, agency.id);
    return tellAsker(policyCard(agency, stored, context));
  },
};

export const changePolicy: Action = {
  name: 'policy.change',
  async press(id, context) {
    const agency = await changeableAgency(id, context);
    const { policy } = await policyOf(context.trx, agency.id);
    return { kind: 'form', form: policyForm(agency.id, policy, context.t) };
  },
};

export const tryPolicy: Action = {
  name: 'policy.try',
  async submit(id, values, context) {
    const agency = await changeableAgency(id, context);
    const fresh = readPolicyForm(values, context.t);
    return tellAsker(await policyPreview(agency, fresh, context));
  },
};

export const savePolicyAction: Action = {
  name: 'policy.save',
  async press(code, context) {
    const { trx, now, who, account, t } = context;
    const proposed = readPolicyCode(code);
    if (!proposed) throw new UserError(t.reminders.settings.old, t.reminders.settings.oldMend);
    const agency = await changeableAgency(String(proposed.agencyId), context);
    const { policy: old } = await policyOf(trx, agency.id);
    await savePolicy(trx, now, agency.id, proposed.policy, who.personId);
    await recordEvent(trx, {
      at: now,
      kind: 'policy.changed',
      personId: who.personId,
      platform: account.platform,
      agencyId: agency.id,
      data: { old: plain(old), fresh: plain(proposed.policy) },
    });
    const calendar = await calendarOf(trx, agency.id);
    await planDigest(trx, agency.id, 'monday', weeklyMoment(proposed.policy, calendar, now));
    await replanAgency(trx, now, agency.id);
    const card = policyCard(agency, await policyOf(trx, agency.id), context);
    return replaceCard({ ...card, title: t.reminders.settings.saved(agency.name), tone: 'good' });
  },
};

export const dropPolicy: Action = {
  name: 'policy.drop',
  async press(id, context) {
    const agency = await changeableAgency(id, context);
    const card = policyCard(agency, await policyOf(context.trx, agency.id), context);
    return replaceCard({ ...card, title: context.t.reminders.settings.dropped });
  },
};

type Agency = { id: number; code: string; name: string };

function policyCard(agency: Agency, { policy, changed }: StoredPolicy, { who, t }: Context): Card {
  const words = t.reminders.settings;
  return {
    title: words.title(agency.name),
    tone: 'neutral',
    blocks: [
      { kind: 'fields', fields: policyFields(policy, t) },
      {
        kind: 'text',
        style: 'small',
        text: changed
          ? words.changedBy(changed.by ?? t.reminders.why.somebody, t.dates.shortMoment(changed.at))
          : words.byDefault,
      },
    ],
    buttons: mayChangePolicy(who, agency.id)
      ? [[{ label: words.change, action: 'policy.change', id: String(agency.id), style: 'primary' }]]
      : [],
  };
}

/** The agency named by its code, or the asker's own. Policies are seen by those who belong there or may change them. */
async function agencyMeant(code: string, { trx, who, t }: Context): Promise<Agency> {
  const words = t.reminders.settings;
  if (code === '' && who.agencyId === null) throw new UserError(words.agencyMissing, words.agencyMend);
  const query = trx.selectFrom('agency').select(['id', 'code', 'name']);
  const agency =
    code === ''
      ? await query.where('id', '=', who.agencyId).executeTakeFirst()
      : await query
          .where(({ eb, fn }) => eb(fn('lower', ['code']), '=', code.toLowerCase()))
          .executeTakeFirst();
  if (!agency || (agency.id !== who.agencyId && !mayChangePolicy(who, agency.id))) {
    throw new UserError(words.agencyUnknown(code), words.agencyMend);
  }
  return agency;
}

/** @throws UserError unless there is this agency and the actor may change its policy */
async function changeableAgency(id: string, { trx, who, t }: Context): Promise<Agency> {
  const words = t.reminders.settings;
  const agency = /^\d{1,15}$/.test(id)
    ? await trx
        .selectFrom('agency')
        .select(['id', 'code', 'name'])
        .where('id', '=', Number(id))
        .executeTakeFirst()
    : undefined;
  if (!agency) throw new UserError(words.old, words.oldMend);
  if (!mayChangePolicy(who, agency.id)) throw new UserError(words.mayNot, t.common.askWhoMay);
  return agency;
}

/** For the history: times as text. */
function plain(policy: ReminderPolicy): object {
  return {
    ...policy,
    atTime: policy.atTime.toString(),
    hours: { start: policy.hours.start.toString(), end: policy.hours.end.toString() },
  };
}
