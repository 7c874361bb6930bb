/** What a line typed into a conversation is: a command, or a message, meant for the bot or not. Pure. */

export type Typed =
  | { kind: 'command'; word: string; line: string }
  /** `text` without the mention. */
  | { kind: 'message'; text: string; mentioned: boolean };

export function readTyped(typed: string): Typed {
  const text = typed.normalize('NFC').trim();
  const command = /^\/([\p{L}\p{N}_-]+)(?:\s+|$)/u.exec(text);
  if (command?.[1]) return { kind: 'command', word: command[1], line: text.slice(command[0].length) };
  const mention = /^(?:@daumoi(?![\p{L}\p{N}_])|đầu mối\s*[,:])[\s,:]*/iu.exec(text);
  if (mention) return { kind: 'message', text: text.slice(mention[0].length), mentioned: true };
  return { kind: 'message', text, mentioned: false };
}
