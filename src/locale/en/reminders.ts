import type { reminders as vi } from '../vi/reminders.ts';

export const reminders: typeof vi = {};
