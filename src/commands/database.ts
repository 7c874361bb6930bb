/** Opens the bot's database for a command, and closes it afterwards. */
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { machineClock } from '../clock.ts';
import { type Config, clockStands, readConfig } from '../config.ts';
import { DatabaseUnavailable } from '../database/databaseUnavailable.ts';
import { type OpenDatabase, openDatabase } from '../database/openDatabase.ts';
import { runningServerUrl } from '../database/runningServer.ts';
import type { Database } from '../database/tables.ts';
import { loadPosition } from '../rehearsalPosition.ts';
import type { CommandIo } from './command.ts';

export type AtWork = {
  db: Kysely<Database>;
  config: Config;
  /** The bot's time: where its clock stands, if it does. */
  now: Temporal.Instant;
};

/** Beside a running bot the command works on the bot's own embedded server. @throws ConfigError, DatabaseUnavailable */
export async function withDatabase<T>(io: CommandIo, work: (at: AtWork) => Promise<T>): Promise<T> {
  const config = readConfig(io.environment);
  const now = machineClock.now();
  const database = await openAlsoBesideABot(config, now, io);
  try {
    const { db } = database;
    const stands = clockStands(config) ? (config.rehearsalClock ?? (await loadPosition(db))) : null;
    return await work({ db, config, now: stands ?? now });
  } finally {
    await database.close();
  }
}

async function openAlsoBesideABot(
  { databaseUrl, dataDir }: Config,
  now: Temporal.Instant,
  io: CommandIo,
): Promise<OpenDatabase> {
  const migrationsFolder = join(import.meta.dirname, '../../migrations');
  const options = { databaseUrl, dataDir, log: io.complain, now, migrationsFolder };
  try {
    return await openDatabase(options);
  } catch (error) {
    if (!(error instanceof DatabaseUnavailable) || error.problem !== 'folderInUse') throw error;
    const running = await runningServerUrl(dataDir);
    if (running === null) throw error;
    return await openDatabase({ ...options, databaseUrl: running });
  }
}
