/** Cuts a message into the places where another task may begin: lines, list numbers, ";" and new orders. Pure. */
import { says } from '../matching/spelling.ts';
import type { Word } from '../matching/words.ts';
import type { Span } from './assignmentReading.ts';

/** `listed`: a number or bullet stood before it. `line`: it begins a line. */
export type Segment = Span & { listed: boolean; line: boolean };

/** In order of place, without numbers and bullets; empty ones are left out. */
export function segments(text: string, tokens: readonly Word[]): Segment[] {
  const starts = startingTokens(text, tokens);
  return starts.flatMap((start, index) => {
    const body = start.at + start.bullet;
    const end = starts[index + 1]?.at ?? tokens.length;
    const from = tokens[body]?.from;
    const to = tokens[end - 1]?.to;
    if (from === undefined || to === undefined || end <= body) return [];
    return [{ from, to, listed: start.bullet > 0, line: start.line }];
  });
}

type Start = { at: number; bullet: number; line: boolean };

function startingTokens(text: string, tokens: readonly Word[]): Start[] {
  const starts: Start[] = [];
  /** The number that a list within a line would go on with. */
  let nextNumber = 1;
  /** The body after a number or bullet begins here at the earliest. */
  let body = 0;
  for (const [at, token] of tokens.entries()) {
    const before = tokens[at - 1];
    const line = !before || text.slice(before.to, token.from).includes('\n');
    if (line) {
      const bullet = bulletLength(tokens, at);
      starts.push({ at, bullet, line });
      body = at + bullet;
      nextNumber = bullet > 0 && token.kind === 'number' ? Number(token.text) + 1 : 1;
      if (at === 0 && bullet > 0 && token.text === '1') nextNumber = 2;
      continue;
    }
    if (at <= body) continue;
    if (isNumberOfList(tokens, at, nextNumber)) {
      starts.push({ at, bullet: 2, line: false });
      body = at + 2;
      nextNumber += 1;
    } else if (ordersAnew(tokens, at)) starts.push({ at, bullet: 0, line: false });
  }
  return starts;
}

/** "1.", "2)", "a)", "-", "•", "*", "+" at the start of a line. */
function bulletLength(tokens: readonly Word[], at: number): number {
  const token = tokens[at];
  const next = tokens[at + 1];
  if (!token || !next) return 0;
  if (/^[-–•*+●▪]$/.test(token.text)) return 1;
  const numbered = token.kind === 'number' && token.text.length < 3 && /^[.)]$/.test(next.text);
  const lettered = token.kind === 'word' && token.text.length === 1 && next.text === ')';
  return (numbered || lettered) && tokens[at + 2]?.spaced !== false ? 2 : 0;
}

/** "… 2. …" within a line, when "1." opened it. */
function isNumberOfList(tokens: readonly Word[], at: number, expected: number): boolean {
  const token = tokens[at];
  if (token?.kind !== 'number' || !token.spaced || Number(token.text) !== expected) return false;
  const mark = tokens[at + 1];
  return mark !== undefined && !mark.spaced && /^[.)]$/.test(mark.text) && tokens[at + 2]?.spaced === true;
}

/** After ";" or a full stop; before "giao …" after a comma. "P. TH" and "15.4" hold no full stop. */
function ordersAnew(tokens: readonly Word[], at: number): boolean {
  const mark = tokens[at - 1];
  const word = tokens[at - 2];
  const token = tokens[at];
  if (mark?.kind !== 'mark' || !token || !word) return false;
  if (mark.text === ';') return true;
  if (mark.text === ',') return says(token, 'giao', 'nhờ', 'assign', 'ask') || isSecondOrder(tokens, at);
  return (
    mark.text === '.' &&
    token.spaced &&
    token.kind === 'word' &&
    (word.kind === 'number' || word.text.length > 3)
  );
}

/** ", và giao VP …", ", đồng thời giao VP …". */
function isSecondOrder(tokens: readonly Word[], at: number): boolean {
  if (says(tokens[at], 'và')) return says(tokens[at + 1], 'giao');
  return says(tokens[at], 'đồng') && says(tokens[at + 1], 'thời') && says(tokens[at + 2], 'giao');
}
