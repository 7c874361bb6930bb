/** The workspaces that have installed the app, each with the token it gave. */
import type { Kysely } from 'kysely';
import type { Sealing } from './sealing.ts';
import type { SlackTables } from './tables.ts';

export type Installation = {
  teamId: string;
  teamName: string;
  botUserId: string;
  botId: string;
  botToken: string;
  /** Slack's id of the person. */
  installedBy: string;
};

export type Installations = {
  /** A workspace that installs again has a new token. */
  save(installation: Installation, now: Temporal.Instant): Promise<void>;
  /** Null: not installed there (any more). @throws Error when no key opens the token */
  find(teamId: string): Promise<Pick<Installation, 'teamId' | 'botUserId' | 'botToken'> | null>;
  /** The token is forgotten. False: it had ended before, or another token has come since. */
  end(teamId: string, botToken: string, reason: string, now: Temporal.Instant): Promise<boolean>;
  /** What was sealed with an earlier key is sealed with the first one; what no key opens stays as it is. */
  sealAnew(): Promise<void>;
};

export function createInstallations(db: Kysely<SlackTables>, sealing: Sealing): Installations {
  const current = (teamId: string) =>
    db
      .selectFrom('slack_installation')
      .select(['team_id', 'bot_user_id', 'bot_token'])
      .where('team_id', '=', teamId)
      .where('bot_token', 'is not', null)
      .executeTakeFirst();

  return {
    async save({ teamId, teamName, botUserId, botId, botToken, installedBy }, now) {
      const row = {
        team_name: teamName,
        bot_user_id: botUserId,
        bot_id: botId,
        bot_token: sealing.seal(botToken, rowName(teamId)),
        installed_at: now,
        installed_by: installedBy,
        ended_at: null,
        ended_reason: null,
      };
      await db
        .insertInto('slack_installation')
        .values({ team_id: teamId, ...row })
        .onConflict((conflict) => conflict.column('team_id').doUpdateSet(row))
        .execute();
    },

    async find(teamId) {
      const row = await current(teamId);
      if (!row?.bot_token) return null;
      const { secret } = sealing.open(row.bot_token, rowName(teamId));
      return { teamId, botUserId: row.bot_user_id, botToken: secret };
    },

    async end(teamId, botToken, reason, now) {
      const row = await current(teamId);
      if (!row?.bot_token || sealing.open(row.bot_token, rowName(teamId)).secret !== botToken) return false;
      const { numUpdatedRows } = await db
        .updateTable('slack_installation')
        .set({ bot_token: null, ended_at: now, ended_reason: reason })
        .where('team_id', '=', teamId)
        .where('bot_token', '=', row.bot_token)
        .executeTakeFirstOrThrow();
      return numUpdatedRows > 0n;
    },

    async sealAnew() {
      const rows = await db
        .selectFrom('slack_installation')
        .select(['team_id', 'bot_token'])
        .where('bot_token', 'is not', null)
        .execute();
      for (const { team_id: teamId, bot_token: sealed } of rows) {
        const opened = sealed === null ? null : openedOrNull(sealing, sealed, teamId);
        if (!opened || opened.current) continue;
        await db
          .updateTable('slack_installation')
          .set({ bot_token: sealing.seal(opened.secret, rowName(teamId)) })
          .where('team_id', '=', teamId)
          .where('bot_token', '=', sealed)
          .execute();
      }
    },
  };
}

/** For whoever looks after the bot; no token is shown. */
export type InstallationState = {
  teamId: string;
  teamName: string;
  installedAt: Temporal.Instant;
  ended: { at: Temporal.Instant; reason: string } | null;
  /** A key of the configuration opens its token; of one that has ended there is none. */
  readable: boolean;
};

export async function listInstallations(
  db: Kysely<SlackTables>,
  sealing: Sealing | null,
): Promise<InstallationState[]> {
  const rows = await db.selectFrom('slack_installation').selectAll().orderBy('installed_at').execute();
  return rows.map((row) => ({
    teamId: row.team_id,
    teamName: row.team_name,
    installedAt: row.installed_at,
    ended: row.ended_at ? { at: row.ended_at, reason: row.ended_reason ?? '' } : null,
    readable:
      row.bot_token === null ||
      (sealing !== null && openedOrNull(sealing, row.bot_token, row.team_id) !== null),
  }));
}

function openedOrNull(sealing: Sealing, sealed: string, teamId: string) {
  try {
    return sealing.open(sealed, rowName(teamId));
  } catch {
    return null;
  }
}

function rowName(teamId: string): string {
  return `slack_installation:${teamId}`;
}
