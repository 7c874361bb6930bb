/** Catches what the database folder throws at the operator. */
import { DatabaseUnavailable } from '../../src/database/databaseUnavailable.ts';

/** The problem that `work` ends in; whatever else it ends in fails the test. */
export async function problemOf(work: Promise<unknown>): Promise<DatabaseUnavailable> {
  const error = await work.then(
    () => new Error('there was no problem'),
    (reason: unknown) => reason,
  );
  if (error instanceof DatabaseUnavailable) return error;
  throw error;
}
