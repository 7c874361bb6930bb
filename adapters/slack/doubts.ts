/** What was handed to Slack and may have been taken or not: looked up before it is tried again. */

export type Doubts = {
  /** What was noted about the sending of this key; null when nothing is in doubt. */
  about(key: string): Promise<string | null>;
  /** The first note stays: what is looked for begins there. */
  raise(key: string, note: string): Promise<void>;
  settle(key: string): Promise<void>;
};

/** Beyond that many at once the oldest are taken for lost. */
const doubtsMax = 1000;

/** Forgotten with the process. */
export function doubtsInMemory(): Doubts {
  const notes = new Map<string, string>();
  return {
    about: async (key) => notes.get(key) ?? null,
    raise: async (key, note) => {
      if (notes.has(key)) return;
      notes.set(key, note);
      const [oldest] = notes.keys();
      if (notes.size > doubtsMax && oldest !== undefined) notes.delete(oldest);
    },
    settle: async (key) => void notes.delete(key),
  };
}
