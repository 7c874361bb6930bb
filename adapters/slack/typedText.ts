/** What people wrote, without Slack's wrapping. Pure. */
import { unescapeMarkup } from './text.ts';

/** `mentioned`: the bot is named in it. References become their names: `<#C1|ban>` is #ban, `<https://a.vn|a.vn>` a.vn. */
export function readTyped(text: string, botUserId: string): { text: string; mentioned: boolean } {
  const mention = `<@${botUserId}>`;
  const mentioned = text.includes(mention) || text.includes(`<@${botUserId}|`);
  const readable = text
    .replace(/<@([^|>]+)(?:\|([^>]*))?>/gu, (_, id: string, name = '') =>
      id === botUserId ? ' ' : `@${name || id}`,
    )
    .replace(/<#([^|>]+)(?:\|([^>]*))?>/gu, (_, id: string, name = '') => `#${name || id}`)
    .replace(/<!([^|>]+)(?:\|([^>]*))?>/gu, (_, command: string, shown = '') => shown || `@${command}`)
    .replace(/<([^|>]+)(?:\|([^>]*))?>/gu, (_, address: string, shown = '') => shown || address);
  return {
    text: unescapeMarkup(readable)
      .replace(/^[\s,:]+/u, '')
      .trim(),
    mentioned,
  };
}

/** A line as a command: its first word and the rest. */
export function asCommand(line: string): { word: string; line: string } {
  const typed = line.trim().replace(/^\//u, '');
  const [word = ''] = typed.split(/\s/u, 1);
  return { word, line: typed.slice(word.length).trim() };
}
