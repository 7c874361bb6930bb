/** Starts the embedded server on the folder named, prints what happens as JSON lines, and holds it until it is killed.
 *  Ends by itself on SIGTERM and SIGINT, after one last query: the bot's own way of stopping; on SIGUSR2 through an error
 *  that nobody catches. */
import { Client } from 'pg';
import { DatabaseUnavailable } from '../../../src/database/databaseUnavailable.ts';
import { startEmbeddedServer } from '../../../src/database/embeddedServer.ts';

const [dataDir = ''] = process.argv.slice(2);
try {
  const server = await startEmbeddedServer({ dataDir, log: (message) => say({ log: message }) });
  const client = new Client({ connectionString: server.url });
  await client.connect();
  const alive = setInterval(() => {}, 60_000);
  const stop = async () => {
    const { rows } = await client.query<{ still: string }>("select 'answers' as still");
    await client.end();
    await server.stop();
    clearInterval(alive);
    say({ stopped: rows[0]?.still });
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  process.once('SIGUSR2', () => {
    throw new Error('nobody catches this');
  });
  say({ url: server.url });
} catch (error) {
  if (!(error instanceof DatabaseUnavailable)) throw error;
  say({ problem: error.problem, message: error.message });
  process.exitCode = 1;
}

function say(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
