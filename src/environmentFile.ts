/** The file `.env` in the working folder. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/** Adds what it says to the environment; what is set there already wins. */
export function loadEnvironmentFile(): void {
  const path = resolve('.env');
  if (existsSync(path)) process.loadEnvFile(path);
}
