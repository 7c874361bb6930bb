/** What other bots fell into: each trap by name. */
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { inTransaction } from '../../src/database/transaction.ts';
import { drawDigest } from '../../src/reminders/digest.ts';
import { replan } from '../../src/reminders/replan.ts';
import { remindersTick } from '../../src/reminders/tick.ts';
import { remindersAtWork } from './looks.ts';
import { at, viewer } from './office.ts';
import { change, giveTask } from './work.ts';

const { database, office, tick, told, planned, sentCount } = remindersAtWork();

describe('traps', () => {
  test('a reminder does not stand after its deadline has moved', async () => {
    const { assignmentId } = await giveTask(database.db, {
      office,
      department: office.general,
      assigned: '2016-04-05T16:41',
      due: '2016-04-15',
    });
    // Between the hour and the tick that would have taken it.
    await change(database.db, at('2016-04-06T08:30:20'), assignmentId, { due: '2016-04-29' });
    expect(await planned(assignmentId)).toBe('2016-04-13T08:30 noProgress');
    await tick('2016-04-06T08:31');
    expect(await told()).toEqual([]);
  });

  test('nor is it drawn when the deadline moves between the tick and the sending', async () => {
    const { assignmentId } = await giveTask(database.db, {
      office,
      department: office.general,
      assigned: '2016-04-05T16:41',
      due: '2016-04-15',
    });
    await tick('2016-04-06T08:30');
    const { facts } = await database.db.selectFrom('notification').select('facts').executeTakeFirstOrThrow();
    const eyes = viewer(database.db, at('2016-04-06T08:31'), { roomId: office.generalRoom });
    expect((await drawDigest(facts, eyes))?.title).toBe('Nhắc việc NV-1: còn 7 ngày làm việc');
    await change(database.db, at('2016-04-06T08:31'), assignmentId, { due: '2016-04-29' });
    expect(await drawDigest(facts, eyes)).toBeNull();
  });

  test('a change between the hour and its tick does not lose what stays true', async () => {
    const { assignmentId } = await giveTask(database.db, {
      office,
      department: office.general,
      assigned: '2016-04-05T16:41',
      due: '2016-04-15',
    });
    const now = at('2016-04-06T08:30:20');
    await change(database.db, now, assignmentId, { progressAt: now });
    await tick('2016-04-06T08:31');
    expect(await told()).toEqual(['room-general: before']);
  });

  test.each([
    ['completed', 'completed'],
    ['cancelled', 'cancelled'],
  ] as const)('work that is %s is not reminded of', async (_, status) => {
    const { assignmentId } = await giveTask(database.db, {
      office,
      department: office.general,
      assigned: '2016-04-05T16:41',
      due: '2016-04-15',
    });
    await change(database.db, at('2016-04-05T17:00'), assignmentId, { status });
    expect(await planned(assignmentId)).toBeNull();
    await tick('2016-04-15T08:30');
    expect(await told()).toEqual([]);
  });

  test('a tick outside office hours sends nothing, counts nothing and loses nothing', async () => {
    const { assignmentId } = await giveTask(database.db, {
      office,
      department: office.general,
      assigned: '2016-04-14T10:00',
      due: '2016-04-15',
    });
    await tick('2016-04-15T22:10');
    expect(await told()).toEqual([]);
    expect(await sentCount()).toBe(0);
    expect(await planned(assignmentId)).toBe('2016-04-19T08:00 onTheDay');
    await tick('2016-04-19T08:00');
    expect(await told()).toEqual(['room-general: onTheDay']);
  });

  test('off for days: one message for each who must know, not one for each that was missed', async () => {
    const { assignmentId } = await giveTask(database.db, {
      office,
      department: office.general,
      assigned: '2016-04-05T16:41',
      due: '2016-04-15',
    });
    await tick('2016-04-22T10:00');
    expect((await told()).sort()).toEqual([
      'Chuyên viên Tổng hợp: overdueTold',
      'Giám đốc Trung tâm: escalatedToLeader',
      'Trưởng phòng Tổng hợp: escalatedToHead',
      'room-general: after',
    ]);
    expect(await planned(assignmentId)).toBe('2016-04-25T08:30 after');
  });

  test('a message is written as not yet sent: only delivery says that it was', async () => {
    await giveTask(database.db, {
      office,
      department: office.general,
      assigned: '2016-04-05T16:41',
      due: '2016-04-15',
    });
    await tick('2016-04-06T08:30');
    const row = await database.db
      .selectFrom('notification as n')
      .innerJoin('reminder_sent as s', 's.notification_id', 'n.id')
      .select(['n.status', 'n.sent_at'])
      .executeTakeFirstOrThrow();
    expect(row).toEqual({ status: 'pending', sent_at: null });
  });

  test('one that cannot be settled does not hold up the others, is reported, and is tried again', async () => {
    const bad = await giveTask(database.db, {
      office,
      department: office.general,
      title: 'hỏng',
      assigned: '2016-04-05T16:41',
      due: '2016-04-15',
    });
    const good: number[] = [];
    for (const department of [office.general, office.planning, office.software]) {
      const given = await giveTask(database.db, {
        office,
        department,
        assigned: '2016-04-05T16:41',
        due: '2016-04-15',
      });
      good.push(given.assignmentId);
    }
    await sql`create function refuse_bad() returns trigger language plpgsql as $$
      begin raise exception 'bad row'; end $$`.execute(database.db);
    await sql`create trigger refuse_bad before insert on reminder_sent for each row
      when (new.assignment_id = ${sql.lit(bad.assignmentId)}) execute function refuse_bad()`.execute(
      database.db,
    );
    try {
      await expect(tick('2016-04-06T08:30')).rejects.toThrow('1 reminders could not be settled');
      expect(await sentCount()).toBe(good.length);
      for (const id of good) expect(await planned(id)).toBe('2016-04-12T08:30 before');
      expect(await planned(bad.assignmentId)).toBe('2016-04-06T09:30 before');
    } finally {
      await sql`drop trigger refuse_bad on reminder_sent`.execute(database.db);
      await sql`drop function refuse_bad`.execute(database.db);
    }
    await tick('2016-04-06T09:30');
    expect(await sentCount()).toBe(good.length + 1);
  });

  test('a department that can be reached nowhere: the one who gave the task is told', async () => {
    await giveTask(database.db, {
      office,
      department: office.software,
      assigned: '2016-04-05T16:41',
      due: '2016-04-15',
    });
    await database.db
      .updateTable('room')
      .set({ unreachable_at: at('2016-04-05T17:00') })
      .where('agency_id', '=', office.it)
      .execute();
    await database.db
      .updateTable('account')
      .set({ unreachable_at: at('2016-04-05T17:00') })
      .where('person_id', 'in', [office.itOfficial, office.itLeader])
      .execute();
    await tick('2016-04-06T08:30');
    expect(await told()).toEqual(['Chuyên viên Tổng hợp: before']);
  });

  test('a change in progress and a tick do not wait for each other, and the change is what counts', async () => {
    const { assignmentId } = await giveTask(database.db, {
      office,
      department: office.general,
      assigned: '2016-04-05T16:41',
      due: '2016-04-15',
    });
    const now = at('2016-04-06T08:30');
    await inTransaction(database.db, async (trx) => {
      await trx.selectFrom('assignment').select('id').where('id', '=', assignmentId).forUpdate().execute();
      await remindersTick.run(database.db, now);
      expect(await told()).toEqual([]);
      await trx
        .updateTable('assignment')
        .set({ status: 'completed', closed_at: now })
        .where('id', '=', assignmentId)
        .execute();
      await replan(trx, now, [assignmentId]);
    });
    await remindersTick.run(database.db, now);
    expect(await told()).toEqual([]);
    expect(await planned(assignmentId)).toBeNull();
  });
});
