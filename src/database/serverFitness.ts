/** Looks at a server that is not ours before anything is written to it. */
import { type Kysely, sql } from 'kysely';
import { DatabaseUnavailable } from './databaseUnavailable.ts';

/** @throws DatabaseUnavailable `serverUnfit` when the server cannot hold what the bot stores */
export async function checkFitness<DB>(db: Kysely<DB>): Promise<void> {
  const query = sql<Server>`
    select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding`;
  const { rows } = await query.execute(db);
  for (const server of rows) {
    const unfit = faultOf(server);
    if (unfit) throw new DatabaseUnavailable('serverUnfit', unfit);
  }
}

type Server = {
  /** As Postgres counts: 180004 is 18.4. */
  version: number;
  encoding: string;
};

/** What is wrong with it and what would be right, or null. */
export function faultOf({ version, encoding }: Server): { found: string; wanted: string } | null {
  if (version < versionMin * 10_000) {
    return { found: `Postgres ${Math.floor(version / 10_000)}`, wanted: `Postgres ${versionMin} or later` };
  }
  // In another encoding Vietnamese letters would be refused, or worse, stored as bytes nobody can compare.
  if (encoding !== 'UTF8') return { found: `the encoding ${encoding}`, wanted: 'the encoding UTF8' };
  return null;
}

/** The first with UNIQUE NULLS NOT DISTINCT; the oldest still supported in 2027. */
const versionMin = 15;
