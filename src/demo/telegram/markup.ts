/** Telegram's HTML as its server reads it (tdlib, MessageEntity.cpp), and the documented limits of a message. */

type Key = { text: string; callback_data?: string; url?: string };

/** The server's own words for what is wrong; null: it would take the message. */
export function markupProblem(html: string, keys: readonly Key[]): string | null {
  const text = plainOf(html);
  if (text === null) return "can't parse entities: unsupported or unbalanced tag";
  if (text.trim() === '') return 'message text is empty';
  if (text.length > 4096) return 'message is too long';
  if (keys.length > 100) return 'reply markup is too long';
  for (const { text: label, callback_data: data, url } of keys) {
    if (label === '') return 'Text buttons are unallowed';
    if (url === undefined && (data === undefined || data === '' || Buffer.byteLength(data) > 64)) {
      return 'BUTTON_DATA_INVALID';
    }
  }
  return null;
}

/** The words without tags; null when the server would refuse them. */
export function plainOf(html: string): string | null {
  const open: string[] = [];
  let text = '';
  for (const [token] of html.matchAll(/<[^>]*>?|&[^;\s]{0,10};?|[^<&]+/gu)) {
    if (token.startsWith('<')) {
      const tag = /^<(\/?)(b|i|u|s|code|pre|blockquote)>$/.exec(token);
      if (!tag?.[2]) return null;
      if (tag[1] === '/') {
        if (open.pop() !== tag[2]) return null;
      } else open.push(tag[2]);
    } else if (token.startsWith('&')) {
      const letter = { '&lt;': '<', '&gt;': '>', '&amp;': '&', '&quot;': '"' }[token];
      if (letter === undefined) return null;
      text += letter;
    } else text += token;
  }
  return open.length === 0 ? text : null;
}
