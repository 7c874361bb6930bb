import { taskCard as card } from './taskCard.ts';
import { taskHelp as help } from './taskHelp.ts';
import { taskNews as news } from './taskNews.ts';
import { taskRefusals as refusals, taskUses as uses } from './taskUses.ts';

/** What is said about tasks: the card, answers and forms, refusals, news, the help of the commands. */
export const tasks = { card, uses, refusals, news, help };
