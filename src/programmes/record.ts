/** The end of every change of a programme: a line of its history, and its cards drawn anew. */
import type { Context } from '../chat/context.ts';
import type { PlatformName } from '../chat/place.ts';
import type { Trx } from '../database/transaction.ts';
import { touchLiveCards } from '../delivery/liveCards.ts';
import { recordEvent } from '../history/recordEvent.ts';

/** What can happen to a programme; each has its words in the history. */
export type ProgrammeEvent =
  | 'programme.opened'
  | 'programme.consented'
  | 'programme.consentRefused'
  | 'programme.askedAgain'
  | 'programme.edited'
  | 'programme.departmentsSet'
  | 'programme.contentAdded'
  | 'programme.contentRenamed'
  | 'programme.contentDropped'
  | 'programme.documentAdded'
  | 'programme.statusChanged'
  | 'programme.signingSettled'
  | 'programme.roomBound'
  | 'programme.roomUnbound'
  | 'programme.yearOpened'
  | 'programme.yearMissed';

/** Who did it; nobody: the bot itself. */
export type By = { personId: number; agencyId: number | null; platform: PlatformName } | null;

export function byOf({ who, account }: Pick<Context, 'who' | 'account'>): NonNullable<By> {
  return { personId: who.personId, agencyId: who.agencyId, platform: account.platform };
}

/** Gives the id of the event. */
export async function recordProgramme(
  trx: Trx,
  now: Temporal.Instant,
  programmeId: number,
  { kind, by, data }: { kind: ProgrammeEvent; by: By; data: object },
): Promise<number> {
  const eventId = await recordEvent(trx, {
    at: now,
    kind,
    personId: by?.personId ?? null,
    platform: by?.platform ?? null,
    agencyId: by?.agencyId ?? null,
    subject: { kind: 'programme', id: programmeId },
    data,
  });
  await touchLiveCards(trx, now, [programmeId], 'programme');
  return eventId;
}
