import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readTyped } from '../../../adapters/web/typedText.ts';

test.each([
  ['/giao P. TH làm báo cáo', { kind: 'command', word: 'giao', line: 'P. TH làm báo cáo' }],
  ['/viec', { kind: 'command', word: 'viec', line: '' }],
  ['  /nhận\nNV-2', { kind: 'command', word: 'nhận', line: 'NV-2' }],
  ['/ giao', { kind: 'message', text: '/ giao', mentioned: false }],
  ['/', { kind: 'message', text: '/', mentioned: false }],
  ['10/4 xong', { kind: 'message', text: '10/4 xong', mentioned: false }],
  ['@daumoi tình hình', { kind: 'message', text: 'tình hình', mentioned: true }],
  ['@daumoiabc chào', { kind: 'message', text: '@daumoiabc chào', mentioned: false }],
  ['đầu mối: việc nào quá hạn', { kind: 'message', text: 'việc nào quá hạn', mentioned: true }],
  ['Đầu mối của phòng là ai', { kind: 'message', text: 'Đầu mối của phòng là ai', mentioned: false }],
])('%j', (typed, read) => {
  expect(readTyped(typed)).toEqual(read);
});

test('nothing typed is lost, whatever it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
      const read = readTyped(typed);
      const kept = read.kind === 'command' ? `/${read.word}${read.line}` : read.text;
      const bare = (text: string) => text.normalize('NFC').replaceAll(/\s/g, '');
      expect(bare(typed).endsWith(bare(kept))).toBe(true);
    }),
  );
});
