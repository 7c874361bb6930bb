/** Answers to "how do things stand": lists, totals, one task whole. */
import type { Feature } from '../chat/feature.ts';
import { overdueCommand } from './overdue.ts';
import { showCommand } from './show.ts';
import { answerSentence, situationAction, situationCommand } from './situation.ts';
import { listAction, tasksCommand } from './tasks.ts';

export const reportsFeature: Feature = {
  commands: [tasksCommand, showCommand, situationCommand, overdueCommand],
  actions: [listAction, situationAction],
  renderers: {},
  onSentence: answerSentence,
  ticks: [],
};
