import fc from 'fast-check';
import { expect, it } from 'vitest';
import { buttonData, formData, readData } from '../../../adapters/telegram/callbackData.ts';

it('reads back what it wrote on a button', () => {
  const ids = fc.string({ unit: 'grapheme', maxLength: 10 }).filter((id) => Buffer.byteLength(id) <= 48);
  fc.assert(
    fc.property(ids, fc.boolean(), (id, asks) => {
      const data = buttonData({ action: 'task.accept', id, ...(asks ? { confirm: 'Chắc chứ?' } : {}) });
      expect(readData(data)).toEqual({ kind: 'action', action: 'task.accept', id, asks });
    }),
  );
  expect(readData(formData(12, 3, 'd2016-04-15'))).toEqual({
    kind: 'form',
    conversation: 12,
    step: 3,
    choice: 'd2016-04-15',
  });
});

it('keeps a button of exactly 64 bytes, asked about or not, and refuses a longer one', () => {
  const id = 'x'.repeat(64 - 'task.cancel:'.length);
  expect(buttonData({ action: 'task.cancel', id, confirm: '?' })).toHaveLength(64);
  expect(() => buttonData({ action: 'task.cancel', id: `${id}x` })).toThrow(/65 bytes/);
});

it.each(['', 'x', '~', '~1:x', 'Task.accept:1', 'taskaccept:1', '../../etc', '~no '])(
  'takes %j for no button of the bot',
  (data) => {
    expect(readData(data)).toBeNull();
  },
);
