/** The two offices of the tests of tasks, with leaders on both sides, and a way to act on rounds as each of them: one transaction per
 *  message, as in the bot. */
import type { Kysely } from 'kysely';
import type { Card } from '../../src/chat/card.ts';
import type { Context } from '../../src/chat/context.ts';
import type { FormValues } from '../../src/chat/form.ts';
import type { MessageRef, Place } from '../../src/chat/place.ts';
import type { Reply } from '../../src/chat/reply.ts';
import type { Database } from '../../src/database/tables.ts';
import { inTransaction, type Trx } from '../../src/database/transaction.ts';
import { localeFor } from '../../src/locale/locale.ts';
import { opinionsFeature } from '../../src/opinions/feature.ts';
import { loadRounds } from '../../src/opinions/load.ts';
import type { RoundView } from '../../src/opinions/round.ts';
import { loadActorOf } from '../../src/people/identify.ts';
import { giveNow, makeOffice, storyTime } from '../tasks/office.ts';
import { insertDraft } from './draft.ts';

export type OpinionOffice = Awaited<ReturnType<typeof makeOpinionOffice>>;

export async function makeOpinionOffice(db: Kysely<Database>) {
  const office = await makeOffice(db);
  return {
    ...office,
    deputyLeader: await leader(db, office.tttt, 'Phó Giám đốc Trung tâm'),
    chief: await leader(db, office.cntt, 'Cục trưởng'),
  };
}

async function leader(db: Kysely<Database>, agencyId: number, name: string): Promise<number> {
  const row = { agency_id: agencyId, name, created_at: storyTime };
  const { id } = await db.insertInto('person').values(row).returning('id').executeTakeFirstOrThrow();
  await db
    .insertInto('account')
    .values({ person_id: id, platform: 'web', user_id: `person-${id}`, bound_at: storyTime })
    .execute();
  await db
    .insertInto('person_role')
    .values({ person_id: id, role: 'leader', agency_id: agencyId, department_id: null, head: false })
    .execute();
  return id;
}

/** A task that TH leads; PTUD of the other agency has consented to its part. */
export async function sharedTask(db: Kysely<Database>, office: OpinionOffice): Promise<number> {
  const { taskId, partOf } = await giveNow(db, office, {
    lead: [office.th],
    coordinating: [office.ptud, office.kh],
  });
  await db
    .updateTable('assignment')
    .set({ status: 'assigned' })
    .where('id', '=', partOf(office.ptud))
    .execute();
  return taskId;
}

/** A round about a draft of it, opened by the official; all three leaders are asked. */
export async function openRound(
  db: Kysely<Database>,
  office: OpinionOffice,
  line = '',
): Promise<{ taskId: number; roundId: number; seatOf: (personId: number) => Promise<number> }> {
  const taskId = await sharedTask(db, office);
  await insertDraft(db, storyTime, { taskId, number: 1, by: 'Trưởng phòng Tổng hợp', name: 'du-thao.txt' });
  const official = speaker(db, office.official);
  const preview = await official.says('xinykien', `NV-${taskId} ${line}`);
  await official.presses('opinion.send', buttonId(preview, 'opinion.send'));
  const { id: roundId } = await db
    .selectFrom('opinion_round')
    .select('id')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  const seatOf = async (personId: number) => {
    const { id } = await db
      .selectFrom('opinion_seat')
      .select('id')
      .where('round_id', '=', roundId)
      .where('person_id', '=', personId)
      .executeTakeFirstOrThrow();
    return id;
  };
  return { taskId, roundId, seatOf };
}

export function speaker(db: Kysely<Database>, personId: number, { room }: { room?: number } = {}) {
  const place: Place = {
    platform: 'web',
    chatId: room === undefined ? `private-${personId}` : `room-${room}`,
    threadId: '',
    private: room === undefined,
    title: '',
  };
  const run = <T>(at: Temporal.Instant, message: MessageRef | null, work: (context: Context) => Promise<T>) =>
    inTransaction(db, async (trx) => work(await contextOf(trx, at, personId, place, message)));
  const button = { chatId: place.chatId, threadId: '', messageId: 'pressed' };
  return {
    says: (name: string, text: string, at = storyTime) =>
      run(at, null, (context) => {
        const found = opinionsFeature.commands.find((each) => each.name === name);
        if (!found || found.guests) throw new Error(`there is no command ${name}`);
        return found.handle({ text, word: name, replyTo: null, quoted: null, files: [] }, context);
      }),
    presses: (name: string, id: number | string, at = storyTime) =>
      run(at, button, (context) => {
        const { press } = actionOf(name);
        if (!press) throw new Error(`${name} takes no press`);
        return press(`${id}`, context);
      }),
    sends: (name: string, id: number | string, values: FormValues, at = storyTime) =>
      run(at, button, (context) => {
        const { submit } = actionOf(name);
        if (!submit) throw new Error(`${name} takes no form`);
        return submit(`${id}`, values, context);
      }),
    acts: <T>(work: (context: Context) => Promise<T>, at = storyTime) => run(at, null, work),
  };
}

async function contextOf(
  trx: Trx,
  now: Temporal.Instant,
  personId: number,
  place: Place,
  message: MessageRef | null,
): Promise<Context> {
  const who = await loadActorOf(trx, personId);
  if (!who) throw new Error(`there is no person ${personId}`);
  const account = { platform: 'web' as const, userId: `person-${personId}`, displayName: who.name };
  return { trx, now, who, account, place, t: localeFor('vi', who.timeZone), message };
}

function actionOf(name: string) {
  const found = opinionsFeature.actions.find((each) => each.name === name);
  if (!found) throw new Error(`there is no action ${name}`);
  return found;
}

function cardOf(reply: Reply): Card {
  if (reply.kind !== 'card') throw new Error(`no card but ${JSON.stringify(reply)}`);
  return reply.card;
}

function buttonId(reply: Reply, action: string): string {
  const found = cardOf(reply)
    .buttons.flat()
    .find((each) => each.action === action);
  if (!found) throw new Error(`no button ${action} on ${JSON.stringify(cardOf(reply))}`);
  return found.id;
}

export async function roundOf(db: Kysely<Database>, roundId: number): Promise<RoundView> {
  const round = (await loadRounds(db, [roundId])).get(roundId);
  if (!round) throw new Error(`there is no round ${roundId}`);
  return round;
}
