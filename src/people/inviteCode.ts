/** Codes that are typed by hand and kept as hashes only. */
import { createHash, randomInt } from 'node:crypto';

/** `7KQP-3M9X-W2HD`: 12 characters of 30, more than 58 bits; without letters and digits that look alike. */
export function newCode(): string {
  const groups = Array.from({ length: 3 }, () => Array.from({ length: 4 }, randomCharacter).join(''));
  return groups.join('-');
}

/** The same for every way to type it: case, spaces and hyphens do not count. A fast hash will do: nobody tries 58 bits. */
export function codeHash(code: string): string {
  return createHash('sha256')
    .update(
      code
        .normalize('NFKC')
        .toUpperCase()
        .replace(/[\s-]+/gu, ''),
    )
    .digest('hex');
}

const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

function randomCharacter(): string {
  return alphabet.charAt(randomInt(alphabet.length));
}
