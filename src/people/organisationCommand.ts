/** /donvi: looks at units, invites people, binds rooms. */
import { type Card, cardLimits } from '../chat/card.ts';
import type { Context } from '../chat/context.ts';
import { replyPrivately } from '../chat/errorCard.ts';
import { UserError } from '../chat/errors.ts';
import type { Command } from '../chat/feature.ts';
import type { Reply } from '../chat/reply.ts';
import { fold } from '../language/folding.ts';
import type { KnownUnit } from '../language/matching/unit.ts';
import { administeredPerson } from './administered.ts';
import { findPeople, type NamedPerson } from './findPeople.ts';
import { findUnit, lookUpUnit, writtenCode } from './findUnit.ts';
import { loadAgencies } from './organisationView.ts';
import { showInvitation } from './peopleActions.ts';
import { mayAdminister } from './permissions.ts';
import { bindHere, unbindHere } from './roomActions.ts';
import { showAgency, showDepartment, showNoAgency, showPerson } from './showOrganisation.ts';

export const organisationCommand: Command = {
  name: 'donvi',
  words: { vi: ['donvi'], en: ['org'] },
  guests: false,
  help: (t) => t.people.org.help,
  handle: async ({ text }, context) => {
    const asked = readSubcommand(text);
    switch (asked.kind) {
      case 'overview':
        return overview(context);
      case 'invite':
        return inviteNamed(asked.rest, context);
      case 'bind':
        return bindNamed(asked.rest, context);
      case 'unbind':
        return unbindHere(context);
      case 'unit':
        return showNamed(asked.rest, context);
    }
  },
};

type Asked = { kind: 'overview' | 'invite' | 'bind' | 'unbind' | 'unit'; rest: string };

/** The words after /donvi. What begins with none of its own words names a unit. */
function readSubcommand(text: string): Asked {
  if (text === '') return { kind: 'overview', rest: '' };
  const [first = '', second = ''] = text.split(/\s+/u, 2);
  const after = text.slice(first.length).trim();
  const twoWords = fold(`${first}${second}`);
  if (['gonhom', 'unroom'].includes(twoWords) || ['gonhom', 'unroom'].includes(fold(first))) {
    return { kind: 'unbind', rest: '' };
  }
  if (['moi', 'invite'].includes(fold(first))) return { kind: 'invite', rest: after };
  if (['nhom', 'kenh', 'room'].includes(fold(first))) return { kind: 'bind', rest: after };
  return { kind: 'unit', rest: text };
}

async function overview(context: Context): Promise<Reply> {
  const { trx, who } = context;
  if (who.agencyId !== null) return showAgency(context, who.agencyId);
  const [first] = await loadAgencies(trx);
  return first ? showAgency(context, first.id) : showNoAgency(context);
}

/** A unit, or a person of the asker's own agency or of one they administer. */
async function showNamed(text: string, context: Context): Promise<Reply> {
  const { trx, who } = context;
  const { found } = await lookUpUnit(text, context);
  const agencies = who.admin.everywhere
    ? null
    : [...who.admin.agencies, ...(who.agencyId === null ? [] : [who.agencyId])];
  const people = await findPeople(trx, text, agencies);
  const [person] = people;
  const wholeName = people.length === 1 && fold(person?.name ?? '') === fold(text);
  if (person && (wholeName || found.length === 0)) {
    return people.length === 1 ? showPerson(context, person.id) : choosePerson(text, people, 'open', context);
  }
  const [unit, ...more] = await findUnit(text, context);
  if (!unit || more.length > 0) {
    return chooseUnit(text, unit ? [unit, ...more] : [], context);
  }
  return unit.kind === 'agency' ? showAgency(context, unit.id) : showDepartment(context, unit.id);
}

async function bindNamed(text: string, context: Context): Promise<Reply> {
  const { who, t, place } = context;
  const { mistakes, severalUnits } = t.people.org;
  if (place.private) throw new UserError(mistakes.onlyInRoom, mistakes.goToRoom);
  if (text === '') throw new UserError(mistakes.whichUnit, mistakes.nameUnit);
  const found = await findUnit(text, context);
  const administered = found.filter((unit) => mayAdminister(who, unit.agencyId));
  const [unit, ...more] = administered.length > 0 ? administered : found;
  if (!unit || more.length > 0) {
    const lines = [unit, ...more].flatMap((each) => (each ? [`/donvi nhom ${writtenCode(each)}`] : []));
    throw new UserError(severalUnits(text.slice(0, 60)), lines.slice(0, 10).join('\n'));
  }
  return bindHere(unit, context);
}

async function inviteNamed(text: string, context: Context): Promise<Reply> {
  const { trx, who, t } = context;
  const { mistakes } = t.people.org;
  if (text === '') throw new UserError(mistakes.whoToInvite, mistakes.nameThem);
  const agencies = who.admin.everywhere ? null : who.admin.agencies;
  if (agencies?.length === 0) throw new UserError(t.common.notAllowed, t.common.askWhoMay);
  const found = await findPeople(trx, text, agencies);
  const [person, ...more] = found;
  if (!person) throw new UserError(mistakes.noSuchPerson(text.slice(0, 60)), mistakes.addThem);
  if (more.length === 0) return showInvitation(await administeredPerson(String(person.id), context), context);
  return choosePerson(text, found, 'invite', context);
}

function choosePerson(
  text: string,
  people: readonly NamedPerson[],
  to: 'open' | 'invite',
  context: Context,
): Reply {
  const { buttons, mistakes } = context.t.people.org;
  const items = people.slice(0, cardLimits.items).map((each) => ({
    text: each.name,
    detail: [each.agencyCode, each.code].filter((part) => part !== '').join(' · '),
    button: {
      label: to === 'open' ? buttons.open : buttons.invite,
      action: to === 'open' ? 'org.person' : 'org.invite',
      id: String(each.id),
    },
  }));
  return choice(mistakes.severalPeople(text.slice(0, 60)), mistakes.chooseThem, items, context);
}

function chooseUnit(text: string, units: readonly KnownUnit[], context: Context): Reply {
  const { org } = context.t.people;
  const items = units.slice(0, cardLimits.items).map((unit) => ({
    text: unit.name,
    detail: writtenCode(unit),
    button: {
      label: org.buttons.open,
      action: unit.kind === 'agency' ? 'org.agency' : 'org.department',
      id: String(unit.id),
    },
  }));
  return choice(org.severalUnits(text.slice(0, 60)), '', items, context);
}

type Items = Extract<Card['blocks'][number], { kind: 'list' }>['items'];

function choice(title: string, intro: string, items: Items, { place }: Context): Reply {
  const blocks: Card['blocks'] = [
    ...(intro === '' ? [] : [{ kind: 'text' as const, text: intro }]),
    { kind: 'list', items },
  ];
  return replyPrivately({ title, tone: 'neutral', blocks, buttons: [] }, place);
}
