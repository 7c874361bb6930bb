/** Opens the bot's database for a command, and closes it afterwards. */
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { machineClock } from '../clock.ts';
import { type Config, clockStands, readConfig } from '../config.ts';
import { openDatabase } from '../database/openDatabase.ts';
import type { Database } from '../database/tables.ts';
import { loadPosition } from '../rehearsalPosition.ts';
import type { CommandIo } from './command.ts';

export type AtWork = {
  db: Kysely<Database>;
  config: Config;
  /** The bot's time: where its clock stands, if it does. */
  now: Temporal.Instant;
};

/** @throws ConfigError, DatabaseUnavailable (with the embedded server: also while the bot itself runs) */
export async function withDatabase<T>(io: CommandIo, work: (at: AtWork) => Promise<T>): Promise<T> {
  const config = readConfig(io.environment);
  const { databaseUrl, dataDir } = config;
  const migrationsFolder = join(import.meta.dirname, '../../migrations');
  const now = machineClock.now();
  const database = await openDatabase({ databaseUrl, dataDir, log: io.complain, now, migrationsFolder });
  try {
    const { db } = database;
    const stands = clockStands(config) ? (config.rehearsalClock ?? (await loadPosition(db))) : null;
    return await work({ db, config, now: stands ?? now });
  } finally {
    await database.close();
  }
}
