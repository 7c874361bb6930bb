/** Every block and every field can be drawn and used, and no text becomes markup. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hostileCard } from '../adapters/web/sampleShapes.ts';
import { testDatabase } from '../support/database.ts';
import { patient, startBrowser } from './browser.ts';
import { type SamplePage, startSamplePage } from './samplePage.ts';

const database = testDatabase();
let sample: SamplePage;
let browser: Browser;
let tab: Page;
const complaints: string[] = [];

beforeAll(async () => {
  sample = await startSamplePage(database);
  browser = await startBrowser();
  tab = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  tab.setDefaultTimeout(15_000);
  tab.on('pageerror', (error) => complaints.push(String(error)));
  tab.on('console', (message) => {
    // The server's refusals are told by the browser too.
    if (message.type() === 'error' && !message.text().includes('status of 4'))
      complaints.push(message.text());
  });
  await tab.goto(sample.address);
});

afterAll(async () => {
  await browser.close();
  await sample.stop();
});

const official = () => tab.locator('.column[data-user="c-official"]');

async function say(text: string) {
  await official().getByRole('combobox').fill(text);
  await official().getByRole('combobox').press('Enter');
}

test('a card shows all its blocks, and comes without a reload', async () => {
  await say('/the');
  const card = official().locator('.card');
  await card.waitFor();
  expect(await card.locator('h3').textContent()).toBe('NV-12: Dự thảo nội dung chương trình phối hợp 5 năm');
  expect(await card.locator('.text').allTextContents()).toHaveLength(3);
  expect(await card.locator('dt').allTextContents()).toEqual(['Hạn', 'Giao']);
  expect(await card.getByRole('progressbar').getAttribute('value')).toBe('40');
  expect(await card.locator('.item').count()).toBe(2);
  expect(await card.locator('th').allTextContents()).toEqual(['Mã', 'Việc', 'Hạn']);
  expect(await card.locator('blockquote footer').textContent()).toBe('Trưởng phòng Kế hoạch');
  expect(await card.locator('.card-row').count()).toBe(2);
});

test('a form holds its errors until the bot takes it, and the card changes in its place', async () => {
  await official().getByRole('button', { name: 'Xin gia hạn' }).click();
  const dialog = tab.getByRole('dialog');
  await dialog.getByLabel('Hạn mới').fill('20/4');
  await dialog.getByLabel('Phòng Tài chính').check();
  await dialog.getByRole('button', { name: 'Gửi', exact: true }).click();
  await dialog.getByText('Chỉ nhận chữ «được».').waitFor();
  expect(await dialog.getByLabel('Lý do').getAttribute('aria-invalid')).toBe('true');
  expect(await dialog.getByText('Xin xem lại biểu mẫu.').isVisible()).toBe(true);
  expect(await dialog.getByLabel('Hạn mới').inputValue()).toBe('20/4');
  await dialog.getByLabel('Lý do').fill('được');
  await dialog.getByRole('button', { name: 'Gửi', exact: true }).click();
  await official().getByText('Đã nhận biểu mẫu').waitFor();
  expect(sample.incoming.at(-1)?.what).toMatchObject({
    kind: 'submit',
    values: { line: ['được'], text: ['Nháp'], date: ['20/4'], number: ['40'], choices: ['vp', 'tc'] },
  });
});

test('a question comes before a press that asks for it', async () => {
  await say('/the');
  await official().getByRole('button', { name: 'Huỷ việc' }).click();
  const count = sample.incoming.length;
  await tab.getByRole('dialog').getByRole('button', { name: 'Huỷ', exact: true }).click();
  expect(sample.incoming.length).toBe(count);
  await official().getByRole('button', { name: 'Huỷ việc' }).click();
  await tab.getByRole('dialog').getByRole('button', { name: 'Huỷ việc' }).click();
  await official().getByText('Đã thay thẻ').waitFor();
});

test('hostile text is only text', async () => {
  const title = await tab.title();
  await say('/la');
  const card = official().locator('.card.tone-bad');
  await card.waitFor();
  expect(await card.locator('h3').textContent()).toBe(hostileCard.title);
  expect(await tab.locator('img[src="x"], .card script').count()).toBe(0);
  await say('<b>đậm</b> & <script>document.title = "lost"</script>');
  await official().getByText('<b>đậm</b>').first().waitFor();
  expect(await tab.title()).toBe(title);
});

test('many people: searched without marks, counted, ticked by Enter', async () => {
  await say('/nhieunguoi');
  const dialog = tab.getByRole('dialog');
  const count = dialog.getByRole('status');
  expect(await count.textContent()).toBe('Đã chọn: 1/30');
  await dialog.getByRole('searchbox', { name: 'Tìm trong danh sách' }).fill('pho giam doc 17');
  expect(await dialog.locator('.choice:visible').allTextContents()).toEqual(['Phó Giám đốc thứ 17']);
  await tab.keyboard.press('Enter');
  expect(await count.textContent()).toBe('Đã chọn: 2/30');
  await dialog.getByRole('searchbox').fill('không có ai');
  await dialog.getByText('Không có mục nào khớp.').waitFor();
  // The calendar opens where the question belongs, or at the day that is written.
  const picker = dialog.locator('.date-picker');
  await dialog.getByRole('button', { name: 'Chọn ngày trên lịch' }).click();
  expect(await picker.inputValue()).toBe('2016-04-15');
  await dialog.getByLabel('Hạn cho ý kiến').fill('2/5/2016');
  await dialog.getByRole('button', { name: 'Chọn ngày trên lịch' }).click();
  expect(await picker.inputValue()).toBe('2016-05-02');
  await dialog.getByLabel('Hạn cho ý kiến').fill('15/4');
  await dialog.getByRole('button', { name: 'Gửi', exact: true }).click();
  await dialog.getByText('Xin xem lại biểu mẫu.').waitFor();
  expect(sample.incoming.at(-1)?.what).toMatchObject({ values: { leaders: ['0', '16'], due: ['15/4'] } });
  await tab.keyboard.press('Escape');
});

test('a tree stands in by its depth; tabs and long options wrap, also at 320 pixels', async () => {
  await say('/cay');
  const card = official().locator('.card', { hasText: 'CT-1' });
  await card.waitFor();
  const left = async (text: string) => (await card.getByText(text).boundingBox())?.x ?? 0;
  expect(await card.getByRole('button', { pressed: true }).allTextContents()).toEqual(['Dự án (3)']);
  expect(await left('1.1. Dữ liệu')).toBeGreaterThan(await left('1. Chia sẻ'));
  expect(await left('1.1.1. Chuẩn')).toBeGreaterThan(await left('1.1. Dữ liệu'));
  expect(await left('2. Đào tạo')).toBe(await left('1. Chia sẻ'));
  await tab.setViewportSize({ width: 320, height: 640 });
  for (const each of await card.locator('.button').all()) {
    const box = await each.boundingBox();
    expect((box?.x ?? 0) + (box?.width ?? 999), (await each.textContent()) ?? '').toBeLessThanOrEqual(320);
  }
  expect(await tab.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  await tab.setViewportSize({ width: 1440, height: 900 });
});

test('a conversation that is not open tells that something came', async () => {
  const to = { kind: 'person', platform: 'web', userId: 'c-leader' } as const;
  await sample.platform.send(to, { ...hostileCard, title: 'Nhắc việc' }, 'for-the-leader');
  const leader = tab.getByRole('navigation').getByRole('button', { name: /Giám đốc Trung tâm/ });
  await leader.getByLabel('Tin chưa đọc: 1').waitFor();
  expect(await tab.title()).toBe('(1) Sân tập Đầu Mối');
  await tab.setViewportSize({ width: 390, height: 844 });
  await tab.getByRole('button', { name: 'Các vai, Tin chưa đọc: 1' }).waitFor();
  await tab.setViewportSize({ width: 1440, height: 900 });
  await leader.click();
  await tab.locator('.column[data-user="c-leader"]').getByText('Nhắc việc').waitFor();
  await expect.poll(() => leader.locator('.badge').count(), patient).toBe(0);
});

test('the page complained of nothing', () => {
  expect(complaints).toEqual([]);
});
