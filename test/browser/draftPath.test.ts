/** The second part of the newcomer's path against the real bot: a department hands in a draft, the leaders are asked, one gives
 *  an opinion with the keyboard alone, one on a phone; files go up and come down on the page. */
import { readFile } from 'node:fs/promises';
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

test('a task stands, and the guide leads on to drafts', async () => {
  await guide('Soạn câu giao việc');
  await tab.keyboard.press('Enter');
  await card(/Xem lại trước khi giao/)
    .getByRole('button', { name: 'Giao việc' })
    .click();
  await card(/^NV-1 /).waitFor();
  await guide('Cơ quan bạn đồng ý');
  await card(/đề nghị phối hợp NV-1/)
    .getByRole('button', { name: 'Đồng ý', exact: true })
    .click();
  await guide('Dự thảo, ý kiến');
  expect(await tab.locator('.step h3').allTextContents()).toEqual([
    'Nộp dự thảo',
    'Xin ý kiến lãnh đạo',
    'Cho ý kiến',
  ]);
});

test('the department sends the sample draft, and says which task it is for', async () => {
  await guide('Đính kèm dự thảo mẫu');
  await active().locator('.attachment', { hasText: 'bản 1.docx' }).waitFor();
  await tab.keyboard.press('Enter');
  const which = card(/cho nhiệm vụ nào/);
  await which.getByRole('button', { name: /NV-1/ }).first().click();
  await active().getByText('Đã nộp bản 1 dự thảo NV-1').waitFor();
});

test('a second version is the answer to the card; the bot says what has changed', async () => {
  await active().getByRole('button', { name: 'Mở NV-1' }).last().click();
  const task = active().locator('.message', { has: tab.locator('.card', { hasText: /^NV-1 / }) });
  await task.last().hover();
  await task.last().getByRole('button', { name: 'Trả lời' }).click();
  await guide('Đính kèm dự thảo mẫu');
  await active().locator('.attachment', { hasText: 'bản 2.docx' }).waitFor();
  await tab.keyboard.press('Enter');
  const handedIn = card(/Đã nộp bản 2 dự thảo NV-1/);
  await handedIn.getByText('1 đoạn thêm, 2 đoạn sửa').waitFor();
});

test('the other agency finds file and changes under one another, and agrees', async () => {
  await guide(/Văn phòng Cục/);
  const news = active().locator('.message', { hasText: 'nộp bản 2 dự thảo NV-1' }).last();
  await news.getByText('Sửa: “… Chia sẻ dữ liệu giữa hai cơ quan.”').waitFor();
  await active()
    .getByRole('link', { name: /^Tải về: Dự thảo chương trình phối hợp, bản 2\.docx/ })
    .waitFor();
  await news.getByRole('button', { name: 'Đồng thuận' }).click();
  await active().getByText('Văn phòng Cục đã đồng thuận bản 2').first().waitFor();
});

test('the official asks the leaders of both agencies', async () => {
  await guide('Soạn lệnh xin ý kiến');
  await tab.keyboard.press('Enter');
  const form = tab.getByRole('dialog');
  await form.getByLabel('Hạn cho ý kiến').fill('giữa tháng 4');
  await form.getByRole('button', { name: 'Xem trước' }).click();
  await card(/Xem trước: xin ý kiến/)
    .getByRole('button', { name: 'Gửi xin ý kiến' })
    .click();
  await card(/^YK-1 /)
    .getByText('Đã cho ý kiến: 0/4')
    .waitFor();
});

test('a leader downloads the draft, and gives an opinion with the keyboard alone', async () => {
  await guide('Giám đốc Trung tâm');
  const link = active().getByRole('link', { name: /Dự thảo chương trình phối hợp, bản 2\.docx/ });
  await link.waitFor();
  const [saved] = await Promise.all([tab.waitForEvent('download'), link.press('Enter')]);
  expect(saved.suggestedFilename()).toBe('Dự thảo chương trình phối hợp, bản 2.docx');
  // A Word file is a zip archive.
  expect((await readFile(await saved.path())).subarray(0, 2).toString()).toBe('PK');
  await active().getByRole('log').focus();
  const onAgree = () =>
    tab.evaluate(
      () =>
        document.activeElement?.textContent === 'Đồng ý' && document.activeElement.matches(':focus-visible'),
    );
  for (let steps = 0; steps < 40 && !(await onAgree()); steps += 1) await tab.keyboard.press('Tab');
  expect(await onAgree()).toBe(true);
  await tab.keyboard.press('Enter');
  await active().getByText('Ý kiến đã ghi: Đồng ý').first().waitFor();
});

test('another leader answers on a phone: found by the unread count, in a form that fits', async () => {
  const phone = await browser.newPage({
    viewport: { width: 360, height: 740 },
    isMobile: true,
    hasTouch: true,
    reducedMotion: 'reduce',
  });
  phone.setDefaultTimeout(patient.timeout);
  phone.on('pageerror', (error) => complaints.push(String(error)));
  const fits = () => phone.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);
  await phone.goto(bot.address);
  await phone.locator('.guide').getByRole('button', { name: 'Ẩn hướng dẫn' }).click();
  await phone.getByRole('button', { name: /^Các vai, Tin chưa đọc: \d+$/ }).click();
  const chief = phone.getByRole('navigation').getByRole('button', { name: /^Cục trưởng/ });
  await chief.click();
  await phone
    .getByRole('navigation')
    .getByRole('button', { name: /^Riêng với Đầu Mối/ })
    .first()
    .click();
  const asked = phone.locator('.column-active .card', { hasText: /^YK-1 / }).last();
  await asked.getByRole('button', { name: 'Đồng ý, có ý kiến' }).click();
  const dialog = phone.getByRole('dialog');
  await dialog.getByLabel('Nội dung ý kiến').fill('Cần bổ sung nguồn kinh phí.');
  expect(await fits()).toBe(true);
  await dialog.locator('button[type=submit]').click();
  await phone.locator('.column-active').getByText('Ý kiến đã ghi: Đồng ý, có ý kiến').first().waitFor();
  expect(await fits()).toBe(true);
  await phone.close();
});

test('the page complained of nothing', () => {
  expect(complaints).toEqual([]);
});
