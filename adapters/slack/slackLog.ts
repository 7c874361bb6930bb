/** The SDK's own lines in the bot's log. */
import { type Logger, LogLevel } from '@slack/bolt';

/** What the adapter writes for the operator; the core's log fits. */
export type AdapterLog = {
  info: (fields: object, message: string) => void;
  error: (fields: object, message: string) => void;
};

/** Its warnings and errors are met where they are caught: here they are only a trace, and its debug lines, which hold whole
 *  payloads, are never written. */
export function slackLogger(log: AdapterLog): Logger {
  const silent = () => {};
  const trace = (...parts: unknown[]) =>
    log.info({ sdk: parts.map(String).join(' ').slice(0, 500) }, 'Slack SDK');
  return {
    debug: silent,
    info: silent,
    warn: trace,
    error: trace,
    setLevel: silent,
    getLevel: () => LogLevel.WARN,
    setName: silent,
  };
}
