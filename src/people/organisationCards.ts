/** Cards of /donvi. `manages`: the reader may change the agency, and sees the buttons for it. Pure. */
import { type Block, type Button, type Card, cardLimits, type ListItem } from '../chat/card.ts';
import type { Locale } from '../locale/locale.ts';
import type { InvitationLink } from './invitationLinks.ts';
import type { Invitation } from './invite.ts';
import type { AgencyView, AliasView, DepartmentView, RoomView } from './organisationView.ts';
import type { PersonView } from './personView.ts';

/** `note`: what has just been done; `others`: further agencies to look at. */
export function agencyCard(
  agency: AgencyView,
  reader: { manages: boolean; managesAll: boolean; note?: string; others: { id: number; code: string }[] },
  t: Locale,
): Card {
  const { org } = t.people;
  const id = String(agency.id);
  const names = (all: readonly string[]) => (all.length === 0 ? org.none : all.slice(0, 20).join(', '));
  const departments = agency.departments.map(
    (department): ListItem => ({
      text: org.departmentLine(department.code, department.name),
      detail: department.closed ? org.closedDetail : org.departmentDetail(department),
      button: press(org.buttons.open, 'org.department', department.id),
    }),
  );
  return {
    title: org.agencyTitle(agency.code, agency.name).slice(0, cardLimits.title),
    tone: reader.note ? 'good' : 'neutral',
    blocks: [
      ...noteBlock(reader.note),
      {
        kind: 'fields',
        fields: [
          { label: org.labels.leaders, value: names(agency.leaders) },
          { label: org.labels.officials, value: names(agency.officials) },
          { label: org.labels.admins, value: names(agency.admins) },
        ],
      },
      ...listBlock(org.labels.departments, departments, t),
      ...namesBlocks(agency.aliases, agency.rooms, reader.manages, t),
    ],
    buttons: rows([
      ...(reader.manages
        ? [
            press(org.buttons.addDepartment, 'org.addDepartment', id, 'primary'),
            press(org.buttons.addPerson, 'org.addPerson', id),
            press(org.buttons.addAlias, 'org.addAgencyAlias', id),
            ...testButton(agency.rooms, `agency-${id}`, t),
          ]
        : []),
      ...(reader.managesAll ? [press(org.buttons.addAgency, 'org.addAgency', '0')] : []),
      ...reader.others.slice(0, 5).map((other) => press(other.code, 'org.agency', other.id)),
    ]),
  };
}

/** `sees`: the reader belongs to the agency, or manages it: members and rooms are shown. */
export function departmentCard(
  department: DepartmentView,
  reader: { manages: boolean; sees: boolean; note?: string },
  t: Locale,
): Card {
  const { org } = t.people;
  const { id, agencyCode, code, name, closed } = department;
  const heads = department.members.filter((member) => member.head).map((member) => member.name);
  const members = department.members.map(
    (member): ListItem => ({
      text: member.name,
      detail: org.memberDetail(member.head, member.hasAccount),
      ...(reader.manages ? { button: press(org.buttons.open, 'org.person', member.personId) } : {}),
    }),
  );
  return {
    title: org.departmentTitle(agencyCode, code, name, closed).slice(0, cardLimits.title),
    tone: reader.note ? 'good' : 'neutral',
    blocks: [
      ...noteBlock(reader.note),
      { kind: 'fields', fields: [{ label: org.labels.heads, value: heads.join(', ') || org.none }] },
      ...(reader.sees ? listBlock(org.labels.members, members, t) : []),
      ...namesBlocks(department.aliases, reader.sees ? department.rooms : [], reader.manages, t),
    ],
    buttons: rows([
      ...(reader.manages && !closed
        ? [
            press(org.buttons.addMember, 'org.addMember', id, 'primary'),
            press(org.buttons.heads, 'org.heads', id),
            press(org.buttons.addAlias, 'org.addAlias', id),
            press(org.buttons.rename, 'org.rename', id),
            ...testButton(department.rooms, `department-${id}`, t),
            press(org.buttons.merge, 'org.merge', id),
            asking(press(org.buttons.close, 'org.close', id, 'danger'), org.confirm.close(name)),
          ]
        : []),
      ...(reader.manages && closed ? [press(org.buttons.reopen, 'org.reopen', id, 'primary')] : []),
      press(agencyCode, 'org.agency', department.agencyId),
    ]),
  };
}

export function personCard(person: PersonView, reader: { manages: boolean; note?: string }, t: Locale): Card {
  const { org } = t.people;
  const roles = person.roles.map((role): ListItem => {
    const text = org.roleOf(t.common.roles[role.role], role.department, role.head);
    const remove = asking(press(org.buttons.remove, 'org.removeRole', role.id), org.confirm.removeRole(text));
    return { text, ...(reader.manages ? { button: remove } : {}) };
  });
  const accounts = person.accounts.map((each) =>
    [org.platforms[each.platform], each.displayName].filter((part) => part !== '').join(' · '),
  );
  return {
    title: person.name.slice(0, cardLimits.title),
    tone: reader.note ? 'good' : 'neutral',
    blocks: [
      ...noteBlock(reader.note),
      { kind: 'fields', fields: [{ label: org.labels.accounts, value: accounts.join(', ') || org.none }] },
      ...listBlock(org.labels.roles, roles, t),
    ],
    buttons: rows([
      ...(reader.manages && !person.left
        ? [
            press(org.buttons.invite, 'org.invite', person.id, 'primary'),
            asking(press(org.buttons.left, 'org.left', person.id, 'danger'), org.confirm.left(person.name)),
          ]
        : []),
      ...(person.agencyId === null ? [] : [press(person.agencyCode, 'org.agency', person.agencyId)]),
    ]),
  };
}

/** The code is in the clear here and nowhere else. */
export function invitationCard(
  name: string,
  { code, expiresAt, links }: Invitation & { links: readonly InvitationLink[] },
  t: Locale,
): Card {
  const { invitation, platforms } = t.people.org;
  return {
    title: invitation.title(name).slice(0, cardLimits.title),
    tone: 'good',
    blocks: [
      {
        kind: 'fields',
        fields: [
          { label: invitation.code, value: code },
          { label: invitation.validUntil, value: t.dates.shortMoment(expiresAt) },
          ...links.map(({ platform, address }) => ({
            label: invitation.link(platforms[platform]),
            value: address,
          })),
        ],
      },
      { kind: 'text', text: invitation.how(code) },
    ],
    buttons: [],
  };
}

function namesBlocks(
  aliases: readonly AliasView[],
  rooms: readonly RoomView[],
  manages: boolean,
  t: Locale,
): Block[] {
  const { org } = t.people;
  const aliasItems = aliases.map(({ id, alias, formerUntil }): ListItem => {
    const remove = asking(press(org.buttons.remove, 'org.removeAlias', id), org.confirm.removeAlias(alias));
    const text = formerUntil ? org.formerName(alias, t.dates.shortDay(formerUntil)) : alias;
    return { text, ...(manages ? { button: remove } : {}) };
  });
  const roomItems = rooms.map(({ id, platform, title, proven, reachable }): ListItem => {
    const unbind = asking(press(org.buttons.unbind, 'org.unbindRoom', id), org.confirm.unbind(title));
    return {
      text: title,
      detail: org.roomDetail(org.platforms[platform], { proven, reachable }),
      ...(proven && reachable ? {} : { tone: 'warning' as const }),
      ...(manages ? { button: unbind } : {}),
    };
  });
  return [...listBlock(org.labels.aliases, aliasItems, t), ...listBlock(org.labels.rooms, roomItems, t)];
}

/** Where something is to be tested; `unit` as `roomProof.ts` reads it. */
function testButton(rooms: readonly RoomView[], unit: string, t: Locale): Button[] {
  if (rooms.every((room) => room.proven && room.reachable)) return [];
  return [press(t.people.roomTest.sendAgain, 'room.testAgain', unit)];
}

function listBlock(label: string, items: readonly ListItem[], t: Locale): Block[] {
  if (items.length === 0) return [];
  const surplus = items.length - cardLimits.items;
  return [
    { kind: 'text', text: label, style: 'strong' },
    { kind: 'list', items: items.slice(0, cardLimits.items) },
    ...(surplus > 0
      ? [{ kind: 'text' as const, text: t.common.andMore(surplus), style: 'small' as const }]
      : []),
  ];
}

function noteBlock(note: string | undefined): Block[] {
  return note === undefined ? [] : [{ kind: 'text', text: note, style: 'strong' }];
}

function press(label: string, action: string, id: number | string, style?: Button['style']): Button {
  return {
    label: label.slice(0, cardLimits.buttonLabel),
    action,
    id: String(id),
    ...(style ? { style } : {}),
  };
}

function asking(button: Button, confirm: string): Button {
  return { ...button, confirm };
}

function rows(buttons: readonly Button[]): Button[][] {
  const all: Button[][] = [];
  for (let from = 0; from < buttons.length; from += cardLimits.buttonsPerRow) {
    all.push(buttons.slice(from, from + cardLimits.buttonsPerRow));
  }
  return all;
}
