import { describe, expect, test } from 'vitest';
import { remindersTick } from '../../src/reminders/tick.ts';
import { remindersAtWork } from './looks.ts';
import { at } from './office.ts';
import { giveTask } from './work.ts';

const { database, office, tick, told, planned, sentCount } = remindersAtWork();

describe('what goes out', () => {
  test('nothing before its time; then one message, and the next one stands', async () => {
    const { assignmentId } = await giveTask(database.db, {
      office,
      department: office.general,
      assigned: '2016-04-05T16:41',
      due: '2016-04-15',
    });
    expect(await planned(assignmentId)).toBe('2016-04-06T08:30 before');
    await tick('2016-04-06T08:29');
    expect(await told()).toEqual([]);
    await tick('2016-04-06T08:30');
    expect(await told()).toEqual(['room-general: before']);
    expect(await planned(assignmentId)).toBe('2016-04-12T08:30 before');
    expect(await remindersTick.nextAt(database.db)).toEqual(at('2016-04-12T08:30'));
  });

  test('two ticks at one instant equal one', async () => {
    await giveTask(database.db, {
      office,
      department: office.general,
      assigned: '2016-04-05T16:41',
      due: '2016-04-15',
    });
    await tick('2016-04-06T08:30');
    await tick('2016-04-06T08:30');
    await Promise.all([tick('2016-04-06T08:30'), tick('2016-04-06T08:30')]);
    expect(await told()).toHaveLength(1);
    expect(await sentCount()).toBe(1);
  });

  test('two ticks of two instances at the same moment send one digest', async () => {
    for (let count = 0; count < 5; count += 1) {
      await giveTask(database.db, {
        office,
        department: office.general,
        assigned: '2016-04-05T16:41',
        due: '2016-04-15',
      });
    }
    await Promise.all([tick('2016-04-06T08:30'), tick('2016-04-06T08:30')]);
    expect(await told()).toEqual(['room-general: before before before before before']);
  });

  test('several assignments of one recipient are one digest; another recipient gets its own', async () => {
    for (const department of [office.general, office.general, office.planning]) {
      await giveTask(database.db, { office, department, assigned: '2016-04-05T16:41', due: '2016-04-15' });
    }
    await tick('2016-04-06T08:30');
    expect((await told()).sort()).toEqual(['Cán bộ Phòng Kế hoạch: before', 'room-general: before before']);
  });

  test('overdue: the head after one working day, the leader after three, then an end to nagging', async () => {
    const { assignmentId } = await giveTask(database.db, {
      office,
      department: office.general,
      assigned: '2016-04-14T16:41',
      due: '2016-04-15',
    });
    for (let day = Temporal.PlainDate.from('2016-04-15'); day.month < 6; day = day.add({ days: 1 })) {
      await tick(`${day.toString()}T08:30`);
    }
    expect(await told()).toEqual([
      'room-general: onTheDay',
      'room-general: after',
      'Trưởng phòng Tổng hợp: escalatedToHead',
      'Chuyên viên Tổng hợp: overdueTold',
      'room-general: after',
      'Giám đốc Trung tâm: escalatedToLeader',
      'room-general: after',
      'room-general: after',
      'room-general: after',
      // From here on once a week, on its first working day: 2 and 3 May are days off.
      'room-general: weekly',
      'room-general: weekly',
      'room-general: weekly',
      'room-general: weekly',
      'room-general: weekly',
    ]);
    expect(await planned(assignmentId)).toBe('2016-06-06T08:30 weekly');
  });

  test('not accepted: the department again, then the one who gave it', async () => {
    await giveTask(database.db, {
      office,
      department: office.software,
      status: 'assigned',
      assigned: '2016-04-05T08:00',
    });
    await tick('2016-04-06T08:30');
    await tick('2016-04-07T08:30');
    expect(await told()).toEqual(['room-software: notAccepted', 'Chuyên viên Tổng hợp: notAcceptedTold']);
  });

  test('consent that does not come: those who may give it, then the one who asked', async () => {
    await giveTask(database.db, {
      office,
      department: office.software,
      status: 'proposed',
      assigned: '2016-04-05T08:00',
      due: '2016-04-15',
    });
    await tick('2016-04-06T08:30');
    await tick('2016-04-07T08:30');
    await tick('2016-04-15T08:30');
    expect(await told()).toEqual(['Chuyên viên Cục: notConsented', 'Chuyên viên Tổng hợp: notConsentedTold']);
  });
});
