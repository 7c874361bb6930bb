/** Whom the bot does not know, but Slack does: by the address that Slack itself has confirmed. */
import { z } from 'zod';
import type { Card } from '../../src/chat/card.ts';
import type { Account } from '../../src/chat/place.ts';
import type { SlackClient } from './client.ts';
import type { Heard } from './incoming.ts';
import type { AdapterLog } from './slackLog.ts';

/** The core decides; asks for the address only when it matters. Gives what the sender should be told. */
export type Recognise = (
  account: Account,
  confirmedEmail: () => Promise<string | null>,
) => Promise<Card | null>;

/** Never rejects: whoever is not recognised is told how to join. */
export type Recognising = (heard: Heard) => Promise<Card | null>;

export type RecognisingDeps = {
  client: SlackClient;
  recognise: Recognise;
  /** The workspace whose word on addresses is taken: not that of strangers in a shared channel. */
  teamId: string;
  machineNow: () => Temporal.Instant;
  log: AdapterLog;
};

/** Until then the same person is not looked at again: an organisation file may name them any time. */
const againAfterMinutes = 10;
const keptMax = 10_000;

export function createRecognising(deps: RecognisingDeps): Recognising {
  const { client, recognise, teamId, machineNow, log } = deps;
  const lookedAt = new Map<string, Temporal.Instant>();

  async function confirmedEmail(userId: string): Promise<string | null> {
    const { user } = await client.call((api) => api.users.info({ user: userId }));
    return emailOf(user, userId, teamId);
  }

  return async ({ userId, incoming }) => {
    const now = machineNow();
    const last = lookedAt.get(userId);
    if (last && Temporal.Instant.compare(last.add({ minutes: againAfterMinutes }), now) > 0) return null;
    try {
      const told = await recognise(incoming.sender, () => confirmedEmail(userId));
      lookedAt.delete(userId);
      lookedAt.set(userId, now);
      const [oldest] = lookedAt.keys();
      if (lookedAt.size > keptMax && oldest !== undefined) lookedAt.delete(oldest);
      return told;
    } catch (err) {
      log.info({ err, userId }, 'It could not be found out who somebody in Slack is');
      return null;
    }
  };
}

/** docs.slack.dev/reference/objects/user-object. What is not said is taken for a no. */
const confirmedMember = z.object({
  id: z.string(),
  deleted: z.literal(false),
  is_bot: z.literal(false),
  is_app_user: z.literal(false).optional(),
  is_restricted: z.literal(false),
  is_ultra_restricted: z.literal(false),
  is_stranger: z.literal(false).optional(),
  is_invited_user: z.literal(false).optional(),
  is_email_confirmed: z.literal(true),
  team_id: z.string(),
  enterprise_user: z.object({ teams: z.array(z.string()) }).optional(),
  profile: z.object({ email: z.email() }),
});

/** Null for guests, bots, people who have left, and people of other workspaces; and for an address nobody has confirmed. */
export function emailOf(user: unknown, userId: string, teamId: string): string | null {
  const member = confirmedMember.safeParse(user);
  if (!member.success) return null;
  const { id, team_id: ownTeam, enterprise_user: inEnterprise, profile } = member.data;
  const belongs = ownTeam === teamId || (inEnterprise?.teams.includes(teamId) ?? false);
  return id === userId && belongs ? profile.email.toLowerCase() : null;
}
