import { taskCard as card } from './taskCard.ts';

/** What is said about tasks: the card, the answers and refusals, the news, the help of the commands. */
export const tasks = { card };
