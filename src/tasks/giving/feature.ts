/** Giving tasks: /giao with its preview, changes after giving, series, followers. */
import type { Feature } from '../../chat/feature.ts';
import { confirmActions } from './confirm.ts';
import { giveCommand, newTaskAction } from './giveCommand.ts';
import { previewActions } from './previewActions.ts';

export const givingFeature: Feature = {
  commands: [giveCommand],
  actions: [newTaskAction, ...previewActions, ...confirmActions],
  renderers: {},
  ticks: [],
};
