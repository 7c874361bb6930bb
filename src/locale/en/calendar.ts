import type { calendar as vi } from '../vi/calendar.ts';

export const calendar: typeof vi = {};
