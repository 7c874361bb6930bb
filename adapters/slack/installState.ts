/** The `state` of an installation: proves that who comes back from Slack began here, in the same browser, and comes back once
 *  (docs.slack.dev/authentication/installing-with-oauth). */
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { SlackTables } from './tables.ts';

export type InstallStates = {
  /** `nonce` goes into a cookie, `state` to Slack. */
  begin(): Promise<{ state: string; nonce: string }>;
  /** True once. `nonce`: of the cookie that came back. */
  use(state: string, nonce: string): Promise<boolean>;
};

export const stateMinutes = 15;

export function createInstallStates(
  db: Kysely<SlackTables>,
  secret: string,
  machineNow: () => Temporal.Instant,
): InstallStates {
  const sign = (nonce: string) => createHmac('sha256', secret).update(`install:${nonce}`).digest('base64url');
  const hash = (nonce: string) => createHash('sha256').update(nonce).digest('hex');
  return {
    async begin() {
      const nonce = randomBytes(24).toString('base64url');
      const now = machineNow();
      await db.deleteFrom('slack_install_state').where('expires_at', '<', now).execute();
      await db
        .insertInto('slack_install_state')
        .values({ nonce_hash: hash(nonce), expires_at: now.add({ minutes: stateMinutes }) })
        .execute();
      return { nonce, state: `${nonce}.${sign(nonce)}` };
    },

    async use(state, nonce) {
      if (nonce === '' || !same(state, `${nonce}.${sign(nonce)}`)) return false;
      const used = await db
        .deleteFrom('slack_install_state')
        .where('nonce_hash', '=', hash(nonce))
        .returning('expires_at')
        .executeTakeFirst();
      return used !== undefined && Temporal.Instant.compare(used.expires_at, machineNow()) > 0;
    },
  };
}

function same(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)];
  return one.byteLength === other.byteLength && timingSafeEqual(one, other);
}
