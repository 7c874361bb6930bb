/** The way to Slack's Web API. The SDK's own repeating is off: it would post a message twice whose answer was lost, and sleep
 *  through a 429 with everything else waiting behind it. Who calls decides what is tried again. */
import { webApi } from '@slack/bolt';
import { PlatformError } from '../../src/chat/errors.ts';
import { failureOf, isOperators, tokenIsRefused } from './failures.ts';
import { type AdapterLog, slackLogger } from './slackLog.ts';

export type SlackClient = {
  /** @throws PlatformError when Slack refuses or does not answer */
  call<Result>(work: (api: webApi.WebClient) => Promise<Result>): Promise<Result>;
};

/** Two calls one after the other stay below what delivery waits for. */
export const usualTimeoutMs = 8_000;

/** Options of its own for every client: the SDK writes into them. */
export function clientOptions(
  apiUrl: string,
  log: AdapterLog,
  timeoutMs = usualTimeoutMs,
): webApi.WebClientOptions {
  return {
    slackApiUrl: apiUrl.endsWith('/') ? apiUrl : `${apiUrl}/`,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: timeoutMs,
    logger: slackLogger(log),
  };
}

/** `refused`: is told when Slack does not take the token; what it gives is thrown instead. */
type ClientToken = {
  botToken: string;
  apiUrl: string;
  refused?: ((code: string) => Promise<Error | null>) | undefined;
};

export function createSlackClient(
  { botToken, apiUrl, refused }: ClientToken,
  log: AdapterLog,
  timeoutMs: number,
): SlackClient {
  const api = new webApi.WebClient(botToken, clientOptions(apiUrl, log, timeoutMs));
  return {
    async call(work) {
      try {
        return await work(api);
      } catch (error) {
        const failure = failureOf(error);
        if (failure instanceof PlatformError && isOperators(failure)) {
          const instead = tokenIsRefused(failure) ? await refused?.(failure.failure.code) : null;
          if (instead) throw instead;
          log.error(
            { code: failure.failure.code, err: error },
            'Slack refuses the bot itself: see to its tokens and scopes',
          );
        }
        throw failure;
      }
    },
  };
}
