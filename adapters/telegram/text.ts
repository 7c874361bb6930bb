/** Plain text made fit for Telegram's HTML mode. Pure. */

/** The one place where what people typed is escaped (Bot API, "HTML style": only these three). Marks that turn the reading
 *  direction of what follows are taken out: one person's text must not disorder the rest of the card. */
export function escapeHtml(text: string): string {
  return withoutTurns(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

export function withoutTurns(text: string): string {
  return text.replace(directionMarks, '');
}

const directionMarks = /[\u202a-\u202e\u2066-\u2069]/gu;

/** Not longer than `max` UTF-16 units; what was cut ends with an ellipsis, never in half a character. */
export function shorten(text: string, max: number): string {
  if (text.length <= max) return text;
  return `${text
    .slice(0, max - 1)
    .replace(/[\ud800-\udbff]$/u, '')
    .trimEnd()}…`;
}

/** Pieces of at most `max` units, parted after a paragraph, a line, a sentence or a word, whichever comes last in the second
 *  half of the piece; only a word longer than that is cut. */
export function splitText(text: string, max: number): string[] {
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > max) {
    const end = goodEnd(rest.slice(0, max));
    pieces.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  if (rest !== '') pieces.push(rest);
  return pieces.filter((piece) => piece !== '');
}

function goodEnd(piece: string): number {
  for (const gap of ['\n\n', '\n', '. ', ' ']) {
    const at = piece.lastIndexOf(gap);
    if (at >= piece.length / 2) return at + gap.length;
  }
  // Between two halves of one character nothing may be cut.
  return /[\ud800-\udbff]$/u.test(piece) ? piece.length - 1 : piece.length;
}
