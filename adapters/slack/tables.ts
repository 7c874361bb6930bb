/** The adapter's tables, as it reads and writes them (migrations/0022_slack.ts). */
import type { GeneratedAlways } from 'kysely';

export type SlackTables = {
  slack_inbox: SlackInboxTable;
  slack_doubt: SlackDoubtTable;
  slack_installation: SlackInstallationTable;
  slack_install_state: SlackInstallStateTable;
};

type SlackInboxTable = {
  id: GeneratedAlways<number>;
  payload: string;
  received_at: Temporal.Instant;
  held_by: string;
  held_until: Temporal.Instant;
  attempts: number;
};

type SlackDoubtTable = { key: string; note: string; noted_at: Temporal.Instant };

type SlackInstallationTable = {
  team_id: string;
  team_name: string;
  bot_user_id: string;
  bot_id: string;
  bot_token: string | null;
  installed_at: Temporal.Instant;
  installed_by: string;
  ended_at: Temporal.Instant | null;
  ended_reason: string | null;
};

type SlackInstallStateTable = { nonce_hash: string; expires_at: Temporal.Instant };
