/** Starts and stops the process of the embedded server. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { open, readFile, rename } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { type Cluster, serverEnvironment } from './cluster.ts';
import { DatabaseUnavailable, reasonOf } from './databaseUnavailable.ts';
import { readPidFile } from './leftoverServer.ts';
import { type Binaries, program } from './postgresBinaries.ts';
import type { Account } from './serverAccount.ts';

export type LaunchOptions = {
  cluster: Cluster;
  binaries: Binaries;
  account: Account;
  /** Settings as in postgresql.conf, over the bot's own. */
  settings: Readonly<Record<string, string>>;
  /** The number in a stale `postmaster.pid` that now belongs to a stranger (`stopLeftover`). */
  strangerPid: number | null;
  log: (message: string) => void;
};

export type ServerProcess = { port: number; stop(): Promise<void> };

/** Starts the server on a free port of 127.0.0.1 and waits until it takes connections. One that ends before it is stopped
 *  is started again.
 *  @throws DatabaseUnavailable `startFailed` with the server's own last words */
export async function launch(options: LaunchOptions): Promise<ServerProcess> {
  const log = logFile(options);
  await rename(log, `${log}.1`).catch(() => undefined); // none in the first run
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    try {
      return keepRunning(await launchOn(port, options), port, options);
    } catch (error) {
      const passes = error instanceof DatabaseUnavailable && passing.test(error.message);
      if (!passes || attempt >= launchAttemptsMax) throw error;
      await sleep(launchRetryMs);
    }
  }
}

/** Another program took the port in between; or the last processes of a server that was killed are still on their way out. */
const passing = /could not create any TCP|pre-existing shared memory block/;

const run = promisify(execFile);
const launchAttemptsMax = 20;
const launchRetryMs = 100;
/** Between attempts to start again a server that cannot start: a full disk, say. */
const reviveRetryMs = 5_000;
const pollMs = 5;
/** Recovery after a crash may have much to read. */
const startWaitMs = 120_000;
const tellAfterMs = 3_000;
/** Stopping writes all that is in memory to the disk. */
const stopWaitMs = 60_000;

async function launchOn(port: number, options: LaunchOptions): Promise<ChildProcess> {
  const { cluster, log } = options;
  const output = logFile(options);
  const child = await spawnServer(port, output, options);
  // Unheard, a failed start (no right to change accounts) would end the bot; `ready` asks for it.
  let failure: Error | null = null;
  child.on('error', (error) => {
    failure = error;
  });
  try {
    await ready(child, () => failure, cluster.data, log);
    return child;
  } catch (error) {
    child.kill('SIGQUIT');
    const reason = (await lastWords(output)) ?? reasonOf(error);
    throw new DatabaseUnavailable('startFailed', { folder: cluster.folder, log: output, reason }, error);
  }
}

function logFile({ cluster }: LaunchOptions): string {
  return join(cluster.folder, 'server.log');
}

async function spawnServer(port: number, log: string, options: LaunchOptions): Promise<ChildProcess> {
  const { cluster, binaries, account, strangerPid } = options;
  const settings = {
    // A password on the machine's own interface; the length of a socket's path would depend on the folder.
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_checkpoints: 'off',
    ...options.settings,
  };
  const output = await open(log, 'a', 0o600);
  try {
    const child = spawn(
      program(binaries, 'postgres'),
      ['-D', cluster.data, '-p', `${port}`].concat(
        Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`]),
      ),
      {
        ...account,
        cwd: '/',
        // A process group of its own: Ctrl+C in the terminal reaches the bot alone, which stops the server when it is done.
        detached: true,
        windowsHide: true,
        // A file and not a pipe: a server whose bot was killed would have nobody to read it.
        stdio: ['ignore', output.fd, output.fd],
        env: {
          ...serverEnvironment(),
          // The one number that Postgres does not take for another server of the folder: it means the grandparent, from
          // whom a pid file is always stale (src/backend/utils/init/miscinit.c, CreateLockFile).
          ...(strangerPid === null ? {} : { PG_GRANDPARENT_PID: `${strangerPid}` }),
        },
      },
    );
    child.unref();
    return child;
  } finally {
    await output.close();
  }
}

async function ready(
  child: ChildProcess,
  failure: () => Error | null,
  data: string,
  log: (message: string) => void,
): Promise<void> {
  const startedMs = performance.now();
  let told = false;
  for (;;) {
    const failed = failure();
    if (failed) throw failed;
    if (hasEnded(child)) throw new Error(`it ended with ${child.exitCode ?? child.signalCode}`);
    const file = await readPidFile(data);
    if (file && file.pid === child.pid && file.status === 'ready') return;
    const waitedMs = performance.now() - startedMs;
    if (waitedMs > startWaitMs) throw new Error(`it was not ready after ${startWaitMs / 1000} s`);
    if (waitedMs > tellAfterMs && !told) {
      log('The embedded database is still starting (it may be recovering from a crash)');
      told = true;
    }
    await sleep(pollMs);
  }
}

/** A server that has ended by itself (killed, out of memory) is started again on its port, where the bot's connections
 *  look for it. */
function keepRunning(first: ChildProcess, port: number, options: LaunchOptions): ServerProcess {
  const { log } = options;
  let child = first;
  let stopping = false;
  let revival: Promise<void> = Promise.resolve();
  const onEnd = () => {
    log(`The embedded database has stopped by itself and is started again; see ${logFile(options)}`);
    revival = revive();
  };
  async function revive(): Promise<void> {
    let told = '';
    while (!stopping) {
      try {
        child = await launchOn(port, options);
        child.once('exit', onEnd);
        return;
      } catch (error) {
        const reason = reasonOf(error);
        if (!passing.test(reason) && reason !== told) log(reason);
        told = reason;
        await sleep(passing.test(reason) ? launchRetryMs : reviveRetryMs);
      }
    }
  }
  // The bot ends without having stopped it (an uncaught error): the server then stops on its own time.
  const onExit = () => child.kill('SIGINT');
  child.once('exit', onEnd);
  process.once('exit', onExit);
  return {
    port,
    stop: async () => {
      stopping = true;
      await revival;
      child.off('exit', onEnd);
      process.off('exit', onExit);
      await stop(child, options);
    },
  };
}

async function stop(child: ChildProcess, { binaries, cluster }: LaunchOptions): Promise<void> {
  if (hasEnded(child)) return;
  child.ref();
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const tooLong = new AbortController();
  if (process.platform === 'win32') {
    await run(program(binaries, 'pg_ctl'), ['stop', '-D', cluster.data, '-m', 'fast', '-W']);
  } else {
    child.kill('SIGINT'); // "fast": open transactions are rolled back, everything else is written down
  }
  const impatient = sleep(stopWaitMs, undefined, { signal: tooLong.signal, ref: false }).then(
    () => child.kill('SIGQUIT'),
    () => false,
  );
  await ended;
  tooLong.abort();
  await impatient;
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

async function freePort(): Promise<number> {
  return await new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (address && typeof address === 'object') resolve(address.port);
        else reject(new Error('no port was given'));
      });
    });
  });
}

/** The last complaint in the server's log, without its date. */
async function lastWords(log: string): Promise<string | null> {
  const text = await readFile(log, 'utf8').catch(() => '');
  const complaints = [...text.matchAll(/(?:FATAL|ERROR|PANIC|LOG): +(.+)/g)].map((match) => match[1]);
  const fatal = [...text.matchAll(/(?:FATAL|PANIC): +(.+)/g)].map((match) => match[1]);
  return fatal.at(-1) ?? complaints.at(-1) ?? (text.trim() || null);
}
