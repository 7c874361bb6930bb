import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { nearestWord } from '../../src/language/nearest.ts';

const COMMANDS = [
  'giao',
  'ketluan',
  'viec',
  'xem',
  'nhan',
  'tiendo',
  'nop',
  'xong',
  'giahan',
  'tinhhinh',
  'quahan',
  'assign',
];

describe('the nearest command', () => {
  test.each<[string, string | null]>([
    ['giaoo', 'giao'],
    ['gioa', 'giao'],
    ['GIAO', 'giao'],
    ['tinhinh', 'tinhhinh'],
    ['tình_hình', 'tinhhinh'],
    ['quáhạn', 'quahan'],
    ['việc', 'viec'],
    ['asign', 'assign'],
    ['xyz', null],
    ['', null],
  ])('%s → %s', (typed, expected) => {
    expect(nearestWord(typed, COMMANDS)).toBe(expected);
  });

  it('is the word itself when it is known, and one of the words or nothing otherwise', () => {
    fc.assert(
      fc.property(fc.constantFrom(...COMMANDS), (word) => {
        expect(nearestWord(word, COMMANDS)).toBe(word);
      }),
    );
    fc.assert(
      fc.property(fc.string(), (typed) => {
        expect([null, ...COMMANDS]).toContain(nearestWord(typed, COMMANDS));
      }),
    );
  });
});
