/** Two agencies with departments, heads, members, officials and rooms, and a way to act on tasks as each of them: one transaction
 *  per message, as in the bot. */
import type { Kysely } from 'kysely';
import type { Context } from '../../src/chat/context.ts';
import type { Feature } from '../../src/chat/feature.ts';
import type { FormValues } from '../../src/chat/form.ts';
import type { FileIn } from '../../src/chat/incoming.ts';
import type { MessageRef, Place } from '../../src/chat/place.ts';
import type { Reply } from '../../src/chat/reply.ts';
import type { AssignmentPart, LanguageCode, RoleName } from '../../src/database/codes.ts';
import type { Database } from '../../src/database/tables.ts';
import { inTransaction, type Trx } from '../../src/database/transaction.ts';
import { localeFor } from '../../src/locale/locale.ts';
import { loadActorOf } from '../../src/people/identify.ts';
import { tasksFeature } from '../../src/tasks/feature.ts';
import { giveTask } from '../../src/tasks/giving/giveTask.ts';
import { loadTasks } from '../../src/tasks/load.ts';
import { recordUndo } from '../../src/tasks/undo.ts';

/** The afternoon of the story, a Tuesday. */
export const storyTime = Temporal.Instant.from('2016-04-05T16:41:00+07:00');

export const minutesLater = (minutes: number) => storyTime.add({ minutes });

export type Office = Awaited<ReturnType<typeof makeOffice>>;

export async function makeOffice(db: Kysely<Database>) {
  const tttt = await agency(db, 'TTTT', 'Trung tâm Thông tin');
  const cntt = await agency(db, 'CNTT', 'Cục Công nghệ thông tin');
  const th = await department(db, tttt, 'TH', 'Phòng Tổng hợp');
  const kh = await department(db, tttt, 'KH', 'Phòng Kế hoạch');
  const vp = await department(db, tttt, 'VP', 'Văn phòng');
  const ptud = await department(db, cntt, 'PTUD', 'Phòng Phát triển ứng dụng');
  const tc = await department(db, cntt, 'TC', 'Phòng Tài chính');
  await db.insertInto('active_platform').values({ platform: 'web' }).execute();
  const member = (departmentId: number, agencyId: number, head = false): Role[] => [
    { role: 'member', agencyId, departmentId, head },
  ];
  return {
    ...{ tttt, cntt, th, kh, vp, ptud, tc },
    official: await person(db, tttt, 'Chuyên viên giao việc', [{ role: 'official', agencyId: tttt }]),
    leader: await person(db, tttt, 'Giám đốc Trung tâm', [{ role: 'leader', agencyId: tttt }]),
    thHead: await person(db, tttt, 'Trưởng phòng Tổng hợp', member(th, tttt, true)),
    thMember: await person(db, tttt, 'Chuyên viên Tổng hợp', member(th, tttt)),
    khHead: await person(db, tttt, 'Trưởng phòng Kế hoạch', member(kh, tttt, true)),
    vpHead: await person(db, tttt, 'Chánh Văn phòng', member(vp, tttt, true)),
    ptudHead: await person(db, cntt, 'Trưởng phòng Phát triển ứng dụng', member(ptud, cntt, true)),
    tcHead: await person(db, cntt, 'Trưởng phòng Tài chính', member(tc, cntt, true)),
    otherOfficial: await person(db, cntt, 'Chuyên viên Cục', [{ role: 'official', agencyId: cntt }]),
    stranger: await person(db, await agency(db, 'KHAC', 'Cơ quan khác'), 'Cán bộ cơ quan khác', []),
  };
}

async function agency(db: Kysely<Database>, code: string, name: string): Promise<number> {
  const row = { code, name, created_at: storyTime };
  return (await db.insertInto('agency').values(row).returning('id').executeTakeFirstOrThrow()).id;
}

async function department(db: Kysely<Database>, agencyId: number, code: string, name: string) {
  const row = { agency_id: agencyId, code, name, created_at: storyTime };
  const { id } = await db.insertInto('department').values(row).returning('id').executeTakeFirstOrThrow();
  await db
    .insertInto('room')
    .values({
      platform: 'web',
      chat_id: `room-${id}`,
      agency_id: agencyId,
      department_id: id,
      bound_at: storyTime,
    })
    .execute();
  return id;
}

type Role = { role: RoleName; agencyId: number; departmentId?: number; head?: boolean };

async function person(db: Kysely<Database>, agencyId: number, name: string, roles: Role[]): Promise<number> {
  const row = { agency_id: agencyId, name, created_at: storyTime };
  const { id } = await db.insertInto('person').values(row).returning('id').executeTakeFirstOrThrow();
  await db
    .insertInto('account')
    .values({ person_id: id, platform: 'web', user_id: `person-${id}`, bound_at: storyTime })
    .execute();
  for (const { role, agencyId: of, departmentId = null, head = false } of roles) {
    await db
      .insertInto('person_role')
      .values({ person_id: id, role, agency_id: of, department_id: departmentId, head })
      .execute();
  }
  return id;
}

export type NewGiven = {
  title?: string;
  lead: number[];
  coordinating?: number[];
  /** An ISO date; null: none. */
  due?: string | null;
};

export type Given = { taskId: number; undoId: number; partOf: (departmentId: number) => number };

/** A task of TTTT given by its official; departments of other agencies are proposed. */
export function giveNow(
  db: Kysely<Database>,
  office: Office,
  { title = 'Dự thảo nội dung phối hợp', lead, coordinating = [], due = '2016-04-15' }: NewGiven,
): Promise<Given> {
  return inTransaction(db, async (trx) => {
    const parts = [
      ...(await partsOf(trx, office, lead, 'lead')),
      ...(await partsOf(trx, office, coordinating, 'coordinating')),
    ];
    const { taskId, eventId, told } = await giveTask(trx, storyTime, {
      title,
      agencyId: office.tttt,
      timeZone: 'Asia/Ho_Chi_Minh',
      givenBy: office.official,
      by: { personId: office.official, platform: 'web' },
      due: due === null ? null : { dueOn: Temporal.PlainDate.from(due), time: null },
      dueWords: null,
      dueConvention: null,
      urgency: 'normal',
      source: null,
      sourceMessage: null,
      recurrence: null,
      seriesId: null,
      belonging: null,
      parts,
      followers: [],
    });
    const undo = { eventId, personId: office.official, at: storyTime, taskId, before: null, told };
    const undoId = await recordUndo(trx, undo);
    const rows = await trx
      .selectFrom('assignment')
      .select(['id', 'department_id'])
      .where('task_id', '=', taskId)
      .execute();
    const ids = new Map(rows.map((row) => [row.department_id, row.id]));
    return { taskId, undoId, partOf: (departmentId) => ids.get(departmentId) ?? 0 };
  });
}

async function partsOf(trx: Trx, office: Office, departmentIds: number[], part: AssignmentPart) {
  if (departmentIds.length === 0) return [];
  const rows = await trx
    .selectFrom('department')
    .select(['id', 'agency_id'])
    .where('id', 'in', departmentIds)
    .execute();
  return rows.map((row) => ({
    departmentId: row.id,
    agencyId: row.agency_id,
    part,
    status: row.agency_id === office.tttt ? ('assigned' as const) : ('proposed' as const),
  }));
}

export type Speaker = {
  says: (
    command: string,
    line: string,
    options?: Temporal.Instant | { replyTo?: MessageRef; files?: readonly FileIn[] },
  ) => Promise<Reply>;
  presses: (action: string, id: number | string, at?: Temporal.Instant) => Promise<Reply>;
  sends: (action: string, id: number | string, values: FormValues, at?: Temporal.Instant) => Promise<Reply>;
  replies: (
    to: MessageRef,
    text: string,
    at?: Temporal.Instant,
    files?: readonly FileIn[],
  ) => Promise<Reply | null>;
  /** Sends files without a word to whom they belong. */
  brings: (files: readonly FileIn[], text?: string) => Promise<Reply>;
};

/** Speaks in a private conversation, or in the room of a department. `feature`: that listens. */
export function speaker(
  db: Kysely<Database>,
  personId: number,
  {
    room,
    language = 'vi',
    feature = tasksFeature,
  }: { room?: number; language?: LanguageCode; feature?: Feature } = {},
): Speaker {
  const place: Place = {
    platform: 'web',
    chatId: room === undefined ? `private-${personId}` : `room-${room}`,
    threadId: '',
    private: room === undefined,
    title: '',
  };
  const run = <T>(at: Temporal.Instant, message: MessageRef | null, work: (context: Context) => Promise<T>) =>
    inTransaction(db, async (trx) => work(await contextOf(trx, at, personId, place, message, language)));
  const button = { chatId: place.chatId, threadId: '', messageId: 'pressed' };
  return {
    says: (command, text, options = storyTime) => {
      const at = options instanceof Temporal.Instant ? options : storyTime;
      const { replyTo = null, files = [] } = options instanceof Temporal.Instant ? {} : options;
      return run(at, null, (context) => {
        const found = feature.commands.find((each) => each.name === command);
        if (!found || found.guests) throw new Error(`there is no command ${command}`);
        const line = { text: text.trim(), word: command, replyTo, quoted: null, files };
        return found.handle(line, context);
      });
    },
    presses: (name, id, at = storyTime) =>
      run(at, button, (context) => {
        const { press } = actionOf(name, feature);
        if (!press) throw new Error(`${name} takes no press`);
        return press(`${id}`, context);
      }),
    sends: (name, id, values, at = storyTime) =>
      run(at, button, (context) => {
        const { submit } = actionOf(name, feature);
        if (!submit) throw new Error(`${name} takes no form`);
        return submit(`${id}`, values, context);
      }),
    replies: (to, text, at = storyTime, files = []) =>
      run(at, null, async (context) => (await feature.onReply?.({ to, text, files }, context)) ?? null),
    brings: (files, text = '') =>
      run(storyTime, null, (context) => {
        if (!feature.onFiles) throw new Error('nobody takes files');
        return feature.onFiles({ text, files }, context);
      }),
  };
}

async function contextOf(
  trx: Trx,
  now: Temporal.Instant,
  personId: number,
  place: Place,
  message: MessageRef | null,
  language: LanguageCode = 'vi',
): Promise<Context> {
  const who = await loadActorOf(trx, personId);
  if (!who) throw new Error(`there is no person ${personId}`);
  const account = { platform: 'web' as const, userId: `person-${personId}`, displayName: who.name };
  return { trx, now, who, account, place, t: localeFor(language, who.timeZone), message };
}

function actionOf(name: string, feature: Feature) {
  const found = feature.actions.find((each) => each.name === name);
  if (!found) throw new Error(`there is no action ${name}`);
  return found;
}

export async function taskOf(db: Kysely<Database>, taskId: number) {
  const task = (await loadTasks(db, [taskId])).get(taskId);
  if (!task) throw new Error(`there is no task ${taskId}`);
  return task;
}

/** Status of the part that this department has. */
export async function statusOf(db: Kysely<Database>, { taskId }: Given, departmentId: number) {
  const task = await taskOf(db, taskId);
  return task.assignments.find((each) => each.department.id === departmentId)?.status;
}

/** What was said: the title of a card, the text of a toast, or the form's title. */
export function saidIn(reply: Reply | null): string {
  if (reply === null) return '';
  switch (reply.kind) {
    case 'card':
      return reply.card.title;
    case 'toast':
      return reply.text;
    case 'form':
      return reply.form.title;
    case 'formErrors':
      return JSON.stringify(reply.errors);
  }
}

/** The id behind the button "Hoàn tác". */
export function undoOf(reply: Reply): number {
  const buttons = reply.kind === 'card' ? reply.card.buttons.flat() : [];
  const button = buttons.find((each) => each.action === 'undo.take');
  if (!button) throw new Error(`nothing to take back in “${saidIn(reply)}”`);
  return Number(button.id);
}
