import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSealing } from '../../../adapters/slack/sealing.ts';

const [first, second] = [randomBytes(32), randomBytes(32)];

describe('what is sealed', () => {
  it('comes back as it was, and never looks the same twice', () => {
    const { seal, open } = createSealing([first]);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (secret, about) => {
        const sealed = seal(secret, about);
        expect(open(sealed, about)).toEqual({ secret, current: true });
        expect(seal(secret, about)).not.toBe(sealed);
      }),
    );
  });

  it('opens only for the row it was sealed for', () => {
    const { seal, open } = createSealing([first]);
    expect(() => open(seal('xoxb-1', 'row:T1'), 'row:T2')).toThrow('no key');
  });

  it('does not open when a single character of it was changed', () => {
    const { seal, open } = createSealing([first]);
    const sealed = Buffer.from(seal('xoxb-1', 'row').slice(3), 'base64');
    for (let place = 0; place < sealed.byteLength; place += 1) {
      const changed = Buffer.from(sealed);
      changed[place] = (changed[place] ?? 0) ^ 1;
      expect(() => open(`v1:${changed.toString('base64')}`, 'row')).toThrow('no key');
    }
  });

  it.each(['', 'v1:', 'v1:AAAA', 'v2:AAAA', 'xoxb-1'])('%j is nothing that was sealed', (text) => {
    expect(() => createSealing([first]).open(text, 'row')).toThrow('no key');
  });

  it('opens with an earlier key, which is said, and not with another', () => {
    const sealed = createSealing([first]).seal('xoxb-1', 'row');
    expect(createSealing([second, first]).open(sealed, 'row')).toEqual({ secret: 'xoxb-1', current: false });
    expect(() => createSealing([second]).open(sealed, 'row')).toThrow('no key');
  });
});
