/** All workspaces that installed the app, by the tokens they gave. The database is asked each time: another instance of the bot
 *  may have heard of an installation, or of its end. */
import { PlatformError } from '../../src/chat/errors.ts';
import { tokenIsRefused } from './failures.ts';
import { onlyTeam } from './ids.ts';
import type { Installations } from './installations.ts';
import type { ListeningDeps } from './listeners.ts';
import { createWorkspace, type Workspace, type WorkspaceDeps } from './workspace.ts';
import { notInstalled, notInstalledCode, type Workspaces } from './workspaces.ts';

/** `trusted`: workspaces whose word on e-mail addresses is taken; elsewhere an administrator may write any address. */
export function createInstalledWorkspaces(
  deps: WorkspaceDeps,
  installations: Installations,
  trusted: ReadonlySet<string>,
): Workspaces {
  const { machineNow, log } = deps;
  const open = new Map<string, { botToken: string; workspace: Workspace; listening: ListeningDeps }>();

  async function end(teamId: string, botToken: string, reason: string): Promise<PlatformError> {
    if (await installations.end(teamId, botToken, reason, machineNow())) {
      log.error(
        { teamId, reason },
        'A workspace has taken the app away: nobody there can be reached any more',
      );
    }
    open.delete(teamId);
    return notInstalled();
  }

  async function find(teamId: string) {
    const installation = teamId === onlyTeam ? null : await installations.find(teamId);
    if (!installation) {
      open.delete(teamId);
      return null;
    }
    const { botToken, botUserId } = installation;
    const known = open.get(teamId);
    if (known?.botToken === botToken) return known;
    const workspace = createWorkspace(deps, {
      teamId,
      botToken,
      refused: async (code) => (isOver(code) ? await end(teamId, botToken, code) : null),
    });
    const listening = workspace.listening({ botUserId, teamId, trusted: trusted.has(teamId) });
    const opened = { botToken, workspace, listening };
    open.set(teamId, opened);
    return opened;
  }

  return {
    async at(teamId) {
      const found = await find(teamId);
      if (!found) throw notInstalled();
      return found.workspace;
    },

    async hearing(teamIds) {
      for (const teamId of teamIds) {
        const found = await find(teamId);
        if (found) return found.listening;
      }
      throw notInstalled();
    },

    /** Slack may tell late, when the workspace has installed again: the token itself is asked. */
    async ended(teamId, reason) {
      const found = await find(teamId);
      if (!found) return;
      try {
        await found.workspace.client.call((api) => api.auth.test());
      } catch (error) {
        if (!(error instanceof PlatformError)) throw error;
        if (error.failure.code === notInstalledCode) return;
        if (!tokenIsRefused(error)) throw error;
        await end(teamId, found.botToken, reason);
      }
    },

    introduce: () => installations.sealAnew(),
  };
}

/** Said of a token that was good before; `invalid_auth` may be said of any token when the address of Slack is wrong. */
function isOver(code: string): boolean {
  return code === 'token_revoked' || code === 'account_inactive';
}
