/** Files on the page: chosen, dropped, pasted, left out; their way up and down; with the keyboard and on a narrow phone. */
import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { plainCard } from '../adapters/web/sampleShapes.ts';
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
  await tab.goto(sample.address);
});

afterAll(async () => {
  await browser.close();
  await sample.stop();
});

const official = () => tab.locator('.column[data-user="c-official"]');
const chips = () => official().locator('.attachment .chip-words').allTextContents();
const draft = {
  name: 'Dự thảo "lần 1".docx',
  mimeType: 'application/msword',
  buffer: Buffer.from('nội dung'),
};
const note = { name: 'ghi chú.txt', mimeType: 'text/plain', buffer: Buffer.from('xin góp ý') };

const choose = (...files: (typeof draft)[]) => official().locator('input[type=file]').setInputFiles(files);

/** As a browser does it when files are let go over the conversation. */
async function drop(...names: string[]): Promise<void> {
  const brought = await tab.evaluateHandle((each) => {
    const transfer = new DataTransfer();
    for (const name of each) transfer.items.add(new File(['thả'], name, { type: 'text/plain' }));
    return transfer;
  }, names);
  const detail = { dataTransfer: brought };
  await official().locator('.log').dispatchEvent('dragenter', detail);
  await official().getByText('Thả tệp vào đây').waitFor();
  await official().locator('.log').dispatchEvent('drop', detail);
}

test('several files are chosen, one is left out, the rest is sent without a word', async () => {
  await choose(draft, note);
  await choose({ ...note, name: 'thừa.txt' });
  expect(await chips()).toEqual([draft.name, note.name, 'thừa.txt']);
  await official().getByRole('button', { name: 'Bỏ tệp: thừa.txt' }).click();
  expect(await chips()).toEqual([draft.name, note.name]);
  await official().getByRole('button', { name: 'Gửi', exact: true }).click();
  const own = official().locator('.message-own').last();
  await own.getByRole('link', { name: `Tải về: ${draft.name}, 1 KB` }).waitFor();
  expect(await own.locator('.file').count()).toBe(2);
  expect(await own.locator('.bubble').count()).toBe(0);
  // The message comes by the stream, a moment before the answer to what sent it.
  await expect.poll(chips, patient).toEqual([]);
  const what = sample.incoming.at(-1)?.what;
  const files = what?.kind === 'message' ? what.files : [];
  expect(files.map(({ name }) => name)).toEqual([draft.name, note.name]);
  expect(Buffer.from((await files[0]?.read()) ?? []).toString()).toBe('nội dung');
});

test('a file comes down under its own name', async () => {
  const [saved] = await Promise.all([
    tab.waitForEvent('download'),
    official()
      .getByRole('link', { name: /Tải về: Dự thảo/ })
      .click(),
  ]);
  // A file system has no quotation marks in names; Chromium writes others.
  expect(saved.suggestedFilename()).toMatch(/^Dự thảo .lần 1.\.docx$/);
  expect(await readFile(await saved.path(), 'utf8')).toBe('nội dung');
});

test('what is dropped on a conversation is sent there, also as the answer to a card', async () => {
  const to = { kind: 'person', platform: 'web', userId: 'c-official' } as const;
  const card = await sample.platform.send(to, plainCard('NV-1: Dự thảo chương trình'), 'card-for-files');
  const row = official().locator(`[data-message="${card.messageId}"]`);
  await row.hover();
  await row.getByRole('button', { name: 'Trả lời' }).click();
  await drop('kéo thả.txt');
  expect(await official().locator('.drop-veil').isVisible()).toBe(false);
  expect(await chips()).toEqual(['kéo thả.txt']);
  await tab.keyboard.press('Enter');
  const own = official().locator('.message-own').last();
  await own.getByText('kéo thả.txt').waitFor();
  expect(await own.locator('.replied').textContent()).toBe('NV-1: Dự thảo chương trình');
  expect(sample.incoming.at(-1)?.what).toMatchObject({ replyTo: { messageId: card.messageId } });
});

test('a picture is pasted; text copied with a picture of itself stays text', async () => {
  const paste = (withText: boolean) =>
    official()
      .getByRole('combobox')
      .evaluate((field, text) => {
        const clipboardData = new DataTransfer();
        clipboardData.items.add(new File(['x'], 'ảnh dán.png', { type: 'image/png' }));
        if (text) clipboardData.setData('text/plain', 'chữ');
        field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
      }, withText);
  await paste(true);
  expect(await chips()).toEqual([]);
  await paste(false);
  expect(await chips()).toEqual(['ảnh dán.png']);
  await official()
    .getByRole('button', { name: /^Bỏ tệp/ })
    .click();
});

test('more than 20 MB, and more than ten, are told before anything is sent', async () => {
  const bytes = 21 * 1024 * 1024;
  await tab.evaluate((size) => {
    const chooser = document.querySelector<HTMLInputElement>(
      '.column[data-user="c-official"] input[type=file]',
    );
    const transfer = new DataTransfer();
    transfer.items.add(new File([new Uint8Array(size)], 'bản scan.pdf'));
    if (chooser) chooser.files = transfer.files;
    chooser?.dispatchEvent(new Event('change'));
  }, bytes);
  await tab.getByRole('status').filter({ hasText: 'bản scan.pdf (21 MB). Tệp lớn hơn 20 MB' }).waitFor();
  expect(await chips()).toEqual([]);
  await choose(...Array.from({ length: 12 }, (_, at) => ({ ...note, name: `${at}.txt` })));
  await tab.getByRole('status').filter({ hasText: 'nhiều nhất 10 tệp' }).waitFor();
  expect(await chips()).toHaveLength(10);
  for (let left = 10; left > 0; left -= 1)
    await official()
      .getByRole('button', { name: /^Bỏ tệp/ })
      .first()
      .click();
});

test('the way up is shown; left out on its way, nothing is sent, and the words are still there', async () => {
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await tab.route('**/playground/files?*', async (route) => {
    await held;
    await route.continue().catch(() => {});
  });
  const before = sample.incoming.length;
  await choose(draft);
  await official().getByRole('combobox').fill('xin gửi dự thảo');
  await tab.keyboard.press('Enter');
  await official()
    .getByRole('progressbar', { name: `Đang gửi tệp ${draft.name}` })
    .waitFor();
  await official()
    .getByRole('button', { name: /^Bỏ tệp/ })
    .click();
  await expect.poll(() => official().getByRole('combobox').inputValue(), patient).toBe('xin gửi dự thảo');
  letGo();
  await tab.unroute('**/playground/files?*');
  expect(sample.incoming.length).toBe(before);
  await official().getByRole('combobox').fill('');
});

test('a failed way up keeps words and files; the next try sends both', async () => {
  await tab.route('**/playground/files?*', (route) => route.abort());
  await choose(note);
  await official().getByRole('combobox').fill('gửi lại');
  await tab.keyboard.press('Enter');
  await tab.getByRole('status').filter({ hasText: 'chưa thực hiện được' }).waitFor();
  await tab.unroute('**/playground/files?*');
  expect(await chips()).toEqual([note.name]);
  await official().getByRole('combobox').focus();
  await tab.keyboard.press('Enter');
  const own = official().locator('.message-own', { hasText: 'gửi lại' });
  await own.getByText(note.name).waitFor();
});

test('a file of the bot stands right under its card; parted from it, it says to which it belongs, and leads there', async () => {
  const room = { kind: 'room', platform: 'web', chatId: 'room-1', threadId: '' } as const;
  const card = await sample.platform.send(room, plainCard('NV-2: Kế hoạch quý II'), 'card-with-file');
  const file = { name: 'Kế hoạch.xlsx', mime: 'application/vnd.ms-excel', content: Buffer.alloc(24_300) };
  await sample.platform.sendFile(room, file, card, 'file-of-card');
  const column = tab.locator('.column[data-chat="room-1"]').first();
  const row = column.locator('.message-bot').last();
  await row.getByRole('link', { name: 'Tải về: Kế hoạch.xlsx, 24 KB' }).waitFor();
  expect(await row.locator('.replied, .message-author').count()).toBe(0);
  await sample.platform.send(room, plainCard('NV-3: Việc khác'), 'card-between');
  await sample.platform.sendFile(room, { ...file, name: 'Phụ lục.xlsx' }, card, 'another-file-of-card');
  await column.getByRole('link', { name: /Phụ lục/ }).waitFor();
  await row.getByRole('button', { name: 'Trả lời: NV-2: Kế hoạch quý II' }).click();
  expect(await tab.evaluate(() => document.activeElement?.getAttribute('data-message'))).toBe(card.messageId);
});

test('on a phone 320 pixels wide a file with a long name fits, and is sent with the keyboard alone', async () => {
  const phone = await browser.newPage({
    viewport: { width: 320, height: 640 },
    isMobile: true,
    hasTouch: true,
  });
  phone.setDefaultTimeout(15_000);
  await phone.goto(sample.address);
  const column = phone.locator('.column-active');
  await column.locator('.log').waitFor();
  const name = `${'Dự thảo chương trình phối hợp công tác giai đoạn 2016-2020 '.repeat(2)}bản 2.docx`;
  await column.locator('input[type=file]').setInputFiles([{ ...draft, name }]);
  await column.getByRole('button', { name: `Bỏ tệp: ${name}` }).waitFor();
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  await phone.keyboard.press('Enter');
  const link = column.getByRole('link', { name: `Tải về: ${name}, 1 KB` });
  await link.waitFor();
  const box = await link.boundingBox();
  expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(320);
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  await phone.close();
});

test('the page complained of nothing', () => {
  expect(complaints).toEqual([]);
});
