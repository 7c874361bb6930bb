/** Secrets kept in the database: AES-256-GCM, so that whoever copies the database has no tokens, and whoever moves one from row
 *  to row, or changes it, is noticed. Pure but for its randomness. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

export type Sealing = {
  /** `about`: the row it belongs to; the same is wanted when it is opened. */
  seal(secret: string, about: string): string;
  /** `current`: it was sealed with the first key. @throws Error when no key opens it */
  open(sealed: string, about: string): { secret: string; current: boolean };
};

const algorithm = 'aes-256-gcm';
/** NIST SP 800-38D: 96 bits for random ones, the whole tag. */
const nonceBytes = 12;
const tagBytes = 16;
const version = 'v1:';

/** The first key seals, all of them open: a new one is put in front, the old one taken away when nothing needs it. */
export function createSealing(keys: readonly Uint8Array[]): Sealing {
  const [first] = keys;
  if (!first) throw new Error('sealing wants a key');
  return {
    seal(secret, about) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv(algorithm, first, nonce, { authTagLength: tagBytes });
      cipher.setAAD(Buffer.from(about));
      const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
      return version + Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64');
    },

    open(sealed, about) {
      for (const [place, key] of keys.entries()) {
        const secret = openWith(key, sealed, about);
        if (secret !== null) return { secret, current: place === 0 };
      }
      throw new Error(`no key of SLACK_ENCRYPTION_KEY opens what is kept of ${about}`);
    },
  };
}

/** Null: not with this key. */
function openWith(key: Uint8Array, sealed: string, about: string): string | null {
  const bytes = Buffer.from(sealed.slice(version.length), 'base64');
  if (!sealed.startsWith(version) || bytes.byteLength < nonceBytes + tagBytes) return null;
  try {
    const decipher = createDecipheriv(algorithm, key, bytes.subarray(0, nonceBytes), {
      authTagLength: tagBytes,
    });
    decipher.setAAD(Buffer.from(about));
    decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
    const opened = [decipher.update(bytes.subarray(nonceBytes + tagBytes)), decipher.final()];
    return Buffer.concat(opened).toString('utf8');
  } catch {
    return null;
  }
}
