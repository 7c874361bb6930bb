import { expect, test } from 'vitest';
import type { Answer } from '../src/chat/platform.ts';
import { createHandling } from '../src/handling.ts';

const event = {
  eventId: '1',
  sender: { platform: 'web', userId: 'u', displayName: 'Chuyên viên' },
  place: { platform: 'web', chatId: 'c', threadId: '', private: true, title: '' },
  what: { kind: 'press', action: 'task.open', id: '1', message: null },
} as const;

test('is over when the event is handled and its answer is kept, whether that went well or not', async () => {
  const handling = createHandling();
  const handled = Promise.withResolvers<Answer>();
  const kept = Promise.withResolvers<void>();
  const receive = handling.counted(() => handled.promise);
  const received = receive(event);
  let over = false;
  const waiting = handling.over().then(() => {
    over = true;
  });
  handled.resolve({ reply: { kind: 'toast', text: '' }, shown: () => kept.promise });
  const answer = await received;
  const shown = answer?.shown({ chatId: 'c', threadId: '', messageId: '1' });
  await Promise.resolve();
  expect(over).toBe(false);
  kept.reject(new Error('not kept'));
  await expect(shown).rejects.toThrow('not kept');
  await waiting;
  expect(over).toBe(true);
});
