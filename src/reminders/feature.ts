/** Reminders and the calendar they count on: planned, sent by the minute, explained when asked. */
import type { Feature } from '../chat/feature.ts';
import { acknowledge } from './acknowledge.ts';
import { addDay, removeDay } from './agencyDays.ts';
import { drawDigest } from './digest.ts';
import { drawFollowing } from './followingCard.ts';
import { importAction } from './importAnnouncement.ts';
import { drawMonday } from './mondayCard.ts';
import { mondayTick } from './mondayTick.ts';
import { replanTick } from './replanTick.ts';
import { changePolicy, dropPolicy, savePolicyAction, settingsCommand, tryPolicy } from './settings.ts';
import { snooze } from './snooze.ts';
import { remindersTick } from './tick.ts';
import { urgeAction, urgeCommand } from './urge.ts';
import { drawUrge } from './urgeCard.ts';
import { why } from './why.ts';
import { calendarCommand, calendarYearAction } from './yearCalendar.ts';

export const remindersFeature: Feature = {
  commands: [urgeCommand, calendarCommand, settingsCommand],
  actions: [
    snooze,
    acknowledge,
    why,
    urgeAction,
    changePolicy,
    tryPolicy,
    savePolicyAction,
    dropPolicy,
    calendarYearAction,
    importAction,
    addDay,
    removeDay,
  ],
  renderers: {
    'reminders.digest': drawDigest,
    'reminders.urge': drawUrge,
    'reminders.monday': drawMonday,
    'reminders.following': drawFollowing,
  },
  // What waits to be planned anew comes first: the tick after it finds what that made due.
  ticks: [replanTick, remindersTick, mondayTick],
};
