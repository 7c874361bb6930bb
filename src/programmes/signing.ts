/** Who signs the programme – the ministry, or the department and the centre – is left open at first, and settled by the leaders'
 *  opinions or by whoever enters the signature. */
import type { Trx } from '../database/transaction.ts';
import { loadProgramme } from './load.ts';
import { lockProgramme } from './locked.ts';
import { type By, recordProgramme } from './record.ts';
import { updateProgramme } from './store.ts';
import { tellNews } from './tell.ts';

/** A round of opinions has come to a conclusion: `label` as the leaders saw it ("cấp Cục và Trung tâm ký"). `by`: who closed the
 *  round; null: the bot. Nothing changes when it is settled so already. */
export async function settleSigningLevel(
  trx: Trx,
  now: Temporal.Instant,
  programmeId: number,
  { label, roundId, by }: { label: string; roundId: number; by: By },
): Promise<void> {
  await lockProgramme(trx, programmeId);
  const programme = await loadProgramme(trx, programmeId, now);
  if (!programme || programme.signingLevel === label) return;
  await updateProgramme(trx, programmeId, { signing_level: label });
  const data = { label, roundId, before: programme.signingLevel };
  const eventId = await recordProgramme(trx, now, programmeId, {
    kind: 'programme.signingSettled',
    by,
    data,
  });
  await tellNews(trx, now, programme, { eventId, by });
}
