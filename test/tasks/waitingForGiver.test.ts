/** What waits for the one who gave the task is brought up again, in working days and office hours. */
import { beforeEach, expect, it } from 'vitest';
import type { Card } from '../../src/chat/card.ts';
import { localeFor } from '../../src/locale/locale.ts';
import { drawDigest } from '../../src/reminders/digest.ts';
import { remindersTick } from '../../src/reminders/tick.ts';
import { testDatabase } from '../support/database.ts';
import { giveNow, makeOffice, type Office, speaker, taskOf } from './office.ts';

const database = testDatabase();
let office: Office;
beforeEach(async () => {
  office ??= await makeOffice(database.db);
  await database.db.deleteFrom('notification_task').execute();
  await database.db.deleteFrom('reminder_sent').execute();
  await database.db.deleteFrom('notification').execute();
});

const as = (person: number) => speaker(database.db, person);
const at = (text: string) => Temporal.Instant.from(`${text}:00+07:00`);

/** Digests that reach the official at this minute, as they look then. */
async function toldAt(when: string, language: 'vi' | 'en' = 'vi'): Promise<Card[]> {
  await remindersTick.run(database.db, at(when));
  const rows = await database.db
    .selectFrom('notification')
    .select(['facts', 'id'])
    .where('kind', '=', 'reminders.digest')
    .where('person_id', '=', office.official)
    .where('created_at', '=', at(when))
    .execute();
  const zone = 'Asia/Ho_Chi_Minh';
  const viewer = {
    db: database.db,
    now: at(when),
    t: localeFor(language, zone),
    language,
    timeZone: zone,
    roomId: null,
    personId: office.official,
  };
  const cards = await Promise.all(rows.map((row) => drawDigest(row.facts, viewer)));
  return cards.filter((card) => card !== null);
}

const buttonsOf = (card: Card | undefined) => card?.buttons.flat().map(({ action }) => action) ?? [];

it('a request for more time that nobody decides comes to the giver again, with the buttons to decide', async () => {
  const given = await giveNow(database.db, office, { lead: [office.th], due: '2016-06-30' });
  await as(office.thHead).presses('task.accept', given.partOf(office.th));
  await as(office.thHead).says('giahan', `NV-${given.taskId} đến 15/7 vì chờ số liệu`);
  const [card] = await toldAt('2016-04-07T08:30');
  expect(card?.title).toBe(`NV-${given.taskId}: đề nghị gia hạn của Phòng Tổng hợp chờ trả lời`);
  expect(buttonsOf(card)).toEqual(expect.arrayContaining(['extension.approve', 'extension.refuse']));
  const decide = card?.buttons.flat().find(({ action }) => action === 'extension.approve');
  await as(office.official).presses('extension.approve', decide?.id ?? '', at('2016-04-07T09:00'));
  expect((await taskOf(database.db, given.taskId)).due?.dueOn.toString()).toBe('2016-07-15');
  expect(await toldAt('2016-04-11T08:30')).toEqual([]);
});

it('a task that all have declined comes to the giver once for all of them, until it is given again', async () => {
  const given = await giveNow(database.db, office, { lead: [office.th], coordinating: [office.kh] });
  const decline = (head: number, department: number) =>
    as(head).sends('task.decline', given.partOf(department), { words: ['không đúng chức năng'] });
  await decline(office.thHead, office.th);
  await decline(office.khHead, office.kh);
  const [card, ...more] = await toldAt('2016-04-07T08:30', 'en');
  expect(more).toEqual([]);
  expect(card?.title).toBe(`NV-${given.taskId}: no department has it in hand`);
  expect(buttonsOf(card)).toEqual(expect.arrayContaining(['task.edit', 'task.cancel']));
  await as(office.official).sends('task.cancel', given.taskId, { words: ['thôi'] }, at('2016-04-08T09:00'));
  expect(await toldAt('2016-04-11T08:30')).toEqual([]);
});

it('while one department has it in hand, the giver is left in peace', async () => {
  const one = await giveNow(database.db, office, { lead: [office.th], coordinating: [office.vp], due: null });
  await as(office.vpHead).presses('task.accept', one.partOf(office.vp));
  await as(office.thHead).sends('task.decline', one.partOf(office.th), { words: ['bận'] });
  expect(await toldAt('2016-04-07T08:30')).toEqual([]);
});
