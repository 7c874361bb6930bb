/** The newcomer's path against the real bot: its own process, database and port, as `npm start` gives them. */
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { patient, startBrowser } from './browser.ts';
import { type RunningBot, startBot } from './startBot.ts';

vi.setConfig({ testTimeout: 120_000 });

let bot: RunningBot;
let browser: Browser;
let tab: Page;
const complaints: string[] = [];

beforeAll(async () => {
  bot = await startBot();
  browser = await startBrowser();
  tab = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
  tab.setDefaultTimeout(patient.timeout);
  tab.on('pageerror', (error) => complaints.push(String(error)));
  await tab.goto(bot.address);
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await bot?.stop();
});

const guide = (name: string | RegExp) => tab.locator('.guide').getByRole('button', { name }).click();
const active = () => tab.locator('.column-active');
const card = (title: RegExp): Locator => active().locator('.card', { hasText: title }).last();

test('gives a task in one line, as an official', async () => {
  await guide('Soạn câu giao việc');
  await tab.keyboard.press('Enter');
  const preview = card(/Xem lại trước khi giao/);
  await preview.getByText('thứ Sáu, 15/4/2016').waitFor();
  await preview.getByRole('button', { name: 'Giao việc' }).click();
  await card(/^NV-1 /)
    .getByText('chờ cơ quan bạn đồng ý')
    .waitFor();
});

test('sees it arrive at two departments of two agencies', async () => {
  await guide(/Phòng Tổng hợp/);
  await card(/^NV-1 /)
    .getByRole('button', { name: 'Nhận việc' })
    .click();
  await active().getByText('Phòng Tổng hợp đã nhận NV-1').waitFor();
  await guide('Cơ quan bạn đồng ý');
  await card(/đề nghị phối hợp NV-1/)
    .getByRole('button', { name: 'Đồng ý', exact: true })
    .click();
  await guide(/Văn phòng Cục/);
  await card(/^NV-1 /)
    .getByRole('button', { name: 'Nhận việc' })
    .click();
  // The living card of the official changes without a reload.
  const given = tab
    .locator('.column')
    .first()
    .locator('.card', { hasText: /^NV-1 / })
    .first();
  await expect.poll(() => given.getByText('đang thực hiện').count(), patient).toBe(2);
});

test('moves the clock forward, sees the reminders come, marks it done', async () => {
  await guide('Đến lần nhắc kế tiếp');
  await expect.poll(() => tab.locator('.clock-time').textContent(), patient).toBe('08:30');
  await guide(/Phòng Tổng hợp/);
  const reminder = card(/Nhắc việc NV-1/);
  await reminder.getByText('còn 7 ngày làm việc').first().waitFor();
  await tab.locator('.guide').getByRole('button', { name: 'Ẩn hướng dẫn' }).click();
  expect(await reminder.getByRole('button', { name: 'Xong' }).isVisible()).toBe(true);
  await tab.getByRole('button', { name: 'Ba bước thử' }).click();
  await reminder.getByRole('button', { name: 'Xong' }).click();
  await active().getByText('Đã báo xong NV-1').waitFor();
  const official = tab.locator('.column').first();
  const told = official.locator('.card', { hasText: /Phòng Tổng hợp báo xong NV-1/ }).last();
  await told.getByRole('button', { name: 'Duyệt' }).click();
  await official
    .getByText(/hoàn thành/)
    .first()
    .waitFor();
});

test('asks as a leader, and hears that it is done', async () => {
  await guide('Hỏi với vai lãnh đạo');
  await tab.keyboard.press('Enter');
  const answer = card(/Tình hình công việc của TTTT/);
  const completed = answer.locator('dl > div', { hasText: /^Hoàn thành/ });
  await completed.getByText('1', { exact: true }).waitFor();
});

test('the same on a phone', async () => {
  const phone = await browser.newPage({
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
    reducedMotion: 'reduce',
  });
  await phone.goto(bot.address);
  await phone.locator('.guide').getByRole('button', { name: 'Ẩn hướng dẫn' }).click();
  await phone
    .getByRole('button', { name: /Phòng Tổng hợp/ })
    .first()
    .click();
  await phone.locator('.column-active').getByText('Đã báo xong NV-1').waitFor();
  expect(await phone.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
});

test('the whole page changes to English, the bot’s words with it', async () => {
  await tab.getByRole('button', { name: 'English' }).click();
  await tab.getByRole('heading', { name: /Đầu Mối playground/ }).waitFor();
  const field = tab.locator('.column').first().getByRole('combobox');
  await field.fill('/tasks');
  await field.press('Enter');
  await tab.locator('.column').first().locator('.message').last().locator('.card').waitFor();
  expect(await tab.locator('html').getAttribute('lang')).toBe('en');
});

test('the page complained of nothing', () => {
  expect(complaints).toEqual([]);
});
