/** The `state` of an installation: proves that who comes back from Slack began here, in the same browser, a short while ago, and
 *  comes back once (docs.slack.dev/authentication/installing-with-oauth). Nothing is written for those who only begin. */
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { SlackTables } from './tables.ts';

export type InstallStates = {
  /** `nonce` goes into a cookie, `state` to Slack. */
  begin(): { state: string; nonce: string };
  /** True once. `nonce`: of the cookie that came back. */
  use(state: string, nonce: string): Promise<boolean>;
};

export const stateMinutes = 15;

export function createInstallStates(
  db: Kysely<SlackTables>,
  secret: string,
  machineNow: () => Temporal.Instant,
): InstallStates {
  const signed = (nonce: string, expires: string) => {
    const sign = createHmac('sha256', secret).update(`install:${nonce}:${expires}`).digest('base64url');
    return `${nonce}.${expires}.${sign}`;
  };
  return {
    begin() {
      const nonce = randomBytes(24).toString('base64url');
      const expires = machineNow().add({ minutes: stateMinutes }).epochMilliseconds;
      return { nonce, state: signed(nonce, `${expires}`) };
    },

    async use(state, nonce) {
      const now = machineNow();
      const [, expires = ''] = state.split('.');
      if (nonce === '' || !same(state, signed(nonce, expires))) return false;
      const expiresAt = Temporal.Instant.fromEpochMilliseconds(Number(expires));
      if (Temporal.Instant.compare(expiresAt, now) <= 0) return false;
      await db.deleteFrom('slack_install_state').where('expires_at', '<', now).execute();
      const first = await db
        .insertInto('slack_install_state')
        .values({ nonce_hash: createHash('sha256').update(nonce).digest('hex'), expires_at: expiresAt })
        .onConflict((conflict) => conflict.doNothing())
        .returning('nonce_hash')
        .executeTakeFirst();
      return first !== undefined;
    },
  };
}

function same(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)];
  return one.byteLength === other.byteLength && timingSafeEqual(one, other);
}
