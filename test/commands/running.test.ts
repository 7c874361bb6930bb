import { join } from 'node:path';
import { expect, test } from 'vitest';
import { setActivePlatforms } from '../../src/people/activePlatforms.ts';
import { keepInvitationLink } from '../../src/people/invitationLinks.ts';
import { testDatabase } from '../support/database.ts';
import { daumoi } from './run.ts';

const database = testDatabase();
const sample = join(import.meta.dirname, '../../examples/2016-cooperation.yaml');
const run = (...args: string[]) => daumoi(args, { environment: { DATABASE_URL: database.url } });

test('an organisation is imported, and imported again without a change', async () => {
  const first = await run('org', 'import', sample);
  expect(first).toMatchObject({ status: 0, out: expect.stringContaining('TTTT, CNTT') });
  const second = await run('org', 'import', sample);
  expect(second.status).toBe(0);
  expect(second.out).not.toContain('TTTT, CNTT');
});

test('a file that is no organisation is refused, line by line', async () => {
  const { status, complaints } = await daumoi(['org', 'import', '-'], {
    stdin: 'agencies: [{kode: X}]\n',
    environment: { DATABASE_URL: database.url },
  });
  expect(status).toBe(1);
  expect(complaints).toContain('kode');
});

test('somebody is invited by name; a name that two may bear is asked about', async () => {
  const { status, out } = await run('org', 'invite', 'Trưởng phòng Tổng hợp');
  expect(status).toBe(0);
  expect(out).toMatch(/^\S+ {2}Trưởng phòng Tổng hợp \(TTTT\), until .*\/thamgia \S+$/m);
  const several = await run('invite', 'phòng');
  expect(several.status).toBe(1);
  expect(several.complaints).toContain('--agency');
  expect((await run('invite', 'Không Ai Cả')).complaints).toContain('nobody');
});

test('an invitation is a link, too, where the bot has told its name', async () => {
  await setActivePlatforms(database.db, ['telegram', 'slack']);
  await keepInvitationLink(database.db, 'telegram', 'https://t.me/DauMoiBot?start=');
  const { out } = await run('invite', 'Trưởng phòng Tổng hợp');
  const [code] = out.split(' ');
  expect(out.trim().split('\n')[1]).toBe(`https://t.me/DauMoiBot?start=${code}`);
});

test('a new code for the first admin can be had', async () => {
  const { status, out } = await run('org', 'invite', '--admin');
  expect([status, out.trim().split('\n').length]).toEqual([0, 1]);
});

test('everything is exported but the codes', async () => {
  const { status, out } = await run('export');
  expect(status).toBe(0);
  const rows = out
    .trim()
    .split('\n')
    .map((line): { table: string; row: Record<string, unknown> } => JSON.parse(line));
  expect(rows.filter((each) => each.table === 'agency').map((each) => each.row.code)).toEqual([
    'TTTT',
    'CNTT',
  ]);
  const invitations = rows.filter((each) => each.table === 'invitation');
  expect(invitations.length).toBeGreaterThan(0);
  for (const { row } of invitations) expect(row).not.toHaveProperty('code_hash');
});

test('the doctor names what is amiss, and how to mend it', async () => {
  await database.db
    .updateTable('account')
    .set({ unreachable_at: Temporal.Instant.from('2016-04-05T00:00:00Z'), unreachable_reason: 'bot_blocked' })
    .where('id', '=', (eb) => eb.selectFrom('account').select(eb.fn.min('id').as('id')))
    .execute();
  const { status, out } = await run('doctor');
  expect(status).toBe(1);
  expect(out).toContain('✓ Database');
  expect(out).toContain('has no account on a platform in use');
  expect(out).toContain('→ daumoi org invite');
});

test('the doctor names every wrong variable', async () => {
  const { status, out } = await daumoi(['doctor'], { environment: { PORT: 'x', LANGUAGE: 'fr' } });
  expect(status).toBe(1);
  expect(out).toMatch(/PORT is not a port[\s\S]*LANGUAGE is not a language/);
});

test('a database that refuses is said in one line', async () => {
  const wrong = Object.assign(new URL(database.url), { pathname: '/not_there' }).href;
  const { status, out, complaints } = await daumoi(['export'], { environment: { DATABASE_URL: wrong } });
  expect([status, out]).toEqual([1, '']);
  expect(complaints).toContain('refused the connection');
  expect(complaints).not.toContain('at Object');
});
