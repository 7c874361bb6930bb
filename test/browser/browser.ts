/** Debian's Chromium by Playwright; it asks nothing of the network but the page. */
import { type Browser, chromium } from 'playwright-core';

export function startBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: '/usr/bin/chromium',
    // Without a locale of UTF-8 it gives downloads with Vietnamese names no name at all.
    env: { ...process.env, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' },
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** A browser on a busy machine takes its time; what is waited for comes or does not. */
export const patient = { timeout: 30_000 };
