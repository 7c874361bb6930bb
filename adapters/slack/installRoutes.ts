/** A workspace installs the app: /slack/install leads to Slack, /slack/oauth_redirect takes back what Slack gives. */
import { webApi } from '@slack/bolt';
import type { Context, Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { html } from 'hono/html';
import { z } from 'zod';
import { clientOptions } from './client.ts';
import { failureOf } from './failures.ts';
import type { Installation, Installations } from './installations.ts';
import { installPath, redirectPath } from './installPaths.ts';
import { type InstallStates, stateMinutes } from './installState.ts';
import { scopeUses } from './manifest.ts';
import type { AdapterLog } from './slackLog.ts';
import type { SlackWords } from './words.ts';

export type InstallRoutesDeps = {
  clientId: string;
  clientSecret: string;
  apiUrl: string;
  /** The bot's own address from outside; null: Slack takes the first of the app's own. */
  publicUrl: string | null;
  /** Which workspaces may install; empty: any. */
  teams: ReadonlySet<string>;
  installations: Installations;
  /** Whoever waits for this workspace can be reached. */
  installed: (teamId: string) => Promise<void>;
  states: InstallStates;
  words: SlackWords;
  machineNow: () => Temporal.Instant;
  log: AdapterLog;
};

const cookieName = 'slack_install';

export function mountInstallRoutes(app: Hono, deps: InstallRoutesDeps): void {
  const { clientId, apiUrl, publicUrl, installations, installed, states, machineNow, log } = deps;
  const { install: words } = deps.words;
  const redirectUri = publicUrl === null ? undefined : new URL(redirectPath, publicUrl).href;

  app.get(installPath, (context) => {
    const { state, nonce } = states.begin();
    setCookie(context, cookieName, nonce, {
      httpOnly: true,
      // Slack leads back here by a link: a stricter one would not come along.
      sameSite: 'Lax',
      secure: publicUrl?.startsWith('https:') ?? false,
      path: '/slack',
      maxAge: stateMinutes * 60,
    });
    const address = new URL('/oauth/v2/authorize', apiUrl);
    address.searchParams.set('client_id', clientId);
    address.searchParams.set('scope', Object.keys(scopeUses).join(','));
    address.searchParams.set('state', state);
    if (redirectUri) address.searchParams.set('redirect_uri', redirectUri);
    return context.redirect(address.href);
  });

  app.get(redirectPath, async (context) => {
    const { code = '', state = '', error } = context.req.query();
    const own = await states.use(state, getCookie(context, cookieName) ?? '');
    if (!own) return page(context, 400, words.notBegunHere, words.again);
    if (error !== undefined || code === '') return page(context, 400, words.refused, words.again);
    const given = await exchange(code, redirectUri, deps);
    if (given === 'failed') return page(context, 502, words.failed, words.again);
    if (given === 'wholeOrganisation') return page(context, 400, words.wholeOrganisation, words.again);
    if (given === 'notAllowed') return page(context, 403, words.notAllowed, words.askOperator);
    await installations.save(given, machineNow());
    await installed(given.teamId);
    log.info({ teamId: given.teamId, by: given.installedBy }, 'A workspace has installed the app');
    return page(context, 200, words.done(given.teamName), words.next);
  });
}

/** docs.slack.dev/reference/methods/oauth.v2.access */
const access = z.object({
  access_token: z.string(),
  token_type: z.literal('bot'),
  bot_user_id: z.string(),
  team: z.object({ id: z.string(), name: z.string().default('') }).nullable(),
  is_enterprise_install: z.boolean().default(false),
  authed_user: z.object({ id: z.string() }),
  /** A token that runs out: the app was made with token rotation, which the manifest leaves off. */
  expires_in: z.number().optional(),
});

type Refusal = 'failed' | 'wholeOrganisation' | 'notAllowed';

async function exchange(
  code: string,
  redirectUri: string | undefined,
  deps: InstallRoutesDeps,
): Promise<Installation | Refusal> {
  const { clientId, clientSecret, apiUrl, teams, log } = deps;
  try {
    const anonymous = new webApi.WebClient(undefined, clientOptions(apiUrl, log));
    const answer: unknown = await anonymous.oauth.v2.access({
      client_id: clientId,
      client_secret: clientSecret,
      code,
      ...(redirectUri ? { redirect_uri: redirectUri } : {}),
    });
    const given = access.parse(answer);
    if (given.expires_in !== undefined)
      throw new Error('the app has token rotation: turn it off in its settings');
    if (given.is_enterprise_install || !given.team) return 'wholeOrganisation';
    const botToken = given.access_token;
    const own = new webApi.WebClient(botToken, clientOptions(apiUrl, log));
    if (teams.size > 0 && !teams.has(given.team.id)) {
      log.error({ teamId: given.team.id }, 'A workspace that is not in SLACK_TEAMS tried to install the app');
      await own.auth.revoke();
      return 'notAllowed';
    }
    const { bot_id: botId } = await own.auth.test();
    if (!botId) throw new Error('the token that Slack gave is not that of a bot');
    return {
      teamId: given.team.id,
      teamName: given.team.name,
      botUserId: given.bot_user_id,
      botId,
      botToken,
      installedBy: given.authed_user.id,
    };
  } catch (error) {
    // Of a shape that is not as expected only the names may be told: the answer holds a token.
    const err =
      error instanceof z.ZodError ? error.issues.map(({ path }) => path.join('.')) : failureOf(error);
    log.error({ err }, 'A workspace could not install the app');
    return 'failed';
  }
}

function page(context: Context, status: 200 | 400 | 403 | 502, title: string, text: string) {
  context.header('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'");
  context.header('Cache-Control', 'no-store');
  context.header('Referrer-Policy', 'no-referrer');
  return context.html(
    html`<!doctype html><html lang="vi"><meta charset="utf-8" /><meta name="viewport" content="width=device-width" />
      <title>Đầu Mối</title>
      <body style="font: 1.1rem/1.5 system-ui, sans-serif; max-width: 36rem; margin: 4rem auto; padding: 0 1rem">
        <h1 style="font-size: 1.4rem">${title}</h1>
        <p>${text}</p>
      </body></html>`,
    status,
  );
}
