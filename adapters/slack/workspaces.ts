/** The workspaces the bot serves: one, by the token of the configuration, or all that installed it (installedWorkspaces.ts). */
import { PlatformError } from '../../src/chat/errors.ts';
import { onlyTeam } from './ids.ts';
import type { ListeningDeps } from './listeners.ts';
import { createWorkspace, type Workspace, type WorkspaceDeps } from './workspace.ts';

export type Workspaces = {
  /** Where an address of the core's leads. @throws PlatformError, lasting, when the bot is not there (any more) */
  at(teamId: string): Promise<Workspace>;
  /** Where an event belongs: the first of these workspaces in which the bot is. @throws PlatformError likewise */
  hearing(teamIds: readonly string[]): Promise<ListeningDeps>;
  /** The workspace has taken the app or its token away. */
  ended(teamId: string, reason: string): Promise<void>;
  /** Asks Slack who the bot is, where that is to be asked. @throws PlatformError */
  introduce(): Promise<void>;
};

export const notInstalledCode = 'not_installed';

export function notInstalled(): PlatformError {
  return new PlatformError({ platform: 'slack', code: notInstalledCode, kind: 'lasting' });
}

export function createOnlyWorkspace(deps: WorkspaceDeps, botToken: string): Workspaces {
  const workspace = createWorkspace(deps, { teamId: onlyTeam, botToken });
  let listening: ListeningDeps | null = null;
  return {
    async at(teamId) {
      if (teamId !== onlyTeam) throw notInstalled();
      return workspace;
    },
    async hearing() {
      if (!listening) throw new Error('Slack has not said yet who the bot is');
      return listening;
    },
    async ended(_teamId, reason) {
      deps.log.error({ reason }, 'The workspace has taken the app away: install it again');
    },
    async introduce() {
      const me = await workspace.client.call((api) => api.auth.test());
      const { user_id: botUserId, bot_id: botId, team_id: teamId } = me;
      if (!botUserId || !botId || !teamId) throw new Error('SLACK_BOT_TOKEN is not the token of a bot');
      listening = workspace.listening({ botUserId, teamId, trusted: true });
    },
  };
}
