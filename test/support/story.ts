/** A whole bot for one story: the sample offices, people at the playground, a clock that stands. */
import { afterEach } from 'vitest';
import { type App, createApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { cloneTemplate, dropClone } from './database.ts';
import { findOffices, type Offices } from './offices.ts';

export type Story = {
  readonly app: App;
  readonly offices: Offices;
  /** Everything the bot logged as an error; a story expects none. */
  readonly errors: readonly string[];
  moveTo(moment: string): Promise<void>;
  /** Stops the bot and starts it again on the same database; earlier players are gone, `offices` finds them anew. */
  restart(): Promise<void>;
};

/** Call in a test; what it opens is closed after the test. `environment`: over the story's own variables. */
export async function tellStory(environment: Readonly<Record<string, string>> = {}): Promise<Story> {
  const url = await cloneTemplate();
  const errors: string[] = [];
  const note = (fields: object, message: string) => {
    errors.push('err' in fields ? `${message}: ${String(fields.err)}` : message);
  };
  const quiet = () => {};
  const start = (clock: string) =>
    createApp({
      config: readConfig({
        DATABASE_URL: url,
        PLAYGROUND: '1',
        REHEARSAL_CLOCK: clock,
        ADMIN_CODE: 'quan-tri-thu-nghiem',
        ...environment,
      }),
      log: { debug: quiet, info: quiet, warn: quiet, error: note },
      listens: false,
    });
  let app = await start(environment.REHEARSAL_CLOCK ?? '2016-04-05T16:41+07:00');
  let offices = await findOffices(app);
  afterEachOnce(async () => {
    await app.stop();
    await dropClone(url);
  });
  return {
    get app() {
      return app;
    },
    get offices() {
      return offices;
    },
    errors,
    moveTo: async (moment) => {
      if (!app.rehearsal) throw new Error('the clock of this bot cannot be moved');
      const { undelivered } = await app.rehearsal.moveTo(Temporal.Instant.from(moment));
      if (undelivered > 0) throw new Error(`${undelivered} messages were not delivered by ${moment}`);
    },
    restart: async () => {
      const now = app.clock.now().toString();
      await app.stop();
      app = await start(now);
      offices = await findOffices(app);
    },
  };
}

const closers: (() => Promise<void>)[] = [];

function afterEachOnce(close: () => Promise<void>): void {
  closers.push(close);
}

afterEach(async () => {
  for (let close = closers.pop(); close; close = closers.pop()) await close();
});
