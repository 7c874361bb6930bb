/** How the bot's daily work grows with the number of open tasks: the same acts with 1,000 and with 200,000 of them. */
import { randomUUID } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { Client } from 'pg';
import { type App, createApp } from '../../src/app.ts';
import type { What } from '../../src/chat/incoming.ts';
import { readConfig } from '../../src/config.ts';
import { connectDatabase } from '../../src/database/connection.ts';
import { startEmbeddedServer } from '../../src/database/embeddedServer.ts';
import { migrateToLatest } from '../../src/database/migrate.ts';
import { localeFor } from '../../src/locale/locale.ts';
import { remindersTick } from '../../src/reminders/tick.ts';
import { dueTogether, type Offices, seedOffices } from './seed.ts';

const seededAt = Temporal.Instant.from('2016-04-04T08:00+07:00');
const quiet = Temporal.Instant.from('2016-04-04T10:00+07:00');
/** Seven working days before the day on which the 500 are due. */
const busy = Temporal.Instant.from('2016-04-06T08:30+07:00');
const dueOn = Temporal.PlainDate.from('2016-04-15');

type Size = { title: string; tasks: number; oneOffice: boolean };

const small: Size = { title: '1,000', tasks: 1_000, oneOffice: false };
const large: Size = { title: '200,000', tasks: 200_000, oneOffice: false };
const oneLargeOffice: Size = { title: '200,000 in one agency', tasks: 200_000, oneOffice: true };

/** Prints milliseconds (median) for both sizes and their ratio. `hard`: all tasks in one agency of 20 departments as well. */
export async function benchWork(print: (line: string) => void, hard: boolean): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'daumoi-bench-'));
  await chmod(dataDir, 0o755);
  const server = await startEmbeddedServer({ dataDir, log: () => {}, settings: { max_connections: '200' } });
  try {
    const measured: { size: Size; rows: Measured[] }[] = [];
    for (const size of [small, large, ...(hard ? [oneLargeOffice] : [])]) {
      const started = performance.now();
      const rows = await measure(server.url, size);
      print(
        `${size.title} open tasks seeded and measured in ${Math.round((performance.now() - started) / 1000)} s`,
      );
      measured.push({ size, rows });
    }
    const [base, ...others] = measured;
    for (const { what, ms } of base?.rows ?? []) {
      const columns = others.map(({ rows, size }) => {
        const other = rows.find((row) => row.what === what)?.ms ?? Number.NaN;
        return `${other.toFixed(1).padStart(8)} ms with ${size.title} (ratio ${(other / ms).toFixed(2)})`;
      });
      print(
        `${what.padEnd(28)} ${ms.toFixed(1).padStart(8)} ms with ${base?.size.title}, ${columns.join(', ')}`,
      );
    }
  } finally {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

type Measured = { what: string; ms: number };

async function measure(serverUrl: string, size: Size): Promise<Measured[]> {
  const url = await newDatabase(serverUrl, `bench_${size.tasks}${size.oneOffice ? '_one' : ''}`);
  const offices = await seed(url, size);
  const app = await openApp(url);
  try {
    const { db } = app.database;
    const rows: Measured[] = [];
    rows.push({ what: 'tick, nothing due', ms: await median(31, () => remindersTick.run(db, quiet)) });
    rows.push(...(await measureTalk(app, offices)));
    rows.push({ what: `tick, ${dueTogether} due`, ms: await busyTick(app) });
    return rows;
  } finally {
    await app.stop();
  }
}

/** The whole way of a message through the core: who speaks, the words, the change, the reply. */
async function measureTalk(app: App, offices: Offices): Promise<Measured[]> {
  const { db } = app.database;
  const somewhere = Math.ceil(offices.departments / 2);
  const department = await db
    .selectFrom('department')
    .select(['id', 'name', 'agency_id'])
    .where('id', '=', somewhere)
    .executeTakeFirstOrThrow();
  const personIn = async (name: string) => {
    const { id } = await db
      .selectFrom('person')
      .select('id')
      .where('agency_id', '=', department.agency_id)
      .where('name', '=', name)
      .executeTakeFirstOrThrow();
    return speaker(app, `person-${id}`);
  };
  const official = await personIn('Cán bộ giao việc');
  const leader = await personIn('Lãnh đạo');
  const head = await personIn(`Trưởng ${department.name}`);
  const assignment = await db
    .selectFrom('assignment')
    .select('id')
    .where('department_id', '=', department.id)
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow();
  const says = (who: typeof head, line: string) => async () => {
    const [, word = '', rest = ''] = /^\/(\S+)\s*(.*)$/u.exec(line) ?? [];
    await who({ kind: 'command', word, line: rest, replyTo: null, quoted: null, files: [] });
  };
  const give = `/giao ${department.name} lập báo cáo chuyên đề quý II, hạn 20/5`;
  let percent = 0;
  const press = async () => {
    percent = (percent % 99) + 1;
    const on = { action: 'task.progress', id: `${assignment.id}`, message: null };
    await head({ kind: 'press', ...on });
    await head({ kind: 'submit', ...on, values: { percent: [`${percent}`], note: ['theo kế hoạch'] } });
  };
  return [
    { what: '/viec', ms: await median(15, says(head, '/viec')) },
    { what: '/tinhhinh (leader)', ms: await median(15, says(leader, '/tinhhinh')) },
    {
      what: '/tinhhinh with words',
      ms: await median(15, says(leader, `/tinhhinh quá hạn của ${department.name}`)),
    },
    { what: 'a press and its form', ms: await median(15, press) },
    { what: '/giao', ms: await median(15, says(official, give)) },
  ];
}

/** Somebody in the private conversation with the bot; what fails ends the measure. */
function speaker(app: App, userId: string): (what: What) => Promise<void> {
  return async (what) => {
    const answer = await app.receive({
      eventId: randomUUID(),
      sender: { platform: 'web', userId, displayName: '' },
      place: { platform: 'web', chatId: `private-${userId}`, threadId: '', private: true, title: '' },
      what,
    });
    const reply = answer?.reply;
    const failed =
      !reply || reply.kind === 'formErrors' || (reply.kind === 'card' && reply.card.title.startsWith(bug));
    if (failed) throw new Error(`${JSON.stringify(what)} was answered by ${JSON.stringify(reply)}`);
  };
}

const { bug } = localeFor('vi', 'Asia/Ho_Chi_Minh').chat;

/** A tick that finds 500 due; put back and run again. */
async function busyTick({ database: { db } }: App): Promise<number> {
  await sql`create table reminder_before as select * from reminder where remind_at <= ${busy}`.execute(db);
  const { rows } = await sql<{ count: number }>`select count(*) as count from reminder_before`.execute(db);
  if (rows[0]?.count !== dueTogether)
    throw new Error(`${rows[0]?.count} reminders are due instead of ${dueTogether}`);
  return await median(
    5,
    () => remindersTick.run(db, busy),
    async () => {
      await sql`truncate reminder_sent, notification_task, notification cascade`.execute(db);
      await sql`delete from reminder where assignment_id in (select assignment_id from reminder_before)`.execute(
        db,
      );
      await sql`insert into reminder select * from reminder_before`.execute(db);
    },
  );
}

async function median(
  times: number,
  work: () => Promise<unknown>,
  before: () => Promise<unknown> = async () => {},
): Promise<number> {
  const taken: number[] = [];
  for (let time = 0; time <= times; time += 1) {
    await before();
    const started = performance.now();
    await work();
    // The first one warms up.
    if (time > 0) taken.push(performance.now() - started);
  }
  taken.sort((a, b) => a - b);
  return taken[Math.floor(taken.length / 2)] ?? Number.NaN;
}

/** Before the bot starts: it would bring the sample offices into an empty database. */
async function seed(url: string, size: Size): Promise<Offices> {
  const { db, close } = await connectDatabase({ url, log: () => {}, waitMs: 10_000 });
  try {
    await migrateToLatest(db, join(import.meta.dirname, '../../migrations'), seededAt);
    return await seedOffices(db, size.tasks, seededAt, { dueOn, oneOffice: size.oneOffice });
  } finally {
    await close();
  }
}

async function openApp(url: string): Promise<App> {
  const silent = () => {};
  return await createApp({
    config: readConfig({ DATABASE_URL: url, PLAYGROUND: '1', REHEARSAL_CLOCK: seededAt.toString() }),
    log: {
      debug: silent,
      info: silent,
      warn: silent,
      error: (fields, message) => process.stderr.write(`${message} ${JSON.stringify(fields)}\n`),
    },
    listens: false,
  });
}

async function newDatabase(serverUrl: string, name: string): Promise<string> {
  const admin = new Client({ connectionString: serverUrl });
  await admin.connect();
  try {
    await admin.query(`create database ${name}`);
  } finally {
    await admin.end();
  }
  return Object.assign(new URL(serverUrl), { pathname: `/${name}` }).href;
}
