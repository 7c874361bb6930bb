/** Applies the migrations of a folder to a database, as one of several instances that start at once. Prints the names it
 *  applied itself. */
import { connectDatabase } from '../../../src/database/connection.ts';
import { migrateToLatest } from '../../../src/database/migrate.ts';

const [url = '', folder = ''] = process.argv.slice(2);
const { db, close } = await connectDatabase({ url, log: () => {}, waitMs: 5_000 });
try {
  const applied = await migrateToLatest(db, folder, Temporal.Instant.from('2016-04-05T09:41:00Z'));
  process.stdout.write(`${JSON.stringify(applied)}\n`);
} finally {
  await close();
}
