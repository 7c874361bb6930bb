/** What the page keeps count of: who has what to read, and what has to be drawn again. */
import { expect, test } from 'vitest';
import type { MessageView } from '../../../adapters/web/messageView.ts';
import { createModel } from '../../../adapters/web/page/model.ts';
import { playground } from '../../../src/locale/vi/playground.ts';
import { sampleDirectory } from './sampleDirectory.ts';
import { plainCard } from './sampleShapes.ts';

// No browser here: what it would remember is forgotten.
Object.defineProperty(globalThis, 'localStorage', { value: null, configurable: true });

const newModel = () =>
  createModel({
    language: 'vi',
    timeZone: 'Asia/Ho_Chi_Minh',
    words: playground.page,
    people: sampleDirectory.people,
    rooms: sampleDirectory.rooms,
    commands: [],
    story: null,
    now: '2016-04-05T09:41:00Z',
    rehearsal: true,
    lastMessages: [],
    after: 'run-0',
  });

const message = (changes: Partial<MessageView> = {}): MessageView => ({
  id: '7',
  chatId: 'room-1',
  userId: null,
  author: 'Đầu Mối',
  onlyFor: null,
  text: null,
  card: plainCard('NV-1'),
  replyTo: null,
  sentAt: '2016-04-05T09:41:00Z',
  editedAt: null,
  files: [],
  ...changes,
});

test('what one person of a room sees is unread for that person alone; reading takes it back', () => {
  const model = newModel();
  model.arrive(message({ onlyFor: 'c-head' }));
  expect(model.unreadIn({ chatId: 'room-1', userId: 'c-head' })).toBe(1);
  expect(model.unreadOf('c-head')).toBe(1);
  expect(model.unreadIn({ chatId: 'room-1', userId: 'c-official' })).toBe(0);
  expect(model.unreadCount()).toBe(1);
  model.markRead('room-1');
  expect([model.unreadOf('c-head'), model.unreadCount()]).toEqual([0, 0]);
});

test('a private card counts for its reader wherever the page looks; what people say counts for nobody', () => {
  const model = newModel();
  model.arrive(message({ chatId: 'private-c-leader' }));
  model.arrive(message({ id: '8', userId: 'c-head', card: null, text: 'chào' }));
  expect(model.unreadOf('c-leader')).toBe(1);
  expect(model.unreadCount()).toBe(1);
});

test('the same message twice is one object, so that it is drawn once; a changed one is another, an older one is passed over', () => {
  const model = newModel();
  const seat = { chatId: 'room-1', userId: 'c-head' };
  model.arrive(message());
  const [first] = model.messagesOf(seat);
  model.arrive(message());
  expect(model.messagesOf(seat)[0]).toBe(first);
  // The bot's clock stands: two changes may bear the same moment.
  const changed = { editedAt: '2016-04-05T09:41:00Z', card: plainCard('NV-1, đã nhận') };
  model.arrive(message(changed));
  expect(model.messagesOf(seat)[0]?.card?.title).toBe('NV-1, đã nhận');
  model.arrive(message());
  expect(model.messagesOf(seat)[0]?.card?.title).toBe('NV-1, đã nhận');
});
