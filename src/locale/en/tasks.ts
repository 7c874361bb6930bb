import type { tasks as vi } from '../vi/tasks.ts';
import { taskCard as card } from './taskCard.ts';
import { taskHelp as help } from './taskHelp.ts';
import { taskNews as news } from './taskNews.ts';
import { taskRefusals as refusals, taskUses as uses } from './taskUses.ts';

export const tasks: typeof vi = { card, uses, refusals, news, help };
