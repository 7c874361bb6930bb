/** Texts made fit for Slack. Pure. */
import type { types } from '@slack/bolt';

/** At most `max` characters as Slack counts them (UTF-16), ending in … when something is left out; no character is halved. */
export function shorten(text: string, max: number): string {
  if (text.length <= max) return text;
  return `${text.slice(0, max - 1).replace(/[\uD800-\uDBFF]$/u, '')}…`;
}

/** For the fields that Slack reads as markup; `<!channel>` and `<@U1>` lose their power with it
 *  (docs.slack.dev/messaging/formatting-message-text). Nothing else is an escape there. */
export function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** What Slack escaped in the words of people, as they typed it. */
export function unescapeMarkup(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/** Shown as it is: no markup, no `:smile:` made into a picture. Slack refuses an empty one. */
export function plainText(text: string, max: number): types.PlainTextElement {
  return { type: 'plain_text', text: text.trim() === '' ? emptyMark : shorten(text, max), emoji: false };
}

export const emptyMark = '–';
