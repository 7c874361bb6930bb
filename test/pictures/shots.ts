/** Opens the page with given conversations side by side, and takes pictures of it or of single cards. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Locator, Page, PageScreenshotOptions } from 'playwright-core';
import { smallPng } from './smallPng.ts';
import type { Seat } from './story.ts';

const images = join(import.meta.dirname, '../../docs/images');

export type Window = { width: number; height: number; sharp: boolean; phone?: boolean };

/** As a reader has it who opened these conversations and put the guide away. */
export async function openPage(
  browser: Browser,
  address: string,
  seats: readonly Seat[],
  { width, height, sharp, phone = false }: Window,
): Promise<Page> {
  const page = await browser.newPage({
    viewport: { width, height },
    deviceScaleFactor: sharp ? 2 : 1,
    reducedMotion: 'reduce',
    colorScheme: 'light',
    isMobile: phone,
    hasTouch: phone,
  });
  await page.addInitScript((layout) => localStorage.setItem('daumoi.layout', JSON.stringify(layout)), {
    seats,
    guide: false,
  });
  await page.goto(address);
  for (const { chatId } of seats.slice(0, phone ? 1 : seats.length)) {
    await page.locator(`.column[data-chat="${chatId}"] .message`).first().waitFor();
  }
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  return page;
}

/** Scrolls a conversation to the first card that holds these words. */
export async function bring(page: Page, { chatId }: Seat, words: string): Promise<void> {
  const column = page.locator(`.column[data-chat="${chatId}"]`);
  const row = column.locator('.message', { has: page.locator('.card', { hasText: words }) }).first();
  await row.evaluate((element) => element.scrollIntoView({ block: 'start' }));
}

export async function pictureOfPage(page: Page, name: string): Promise<void> {
  await keep(name, await steady(page, {}));
}

/** The last card that holds these words, with the files that came under it. */
export async function pictureOfCard(page: Page, words: string, name: string): Promise<void> {
  const rows = page.locator('.message');
  const count = await rows.count();
  let first = count - 1;
  while (first >= 0 && (await rows.nth(first).locator('.card', { hasText: words }).count()) === 0) first -= 1;
  if (first < 0) throw new Error(`no card holds “${words}”`);
  let last = first;
  while (last + 1 < count && (await isFileOf(rows.nth(last + 1)))) last += 1;
  await rows.nth(first).scrollIntoViewIfNeeded();
  const [top, bottom] = [await rows.nth(first).boundingBox(), await rows.nth(last).boundingBox()];
  if (!top || !bottom) throw new Error(`“${words}” is not in sight`);
  const clip = {
    x: top.x - marginPx,
    y: top.y - marginPx,
    width: top.width + 2 * marginPx,
    height: bottom.y + bottom.height - top.y + 2 * marginPx,
  };
  await keep(name, await steady(page, { clip }));
}

/** Once two looks in a row see the same: what was still on its way has arrived. */
async function steady(page: Page, what: PageScreenshotOptions): Promise<Uint8Array> {
  let before: Buffer = Buffer.alloc(0);
  for (let looks = 0; looks < looksMax; looks += 1) {
    const now = await page.screenshot({ ...what, caret: 'hide' });
    if (now.equals(before)) return now;
    before = now;
    await page.waitForTimeout(lookAgainMs);
  }
  throw new Error('the page does not come to rest');
}

const looksMax = 20;
const lookAgainMs = 250;

const marginPx = 10;

/** A message of the bot that is only files. */
async function isFileOf(row: Locator): Promise<boolean> {
  return (await row.locator('.file').count()) > 0 && (await row.locator('.card').count()) === 0;
}

async function keep(name: string, png: Uint8Array): Promise<void> {
  const small = smallPng(png);
  await writeFile(join(images, name), small);
  process.stdout.write(`docs/images/${name}  ${Math.round(small.byteLength / 1000)} kB\n`);
}
