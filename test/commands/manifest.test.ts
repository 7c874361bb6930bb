import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { botEvents, manifestLimits, scopeUses } from '../../adapters/slack/manifest.ts';
import { runCommandLine } from '../../src/commands/commandLine.ts';
import { slackCommands } from '../../src/commands/manifest.ts';
import { localeFor } from '../../src/locale/locale.ts';

async function daumoi(...args: string[]) {
  const lines: string[] = [];
  const status = await runCommandLine(args, {
    print: (line) => lines.push(line),
    complain: (line) => lines.push(line),
    environment: {},
    stdin: (async function* () {})(),
  });
  return { status, text: lines.join('\n') };
}

const adapter = join(import.meta.dirname, '../../adapters/slack');

async function source(): Promise<string> {
  const files = (await readdir(adapter)).filter((name) => name.endsWith('.ts') && name !== 'manifest.ts');
  return (await Promise.all(files.map((name) => readFile(join(adapter, name), 'utf8')))).join('\n');
}

describe('the Slack manifest', () => {
  it('is for Socket Mode without an address, and for HTTP with one', async () => {
    const socket = JSON.parse((await daumoi('manifest', 'slack')).text);
    expect(socket.settings.socket_mode_enabled).toBe(true);
    expect(JSON.stringify(socket)).not.toContain('/slack/events');
    const http = JSON.parse((await daumoi('manifest', 'slack', '--url', 'https://daumoi.vidu.vn')).text);
    expect(http.settings).toMatchObject({
      socket_mode_enabled: false,
      event_subscriptions: { request_url: 'https://daumoi.vidu.vn/slack/events' },
      interactivity: { request_url: 'https://daumoi.vidu.vn/slack/events' },
    });
    expect(http.features.slash_commands[0].url).toBe('https://daumoi.vidu.vn/slack/events');
  });

  it.each(['vi', 'en'] as const)('has every command within what Slack allows (%s)', (language) => {
    const commands = slackCommands(localeFor(language, 'Asia/Ho_Chi_Minh'));
    expect(commands.length).toBeLessThanOrEqual(manifestLimits.commands);
    expect(commands.map(({ word }) => word)).toEqual(
      expect.arrayContaining(['giao', 'viec', 'tinhhinh', 'daumoi']),
    );
    expect(new Set(commands.map(({ word }) => word)).size).toBe(commands.length);
    for (const { word, summary } of commands) {
      expect(word).toMatch(/^[a-z]{1,31}$/u);
      expect(summary).not.toBe('');
    }
  });

  it('asks for a scope for each method the adapter calls, and for no other', async () => {
    const text = await source();
    const called = [...text.matchAll(/\bapi\.(\w+)\.(\w+)\(/gu)].map(([, group, name]) => `${group}.${name}`);
    const free = ['auth.test', 'views.open', 'views.publish', 'chat.getPermalink'];
    const covered = Object.values(scopeUses).flat();
    expect(
      [...new Set(called)].filter((method) => !free.includes(method) && !covered.includes(method)),
    ).toEqual([]);
    for (const [scope, uses] of Object.entries(scopeUses)) {
      const used = uses.some(
        (use) =>
          called.includes(use) || botEvents.includes(use) || use === 'slash commands' || text.includes(use),
      );
      expect({ scope, used }).toEqual({ scope, used: true });
    }
  });

  it('subscribes to the events that are listened to', async () => {
    const listened = [...(await source()).matchAll(/app\.event\('(\w+)'/gu)].map(([, name]) => name);
    expect(new Set(botEvents.map((event) => event.replace(/\..*$/u, '')))).toEqual(new Set(listened));
  });

  it('is asked for by the name of the platform', async () => {
    expect((await daumoi('manifest')).status).toBe(2);
    expect((await daumoi('manifest', 'telegram')).status).toBe(2);
    expect((await daumoi('manifest', 'slack', '--url', 'nowhere')).status).toBe(2);
  });
});
