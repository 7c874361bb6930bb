/** Everything with the keyboard alone: choosing a person, a command, a button, a form, the clock. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../support/database.ts';
import { startBrowser } from './browser.ts';
import { type SamplePage, startSamplePage } from './samplePage.ts';

const database = testDatabase();
let sample: SamplePage;
let browser: Browser;
let tab: Page;

beforeAll(async () => {
  sample = await startSamplePage(database);
  browser = await startBrowser();
  tab = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await tab.goto(sample.address);
  await tab.locator('.column').first().waitFor();
});

afterAll(async () => {
  await browser.close();
  await sample.stop();
});

/** The name or text of what has the focus, and whether one can see that it has. */
const focus = () =>
  tab.evaluate(() => {
    const on = document.activeElement;
    const name = on?.getAttribute('aria-label') ?? on?.textContent ?? '';
    return { name, shown: on?.matches(':focus-visible') === true };
  });

async function tabUntil(name: RegExp): Promise<void> {
  for (let steps = 0; steps < 80; steps += 1) {
    await tab.keyboard.press('Tab');
    const on = await focus();
    if (name.test(on.name)) {
      expect(on.shown).toBe(true);
      return;
    }
  }
  throw new Error(`the keyboard does not reach ${name}`);
}

test('the first stop leads past everything to the conversations', async () => {
  await tab.keyboard.press('Tab');
  expect((await focus()).name).toBe('Đến phần trò chuyện');
});

test('the story’s first button types the line; Enter sends it; arrow up brings it back', async () => {
  await tabUntil(/^Soạn câu giao việc/);
  await tab.keyboard.press('Enter');
  expect((await focus()).name).toBe('Soạn tin');
  await tab.keyboard.press('Enter');
  const column = tab.locator('.column[data-user="c-official"]');
  await column.locator('.card').first().waitFor();
  expect(await column.getByRole('combobox').inputValue()).toBe('');
  await tab.keyboard.press('ArrowUp');
  expect(await column.getByRole('combobox').inputValue()).toMatch(/^\/giao /);
  await tab.keyboard.press('ArrowDown');
  expect(await column.getByRole('combobox').inputValue()).toBe('');
});

test('a slash offers the commands; arrows choose, Enter takes, Escape leaves', async () => {
  const field = tab.locator('.column[data-user="c-official"]').getByRole('combobox');
  await field.focus();
  await tab.keyboard.type('/');
  expect(await tab.getByRole('listbox').getByRole('option').count()).toBe(3);
  await tab.keyboard.press('ArrowDown');
  await tab.keyboard.press('Enter');
  expect(await field.inputValue()).toBe('/bieumau ');
  await field.fill('/');
  await tab.keyboard.press('Escape');
  expect(await tab.getByRole('listbox').getByRole('option').count()).toBe(0);
  await field.fill('');
});

test('a button of a card is reached and pressed, and the keyboard goes on from there', async () => {
  await tab.keyboard.press('Alt+2');
  expect(
    await tab.evaluate(() => document.activeElement?.closest('.column')?.getAttribute('data-chat')),
  ).toBe('room-1');
  await tab.keyboard.type('/the');
  await tab.keyboard.press('Enter');
  const room = tab.locator('.column[data-chat="room-1"]');
  await room.locator('.card').waitFor();
  await room.getByRole('log').focus();
  await tabUntil(/^Xin gia hạn$/);
  await tab.keyboard.press('Enter');
  await tab.getByRole('dialog').waitFor();
  await tab.keyboard.press('Escape');
  await tab.getByRole('dialog').waitFor({ state: 'detached' });
  expect((await focus()).name).toBe('Xin gia hạn');
  await tab.keyboard.press('Shift+Tab');
  await tab.keyboard.press('Enter');
  await room.getByText('Đã thay thẻ').waitFor();
  expect(await tab.evaluate(() => document.activeElement?.closest('.message') !== null)).toBe(true);
});

test('the clock moves by the keyboard and says where it stands', async () => {
  await tab.evaluate(() => document.querySelector<HTMLElement>('.skip')?.focus());
  await tabUntil(/^\+1 giờ$/);
  await tab.keyboard.press('Enter');
  await tab.getByRole('status').filter({ hasText: 'Đã chuyển đến 17:41' }).waitFor();
  expect(await tab.locator('.clock-time').textContent()).toBe('17:41');
});
