import { describe, expect, it } from 'vitest';
import type { Actor } from '../../src/people/actor.ts';
import {
  type AssignmentAction,
  mayAdminister,
  mayAnswerFor,
  mayChangePolicy,
  mayDelegate,
  mayGiveFor,
  mayOnAssignment,
  mayOnRegisterItem,
  mayOnRound,
  mayOnTask,
  mayOpenRound,
  type RegisterAction,
  type RoundAction,
  type TaskAction,
} from '../../src/people/permissions.ts';

/** The giving agency is 1; the department 21, whose part it is, belongs to agency 2; agency 3 has nothing to do with it. */
function actor(id: number, more: Partial<Actor>): Actor {
  return {
    personId: id,
    name: `Person ${id}`,
    agencyId: null,
    agencyCode: '',
    language: 'vi',
    timeZone: 'Asia/Ho_Chi_Minh',
    leaderOf: [],
    officialOf: [],
    memberOf: [],
    admin: { everywhere: false, agencies: [] },
    ...more,
  };
}

const member = (departmentId: number, agencyId: number, head = false) => ({
  agencyId,
  memberOf: [{ departmentId, agencyId, head }],
});

const people = {
  giver: actor(100, { agencyId: 1 }),
  'official of the giving agency': actor(101, { agencyId: 1, officialOf: [1] }),
  'leader of the giving agency': actor(102, { agencyId: 1, leaderOf: [1] }),
  'member elsewhere in the giving agency': actor(103, member(11, 1)),
  'member of the department': actor(201, member(21, 2)),
  'head of the department': actor(202, member(21, 2, true)),
  'head of another department there': actor(203, member(22, 2, true)),
  'official there': actor(204, { agencyId: 2, officialOf: [2] }),
  'leader there': actor(205, { agencyId: 2, leaderOf: [2] }),
  'official of a third agency': actor(301, { agencyId: 3, officialOf: [3] }),
  'leader of a third agency': actor(302, { agencyId: 3, leaderOf: [3] }),
  'admin of the bot': actor(400, { admin: { everywhere: true, agencies: [] } }),
  'admin there': actor(401, { agencyId: 2, admin: { everywhere: false, agencies: [2] } }),
} satisfies Record<string, Actor>;

type Who = keyof typeof people;

const givers: Who[] = ['giver', 'official of the giving agency', 'leader of the giving agency'];
const members: Who[] = ['member of the department', 'head of the department'];
const directors: Who[] = ['official there', 'leader there'];
const ofBothAgencies: Who[] = [
  ...givers,
  'member elsewhere in the giving agency',
  ...members,
  'head of another department there',
  ...directors,
  'admin there',
];

const assignmentRows: [AssignmentAction, Who[]][] = [
  ['see', ofBothAgencies],
  ['accept', members],
  ['decline', members],
  ['progress', members],
  ['block', members],
  ['submit', members],
  ['askExtension', members],
  ['handOver', ['head of the department', ...directors]],
  ['decideResult', givers],
  ['decideExtension', givers],
  ['decideConsent', directors],
  ['urge', [...givers, 'leader there']],
];

const taskRows: [TaskAction, Who[]][] = [
  ['see', ofBothAgencies],
  ['comment', ofBothAgencies],
  ['follow', ofBothAgencies],
  ['direct', ['leader of the giving agency', 'leader there']],
  ['edit', givers],
  ['cancel', givers],
];

function allowed(may: (actor: Actor) => boolean): string[] {
  return Object.entries(people)
    .filter(([, each]) => may(each))
    .map(([who]) => who)
    .sort();
}

describe('with a department’s part of a task', () => {
  const facts = { departmentId: 21, agencyId: 2, givingAgencyId: 1, givenBy: 100 };
  it.each(assignmentRows)('%s: these, and nobody else', (action, who) => {
    expect(allowed((each) => mayOnAssignment(each, action, facts))).toEqual([...who].sort());
  });
});

describe('with a whole task', () => {
  const facts = {
    givingAgencyId: 1,
    givenBy: 100,
    agencyIds: [2],
    standingAgencyIds: [2],
    followerIds: [302],
  };
  it.each(taskRows)('%s: these, who follows it may look, and nobody else', (action, who) => {
    const followers: Who[] = ['see', 'comment', 'follow'].includes(action)
      ? ['leader of a third agency']
      : [];
    expect(allowed((each) => mayOnTask(each, action, facts))).toEqual([...who, ...followers].sort());
  });
});

it('a leader of an agency that has not consented, or only follows, directs nobody', () => {
  const facts = {
    givingAgencyId: 1,
    givenBy: 100,
    agencyIds: [2, 3],
    standingAgencyIds: [],
    followerIds: [302],
  };
  expect(allowed((each) => mayOnTask(each, 'direct', facts))).toEqual(['leader of the giving agency']);
});

describe('with a round of opinions', () => {
  // On a task of agency 1 that department 11 leads; a leader of agency 2 is asked, and has named a deputy.
  const facts = {
    owningAgencyId: 1,
    givenBy: 100,
    askingAgencyIds: [1],
    agencyIds: [1, 2],
    focalDepartmentIds: [11],
    openedBy: 101,
    askedIds: [205, 202],
  };
  const asked: Who[] = ['leader there', 'head of the department'];
  const lead: Who = 'member elsewhere in the giving agency';
  it.each<[RoundAction, Who[]]>([
    ['see', ofBothAgencies],
    ['read', [...givers, lead, ...asked, 'official there']],
    ['urge', [...givers, lead]],
    ['manage', givers],
  ])('%s: these, and nobody else', (action, who) => {
    expect(allowed((each) => mayOnRound(each, action, facts))).toEqual([...who].sort());
  });

  it('opening one is for the giving side and the lead department, on a programme for all its agencies', () => {
    expect(allowed((each) => mayOpenRound(each, facts))).toEqual([...givers, lead].sort());
    const programme = { ...facts, givenBy: null, askingAgencyIds: [1, 2] };
    const open = allowed((each) => mayOpenRound(each, programme));
    expect(open).toEqual([...givers.slice(1), lead, ...directors].sort());
  });

  it('a seat is answered by its leader, or by the deputy instead, and delegated by its leader alone', () => {
    const seat = (deputyId: number | null) => ({ personId: 205, deputyId });
    expect(allowed((each) => mayAnswerFor(each, seat(null)))).toEqual(['leader there']);
    expect(allowed((each) => mayAnswerFor(each, seat(202)))).toEqual(['head of the department']);
    expect(allowed((each) => mayDelegate(each, seat(202)))).toEqual(['leader there']);
  });
});

it.each<[string, (actor: Actor) => boolean, Who[]]>([
  ['gives tasks for agency 2', (each) => mayGiveFor(each, 2), ['official there', 'leader there']],
  ['administers agency 2', (each) => mayAdminister(each, 2), ['admin of the bot', 'admin there']],
  ['administers everything', (each) => mayAdminister(each, null), ['admin of the bot']],
  [
    'changes the policy of agency 2',
    (each) => mayChangePolicy(each, 2),
    ['admin of the bot', 'admin there', 'leader there'],
  ],
])('%s', (_, may, who) => {
  expect(allowed(may)).toEqual([...who].sort());
});

const registerRows: [RegisterAction, 'own' | 'partners', Who[]][] = [
  // The item is of department 21 in agency 2; agency 1 works together with it.
  ['see', 'own', [...members, 'head of another department there', ...directors, 'admin there']],
  ['see', 'partners', ofBothAgencies],
  ['change', 'partners', [...members, ...directors]],
  ['decide', 'partners', [...members, ...directors]],
  ['propose', 'own', []],
  ['propose', 'partners', ['official of the giving agency', 'leader of the giving agency']],
];

describe('with an item of the register', () => {
  it.each(registerRows)('%s (%s): these, and nobody else', (action, visibility, who) => {
    const facts = { agencyId: 2, departmentId: 21, visibility, partnerIds: [1] };
    expect(allowed((each) => mayOnRegisterItem(each, action, facts))).toEqual([...who].sort());
  });

  it('without a department the officials and leaders answer for it', () => {
    const facts = { agencyId: 2, departmentId: null, visibility: 'own' as const, partnerIds: [] };
    expect(allowed((each) => mayOnRegisterItem(each, 'change', facts))).toEqual([...directors].sort());
  });
});
