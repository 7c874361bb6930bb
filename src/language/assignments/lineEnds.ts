/** Line ends that close a statement, told from those that only wrap a long line. Pure. */

/**
 * The text with each closing line end written as ";", so that rules over tokens see a mark there; all places stay the same. A line
 * end closes before a number, a bullet or a capital, unless it follows a long line that no mark ends: that line was wrapped.
 */
export function withLineEnds(text: string): string {
  let lineStart = 0;
  let marked = '';
  for (const match of text.matchAll(/\n/g)) {
    const at = match.index;
    const line = text.slice(lineStart, at).trimEnd();
    marked += text.slice(lineStart, at) + (closes(line, next(text, at)) ? ';' : '\n');
    lineStart = at + 1;
  }
  return marked + text.slice(lineStart);
}

function closes(line: string, following: string): boolean {
  if (/[.;:!?]$/.test(line)) return true;
  const wrapped = line.length >= WRAPPED_LENGTH_MIN && /^\p{L}{2}/u.test(following);
  return !wrapped && BEGINS.test(following);
}

/** The first characters of the next line that is not empty. */
function next(text: string, at: number): string {
  return text.slice(at + 1, at + 1 + LOOK_AHEAD).trimStart();
}

const LOOK_AHEAD = 20;
const WRAPPED_LENGTH_MIN = 60;
/** A capital, a number, a bullet, or "a)". */
const BEGINS = /^(?:[\p{Lu}\p{N}\-–•*+●▪]|\p{L}\))/u;
