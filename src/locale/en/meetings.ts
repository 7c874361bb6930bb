import type { meetings as vi } from '../vi/meetings.ts';

export const meetings: typeof vi = {};
