/** What the page knows: people, conversations, messages, what was read. Views ask it and are told of changes. */
import type { MessageView } from '../messageView.ts';
import type { PageState } from '../pageState.ts';
import type { DirectoryPerson } from '../playground.ts';
import type { Seat } from '../story.ts';
import { readSeen, writeSeen } from './remembered.ts';

export type Model = ReturnType<typeof createModel>;

/** A conversation of a person, as the list at the side shows it. */
export type Talk = Seat & { title: string; private: boolean };

export function createModel(initial: PageState) {
  let state = initial;
  const messages = new Map<string, Map<string, MessageView>>();
  /** By conversation, the bot's messages that nobody there has seen, each with the one person it is for, if any. */
  const unread = new Map<string, Map<string, string | null>>();
  const listeners = new Set<(change: ModelChange) => void>();
  const seen = readSeen();
  takeLastMessages();

  function takeLastMessages() {
    for (const { chatId, messageId } of state.lastMessages) {
      // A number higher than the conversation's last is from a database that is no more.
      if ((seen.get(chatId) ?? 0) > Number(messageId)) seen.delete(chatId);
      if (Number(messageId) > (seen.get(chatId) ?? 0)) unread.set(chatId, new Map([[messageId, null]]));
    }
  }

  function tell(change: ModelChange) {
    for (const listener of listeners) listener(change);
  }

  const ownRooms = (userId: string) => state.rooms.filter((room) => room.memberUserIds.includes(userId));

  return {
    get state() {
      return state;
    },
    listen(listener: (change: ModelChange) => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    person: (userId: string): DirectoryPerson | null =>
      state.people.find((person) => person.userId === userId) ?? null,
    talks(userId: string): Talk[] {
      return [
        { userId, chatId: `private-${userId}`, title: state.words.privateChat, private: true },
        ...ownRooms(userId).map(({ chatId, title }) => ({ userId, chatId, title, private: false })),
      ];
    },
    titleOf(chatId: string): string {
      return state.rooms.find((room) => room.chatId === chatId)?.title ?? state.words.privateChat;
    },
    membersOf(chatId: string): DirectoryPerson[] {
      const room = state.rooms.find((candidate) => candidate.chatId === chatId);
      return state.people.filter(({ userId }) =>
        room ? room.memberUserIds.includes(userId) : chatId === `private-${userId}`,
      );
    },
    /** What this person sees there, oldest first. */
    messagesOf({ chatId, userId }: Seat): MessageView[] {
      const all = [...(messages.get(chatId)?.values() ?? [])];
      return all
        .filter((message) => message.onlyFor === null || message.onlyFor === userId)
        .sort((one, other) => Number(one.id) - Number(other.id));
    },
    unreadIn,
    unreadOf: (userId: string) =>
      [`private-${userId}`, ...ownRooms(userId).map((room) => room.chatId)].reduce(
        (sum, chatId) => sum + unreadIn({ chatId, userId }),
        0,
      ),
    /** Over all conversations, each counted once. */
    unreadCount: () => [...unread.values()].reduce((sum, waiting) => sum + waiting.size, 0),
    /** Loaded for a conversation that was opened. */
    fill(loaded: readonly MessageView[]) {
      for (const message of loaded) keep(message);
    },
    /** Arrived while the page is open. */
    arrive(message: MessageView) {
      const isNew = keep(message);
      if (isNew && message.userId === null && Number(message.id) > (seen.get(message.chatId) ?? 0)) {
        const waiting = unread.get(message.chatId) ?? new Map<string, string | null>();
        unread.set(message.chatId, waiting.set(message.id, message.onlyFor));
      }
      tell({ kind: 'message', message, isNew });
    },
    markRead(chatId: string) {
      const last = Math.max(0, ...(messages.get(chatId)?.keys() ?? []).map(Number));
      if (last > (seen.get(chatId) ?? 0)) {
        seen.set(chatId, last);
        writeSeen(seen);
      }
      if (unread.delete(chatId)) tell({ kind: 'unread' });
    },
    time(now: string) {
      if (state.now === now) return;
      state = { ...state, now };
      tell({ kind: 'time' });
    },
    replace(next: PageState) {
      state = next;
      takeLastMessages();
      tell({ kind: 'state' });
    },
  };

  function unreadIn({ chatId, userId }: Seat): number {
    const waiting = [...(unread.get(chatId)?.values() ?? [])];
    return waiting.filter((onlyFor) => onlyFor === null || onlyFor === userId).length;
  }

  /** Gives whether it was not known before. */
  function keep(message: MessageView): boolean {
    const chat = messages.get(message.chatId) ?? new Map<string, MessageView>();
    messages.set(message.chatId, chat);
    const isNew = !chat.has(message.id);
    const known = chat.get(message.id);
    // A page that loads while a change arrives may get the older of the two last. What comes twice, as the answer to a request
    // and in the stream, stays the same object, so that it is not drawn again.
    const isOlder = known !== undefined && (message.editedAt ?? '') < (known.editedAt ?? '');
    if (!isOlder && JSON.stringify(message) !== JSON.stringify(known)) chat.set(message.id, message);
    return isNew;
  }
}

export type ModelChange =
  | { kind: 'message'; message: MessageView; isNew: boolean }
  | { kind: 'unread' }
  | { kind: 'time' }
  /** Everything may be different: people, rooms, language. */
  | { kind: 'state' };
