/** What each side brings to working together, and what the other side proposes to make of it. */
import type { Feature } from '../chat/feature.ts';
import { newAction } from './add.ts';
import { taskAction } from './become.ts';
import { contentAction } from './becomeContent.ts';
import { changeActions } from './change.ts';
import { matterCommand, openAction } from './command.ts';
import { acceptAction, reconsiderAction, refuseAction } from './decide.ts';
import { listAction } from './list.ts';
import { drawLiveItem, matterRenderers } from './news.ts';
import { proposeAction, withdrawAction } from './propose.ts';

export const registerFeature: Feature = {
  commands: [matterCommand],
  actions: [
    listAction,
    openAction,
    newAction,
    ...changeActions,
    proposeAction,
    withdrawAction,
    acceptAction,
    refuseAction,
    reconsiderAction,
    taskAction,
    contentAction,
  ],
  renderers: matterRenderers,
  liveCards: { matter: drawLiveItem },
  ticks: [],
};
