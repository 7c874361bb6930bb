/** The whole bot on the loopback server: one agency with a department that has a group. The clock stands. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { type App, createApp } from '../../../src/app.ts';
import { readConfig } from '../../../src/config.ts';
import { botToken, type Chat, type Loopback, startLoopback } from '../../../src/demo/telegram/loopback.ts';
import { hand } from '../../../src/demo/telegram/people.ts';
import { createLog } from '../../../src/log.ts';
import { testDatabase } from '../../support/database.ts';

export const group = { id: -1001, type: 'group', title: 'Phòng Tổng hợp' } as const;
const official = { id: 1002, first_name: 'Chuyên viên' };
const head = { id: 1003, first_name: 'Trưởng phòng' };
const member = { id: 1004, first_name: 'Cán bộ' };
const stranger = { id: 1999, first_name: 'Khách' };

const organisation = `
agencies:
  - code: TTTT
    name: Trung tâm Thông tin
    departments:
      - { code: TH, name: Phòng Tổng hợp, aliases: [P. Tổng hợp, P. TH] }
    people:
      - { name: Chuyên viên Thư ký, roles: [official, admin], telegram: 1002 }
      - { name: Trưởng phòng Tổng hợp, roles: [member], departments: [TH], head: true, telegram: 1003 }
      - { name: Chuyên viên Tổng hợp, roles: [member], departments: [TH], telegram: 1004 }
rooms:
  - { department: TTTT/TH, telegram: -1001 }
`;

/** Call at the top of a test file. */
export function telegramBot() {
  const database = testDatabase();
  const errors: string[] = [];
  let telegram: Loopback | null = null;
  let app: App | null = null;
  let folder = '';

  function start(): Promise<App> {
    const config = readConfig({
      DATABASE_URL: database.url,
      DATA_DIR: folder,
      ORG_FILE: join(folder, 'organisation.yaml'),
      TELEGRAM_BOT_TOKEN: botToken,
      TELEGRAM_API_ROOT: server().address,
      REHEARSAL_CLOCK: '2016-04-05T16:41+07:00',
    });
    const write = (line: string) => errors.push(line);
    return createApp({
      config,
      log: createLog({ level: 'error', readable: true, secrets: [], write }),
      listens: false,
    });
  }
  function server(): Loopback {
    if (!telegram) throw new Error('the server is there from beforeAll on');
    return telegram;
  }

  beforeAll(async () => {
    telegram = await startLoopback();
    folder = await mkdtemp(join(tmpdir(), 'daumoi-telegram-'));
    await writeFile(join(folder, 'organisation.yaml'), organisation);
    app = await start();
  });
  afterAll(async () => {
    await app?.stop();
    await telegram?.close();
    await rm(folder, { recursive: true, force: true });
  });

  return {
    database,
    errors,
    get telegram() {
      return server();
    },
    official: (at?: Chat) => hand(server(), official, at),
    head: (at?: Chat) => hand(server(), head, at),
    member: (at?: Chat) => hand(server(), member, at),
    stranger: (at?: Chat) => hand(server(), stranger, at),
    restart: async () => {
      await app?.stop();
      app = await start();
    },
  };
}
