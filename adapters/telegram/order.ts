/** Work in the order it came for each key, side by side for different keys. */

/** Resolves when this piece of work is done. The work must not reject. */
export type InOrder = (key: string, work: () => Promise<void>) => Promise<void>;

export function createOrder(): InOrder {
  const tails = new Map<string, Promise<void>>();
  return async (key, work) => {
    const mine = (tails.get(key) ?? Promise.resolve()).then(work);
    tails.set(key, mine);
    await mine;
    if (tails.get(key) === mine) tails.delete(key);
  };
}
