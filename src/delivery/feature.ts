/** What delivery itself has to say, and its work of the minute. */
import type { Feature } from '../chat/feature.ts';
import type { Clock } from '../clock.ts';
import { type AuditDeps, auditTick } from './audit.ts';
import { cleanUpTick } from './cleanUp.ts';
import { failedKind, unreachableKind, unsettledKind } from './tellTrouble.ts';
import { failedCard, unreachableCard, unsettledCard } from './troubleCards.ts';

export function deliveryFeature(deps: AuditDeps & { machine: Clock }): Feature {
  return {
    commands: [],
    actions: [],
    renderers: {
      [unreachableKind]: unreachableCard,
      [failedKind]: failedCard,
      [unsettledKind]: unsettledCard,
    },
    ticks: [auditTick(deps), cleanUpTick(deps.machine)],
  };
}
