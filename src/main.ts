/** Starts the bot, says where it is to be found, and stops it when asked. */
import { type App, createApp } from './app.ts';
import { type Config, readConfig, secretsOf } from './config.ts';
import { loadEnvironmentFile } from './environmentFile.ts';
import { createLog, type Log } from './log.ts';
import { operatorMessage } from './operatorMessage.ts';

const out = (text: string) => process.stdout.write(`${text}\n`);
const complain = (text: string) => process.stderr.write(`${text}\n`);

async function main(): Promise<void> {
  loadEnvironmentFile();
  const config = readConfig(process.env);
  const readable = process.stdout.isTTY === true;
  const log = createLog({
    level: config.logLevel,
    readable,
    secrets: secretsOf(config),
    write: (line) => process.stdout.write(line),
  });
  catchBugs(log);
  const stopped = stopSignals();
  const app = await createApp({ config, log, listens: true });
  announce(app, config);
  log.info({ port: app.port }, 'Ready');
  const signal = await stopped;
  log.info({ signal }, 'Stopping: what is being done is finished first; a second signal ends it at once');
  await app.stop();
  log.info({}, 'Stopped');
}

/** The first signal stops gracefully, the second at once. Heard from the start, so that a bot that is still starting is not
 *  torn away from its database. */
function stopSignals(): Promise<NodeJS.Signals> {
  const { promise, resolve } = Promise.withResolvers<NodeJS.Signals>();
  let asked = 0;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      asked += 1;
      if (asked > 1) process.exit(signal === 'SIGINT' ? 130 : 143);
      resolve(signal);
    });
  }
  return promise;
}

/** A bug nobody caught: better to be started anew than to go on half broken. */
function catchBugs(log: Log): void {
  const end = (err: unknown) => {
    log.error({ err }, 'A bug nobody caught; the bot ends');
    process.exit(1);
  };
  process.on('uncaughtException', end);
  process.on('unhandledRejection', end);
}

/** For whoever sits at the terminal, not for the log: the code is a secret. */
function announce({ port, web, adminCode, rehearsal }: App, config: Config): void {
  const shownHost = ['0.0.0.0', '::'].includes(config.host) ? 'localhost' : config.host;
  const lines = [
    '',
    `  Đầu Mối · http://${shownHost.includes(':') ? `[${shownHost}]` : shownHost}:${port}/`,
    ...(web ? ['  Trang thử: một người đóng mọi vai. / The playground: one person plays every role.'] : []),
    ...(rehearsal
      ? [`  Đồng hồ của bot / the bot’s clock: ${written(rehearsal.now(), config.timeZone)}`]
      : []),
    ...(adminCode ? [`  Mã quản trị / admin code: ${adminCode}   (/thamgia ${adminCode})`] : []),
    '',
  ];
  out(lines.join('\n'));
}

function written(moment: Temporal.Instant, timeZone: string): string {
  return moment.toString({ timeZone, smallestUnit: 'minute' });
}

try {
  await main();
} catch (error) {
  complain(operatorMessage(error));
  process.exitCode = 1;
}
