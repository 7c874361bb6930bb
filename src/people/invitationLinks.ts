/** Invitations that are pressed instead of typed, on platforms that have such links. */
import type { Kysely } from 'kysely';
import type { PlatformName } from '../chat/place.ts';
import type { Database } from '../database/tables.ts';

export type InvitationLink = { platform: PlatformName; address: string };

/** `beforeCode`: the address up to the code, which ends it. */
export async function keepInvitationLink(
  db: Kysely<Database>,
  platform: PlatformName,
  beforeCode: string,
): Promise<void> {
  await db
    .updateTable('active_platform')
    .set({ invitation_link: beforeCode })
    .where('platform', '=', platform)
    .execute();
}

/** One for each platform that the bot speaks and that has told it where such links begin. */
export async function invitationLinks(db: Kysely<Database>, code: string): Promise<InvitationLink[]> {
  const rows = await db
    .selectFrom('active_platform')
    .select(['platform', 'invitation_link as beforeCode'])
    .orderBy('platform')
    .execute();
  return rows.flatMap(({ platform, beforeCode }) =>
    beforeCode === null ? [] : [{ platform, address: `${beforeCode}${code}` }],
  );
}
