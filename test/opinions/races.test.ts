/** Two at the same moment, in real transactions. */
import { beforeAll, expect, it } from 'vitest';
import type { Reply } from '../../src/chat/reply.ts';
import { newVersionInRounds } from '../../src/opinions/newVersion.ts';
import { closeTick } from '../../src/opinions/tick.ts';
import { testDatabase } from '../support/database.ts';
import { saidIn, storyTime } from '../tasks/office.ts';
import { insertDraft } from './draft.ts';
import { makeOpinionOffice, type OpinionOffice, openRound, roundOf, speaker } from './office.ts';

const database = testDatabase();
let office: OpinionOffice;
beforeAll(async () => {
  office = await makeOpinionOffice(database.db);
});

const as = (person: number) => speaker(database.db, person);
const times = 5;

/** What was said, or the refusal in its words. */
async function outcome(act: Promise<Reply | null>): Promise<string> {
  return act.then(saidIn, (error: Error) => `refused: ${error.message}`);
}

async function eventsOf(roundId: number, kind: string): Promise<number> {
  const rows = await database.db
    .selectFrom('event')
    .select('id')
    .where('subject_kind', '=', 'round')
    .where('subject_id', '=', roundId)
    .where('kind', '=', kind)
    .execute();
  return rows.length;
}

async function opinionsOf(seatId: number) {
  return database.db.selectFrom('opinion').selectAll().where('seat_id', '=', seatId).orderBy('id').execute();
}

it('an opinion while the round is closed early: it counts in the outcome, or its giver is told that it came too late', async () => {
  for (let time = 0; time < times; time += 1) {
    const { roundId, seatOf } = await openRound(database.db, office);
    const seat = await seatOf(office.leader);
    const [given] = await Promise.all([
      outcome(as(office.leader).presses('opinion.give', `${seat}.agree`)),
      outcome(as(office.official).presses('opinion.close', roundId)),
    ]);
    const round = await roundOf(database.db, roundId);
    const counted = round.seats.find((each) => each.id === seat)?.opinion !== null;
    expect(round.status).toBe('closed');
    if (counted) {
      expect(given).toContain('Đã ghi ý kiến');
      expect(round.outcome).toEqual({ result: 'open', reason: 'missing' });
    } else {
      expect(given).toMatch(/refused: .* đã khép lại/u);
      expect(round.outcome).toEqual({ result: 'open', reason: 'nobody' });
    }
    expect(await eventsOf(roundId, 'round.closed')).toBe(1);
  }
});

it('an opinion while the minute ends the round at its date: likewise', async () => {
  for (let time = 0; time < times; time += 1) {
    const { roundId, seatOf } = await openRound(database.db, office);
    const seat = await seatOf(office.leader);
    const { due } = await roundOf(database.db, roundId);
    const late = due.at;
    const early = due.at.subtract({ seconds: 1 });
    const [given] = await Promise.all([
      outcome(as(office.leader).presses('opinion.give', `${seat}.agree`, early)),
      closeTick.run(database.db, late),
    ]);
    const round = await roundOf(database.db, roundId);
    const counted = round.seats.find((each) => each.id === seat)?.opinion !== null;
    expect(round.status).toBe('closed');
    expect(given).toMatch(counted ? /Đã ghi ý kiến/u : /refused: .* đã khép lại/u);
    expect(round.outcome).toEqual({ result: 'open', reason: counted ? 'missing' : 'nobody' });
  }
});

it('between its date and the minute that ends it a round takes nothing', async () => {
  const { roundId, seatOf } = await openRound(database.db, office);
  const seat = await seatOf(office.leader);
  const { due } = await roundOf(database.db, roundId);
  expect(await outcome(as(office.leader).presses('opinion.give', `${seat}.agree`, due.at))).toMatch(
    /refused: .* đã khép lại/u,
  );
});

it('two presses of one leader at once: both stand in the history, the later counts', async () => {
  for (let time = 0; time < times; time += 1) {
    const { roundId, seatOf } = await openRound(database.db, office);
    const seat = await seatOf(office.leader);
    const said = await Promise.all([
      outcome(as(office.leader).presses('opinion.give', `${seat}.agree`)),
      outcome(as(office.leader).presses('opinion.give', `${seat}.disagree`)),
    ]);
    expect(said.every((each) => each.includes('Đã ghi ý kiến'))).toBe(true);
    const kept = await opinionsOf(seat);
    expect(kept).toHaveLength(2);
    const round = await roundOf(database.db, roundId);
    expect(round.seats.find((each) => each.id === seat)?.opinion?.optionKey).toBe(kept[1]?.option_key);
  }
});

it('the same button twice at once is one opinion', async () => {
  for (let time = 0; time < times; time += 1) {
    const { seatOf } = await openRound(database.db, office);
    const seat = await seatOf(office.leader);
    const said = await Promise.all([
      outcome(as(office.leader).presses('opinion.give', `${seat}.agree`)),
      outcome(as(office.leader).presses('opinion.give', `${seat}.agree`)),
    ]);
    expect(await opinionsOf(seat)).toHaveLength(1);
    expect(said.filter((each) => each.includes('đã được ghi lúc'))).toHaveLength(1);
  }
});

it('delegated while the leader answers: one of the two, and both know which', async () => {
  for (let time = 0; time < times; time += 1) {
    const { roundId, seatOf } = await openRound(database.db, office);
    const seat = await seatOf(office.leader);
    const [given, delegated] = await Promise.all([
      outcome(as(office.leader).presses('opinion.give', `${seat}.agree`)),
      outcome(as(office.leader).sends('opinion.delegate', seat, { deputy: [`${office.deputyLeader}`] })),
    ]);
    const found = (await roundOf(database.db, roundId)).seats.find((each) => each.id === seat);
    if (found?.opinion) {
      expect(found.deputy).toBeNull();
      expect(delegated).toMatch(/refused: Ý kiến đã được ghi/u);
    } else {
      expect(found?.deputy?.id).toBe(office.deputyLeader);
      expect(given).toMatch(/refused: Phần này đã uỷ quyền/u);
    }
  }
});

it('the last two leaders at once: the round ends once, with both opinions', async () => {
  for (let time = 0; time < times; time += 1) {
    const { roundId, seatOf } = await openRound(database.db, office);
    const [one, two, three] = [
      await seatOf(office.leader),
      await seatOf(office.deputyLeader),
      await seatOf(office.chief),
    ];
    await as(office.leader).presses('opinion.give', `${one}.agree`);
    await Promise.all([
      as(office.deputyLeader).presses('opinion.give', `${two}.agree`),
      as(office.chief).presses('opinion.give', `${three}.agree`),
    ]);
    const round = await roundOf(database.db, roundId);
    expect([round.status, round.outcome]).toEqual([
      'closed',
      { result: 'concluded', keys: ['agree', 'remarks'] },
    ]);
    expect(await eventsOf(roundId, 'round.closed')).toBe(1);
  }
});

it('closed twice at once: one closes it, the other hears that it is closed', async () => {
  for (let time = 0; time < times; time += 1) {
    const { roundId } = await openRound(database.db, office);
    const said = await Promise.all([
      outcome(as(office.official).presses('opinion.close', roundId)),
      outcome(as(office.leader).presses('opinion.close', roundId)),
    ]);
    expect(said.filter((each) => /refused: .* đã khép lại/u.test(each))).toHaveLength(1);
    expect(await eventsOf(roundId, 'round.closed')).toBe(1);
    const closed = await database.db
      .selectFrom('event')
      .select('id')
      .where('kind', '=', 'round.closed')
      .where('subject_id', '=', roundId)
      .executeTakeFirstOrThrow();
    const summaries = await database.db
      .selectFrom('notification')
      .select('id')
      .where('key', 'like', `opinions.result:${closed.id}:%`)
      .execute();
    // The official, TH's room; nobody has answered. Each once.
    expect(summaries.length).toBe(2);
  }
});

it('a preview sent twice at once opens one round', async () => {
  const { taskId } = await openRound(database.db, office);
  const reply = await as(office.official).says('xinykien', `NV-${taskId} về phạm vi, hạn 15/4`);
  const id = JSON.stringify(reply).match(/"action":"opinion.send","id":"(\d+)"/u)?.[1] ?? '';
  const said = await Promise.all([
    outcome(as(office.official).presses('opinion.send', id)),
    outcome(as(office.official).presses('opinion.send', id)),
  ]);
  expect(said.filter((each) => each.startsWith('refused: Đã gửi xin ý kiến'))).toHaveLength(1);
});

it('a new version while a leader agrees: the agreement is on the new one, or has to be confirmed', async () => {
  for (let time = 0; time < times; time += 1) {
    const { db } = database;
    const { taskId, roundId, seatOf } = await openRound(db, office);
    const seat = await seatOf(office.leader);
    const versionId = await insertDraft(db, storyTime, {
      taskId,
      number: 2,
      by: 'Trưởng phòng Tổng hợp',
      name: 'ban-2.txt',
    });
    await Promise.all([
      as(office.leader).presses('opinion.give', `${seat}.agree`),
      as(office.thHead).acts((context) => newVersionInRounds(context, taskId, versionId)),
    ]);
    const [opinion] = await opinionsOf(seat);
    const found = (await roundOf(db, roundId)).seats.find((each) => each.id === seat);
    expect(found?.confirmVersionId === null).toBe(opinion?.version_id === versionId);
  }
});
