import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { daumoi } from './run.ts';

const from = '2016-04-05T16:41+07:00';

test('deadline prints one object', async () => {
  const { status, out } = await daumoi(['deadline', '--from', from, 'giữa tháng 4']);
  expect(status).toBe(0);
  expect(JSON.parse(out)).toEqual({
    text: 'giữa tháng 4',
    deadline: '2016-04-15',
    kind: 'month',
    recurrence: null,
  });
});

test('deadline --jsonl answers each line, names the bad ones, and ends with 1', async () => {
  const stdin = [
    JSON.stringify({ text: 'trước 17h ngày 15/4', from }),
    'not JSON',
    JSON.stringify({ text: 'xin chào', from }),
  ].join('\n');
  const { status, out, complaints } = await daumoi(['deadline', '--jsonl'], { stdin });
  expect(status).toBe(1);
  const answers = out.trim().split('\n');
  expect(answers.map((line) => JSON.parse(line).deadline)).toEqual(['2016-04-15T17:00:00+07:00', null]);
  expect(complaints).toMatch(/^line 2: /);
});

test('extract prints an object a task', async () => {
  const stdin =
    'Giao Phòng Tổng hợp chủ trì, phối hợp với Văn phòng dự thảo chương trình, xong trước ngày 15/4.\n';
  const { status, out } = await daumoi(['extract', '--date', '2016-04-05', '-'], { stdin });
  expect(status).toBe(0);
  expect(JSON.parse(out)).toMatchObject({
    lead: ['Phòng Tổng hợp'],
    coordinating: ['Văn phòng'],
    deadline: '2016-04-15',
  });
});

test.each([
  ['no command', []],
  ['a command that is not there', ['fly']],
  ['a name of every object', ['constructor']],
  ['no text', ['deadline']],
  ['an option that is not there', ['deadline', '--soon', 'mai']],
  ['no day', ['extract', 'x.txt']],
  ['two files', ['extract', '--date', '2016-04-05', 'x', 'y']],
  ['half a command', ['org']],
  ['nobody to invite', ['org', 'invite']],
  ['too much', ['export', 'all']],
])('%s is bad use: status 2, and how to use it', async (_what, args) => {
  const { status, out, complaints } = await daumoi(args);
  expect(status).toBe(2);
  expect(`${out}${complaints}`).toContain('daumoi');
});

test.each([
  ['a moment', ['deadline', '--from', 'yesterday', 'mai'], 'yesterday'],
  ['a day', ['extract', '--date', '31/4', '-'], '31/4'],
  ['a file', ['extract', '--date', '2016-04-05', '/nowhere/at/all.txt'], '/nowhere/at/all.txt'],
])('%s that cannot be read is bad input: status 1, one line that names it', async (_what, args, named) => {
  const { status, out, complaints } = await daumoi(args);
  expect([status, out]).toEqual([1, '']);
  expect(complaints.trim().split('\n')).toEqual([expect.stringContaining(named)]);
});

test('bytes that are no text are refused', async () => {
  const { status, complaints } = await daumoi(['extract', '--date', '2016-04-05', '-'], {
    stdin: Buffer.from([0xff, 0xfe, 0x50]),
  });
  expect(status).toBe(1);
  expect(complaints).toContain('no text in UTF-8');
});

test('as a program it reads its arguments, writes to standard output, and ends with the status', async () => {
  const cli = join(import.meta.dirname, '../../src/cli.ts');
  const run = (...args: string[]) => spawn(process.execPath, [cli, 'deadline', ...args]);
  const good = run('--from', from, 'giữa tháng 4');
  expect(JSON.parse(await text(good.stdout))).toMatchObject({ deadline: '2016-04-15' });
  const bad = run('--from', 'yesterday', 'mai');
  const ended = new Promise((resolve) => bad.once('exit', resolve));
  expect(await text(bad.stderr)).toContain('yesterday');
  expect(await ended).toBe(1);
});
