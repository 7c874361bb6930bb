/** Giving tasks: /giao with its preview, changes after giving, series, followers. */
import { z } from 'zod';
import type { Feature } from '../../chat/feature.ts';
import { drawLiveCard } from '../drawCard.ts';
import { chooseUnitAction } from './chooseUnit.ts';
import { conclusionsAction, conclusionsCommand } from './conclusionsCommand.ts';
import { confirmActions } from './confirm.ts';
import { editCommand } from './editCommand.ts';
import { drawChanged, drawRemoved } from './editNews.ts';
import { editAction } from './editTask.ts';
import { followActions } from './follow.ts';
import { giveCommand, newTaskAction } from './giveCommand.ts';
import { learnNameAction } from './learnName.ts';
import { previewActions } from './previewActions.ts';
import { seriesTick } from './series.ts';
import { drawSeriesStopped, stopSeriesAction } from './stopSeries.ts';

const followed = z.object({ taskId: z.number() });

export const givingFeature: Feature = {
  commands: [giveCommand, editCommand, conclusionsCommand],
  actions: [
    newTaskAction,
    conclusionsAction,
    ...previewActions,
    chooseUnitAction,
    learnNameAction,
    ...confirmActions,
    editAction,
    stopSeriesAction,
    ...followActions,
  ],
  renderers: {
    'giving.following': (facts, viewer) => drawLiveCard(followed.parse(facts).taskId, viewer),
    'giving.changed': drawChanged,
    'giving.removed': drawRemoved,
    'giving.seriesStopped': drawSeriesStopped,
  },
  ticks: [seriesTick],
};
