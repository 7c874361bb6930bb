/** What the bot writes for its operator: a readable line on a terminal, JSON elsewhere. Secrets never. */
import { pino } from 'pino';
import type { LogLevel } from './config.ts';

export type Log = {
  debug: (fields: object, message: string) => void;
  info: (fields: object, message: string) => void;
  warn: (fields: object, message: string) => void;
  error: (fields: object, message: string) => void;
};

export type LogOptions = {
  level: LogLevel;
  /** For people: time, level, message, fields. Else one JSON object a line. */
  readable: boolean;
  /** Replaced wherever they turn up, also within the messages of errors. */
  secrets: readonly string[];
  write: (line: string) => void;
};

/** An error belongs under the field `err`. */
export function createLog(options: LogOptions): Log {
  const { level, readable, secrets, write } = options;
  const clean = (line: string) =>
    secrets.reduce((text, secret) => text.replaceAll(secret, '[secret]'), line).replace(tokens, '[secret]');
  const stream = { write: (line: string) => write(clean(readable ? readableLine(line) : line)) };
  const logger = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, stream);
  // Functions that stand alone: pino's own lose their logger when they are handed on.
  return {
    debug: (fields, message) => logger.debug(fields, message),
    info: (fields, message) => logger.info(fields, message),
    warn: (fields, message) => logger.warn(fields, message),
    error: (fields, message) => logger.error(fields, message),
  };
}

/** Of workspaces that came later: xoxb-…, xapp-… (docs.slack.dev/authentication/tokens). */
const tokens = /\bx(?:ox[a-z]|app)(?:\.\w+)?-[\w-]{8,}/gu;

function readableLine(json: string): string {
  const { level, time, msg, err, ...fields }: Record<string, unknown> = JSON.parse(json);
  const clock = String(time).slice(11, 19);
  const rest = Object.entries(fields).map(([name, value]) => `${name}=${shortly(value)}`);
  const mark = levelMarks.get(Number(level)) ?? ' ';
  const stack = typeof err === 'object' && err !== null && 'stack' in err ? [`\n${String(err.stack)}`] : [];
  return `${[clock, mark, String(msg ?? ''), ...rest, ...stack].join(' ')}\n`;
}

/** Pino's numbers of its levels. */
const levelMarks = new Map([
  [20, '·'],
  [30, ' '],
  [40, '!'],
  [50, '✗'],
]);

function shortly(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
