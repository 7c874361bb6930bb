import { mkdtemp, rm, writeFile } from 'node:fs/promises';
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
const group = { id: -1001, type: 'group', title: 'Phòng Tổng hợp' } as const;
const official = { id: 1002, first_name: 'Chuyên viên' };
const head = { id: 1003, first_name: 'Trưởng phòng' };
let telegram: Loopback;
let app: App;
let folder: string;
const errors: string[] = [];

const organisation = `
agencies:
  - code: TTTT
    name: Trung tâm Thông tin
    departments:
      - { code: TH, name: Phòng Tổng hợp, aliases: [P. Tổng hợp, P. TH] }
    people:
      - { name: Chuyên viên Thư ký, roles: [official, admin], telegram: 1002 }
      - { name: Trưởng phòng Tổng hợp, roles: [member], departments: [TH], head: true, telegram: 1003 }
rooms:
  - { department: TTTT/TH, telegram: -1001 }
`;

function start(): Promise<App> {
  const config = readConfig({
    DATABASE_URL: database.url,
    DATA_DIR: folder,
    ORG_FILE: join(folder, 'organisation.yaml'),
    TELEGRAM_BOT_TOKEN: botToken,
    TELEGRAM_API_ROOT: telegram.address,
    REHEARSAL_CLOCK: '2016-04-05T16:41+07:00',
  });
  const log = createLog({ level: 'error', readable: true, secrets: [], write: (line) => errors.push(line) });
  return createApp({ config, log, listens: false });
}

beforeAll(async () => {
  telegram = await startLoopback();
  folder = await mkdtemp(join(tmpdir(), 'daumoi-telegram-'));
  await writeFile(join(folder, 'organisation.yaml'), organisation);
  app = await start();
});
afterAll(async () => {
  await app.stop();
  await telegram.close();
  await rm(folder, { recursive: true, force: true });
});

it('gives a task in private, which the department takes on, prolongs and ends in its group', async () => {
  const giver = hand(telegram, official);
  const department = hand(telegram, head, group);
  await giver.says('/giao P. Tổng hợp dự thảo nội dung chương trình phối hợp, trình lãnh đạo giữa tháng 4');
  const preview = await giver.sees('giữa tháng 4');
  expect(preview.html).toContain('15/4/2016');
  await giver.presses('Giao việc');
  const card = await department.sees('NV-1');
  await department.presses('Nhận việc');
  await telegram.until(() => (card.edited > 0 ? card : undefined), 'the living card in the group');

  // The form comes as a short conversation; a restart in the middle loses nothing.
  await department.presses('Xin gia hạn');
  const question = await department.sees('1/2');
  expect(question.keys.map((key) => key.text)).toContain('Huỷ');
  await app.stop();
  app = await start();
  await department.presses('20');
  await department.sees('2/2');
  await department.repliesTo('2/2', 'chờ số liệu của các đơn vị');
  await department.sees('Xin xem lại');
  await department.presses(submitOf(await department.sees('Xin xem lại')));
  await giver.sees('chờ số liệu');
  expect(errors).toEqual([]);
});

it('takes a reply under its own short answer for a comment on that task', async () => {
  const giver = hand(telegram, official);
  const department = hand(telegram, head, group);
  await department.says('/tiendo NV-1 40% đang soạn');
  await department.repliesTo('Đã ghi tiến độ', 'còn thiếu số liệu của Văn phòng');
  await giver.sees('còn thiếu số liệu của Văn phòng');
  expect(errors).toEqual([]);
});

it('opens the calendar at the month of the deadline, and at that of words typed before', async () => {
  const giver = hand(telegram, official);
  const department = hand(telegram, head, group);
  await giver.says('/giao P. Tổng hợp tổng kết chương trình, trước 17h ngày 20/6');
  await giver.presses('Sửa', 'tổng kết');
  await giver.presses('✏️ Hạn');
  expect(labelsOf(await giver.sees('▸ 17:00 20/6/2016'))).toEqual(
    expect.arrayContaining(['Tháng 6/2016', '✓20']),
  );
  await giver.presses('Huỷ', '▸ 17:00 20/6/2016');
  await giver.presses('Giao việc', 'tổng kết');
  await department.presses('Nhận việc', 'tổng kết');
  await department.presses('Xin gia hạn', 'tổng kết');
  expect(labelsOf(await department.sees('Hạn hiện nay: 17:00 thứ Hai, 20/6/2016'))).toEqual(
    expect.arrayContaining(['Tháng 6/2016', '20']),
  );
  await department.presses('Huỷ', 'Hạn hiện nay');
});

it('tells the department another way when its group has put the bot out', async () => {
  const giver = hand(telegram, official);
  const description = 'Forbidden: bot was kicked from the group chat';
  telegram.mischief.push({
    method: 'sendMessage',
    chatId: group.id,
    answer: { error_code: 403, description },
  });
  await giver.says('/giao P. Tổng hợp rà soát danh mục dự án, hạn 20/4');
  await giver.presses('Giao việc', 'rà soát');
  await hand(telegram, head).sees('rà soát danh mục dự án');
});

it('does once what is delivered twice', async () => {
  const giver = hand(telegram, official);
  await giver.says('/giao P. Tổng hợp lập danh sách cán bộ, hạn 22/4');
  const preview = await giver.sees('lập danh sách');
  const confirm = preview.keys.find(({ text }) => text === 'Giao việc')?.callback_data ?? '';
  const update = await giver.pressesData(preview, confirm, 'Giao việc');
  await hand(telegram, head).sees('lập danh sách');
  await app.delivery.drain(10_000);
  // As after a crash before the update was confirmed: Telegram gives it again.
  await app.stop();
  telegram.again(update);
  app = await start();
  const before = telegram.messages.length;
  await giver.says('/trogiup');
  await giver.sees('Đầu Mối làm được gì');
  expect(telegram.messages.slice(before).filter(({ html }) => html.includes('lập danh sách'))).toEqual([]);
});

function labelsOf({ keys }: { keys: { text: string }[] }): string[] {
  return keys.map(({ text }) => text);
}

function submitOf({ keys }: { keys: { text: string }[] }): string {
  return keys[0]?.text ?? '';
}
