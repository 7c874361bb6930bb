/** A bot of its own for the pictures, on a database that is thrown away, with the people of the sample offices. */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type App, createApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';
import { findOffices, type Offices } from '../support/offices.ts';

export type Stage = { app: App; offices: Offices; address: string; stop(): Promise<void> };

const storyBegins = '2016-04-05T16:41+07:00';

export async function openStage(): Promise<Stage> {
  const dataDir = await mkdtemp(join(tmpdir(), 'daumoi-pictures-'));
  await chmod(dataDir, 0o755); // run as root, the database server has an account of its own
  const log = createLog({
    level: 'error',
    readable: true,
    secrets: [],
    write: (line) => process.stderr.write(line),
  });
  const config = readConfig({ DATA_DIR: dataDir, PORT: '0', REHEARSAL_CLOCK: storyBegins, PLAYGROUND: '1' });
  const app = await createApp({ config, log, listens: true });
  return {
    app,
    offices: await findOffices(app),
    address: `http://127.0.0.1:${app.port}/`,
    stop: async () => {
      await app.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
