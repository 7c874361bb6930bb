import type { tasks as vi } from '../vi/tasks.ts';
import { taskCard as card } from './taskCard.ts';

export const tasks: typeof vi = { card };
