/** The environment as the bot understands it. Every wrong variable is named at once, with how to mend it. */
import {
  contradictions,
  type Given,
  slackApi,
  telegramApi,
  type Variables,
  variables,
} from './configVariables.ts';
import type { LanguageCode } from './database/codes.ts';

export type Config = {
  /** Null: the embedded server under `dataDir`. */
  databaseUrl: string | null;
  dataDir: string;
  port: number;
  host: string;
  publicUrl: string | null;
  timeZone: string;
  language: LanguageCode;
  logLevel: LogLevel;
  heartbeatUrl: string | null;
  adminCode: string | null;
  orgFile: string | null;
  playground: boolean;
  slack: SlackConfig | null;
  telegram: TelegramConfig | null;
  /** Set: the bot's clock stands at this moment until it is moved. */
  rehearsalClock: Temporal.Instant | null;
};

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';
type SlackConfig = {
  /** The token of the only workspace, or how workspaces install the app themselves. */
  access: { botToken: string } | SlackOAuth;
  appToken: string | null;
  signingSecret: string | null;
  apiUrl: string;
};
type SlackOAuth = {
  clientId: string;
  clientSecret: string;
  encryptionKeys: Uint8Array[];
  teams: string[];
  publicUrl: string | null;
};
type TelegramConfig = {
  botToken: string;
  apiRoot: string;
  webhook: { url: string; secret: string } | null;
};

/** What is wrong with the environment, one line a variable. */
export class ConfigError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`The configuration cannot be used:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

/** An empty variable is one that is not set. @throws ConfigError */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const given: Given = Object.fromEntries(
    Object.keys(variables.shape).map((name) => [name, environment[name]?.trim() || undefined]),
  );
  const parsed = variables.safeParse(given);
  const problems = [...(parsed.error?.issues ?? []).map(sentence), ...contradictions(given)];
  if (!parsed.success || problems.length > 0) throw new ConfigError(problems);
  return arrange(parsed.data);
}

/** Whether the clock stands and is moved by hand: in a rehearsal, and in a playground that nobody outside uses. */
export function clockStands(config: Config): boolean {
  const alone = config.playground && !config.slack && !config.telegram && !config.publicUrl;
  return config.rehearsalClock !== null || alone;
}

/** What must never be written to a log. */
export function secretsOf(config: Config): string[] {
  const { password } = new URL(config.databaseUrl ?? 'postgres://');
  const all = [
    password,
    decodeURIComponent(password),
    config.adminCode,
    config.heartbeatUrl,
    ...slackSecrets(config.slack),
    config.slack?.appToken,
    config.slack?.signingSecret,
    config.telegram?.botToken,
    config.telegram?.webhook?.secret,
  ];
  return all.flatMap((secret) => secret || []);
}

function slackSecrets(slack: SlackConfig | null): string[] {
  if (!slack) return [];
  const { access } = slack;
  if ('botToken' in access) return [access.botToken];
  return [access.clientSecret, ...access.encryptionKeys.map((key) => Buffer.from(key).toString('base64'))];
}

/** Null: the bot does not speak Slack. */
function slackAccess(given: Variables): SlackConfig['access'] | null {
  if (given.SLACK_BOT_TOKEN) return { botToken: given.SLACK_BOT_TOKEN };
  const { SLACK_CLIENT_ID: clientId, SLACK_CLIENT_SECRET: clientSecret, SLACK_ENCRYPTION_KEY: keys } = given;
  if (!clientId || !clientSecret || !keys) return null;
  const teams = given.SLACK_TEAMS ?? [];
  return { clientId, clientSecret, encryptionKeys: keys, teams, publicUrl: given.PUBLIC_URL ?? null };
}

function sentence(issue: { path: PropertyKey[]; message: string }): string {
  return `${issue.path.map(String).join('.')} ${issue.message}`;
}

function arrange(given: Variables): Config {
  const access = slackAccess(given);
  const slack = access
    ? {
        access,
        appToken: given.SLACK_APP_TOKEN ?? null,
        signingSecret: given.SLACK_SIGNING_SECRET ?? null,
        apiUrl: given.SLACK_API_URL ?? slackApi,
      }
    : null;
  const { TELEGRAM_WEBHOOK_URL: url, TELEGRAM_WEBHOOK_SECRET: secret } = given;
  const telegram = given.TELEGRAM_BOT_TOKEN
    ? {
        botToken: given.TELEGRAM_BOT_TOKEN,
        apiRoot: given.TELEGRAM_API_ROOT ?? telegramApi,
        webhook: url && secret ? { url, secret } : null,
      }
    : null;
  const playground = given.PLAYGROUND === undefined ? !slack && !telegram : given.PLAYGROUND === '1';
  return {
    databaseUrl: given.DATABASE_URL ?? null,
    dataDir: given.DATA_DIR,
    port: given.PORT,
    host: given.HOST ?? (playground ? '127.0.0.1' : '0.0.0.0'),
    publicUrl: given.PUBLIC_URL ?? null,
    timeZone: given.TIME_ZONE,
    language: given.LANGUAGE,
    logLevel: given.LOG_LEVEL,
    heartbeatUrl: given.HEARTBEAT_URL ?? null,
    adminCode: given.ADMIN_CODE ?? null,
    orgFile: given.ORG_FILE ?? null,
    playground,
    slack,
    telegram,
    rehearsalClock: given.REHEARSAL_CLOCK ? Temporal.Instant.from(given.REHEARSAL_CLOCK) : null,
  };
}
