/** Reminders: planned on the working calendar, sent by the minute, explained when asked. */
import type { Feature } from '../chat/feature.ts';
import { acknowledge } from './acknowledge.ts';
import { drawDigest } from './digest.ts';
import { replanTick } from './replanTick.ts';
import { snooze } from './snooze.ts';
import { remindersTick } from './tick.ts';
import { urgeAction, urgeCommand } from './urge.ts';
import { drawUrge } from './urgeCard.ts';
import { why } from './why.ts';

export const remindersFeature: Feature = {
  commands: [urgeCommand],
  actions: [snooze, acknowledge, why, urgeAction],
  renderers: { 'reminders.digest': drawDigest, 'reminders.urge': drawUrge },
  // What waits to be planned anew comes first: the tick after it finds what that made due.
  ticks: [replanTick, remindersTick],
};
