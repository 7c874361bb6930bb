/** What happened, in order, for the pages that are open: numbered, and the last ones kept so that a page whose connection
 *  broke catches up. The numbers belong to this run of the bot; after a restart a page loads everything anew. */
import { randomUUID } from 'node:crypto';
import type { MessageView } from './messageView.ts';

export type Change =
  | { kind: 'message'; message: MessageView }
  /** Who can be played or where they meet has changed. */
  | { kind: 'directory' };

export type NumberedChange = { id: string; change: Change };

export type ChangeFeed = {
  publish(change: Change): void;
  /** What came after the change `lastId`; null when that is not known any more: the page must load everything. */
  since(lastId: string): NumberedChange[] | null;
  /** The number of the latest change. */
  latest(): string;
  /** Gives the function that ends it. `ended` is called when the feed closes. */
  follow(follower: { take: (change: NumberedChange) => void; ended: () => void }): () => void;
  close(): void;
};

/** Enough for a page that slept through a long move of the clock; beyond it, loading anew is cheaper. */
const keptMax = 1000;

export function createChangeFeed(): ChangeFeed {
  const run = randomUUID().slice(0, 8);
  const kept: NumberedChange[] = [];
  const followers = new Set<{ take: (change: NumberedChange) => void; ended: () => void }>();
  let count = 0;
  const latest = () => `${run}-${count}`;
  return {
    latest,
    publish: (change) => {
      count += 1;
      const numbered = { id: latest(), change };
      kept.push(numbered);
      if (kept.length > keptMax) kept.shift();
      for (const follower of followers) follower.take(numbered);
    },
    since: (lastId) => {
      if (lastId === latest()) return [];
      if (lastId === `${run}-0` && kept.length === count) return [...kept];
      const at = kept.findIndex((change) => change.id === lastId);
      return at === -1 ? null : kept.slice(at + 1);
    },
    follow: (follower) => {
      followers.add(follower);
      return () => followers.delete(follower);
    },
    close: () => {
      for (const follower of followers) follower.ended();
      followers.clear();
    },
  };
}
