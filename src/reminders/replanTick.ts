/** Plans anew what a change of policy or calendar left waiting. */
import type { Tick } from '../chat/feature.ts';
import { nextDigestAt } from './digestsStore.ts';
import { replanWaiting } from './replanAgency.ts';

export const replanTick: Tick = {
  name: 'reminders.replan',
  nextAt: (db) => nextDigestAt(db, 'replan'),
  run: replanWaiting,
};
