/** Words of somebody in the bot's own sentence or on a button: not longer than one reads. Pure. */

/** At most `lengthMax` characters, the last an ellipsis when something was cut; a character is never cut in two. */
export function shorten(text: string, lengthMax: number): string {
  if (text.length <= lengthMax) return text;
  let kept = '';
  for (const character of text) {
    if (kept.length + character.length > lengthMax - 1) break;
    kept += character;
  }
  return `${kept}…`;
}
