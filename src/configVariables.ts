/** The variables of the environment (the same list as `.env.example`), what each may hold, and what they may not say together. */
import { existsSync } from 'node:fs';
import { z } from 'zod';

export const slackApi = 'https://slack.com/api/';
export const telegramApi = 'https://api.telegram.org';

const webAddress = (what: string) =>
  z.url({ protocol: /^https?$/, error: `is not a web address: give ${what}, or leave it empty` });

export const variables = z.object({
  DATABASE_URL: z
    .url({
      protocol: /^postgres(ql)?$/,
      error:
        'is not of the form postgres://user:password@host:5432/name: mend it, or leave it empty for the embedded server',
    })
    .refine(isEscaped, 'has a % that stands for nothing: write a % of the password or the name as %25')
    .optional(),
  DATA_DIR: z.string().default('./data'),
  PORT: z
    .string()
    .default('8080')
    .refine(isPort, 'is not a port: give a whole number from 0 to 65535')
    .transform(Number),
  HOST: z.string().optional(),
  PUBLIC_URL: webAddress('the address under which people reach the bot').optional(),
  TIME_ZONE: z
    .string()
    .default('Asia/Ho_Chi_Minh')
    .refine(isTimeZone, 'is not a time zone: give an IANA name such as Asia/Ho_Chi_Minh'),
  LANGUAGE: z
    .string()
    .default('vi')
    // Desktops set the variable of the same name to a list such as en_US:en; that is not meant for the bot.
    .transform((language) => (/[_:]/.test(language) ? 'vi' : language))
    .pipe(z.enum(['vi', 'en'], { error: 'is not a language of the bot: give vi or en' })),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], {
      error: 'is not a level: give debug, info, warn, error or silent',
    })
    .default('info'),
  HEARTBEAT_URL: webAddress('the address to call every minute while all is well').optional(),
  ADMIN_CODE: z
    .string()
    .min(8, 'is too short to be safe: give at least 8 characters, or leave it empty to have one made')
    .optional(),
  ORG_FILE: z
    .string()
    .refine(existsSync, 'names a file that is not there: mend the path, or leave it empty')
    .optional(),
  PLAYGROUND: z.enum(['0', '1'], { error: 'is a switch: give 1 or 0, or leave it empty' }).optional(),
  SLACK_BOT_TOKEN: z
    .string()
    .refine(
      (token) => !token.startsWith('xapp-'),
      'is an app token: give the bot token, which begins with xoxb-',
    )
    .optional(),
  SLACK_APP_TOKEN: z
    .string()
    .refine(
      (token) => !token.startsWith('xoxb-'),
      'is a bot token: give the app token, which begins with xapp-',
    )
    .optional(),
  SLACK_SIGNING_SECRET: z.string().optional(),
  SLACK_CLIENT_ID: z.string().optional(),
  SLACK_CLIENT_SECRET: z.string().optional(),
  SLACK_ENCRYPTION_KEY: z
    .string()
    .transform((text) => text.split(',').map((key) => Buffer.from(key.trim(), 'base64')))
    .refine(
      (keys) => keys.every((key) => key.byteLength === 32),
      'is not made of keys of 32 bytes in base64, with commas between: make one with `openssl rand -base64 32`',
    )
    .optional(),
  SLACK_TEAMS: z
    .string()
    .transform((text) => text.split(',').map((team) => team.trim()))
    .refine(
      (teams) => teams.every((team) => /^T[A-Z0-9]+$/.test(team)),
      'is not made of ids of workspaces, with commas between, such as T0123ABCD,T0456EFGH',
    )
    .optional(),
  SLACK_API_URL: webAddress('the base address of the Slack API').optional(),
  TELEGRAM_BOT_TOKEN: z
    .string()
    .regex(/^\d+:[\w-]+$/, 'is not a bot token: it looks like 123456:ABC-def, as BotFather gave it')
    .optional(),
  TELEGRAM_API_ROOT: webAddress('the base address of the Telegram Bot API').optional(),
  TELEGRAM_WEBHOOK_URL: webAddress('the address Telegram calls').optional(),
  TELEGRAM_WEBHOOK_SECRET: z
    .string()
    .regex(/^[\w-]{1,256}$/, 'may hold only letters, digits, _ and -, at most 256 of them')
    .optional(),
  REHEARSAL_CLOCK: z
    .string()
    .refine(isMoment, 'is not a moment: give an ISO time with its offset, such as 2016-04-05T16:41+07:00')
    .optional(),
});

export type Variables = z.infer<typeof variables>;

/** As the environment gives them. */
export type Given = Readonly<Partial<Record<keyof Variables, string>>>;

/** What is wrong between variables, whatever else is wrong with each. */
export function contradictions(given: Given): string[] {
  const problems: string[] = [];
  const wants = (wrong: unknown, problem: string) => {
    if (wrong) problems.push(problem);
  };
  problems.push(...slackContradictions(given));
  wants(
    !given.TELEGRAM_BOT_TOKEN && (given.TELEGRAM_WEBHOOK_URL || given.TELEGRAM_WEBHOOK_SECRET),
    'TELEGRAM_BOT_TOKEN is missing beside the other Telegram variables: set it, or leave all of them empty',
  );
  wants(
    given.TELEGRAM_WEBHOOK_URL && !given.TELEGRAM_WEBHOOK_SECRET,
    'TELEGRAM_WEBHOOK_SECRET is missing: a webhook without it would take messages from anybody',
  );
  if (!given.REHEARSAL_CLOCK) return problems;
  const bases = [
    ['SLACK_API_URL', speaksSlack(given) && (given.SLACK_API_URL ?? slackApi)],
    ['TELEGRAM_API_ROOT', given.TELEGRAM_BOT_TOKEN && (given.TELEGRAM_API_ROOT ?? telegramApi)],
  ] as const;
  for (const [name, base] of bases) {
    wants(
      base && URL.canParse(base) && !isLoopback(base),
      `REHEARSAL_CLOCK is refused while ${name} leads outside this machine: real people would get rehearsed messages`,
    );
  }
  for (const name of ['PUBLIC_URL', 'TELEGRAM_WEBHOOK_URL'] as const) {
    wants(given[name], `REHEARSAL_CLOCK is refused while ${name} is set: leave one of the two empty`);
  }
  return problems;
}

function speaksSlack(given: Given): boolean {
  return Boolean(given.SLACK_BOT_TOKEN || given.SLACK_CLIENT_ID);
}

/** One workspace by its token, or several that install the app themselves. */
function slackContradictions(given: Given): string[] {
  const { SLACK_BOT_TOKEN: token, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: secret } = given;
  const several = ['SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET', 'SLACK_ENCRYPTION_KEY'] as const;
  const missing = several.filter((name) => !given[name]);
  const problems: string[] = [];
  if (token && missing.length < several.length) {
    problems.push(
      'SLACK_BOT_TOKEN is for one workspace, SLACK_CLIENT_ID, SLACK_CLIENT_SECRET and SLACK_ENCRYPTION_KEY for several: leave one or the other empty',
    );
  } else if (missing.length > 0 && missing.length < several.length) {
    problems.push(`${missing.join(' and ')} missing: several workspaces want ${several.join(', ')} together`);
  }
  if (given.SLACK_TEAMS && missing.length === several.length) {
    problems.push('SLACK_TEAMS is for several workspaces: set SLACK_CLIENT_ID too, or leave it empty');
  }
  if (speaksSlack(given) && !appToken && !secret) {
    const name = token ? 'SLACK_BOT_TOKEN' : 'SLACK_CLIENT_ID';
    problems.push(`${name} needs SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP) beside it`);
  }
  if (!speaksSlack(given) && missing.length === several.length && (appToken || secret)) {
    problems.push(
      'SLACK_BOT_TOKEN is missing beside the other Slack variables: set it, or leave all of them empty',
    );
  }
  return problems;
}

function isTimeZone(name: string): boolean {
  try {
    return /^[A-Za-z]/.test(name) && new Intl.DateTimeFormat('en', { timeZone: name }) !== null;
  } catch {
    return false;
  }
}

function isMoment(text: string): boolean {
  try {
    return Temporal.Instant.from(text) !== null;
  } catch {
    return false;
  }
}

/** 127.0.0.0/8, ::1 and localhost. */
function isLoopback(address: string): boolean {
  const { hostname } = new URL(address);
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}

/** Whether every % begins an escaped character, as an address must have it; a password taken over as it is may not. */
function isEscaped(address: string): boolean {
  try {
    return decodeURIComponent(address) !== '';
  } catch {
    return false;
  }
}

function isPort(text: string): boolean {
  return /^\d{1,5}$/.test(text) && Number(text) <= 65_535;
}
