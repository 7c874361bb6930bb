/** Programmes of cooperation between agencies: contents, documents, signing, and the rhythm of their years. */
import type { Feature } from '../chat/feature.ts';
import { onReply, openAction, programmeCommand } from './command.ts';
import { consentActions, drawConsent, drawUnreachable } from './consent.ts';
import { contentActions } from './contents.ts';
import { documentActions } from './documents.ts';
import { drawLiveProgramme } from './drawCard.ts';
import { editAction } from './edit.ts';
import { editContentActions } from './editContent.ts';
import { exportAction } from './export.ts';
import { giveActions } from './giveTask.ts';
import { listActions } from './lists.ts';
import { drawAnnounced, drawNews } from './news.ts';
import { openingActions } from './opening.ts';
import { statusActions } from './status.ts';
import { drawYearMissed, yearlyTick } from './yearly.ts';

export const programmesFeature: Feature = {
  commands: [programmeCommand],
  actions: [
    openAction,
    ...openingActions,
    ...consentActions,
    ...contentActions,
    ...editContentActions,
    ...giveActions,
    ...documentActions,
    ...listActions,
    ...statusActions,
    editAction,
    exportAction,
  ],
  renderers: {
    'programmes.card': drawAnnounced,
    'programmes.news': drawNews,
    'programmes.consent': drawConsent,
    'programmes.unreachable': drawUnreachable,
    'programmes.yearMissed': drawYearMissed,
  },
  liveCards: { programme: drawLiveProgramme },
  onReply,
  ticks: [yearlyTick],
};
