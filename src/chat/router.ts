/** Takes what people do from the adapters, and answers: one transaction per event, each event once, never silence. */
import { randomUUID } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { LanguageCode } from '../database/codes.ts';
import type { Database } from '../database/tables.ts';
import { inTransaction, type Trx } from '../database/transaction.ts';
import { type Locale, localeFor } from '../locale/locale.ts';
import type { Actor } from '../people/actor.ts';
import { markReachable } from '../people/reachability.ts';
import { roomAt } from '../people/rooms.ts';
import type { Card, FileRef } from './card.ts';
import { checkFeatures } from './checkFeatures.ts';
import { cleanIncoming } from './cleanIncoming.ts';
import { indexCommands } from './commandIndex.ts';
import type { GuestContext } from './context.ts';
import { dispatch, type Offers } from './dispatch.ts';
import { errorCard, replyPrivately } from './errorCard.ts';
import { UserError } from './errors.ts';
import type { Feature } from './feature.ts';
import type { Incoming } from './incoming.ts';
import { isFirstDelivery } from './incomingEvents.ts';
import type { Log } from './log.ts';
import type { Account, MessageRef, PlatformName } from './place.ts';
import type { Answer, Receive } from './platform.ts';
import type { Reply } from './reply.ts';
import type { Subject } from './subject.ts';

export type RouterDeps = {
  db: Kysely<Database>;
  clock: { now: () => Temporal.Instant };
  features: readonly Feature[];
  identify: (db: Kysely<Database>, account: Account) => Promise<Actor | null>;
  /** For people the bot does not know. */
  defaultLanguage: LanguageCode;
  defaultTimeZone: string;
  log: Log;
  /** What becomes of replies once they are shown (delivery/liveCards.ts, delivery/fileNotice.ts). */
  shownReplies: ShownReplies;
  /** What was said may have left messages to be sent: wakes delivery. */
  afterCommit: () => void;
};

type ShownReplies = {
  lastEventOf: (trx: Trx, subject: Subject) => Promise<number>;
  rememberLiveCard: (
    trx: Trx,
    now: Temporal.Instant,
    card: {
      subject: Subject;
      platform: PlatformName;
      message: MessageRef;
      for: { roomId: number } | { personId: number };
      drawnAt: number;
    },
  ) => Promise<void>;
  rememberShown: (
    trx: Trx,
    now: Temporal.Instant,
    shown: { subject: Subject; platform: PlatformName; message: MessageRef },
  ) => Promise<void>;
  sendFilesAfter: (
    trx: Trx,
    now: Temporal.Instant,
    files: readonly FileRef[],
    card: {
      to: { roomId: number } | { personId: number };
      platform: PlatformName;
      message: MessageRef;
      key: string;
    },
  ) => Promise<void>;
};

/** @throws Error when two features claim the same word, action or part */
export function createRouter(deps: RouterDeps): Receive {
  checkFeatures(deps.features);
  const offers = offersOf(deps.features);
  return async (given) => {
    const t = localeFor(deps.defaultLanguage, deps.defaultTimeZone);
    const heard: Heard = { t, who: null, drawnAt: 0 };
    try {
      if (given.what.kind === 'message' && !given.what.addressed) return null;
      const incoming = cleanIncoming(given);
      const reply = await inTransaction(deps.db, (trx) => handle(trx, incoming, offers, deps, heard));
      deps.afterCommit();
      return reply && { reply, shown: (message) => remember(message, reply, incoming, deps, heard) };
    } catch (error) {
      return apologise(error, given, deps, heard);
    }
  };
}

/** What was found out on the way; an apology should speak the asker's language too. `drawnAt`: the last event of what
 *  the reply shows when it was drawn. */
type Heard = { t: Locale; who: Actor | null; drawnAt: number };

function offersOf(features: readonly Feature[]): Offers {
  return {
    commands: indexCommands(features),
    actions: new Map(features.flatMap((feature) => feature.actions).map((action) => [action.name, action])),
    onReply: features.flatMap((feature) => feature.onReply ?? []),
    onFiles: features.find((feature) => feature.onFiles)?.onFiles,
    onReaction: features.find((feature) => feature.onReaction)?.onReaction,
    onSentence: features.find((feature) => feature.onSentence)?.onSentence,
  };
}

async function handle(
  trx: Trx,
  incoming: Incoming,
  offers: Offers,
  deps: RouterDeps,
  heard: Heard,
): Promise<Reply | null> {
  const { sender: account, place, what } = incoming;
  const now = deps.clock.now();
  if (!(await isFirstDelivery(trx, now, incoming))) return null;
  await markReachable(trx, account, place);
  const who = await deps.identify(trx, account);
  heard.who = who;
  if (who) heard.t = localeFor(who.language, who.timeZone);
  const message = what.kind === 'press' || what.kind === 'submit' ? what.message : null;
  const context: GuestContext = { trx, now, who, account, place, t: heard.t, message };
  await sql`savepoint handler`.execute(trx);
  try {
    const reply = await dispatch(what, offers, context);
    if (reply?.kind === 'card' && reply.live) {
      heard.drawnAt = await deps.shownReplies.lastEventOf(trx, reply.live);
    }
    return reply;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    // Nothing half done stays, but the event counts as handled.
    await sql`rollback to savepoint handler`.execute(trx);
    return userErrorReply(error, incoming);
  }
}

function userErrorReply(error: UserError, { what, place }: Incoming): Reply {
  if (what.kind !== 'submit') return replyPrivately(errorCard(error.message, error.mend), place);
  return { kind: 'formErrors', errors: { [error.field ?? '']: `${error.message} ${error.mend}`.trim() } };
}

/** A reply that is a living card changes from now on, in the eyes of the room or of the person; one that speaks of something is
 *  known by it when somebody answers; files of a reply follow it. */
async function remember(
  message: MessageRef,
  reply: Reply,
  { place }: Incoming,
  { db, clock, log, shownReplies, afterCommit }: RouterDeps,
  { who, drawnAt }: Heard,
): Promise<void> {
  if (reply.kind !== 'card' || !who) return;
  const {
    live: subject,
    about,
    card: { files = [] },
  } = reply;
  if (!subject && !about && files.length === 0) return;
  const { platform } = place;
  try {
    await inTransaction(db, async (trx) => {
      const room = place.private || reply.to === 'asker' ? null : await roomAt(trx, place);
      const viewer = room ? { roomId: room.id } : { personId: who.personId };
      const now = clock.now();
      if (subject) {
        await shownReplies.rememberLiveCard(trx, now, { subject, platform, message, for: viewer, drawnAt });
      }
      if (about) await shownReplies.rememberShown(trx, now, { subject: about, platform, message });
      const key = `reply:${platform}:${message.chatId}:${message.messageId}`;
      await shownReplies.sendFilesAfter(trx, now, files, { to: viewer, platform, message, key });
    });
    if (files.length > 0) afterCommit();
  } catch (error) {
    log.error({ err: error, subject, files }, 'a card that was shown could not be remembered');
  }
}

/** A bug: the operator finds it by the reference that the asker was given. */
function apologise(
  error: unknown,
  { what, place, eventId }: Incoming,
  deps: RouterDeps,
  heard: Heard,
): Answer {
  const reference = randomUUID().slice(0, 8);
  const subject = 'action' in what ? what.action : 'word' in what ? what.word : what.kind;
  deps.log.error(
    { err: error, reference, platform: place.platform, eventId, kind: what.kind, subject },
    'an event could not be handled',
  );
  const { bug, tryAgain } = heard.t.chat;
  const shown = () => Promise.resolve();
  if (what.kind === 'submit') {
    return { reply: { kind: 'formErrors', errors: { '': `${bug} ${tryAgain(reference)}` } }, shown };
  }
  const card: Card = { ...errorCard(bug, tryAgain(reference)), tone: 'bad' };
  return { reply: replyPrivately(card, place), shown };
}
