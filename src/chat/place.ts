/** Who speaks, where, and through which platform. The words in which adapters and the core name people and places. */

export type PlatformName = 'slack' | 'telegram' | 'web';

/** An account on a platform; bound to a person by invitation or organisation file. `userId` never changes, names do. */
export type Account = { platform: PlatformName; userId: string; displayName: string };

/** Where something was said. `threadId` is '' outside threads and topics. */
export type Place = {
  platform: PlatformName;
  chatId: string;
  threadId: string;
  /** True for a conversation between the bot and one person. */
  private: boolean;
  title: string;
};

/** A message the bot sent or saw, as its platform names it; enough to edit it or to recognise a reply to it. */
export type MessageRef = { chatId: string; threadId: string; messageId: string };

/** Where delivery sends: a room, or a person (the platform finds or opens the private conversation). */
export type Address =
  | { kind: 'room'; platform: PlatformName; chatId: string; threadId: string }
  | { kind: 'person'; platform: PlatformName; userId: string };
