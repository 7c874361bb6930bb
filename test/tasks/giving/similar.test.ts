/** "Đã có NV-9": what counts as similar, and that looking for it stays cheap. */
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { fold } from '../../../src/language/folding.ts';
import { similarTasks, titleOverlap } from '../../../src/tasks/giving/similar.ts';
import { buttonOf, cardOf, pressOn, storyTime, textOf } from './office.ts';
import { openOffice } from './opening.ts';

const { database, office, official } = openOffice();

describe('titles', () => {
  const cases: [string, string, boolean][] = [
    ['dự thảo nội dung phối hợp 5 năm', 'Dự thảo nội dung phối hợp 5 năm', true],
    ['dự thảo nội dung phối hợp 5 năm', 'du thao noi dung phoi hop 5 nam, trinh lanh dao', true],
    ['báo cáo', 'Báo cáo', true],
    ['báo cáo', 'báo cáo quý', false],
    ['dự thảo nội dung phối hợp 5 năm', 'dự thảo quy chế làm việc', false],
    ['rà soát danh mục dự án', 'lập dự toán kinh phí', false],
    ['', 'dự thảo', false],
  ];
  it.each(cases)('%s / %s: %s', (one, other, similar) => {
    expect(titleOverlap(fold(one), fold(other)) >= 0.6).toBe(similar);
  });
});

it('an open task of the last 30 days is shown, and giving stays possible', async () => {
  await pressOn(
    official,
    await official.says('P. Kế hoạch rà soát danh mục dự án năm 2016 trước 15/4'),
    'Giao việc',
  );
  const { id } = await database.db.selectFrom('task').select('id').executeTakeFirstOrThrow();
  const preview = await official.says('P. Kế hoạch rà soát lại danh mục dự án năm 2016 trước 20/4');
  expect(textOf(cardOf(preview))).toContain(`Đã có việc tương tự đang mở: NV-${id}.`);
  expect(buttonOf(cardOf(preview), `Mở NV-${id}`)).toMatchObject({ action: 'task.open', id: `${id}` });
  expect(buttonOf(cardOf(preview), 'Giao việc')).toBeDefined();

  const later = storyTime.add({ hours: 24 * 31 });
  const wanted = {
    agencyId: office.tttt,
    title: 'rà soát danh mục dự án năm 2016',
    departmentIds: [office.kh],
  };
  expect((await similarTasks(database.db, storyTime, wanted)).map((task) => task.id)).toEqual([id]);
  expect(await similarTasks(database.db, later, wanted)).toEqual([]);
  // Of another agency's tasks nothing is said; the same title is found whatever the department.
  expect(await similarTasks(database.db, storyTime, { ...wanted, agencyId: office.cntt })).toEqual([]);
  expect(await similarTasks(database.db, storyTime, { ...wanted, departmentIds: [office.th] })).toHaveLength(
    1,
  );
  await database.db
    .updateTable('task')
    .set({ status: 'completed', closed_at: storyTime })
    .where('id', '=', id)
    .execute();
  expect(await similarTasks(database.db, storyTime, wanted)).toEqual([]);
});

it('looks at a bounded number of rows, however many tasks are open', async () => {
  await sql`
    with made as (
      insert into task (title, title_folded, agency_id, given_by, given_at)
      select 'việc ' || n || repeat(' x', 200), 'viec ' || n || repeat(' x', 200), ${office.tttt}, ${office.official}, ${storyTime}::timestamptz
      from generate_series(1, 30000) as n returning id)
    insert into assignment (task_id, department_id, agency_id, part, status, assigned_at)
    select id, ${office.th}, ${office.tttt}, 'lead', 'assigned', ${storyTime}::timestamptz from made`.execute(
    database.db,
  );
  await sql`analyze task`.execute(database.db);
  await sql`analyze assignment`.execute(database.db);
  const wanted = {
    agencyId: office.tttt,
    title: 'việc 29999 của năm',
    departmentIds: [office.th, office.vp],
  };
  const before = await rowsRead();
  await similarTasks(database.db, storyTime, wanted);
  expect((await rowsRead()) - before).toBeLessThan(2_000);
});

/** Rows that this database has fetched from the two tables so far. */
async function rowsRead(): Promise<number> {
  await sql`select pg_stat_force_next_flush()`.execute(database.db);
  await sql`select 1`.execute(database.db);
  const { rows } = await sql<{ n: number }>`
    select coalesce(sum(coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0)), 0)::int8 as n
    from pg_stat_user_tables where relname in ('task', 'assignment')`.execute(database.db);
  return rows[0]?.n ?? 0;
}
