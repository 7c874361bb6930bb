import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type App, createApp } from '../../../src/app.ts';
import { readConfig } from '../../../src/config.ts';
import { botToken, type Loopback, startLoopback } from '../../../src/demo/telegram/loopback.ts';
import { hand } from '../../../src/demo/telegram/people.ts';
import { createLog } from '../../../src/log.ts';
import { testDatabase } from '../../support/database.ts';

const database = testDatabase();
const errors: string[] = [];
let telegram: Loopback;
let app: App;
let folder: string;

const organisation = `
agencies:
  - code: TTTT
    name: Trung tâm Thông tin
    departments:
      - { code: TH, name: Phòng Tổng hợp, aliases: [P. Tổng hợp] }
    people:
      - { name: Chuyên viên Thư ký, roles: [official] }
      - { name: Trưởng phòng Tổng hợp, roles: [member], departments: [TH], head: true }
`;

beforeAll(async () => {
  telegram = await startLoopback();
  folder = await mkdtemp(join(tmpdir(), 'daumoi-telegram-'));
  await writeFile(join(folder, 'organisation.yaml'), organisation);
  const port = await freePort();
  const config = readConfig({
    DATABASE_URL: database.url,
    DATA_DIR: folder,
    HOST: '127.0.0.1',
    PORT: String(port),
    ORG_FILE: join(folder, 'organisation.yaml'),
    ADMIN_CODE: 'quan-tri-thu-nghiem',
    TELEGRAM_BOT_TOKEN: botToken,
    TELEGRAM_API_ROOT: telegram.address,
    TELEGRAM_WEBHOOK_URL: `http://127.0.0.1:${port}/telegram/webhook`,
    TELEGRAM_WEBHOOK_SECRET: 'bi-mat',
  });
  const log = createLog({ level: 'error', readable: true, secrets: [], write: (line) => errors.push(line) });
  app = await createApp({ config, log, listens: true });
  await telegram.until(() => telegram.webhook() ?? undefined, 'the webhook');
});
afterAll(async () => {
  await app.stop();
  await telegram.close();
  await rm(folder, { recursive: true, force: true });
});

it('is set up as the README says: the first admin by a link, a group by its topic, an official by an invitation', async () => {
  const admin = hand(telegram, { id: 1001, first_name: 'Quản trị' });
  await admin.says('/viec');
  await admin.sees('chưa được gắn với cán bộ nào');
  await admin.says('/start quan-tri-thu-nghiem');
  await admin.sees('quản trị');
  await admin.says('/trogiup giao');
  await admin.sees('Lệnh /giao');

  const group = { id: -1001234, type: 'supergroup', title: 'Phòng Tổng hợp' } as const;
  const topic = { message_thread_id: 7, is_topic_message: true };
  const inGroup = hand(telegram, { id: 1001, first_name: 'Quản trị' }, group);
  await inGroup.says('/donvi nhom TH', topic);
  await telegram.until(
    () => telegram.messages.find((each) => each.html.includes('Phòng Tổng hợp')),
    'the binding',
  );

  await admin.says('/donvi moi Chuyên viên Thư ký');
  const invitation = await admin.sees('/thamgia');
  const code = /https:\/\/t\.me\/DauMoiBot\?start=([A-Z0-9-]{14})\b/.exec(invitation.html)?.[1] ?? '';
  const official = hand(telegram, { id: 1002, first_name: 'Chuyên viên' });
  await official.says(`/start ${code}`);
  await official.sees('Chuyên viên Thư ký');
  await official.says('/giao P. Tổng hợp dự thảo báo cáo, hạn 15/4/2036');
  await official.presses('Giao việc');
  const card = await inGroup.sees('NV-1');
  expect(card.threadId).toBe(7);
  expect(app.web).toBeNull();
  expect(errors).toEqual([]);
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}
