/** /thamgia CODE: binds the asker's account to a person, or makes them admin. */
import type { Card } from '../chat/card.ts';
import type { GuestContext } from '../chat/context.ts';
import { errorCard, replyPrivately } from '../chat/errorCard.ts';
import type { GuestCommand } from '../chat/feature.ts';
import { type Locale, localeFor } from '../locale/locale.ts';
import type { Actor } from './actor.ts';
import { loadActorOf } from './identify.ts';
import { forgetFailures, pausedUntil, recordFailure } from './joinAttempts.ts';
import { type Outcome, useInvitation } from './useInvitation.ts';

/** Also what Telegram sends when a conversation is opened ("/start", with the code of a link). */
export const join: GuestCommand = {
  name: 'thamgia',
  words: { vi: ['thamgia'], en: ['join', 'start'] },
  guests: true,
  help: (t) => t.people.join.help,
  handle: async ({ text }, context) => replyPrivately(await answer(text, context), context.place),
};

/** Cards, not errors: a wrong code has to be counted. */
async function answer(code: string, { trx, now, account, who, t }: GuestContext): Promise<Card> {
  const { join: words } = t.people;
  if (code === '')
    return who ? welcomeCard(words.youAre(who.name), who, t) : errorCard(words.noCode, words.askForCode);
  const pause = await pausedUntil(trx, now, account);
  if (pause) return errorCard(words.paused, words.pausedUntil(t.dates.shortMoment(pause)));
  const outcome = await useInvitation(trx, now, code, account, who);
  if (outcome.kind === 'wrong') await recordFailure(trx, now, account);
  if (outcome.kind !== 'bound' && outcome.kind !== 'admin') return refusal(outcome, t);
  await forgetFailures(trx, account);
  const joined = await loadActorOf(trx, outcome.personId);
  if (!joined) throw new Error(`person ${outcome.personId} has just joined and is not there`);
  // From now on in their own language.
  const own = localeFor(joined.language, joined.timeZone);
  const title = outcome.kind === 'admin' ? own.people.join.nowAdmin : own.people.join.youAre(joined.name);
  return welcomeCard(title, joined, own);
}

function refusal(outcome: Exclude<Outcome, { kind: 'bound' | 'admin' }>, { people }: Locale): Card {
  const { join: words } = people;
  switch (outcome.kind) {
    case 'alreadyBound':
      return errorCard(words.alreadyBound(outcome.name), words.nothingToDo);
    case 'boundToOther':
      return errorCard(words.boundToOther(outcome.name), words.unbindFirst);
    case 'wrong':
      return errorCard(words.wrong, words.checkCode);
    case 'expired':
      return errorCard(words.expired, words.askForCode);
    case 'used':
      return errorCard(words.used, words.askForCode);
    case 'personLeft':
      return errorCard(words.personLeft, words.askForCode);
  }
}

function welcomeCard(title: string, who: Actor, t: Locale): Card {
  const { join: words } = t.people;
  const gives = who.officialOf.length > 0 || who.leaderOf.length > 0;
  const steps = [
    ...(gives ? [words.tryGiving] : []),
    ...(who.memberOf.length > 0 ? [words.tryTasks] : []),
    ...(who.leaderOf.length > 0 ? [words.tryStatus] : []),
    ...(who.admin.everywhere || who.admin.agencies.length > 0 ? [words.tryOrganisation] : []),
    words.tryHelp,
  ];
  return {
    title,
    tone: 'good',
    blocks: [
      { kind: 'text', text: words.roles(roleNames(who, t)) },
      { kind: 'text', text: steps.join('\n') },
    ],
    buttons: [],
  };
}

function roleNames({ leaderOf, officialOf, memberOf, admin }: Actor, { common }: Locale): string[] {
  const { leader, official, member, admin: administrator } = common.roles;
  return [
    ...(leaderOf.length > 0 ? [leader] : []),
    ...(officialOf.length > 0 ? [official] : []),
    ...(memberOf.length > 0 ? [member] : []),
    ...(admin.everywhere || admin.agencies.length > 0 ? [administrator] : []),
  ];
}
