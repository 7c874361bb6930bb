/** Events that the core is at work on: a clock that is moved waits for them, lest what they cause looks late. */
import type { Receive } from './chat/platform.ts';

export type Handling = {
  /** The same, counted from the event to the end of what showing its answer causes. */
  counted(receive: Receive): Receive;
  /** Resolves when there are none. */
  over(): Promise<void>;
};

export function createHandling(): Handling {
  const underWay = new Set<Promise<unknown>>();
  const count = <T>(work: Promise<T>): Promise<T> => {
    underWay.add(work);
    const done = () => underWay.delete(work);
    work.then(done, done);
    return work;
  };
  return {
    counted: (receive) => async (incoming) => {
      const answer = await count(receive(incoming));
      return answer && { ...answer, shown: (message) => count(answer.shown(message)) };
    },
    over: async () => {
      while (underWay.size > 0) await Promise.allSettled(underWay);
    },
  };
}
