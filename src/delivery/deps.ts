/** What sending needs to know. */
import type { Kysely } from 'kysely';
import type { LiveCard, Renderer } from '../chat/feature.ts';
import type { PlatformName } from '../chat/place.ts';
import type { Platform } from '../chat/platform.ts';
import type { Clock } from '../clock.ts';
import type { SubjectKind } from '../database/codes.ts';
import type { Database } from '../database/tables.ts';
import type { Metrics } from '../http/metrics.ts';
import type { Log } from '../log.ts';
import type { Patience } from './retry.ts';
import type { Speech } from './viewers.ts';

export type SendingDeps = {
  db: Kysely<Database>;
  /** The bot's, which may stand. */
  clock: Clock;
  /** By which waits are counted: pacing and further attempts. */
  machine: Clock;
  platforms: ReadonlyMap<PlatformName, Platform>;
  /** By the kind of the notification. */
  renderers: ReadonlyMap<string, Renderer>;
  liveCards: ReadonlyMap<SubjectKind, LiveCard>;
  usual: Speech;
  patience: Patience;
  /** After this a platform that says nothing is taken for one that does not answer. */
  answerWithinMs: number;
  log: Log;
  metrics: Metrics;
  /** Aborted when the bot stops: whatever waits its turn gives way. */
  stopping: AbortSignal;
};
