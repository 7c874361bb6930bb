/** Fills a database with offices at work: 20 departments an agency, 50 open tasks a department, so that more tasks mean more
 *  offices, as they do in life. `oneOffice`: all of them in a single agency of 20 departments instead. */
import { type Kysely, sql } from 'kysely';
import type { Database } from '../../src/database/tables.ts';
import { inTransaction } from '../../src/database/transaction.ts';
import { ensurePlaygroundAccounts } from '../../src/people/playgroundAccounts.ts';
import { replan } from '../../src/reminders/replan.ts';

const departmentsPerAgency = 20;
const tasksPerDepartment = 50;

export type Offices = { agencies: number; departments: number; tasks: number };

/** How many of the tasks are due on `dueOn`; all others at least 30 days after it. */
export const dueTogether = 500;

/** Open tasks, one lead each, all accepted by their departments a moment ago. */
export async function seedOffices(
  db: Kysely<Database>,
  openTasks: number,
  now: Temporal.Instant,
  { dueOn, oneOffice = false }: { dueOn: Temporal.PlainDate; oneOffice?: boolean },
): Promise<Offices> {
  const agencies = oneOffice
    ? 1
    : Math.max(1, Math.round(openTasks / (departmentsPerAgency * tasksPerDepartment)));
  const departments = agencies * departmentsPerAgency;
  await inTransaction(db, async (trx) => {
    await sql`insert into agency (code, name, created_at)
      select 'CQ' || n, 'Cơ quan số ' || n, ${now} from generate_series(1, ${agencies}::int) n`.execute(trx);
    await sql`insert into department (agency_id, code, name, created_at)
      select a.id, 'P' || n, 'Phòng Chuyên môn ' || n, ${now} from agency a, generate_series(1, ${departmentsPerAgency}::int) n`.execute(
      trx,
    );
    await sql`insert into person (agency_id, name, created_at)
      select a.id, title, ${now} from agency a, unnest(array['Lãnh đạo', 'Cán bộ giao việc']) title`.execute(
      trx,
    );
    await sql`insert into person (agency_id, name, created_at)
      select agency_id, 'Trưởng ' || name, ${now} from department`.execute(trx);
    await sql`insert into person_role (person_id, role, agency_id)
      select id, case name when 'Lãnh đạo' then 'leader' else 'official' end, agency_id
      from person where name in ('Lãnh đạo', 'Cán bộ giao việc')`.execute(trx);
    await sql`insert into person_role (person_id, role, agency_id, department_id, head)
      select p.id, 'member', d.agency_id, d.id, true
      from department d join person p on p.agency_id = d.agency_id and p.name = 'Trưởng ' || d.name`.execute(
      trx,
    );
    await ensurePlaygroundAccounts(trx, now);
  });
  await seedTasks(db, openTasks, departments, now, dueOn);
  await planAll(db, now);
  await sql`analyze`.execute(db);
  return { agencies, departments, tasks: openTasks };
}

async function seedTasks(
  db: Kysely<Database>,
  count: number,
  departments: number,
  now: Temporal.Instant,
  dueOn: Temporal.PlainDate,
): Promise<void> {
  const subjects = [
    'báo cáo',
    'kế hoạch',
    'dự thảo',
    'rà soát',
    'tổng hợp',
    'đề án',
    'hướng dẫn',
    'danh mục',
  ];
  const fields = [
    'đất đai',
    'dân tộc',
    'thông tin',
    'tài chính',
    'nhân sự',
    'môi trường',
    'khoáng sản',
    'đào tạo',
  ];
  await inTransaction(db, async (trx) => {
    await sql`insert into task (title, title_folded, agency_id, given_by, given_at, due_on, due_at)
      select w.title, w.title, d.agency_id, p.id, ${now}::timestamptz - interval '1 hour',
        ${dueOn}::date + w.days, (${dueOn}::date + w.days + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'
      from (select n, (array[${sql.join(subjects)}])[1 + n % 8] || ' ' || (array[${sql.join(fields)}])[1 + (n / 8) % 8] || ' số ' || n as title,
          case when n <= ${dueTogether}::int then 0 else 30 + n % 290 end as days, 1 + n % (case when n <= ${dueTogether}::int then ${departmentsPerAgency}::int else ${departments}::int end) as nth from generate_series(1, ${count}::int) n) w
      join (select id, agency_id, row_number() over (order by id) as nth from department) d on d.nth = w.nth
      join person p on p.agency_id = d.agency_id and p.name = 'Cán bộ giao việc'`.execute(trx);
    await sql`insert into assignment (task_id, department_id, agency_id, part, status, due_on, due_at, assigned_at, accepted_at, progress_at)
      select t.id, d.id, d.agency_id, 'lead', 'accepted', t.due_on, t.due_at, t.given_at, ${now}, ${now}
      from (select task.*, row_number() over (order by id) as n from task) t
      join (select id, agency_id, row_number() over (order by id) as nth from department) d on d.nth = 1 + t.n % (case when t.n <= ${dueTogether}::int then ${departmentsPerAgency}::int else ${departments}::int end) and d.agency_id = t.agency_id`.execute(
      trx,
    );
  });
}

async function planAll(db: Kysely<Database>, now: Temporal.Instant): Promise<void> {
  const ids = (await db.selectFrom('assignment').select('id').orderBy('id').execute()).map((row) => row.id);
  const chunk = 5_000;
  for (let from = 0; from < ids.length; from += chunk) {
    await inTransaction(db, (trx) => replan(trx, now, ids.slice(from, from + chunk)));
  }
}
