/** How far apart two typed words are. Pure. */
import { distance } from 'fastest-levenshtein';

/** Letters to add, drop or change; two neighbours that changed places count once, for that is the commonest slip: "gioa". */
export function lettersApart(a: string, b: string): number {
  return isOneSwap(a, b) ? 1 : distance(a, b);
}

function isOneSwap(a: string, b: string): boolean {
  if (a.length !== b.length || a === b) return false;
  let at = 0;
  while (a[at] === b[at]) at += 1;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}
