/** One line of the history for a change that an admin made in the chat; the playground gets what it needs to show it. */
import type { Context } from '../chat/context.ts';
import { recordEvent } from '../history/recordEvent.ts';
import { ensurePlaygroundAccounts } from './playgroundAccounts.ts';

export async function recordChange(
  { trx, now, who, place }: Context,
  kind: string,
  agencyId: number | null,
  data: object,
): Promise<void> {
  const { platform } = place;
  await recordEvent(trx, { at: now, kind, personId: who.personId, platform, agencyId, data });
  const playground = await trx
    .selectFrom('active_platform')
    .select('platform')
    .where('platform', '=', 'web')
    .executeTakeFirst();
  if (playground) await ensurePlaygroundAccounts(trx, now);
}
