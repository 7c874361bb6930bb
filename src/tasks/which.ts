/** Which assignment a command means: by the code on the line, the card it replies to, or the only one that fits; of several
 *  departments of the asker the one that is named behind the code. */
import { cardLimits } from '../chat/card.ts';
import type { CommandLine, Context } from '../chat/context.ts';
import { UserError } from '../chat/errors.ts';
import type { Reply } from '../chat/reply.ts';
import type { AssignmentStatus } from '../database/codes.ts';
import { taskOfMessage } from '../delivery/liveCards.ts';
import { allowedTasks, mayGiveFor } from '../people/permissions.ts';
import { roomAt } from '../people/rooms.ts';
import { type NamedDepartment, namedDepartment } from './namedDepartment.ts';
import { splitCode } from './words.ts';

export type Meant =
  /** `chosen`: said by nobody, taken because it is the only one that fits. */
  | { kind: 'one'; assignmentId: number; taskId: number; rest: string; chosen: boolean }
  /** Several fit: the answer lets one be chosen. */
  | { kind: 'several'; reply: Reply };

export type Wanted = {
  /** For the example in the answer when nothing fits: 'nhan'. */
  command: string;
  /** The button beside each of several. */
  action: string;
  /** Statuses in which the command makes sense. */
  statuses: readonly AssignmentStatus[];
  /** `department`: parts of the asker's departments. `giver`: parts of tasks that the asker decides on. */
  side: 'department' | 'giver';
  /** Behind the code there can be nothing but a department: one that is not the asker's is refused, not passed over. */
  onlyDepartmentFollows?: true;
};

/** A list longer than this is for /viec. */
const listMax = 10;
/** More parts than any task has. */
const partsMax = 500;

/** @throws UserError when nothing fits */
export async function whichAssignment(
  line: Pick<CommandLine, 'text' | 'replyTo'>,
  wanted: Wanted,
  context: Context,
): Promise<Meant> {
  const { t, trx, place } = context;
  const { taskId: typed, rest: said } = splitCode(line.text);
  // A code with a slip in it must not act on a task that nobody named.
  if (typed === null && /^nv[\s-]*\d/iu.test(said)) {
    throw new UserError(t.tasks.refusals.codeMissing, t.tasks.refusals.codeExample(wanted.command));
  }
  const shown =
    typed === null && line.replyTo ? await taskOfMessage(trx, place.platform, line.replyTo) : null;
  const taskId = typed ?? shown;
  if (wanted.side === 'department' && context.who.memberOf.length === 0 && taskId === null) {
    throw new UserError(t.tasks.refusals.nobodyMember, t.common.askWhoMay);
  }
  const own = await ownAssignments(context, wanted.side, taskId, wanted.statuses);
  const named = wanted.side === 'department' ? await namedAmong(own, said, wanted, context) : null;
  const rest = named?.rest ?? said;
  const candidates = named
    ? own.filter((row) => row.department_id === named.departmentId)
    : wanted.side === 'department'
      ? await ofThisRoom(own, context)
      : own;
  const fitting = candidates.filter((row) => wanted.statuses.includes(row.status));
  // A part that was named but has moved on is given back all the same: the use says what happened to it.
  const meant = fitting.length > 0 || taskId === null ? fitting : candidates;
  const [first] = meant;
  if (first && meant.length === 1) {
    return { kind: 'one', assignmentId: first.id, taskId: first.task_id, rest, chosen: taskId === null };
  }
  if (first) return { kind: 'several', reply: chooseOne(meant, wanted, context) };
  if (taskId === null) {
    throw new UserError(t.tasks.refusals.noneFits, t.tasks.refusals.codeExample(wanted.command));
  }
  const code = t.common.taskCode(taskId);
  const seen = (await allowedTasks(trx, context.who, 'see', [taskId])).has(taskId);
  const what = seen ? t.tasks.refusals.notYours(code) : t.common.taskNotFound(code);
  throw new UserError(what, t.common.listYours);
}

type Row = Awaited<ReturnType<typeof ownAssignments>>[number];

/** Index: assignment_department_open_idx, task_giver_idx, or the task's own assignments. */
async function ownAssignments(
  { trx, who }: Context,
  side: Wanted['side'],
  taskId: number | null,
  statuses: readonly AssignmentStatus[],
) {
  let query = trx
    .selectFrom('assignment as a')
    .innerJoin('task as t', 't.id', 'a.task_id')
    .innerJoin('department as d', 'd.id', 'a.department_id')
    .select(['a.id', 'a.task_id', 'a.status', 'a.due_at', 't.title', 't.agency_id', 't.given_by'])
    .select(['d.name as department', 'a.department_id'])
    .orderBy('a.due_at')
    .orderBy('a.id');
  if (side === 'department') {
    const departmentIds = who.memberOf.map((each) => each.departmentId);
    if (departmentIds.length === 0) return [];
    query = query.where('a.department_id', 'in', departmentIds);
  } else if (taskId === null) {
    query = query.where('t.given_by', '=', who.personId).where('t.status', '=', 'open');
  }
  query =
    taskId === null
      ? query
          .where('a.closed_at', 'is', null)
          .where('a.status', 'in', [...statuses])
          .limit(listMax + 1)
      : query.where('a.task_id', '=', taskId).limit(partsMax);
  const rows = await query.execute();
  if (side === 'department') return rows;
  return rows.filter((row) => row.given_by === who.personId || mayGiveFor(who, row.agency_id));
}

/** What follows the code is read as a department only when there is a choice between several, or nothing else can stand
 *  there. @throws UserError */
async function namedAmong(
  own: readonly Row[],
  said: string,
  { onlyDepartmentFollows }: Wanted,
  context: Context,
): Promise<NamedDepartment | null> {
  const departmentIds = [...new Set(own.map((row) => row.department_id))];
  if (departmentIds.length < 2 && !onlyDepartmentFollows) return null;
  const named = await namedDepartment(said, departmentIds, context);
  if (!named || departmentIds.includes(named.departmentId)) return named;
  if (!onlyDepartmentFollows || own.length === 0) return null;
  const { refusals } = context.t.tasks;
  throw new UserError(refusals.notYourDepartment(named.name), refusals.withoutDepartment);
}

/** Who works for several departments speaks, in the room of one of them, for that one. */
async function ofThisRoom(rows: Row[], { trx, place }: Context): Promise<Row[]> {
  if (rows.length < 2 || place.private) return rows;
  const room = await roomAt(trx, place);
  const here = rows.filter((row) => row.department_id === room?.departmentId);
  return here.length > 0 ? here : rows;
}

function chooseOne(rows: readonly Row[], { action }: Wanted, { t, place }: Context): Reply {
  const shown = rows.slice(0, listMax);
  const ofOneTask = shown.every((row) => row.task_id === shown[0]?.task_id);
  const items = shown.map((row) => ({
    text: t.tasks.card.title(t.common.taskCode(row.task_id), row.title),
    detail: row.department,
    button: {
      label: ofOneTask ? row.department.slice(0, cardLimits.buttonLabel) : t.common.taskCode(row.task_id),
      action,
      id: `${row.id}`,
    },
  }));
  return {
    kind: 'card',
    card: {
      title: ofOneTask ? t.tasks.uses.chooseDepartment : t.tasks.uses.chooseTitle,
      tone: 'neutral',
      blocks: [
        { kind: 'text', text: ofOneTask ? t.tasks.uses.chooseDepartmentIntro : t.tasks.uses.chooseIntro },
        { kind: 'list', items },
      ],
      buttons: [],
    },
    to: place.private ? 'place' : 'asker',
    replaces: false,
  };
}
