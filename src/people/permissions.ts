/** Who may do what: one page of sentences, asked for sets of ids at the moment an action is taken. Pure but for the
 *  functions at the end, which load the facts of all ids at once. */
import { type Kysely, sql } from 'kysely';
import type { AssignmentStatus, ProgrammeConsent } from '../database/codes.ts';
import type { Database } from '../database/tables.ts';
import type { Actor } from './actor.ts';

/** What is done with one department's part of a task. */
export type AssignmentAction =
  | 'see'
  | 'accept'
  | 'decline'
  | 'progress'
  | 'block'
  | 'submit'
  | 'askExtension'
  | 'handOver'
  | 'decideResult'
  | 'decideExtension'
  | 'decideConsent'
  | 'urge';

/** What is done with a whole task. */
export type TaskAction = 'see' | 'comment' | 'direct' | 'edit' | 'cancel' | 'follow';

/** What is done with a programme of cooperation. */
export type ProgrammeAction = 'see' | 'contribute' | 'direct' | 'manage' | 'decideConsent';

/** What is done with the record of a meeting. `record`: writes conclusions and tasks, changes what others wrote. `close`: ends,
 *  cancels and reopens it, and changes it once it is closed. */
export type MeetingAction = 'see' | 'note' | 'record' | 'close';

export type MeetingFacts = {
  agencyId: number;
  openedBy: number;
  /** People who took part, or wrote in it. */
  participantIds: readonly number[];
  /** Agencies that were sent the minutes. */
  toldAgencyIds: readonly number[];
  /** The actor speaks in the conversation that the record is kept in. */
  isHere: boolean;
};

export type AssignmentFacts = {
  departmentId: number;
  agencyId: number;
  givingAgencyId: number;
  givenBy: number;
};

export type TaskFacts = {
  givingAgencyId: number;
  givenBy: number;
  /** Agencies that have a part in it, or follow it through a department. */
  agencyIds: readonly number[];
  /** Of them, those with a part that stands: their own task, or one they have consented to. */
  standingAgencyIds: readonly number[];
  followerIds: readonly number[];
};

/** A part that was given, and consented to where that was needed, and that its department has not refused. */
export const standingStatuses: readonly AssignmentStatus[] = [
  'assigned',
  'accepted',
  'submitted',
  'returned',
  'completed',
];
/** What is done with a round of opinions. `read`: the opinions themselves, as far as the round shows them yet. */
export type RoundAction = 'see' | 'read' | 'urge' | 'manage';

/** What a round is, or would be, about. */
export type RoundFacts = {
  /** The agency that gave the task or opened the programme, and the person who gave the task. */
  owningAgencyId: number;
  givenBy: number | null;
  /** Agencies whose officials and leaders may ask: that of the task, all of the programme. */
  askingAgencyIds: readonly number[];
  /** Agencies that have a part in it. */
  agencyIds: readonly number[];
  /** Departments that lead the task, focal departments of the programme. */
  focalDepartmentIds: readonly number[];
  /** Null: it is not opened yet. */
  openedBy: number | null;
  /** Who is asked, and their deputies. */
  askedIds: readonly number[];
};

export type ProgrammeFacts = {
  openingAgencyId: number;
  agencies: readonly { agencyId: number; status: ProgrammeConsent }[];
  /** Of the agencies that have agreed. */
  focalDepartmentIds: readonly number[];
};

/** Gives tasks for an agency: its officials and leaders. */
export function mayGiveFor(actor: Actor, agencyId: number): boolean {
  return actor.officialOf.includes(agencyId) || actor.leaderOf.includes(agencyId);
}

/** Changes departments, people, rooms and calendar of an agency; null: of any, and makes new ones. */
export function mayAdminister(actor: Actor, agencyId: number | null): boolean {
  if (actor.admin.everywhere) return true;
  return agencyId !== null && actor.admin.agencies.includes(agencyId);
}

/** Changes the reminder policy of an agency. */
export function mayChangePolicy(actor: Actor, agencyId: number): boolean {
  return mayAdminister(actor, agencyId) || actor.leaderOf.includes(agencyId);
}

export function mayOnAssignment(actor: Actor, action: AssignmentAction, facts: AssignmentFacts): boolean {
  const member = actor.memberOf.find((each) => each.departmentId === facts.departmentId);
  const gives = actor.personId === facts.givenBy || mayGiveFor(actor, facts.givingAgencyId);
  const directsDepartment = mayGiveFor(actor, facts.agencyId);
  switch (action) {
    case 'see':
      return gives || belongsTo(actor, facts.agencyId) || belongsTo(actor, facts.givingAgencyId);
    case 'accept':
    case 'decline':
    case 'progress':
    case 'block':
    case 'submit':
    case 'askExtension':
      return member !== undefined;
    // Within the department's own agency: its head, or those who give tasks there.
    case 'handOver':
      return member?.head === true || directsDepartment;
    case 'decideResult':
    case 'decideExtension':
      return gives;
    case 'decideConsent':
      return directsDepartment;
    case 'urge':
      return gives || actor.leaderOf.includes(facts.agencyId);
  }
}

export function mayOnTask(actor: Actor, action: TaskAction, facts: TaskFacts): boolean {
  const gives = actor.personId === facts.givenBy || mayGiveFor(actor, facts.givingAgencyId);
  switch (action) {
    case 'see':
    case 'comment':
    case 'follow':
      return (
        gives ||
        belongsTo(actor, facts.givingAgencyId) ||
        facts.agencyIds.some((agencyId) => belongsTo(actor, agencyId)) ||
        facts.followerIds.includes(actor.personId)
      );
    // A direction is a leader's: of the giving agency, or of one that has taken a part on.
    case 'direct':
      return [facts.givingAgencyId, ...facts.standingAgencyIds].some((agencyId) =>
        actor.leaderOf.includes(agencyId),
      );
    case 'edit':
    case 'cancel':
      return gives;
  }
}

export function mayOnProgramme(actor: Actor, action: ProgrammeAction, facts: ProgrammeFacts): boolean {
  const agencyIds = (status: ProgrammeConsent) =>
    facts.agencies.filter((each) => each.status === status).map((each) => each.agencyId);
  const agreed = agencyIds('agreed');
  const directs = agreed.some((agencyId) => mayGiveFor(actor, agencyId));
  switch (action) {
    // Whoever is asked to take part has to see in what; the others of that agency once it has agreed.
    case 'see':
      return (
        agreed.some((agencyId) => belongsTo(actor, agencyId)) ||
        agencyIds('asked').some((agencyId) => mayGiveFor(actor, agencyId))
      );
    // Contents and documents: those who give tasks on either side, and the focal departments.
    case 'contribute':
      return directs || actor.memberOf.some((each) => facts.focalDepartmentIds.includes(each.departmentId));
    // Tasks for a content, the own side's focal departments, the question who signs, rooms.
    case 'direct':
      return directs;
    // Title, years and status.
    case 'manage':
      return mayGiveFor(actor, facts.openingAgencyId);
    case 'decideConsent':
      return agencyIds('asked').some((agencyId) => mayGiveFor(actor, agencyId));
  }
}

export type DraftFacts = {
  givingAgencyId: number;
  givenBy: number;
  /** Departments that work on the task, or have done so. */
  workingDepartmentIds: readonly number[];
};

/** Hands in a version of the draft: whoever works on the task, and the giving side. */
export function mayHandIn(actor: Actor, facts: DraftFacts): boolean {
  const gives = actor.personId === facts.givenBy || mayGiveFor(actor, facts.givingAgencyId);
  return (
    gives || actor.memberOf.some(({ departmentId }) => facts.workingDepartmentIds.includes(departmentId))
  );
}

/** Says for a department that it is content with a version: its members. */
export function mayAgreeFor(actor: Actor, departmentId: number): boolean {
  return actor.memberOf.some((each) => each.departmentId === departmentId);
}

/** Puts a draft or a question to leaders: those who gave the task, and its focal departments. */
export function mayOpenRound(actor: Actor, facts: RoundFacts): boolean {
  const asks = facts.askingAgencyIds.some((agencyId) => mayGiveFor(actor, agencyId));
  return asks || decidesOn(actor, facts) || isFocal(actor, facts);
}

export function mayOnRound(actor: Actor, action: RoundAction, facts: RoundFacts): boolean {
  const concerned = actor.personId === facts.openedBy || decidesOn(actor, facts);
  switch (action) {
    case 'see':
      return (
        concerned ||
        facts.askedIds.includes(actor.personId) ||
        [facts.owningAgencyId, ...facts.agencyIds].some((agencyId) => belongsTo(actor, agencyId))
      );
    case 'read':
      return (
        concerned ||
        facts.askedIds.includes(actor.personId) ||
        isFocal(actor, facts) ||
        facts.agencyIds.some((agencyId) => mayGiveFor(actor, agencyId))
      );
    case 'urge':
      return concerned || isFocal(actor, facts);
    // Ending it early, a later date, calling it off.
    case 'manage':
      return concerned;
  }
}

/** Gives the opinion of a seat: the leader who was asked, or in their place the deputy they named. */
export function mayAnswerFor(actor: Actor, seat: { personId: number; deputyId: number | null }): boolean {
  return actor.personId === (seat.deputyId ?? seat.personId);
}

/** Names a deputy for a seat, or takes that back: only the leader who was asked. */
export function mayDelegate(actor: Actor, seat: { personId: number }): boolean {
  return actor.personId === seat.personId;
}

function decidesOn(actor: Actor, { owningAgencyId, givenBy }: RoundFacts): boolean {
  return actor.personId === givenBy || mayGiveFor(actor, owningAgencyId);
}

function isFocal(actor: Actor, { focalDepartmentIds }: RoundFacts): boolean {
  return actor.memberOf.some(({ departmentId }) => focalDepartmentIds.includes(departmentId));
}

/** Opens the record of a meeting for an agency: whoever belongs to it. */
export function mayOpenMeeting(actor: Actor, agencyId: number): boolean {
  return belongsTo(actor, agencyId);
}

/** Guests of the meeting, who write in the same conversation, add notes and change their own. */
export function mayOnMeeting(actor: Actor, action: MeetingAction, facts: MeetingFacts): boolean {
  const own = belongsTo(actor, facts.agencyId);
  switch (action) {
    case 'see':
      return (
        own ||
        facts.isHere ||
        facts.participantIds.includes(actor.personId) ||
        facts.toldAgencyIds.some((agencyId) => belongsTo(actor, agencyId))
      );
    case 'note':
      return own || facts.isHere;
    case 'record':
      return own;
    case 'close':
      return actor.personId === facts.openedBy || mayGiveFor(actor, facts.agencyId);
  }
}

/** What is done with an item of the register: what an agency brings to working together. */
export type RegisterAction = 'see' | 'change' | 'propose' | 'decide';

export type RegisterFacts = {
  agencyId: number;
  /** Who answers for it; null: the agency's officials. */
  departmentId: number | null;
  visibility: 'own' | 'partners';
  /** Agencies that work together with the item's own (register/partners.ts). */
  partnerIds: readonly number[];
};

export function mayOnRegisterItem(actor: Actor, action: RegisterAction, facts: RegisterFacts): boolean {
  const shared = facts.visibility === 'partners' ? facts.partnerIds : [];
  switch (action) {
    case 'see':
      return [facts.agencyId, ...shared].some((agencyId) => belongsTo(actor, agencyId));
    case 'change':
    case 'decide':
      return (
        mayGiveFor(actor, facts.agencyId) ||
        actor.memberOf.some((each) => each.departmentId === facts.departmentId)
      );
    // A proposal binds an agency: its officials and leaders make it.
    case 'propose':
      return shared.some((agencyId) => mayGiveFor(actor, agencyId));
  }
}

/** Of these assignments, those with which the actor may do this. Ids that do not exist are not among them. */
export async function allowedAssignments(
  db: Kysely<Database>,
  actor: Actor,
  action: AssignmentAction,
  ids: readonly number[],
): Promise<Set<number>> {
  if (ids.length === 0) return new Set();
  const rows = await db
    .selectFrom('assignment as a')
    .innerJoin('task as t', 't.id', 'a.task_id')
    .select([
      'a.id',
      'a.department_id as departmentId',
      'a.agency_id as agencyId',
      't.agency_id as givingAgencyId',
      't.given_by as givenBy',
    ])
    .where('a.id', 'in', [...ids])
    .execute();
  return new Set(rows.filter((row) => mayOnAssignment(actor, action, row)).map((row) => row.id));
}

/** Of these tasks, those with which the actor may do this. Ids that do not exist are not among them. */
export async function allowedTasks(
  db: Kysely<Database>,
  actor: Actor,
  action: TaskAction,
  ids: readonly number[],
): Promise<Set<number>> {
  if (ids.length === 0) return new Set();
  const [tasks, agencies, followers] = [
    await db
      .selectFrom('task')
      .select(['id', 'agency_id', 'given_by'])
      .where('id', 'in', [...ids])
      .execute(),
    await db
      .selectFrom('assignment')
      .select(['task_id', 'agency_id'])
      .select(sql<boolean>`status = any(${sql.val([...standingStatuses])})`.as('stands'))
      .where('task_id', 'in', [...ids])
      .union(
        db
          .selectFrom('follower as f')
          .innerJoin('department as d', 'd.id', 'f.department_id')
          .select(['f.task_id', 'd.agency_id', sql<boolean>`false`.as('stands')])
          .where('f.task_id', 'in', [...ids]),
      )
      .execute(),
    await db
      .selectFrom('follower')
      .select(['task_id', 'person_id'])
      .where('task_id', 'in', [...ids])
      .where('person_id', 'is not', null)
      .execute(),
  ];
  const agenciesByTask = Map.groupBy(agencies, (row) => row.task_id);
  const followersByTask = Map.groupBy(followers, (row) => row.task_id);
  const allowed = tasks.filter((task) =>
    mayOnTask(actor, action, {
      givingAgencyId: task.agency_id,
      givenBy: task.given_by,
      agencyIds: (agenciesByTask.get(task.id) ?? []).map((row) => row.agency_id),
      standingAgencyIds: (agenciesByTask.get(task.id) ?? []).flatMap(({ agency_id, stands }) =>
        stands ? [agency_id] : [],
      ),
      followerIds: (followersByTask.get(task.id) ?? []).flatMap((row) => row.person_id ?? []),
    }),
  );
  return new Set(allowed.map((task) => task.id));
}

/** Of these programmes, those with which the actor may do this. Ids that do not exist are not among them. */
export async function allowedProgrammes(
  db: Kysely<Database>,
  actor: Actor,
  action: ProgrammeAction,
  ids: readonly number[],
): Promise<Set<number>> {
  if (ids.length === 0) return new Set();
  const agencies = await db
    .selectFrom('programme_agency as a')
    .innerJoin('programme as p', 'p.id', 'a.programme_id')
    .select(['p.id', 'p.agency_id as openingAgencyId', 'a.agency_id as agencyId', 'a.status'])
    .where('p.id', 'in', [...ids])
    .execute();
  const departments = await db
    .selectFrom('programme_department as d')
    .innerJoin('programme_agency as a', (join) =>
      join.onRef('a.programme_id', '=', 'd.programme_id').onRef('a.agency_id', '=', 'd.agency_id'),
    )
    .select(['d.programme_id', 'd.department_id'])
    .where('d.programme_id', 'in', [...ids])
    .where('a.status', '=', 'agreed')
    .execute();
  const allowed = [...Map.groupBy(agencies, (row) => row.id)].filter(([id, rows]) =>
    mayOnProgramme(actor, action, {
      openingAgencyId: rows[0]?.openingAgencyId ?? 0,
      agencies: rows,
      focalDepartmentIds: departments.flatMap((row) => (row.programme_id === id ? row.department_id : [])),
    }),
  );
  return new Set(allowed.map(([id]) => id));
}

function belongsTo(actor: Actor, agencyId: number): boolean {
  return actor.agencyId === agencyId || mayGiveFor(actor, agencyId);
}
