import type { tasks as vi } from '../vi/tasks.ts';

export const tasks: typeof vi = {};
