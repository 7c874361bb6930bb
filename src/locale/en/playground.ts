import type { playground as vi } from '../vi/playground.ts';

export const playground: typeof vi = {};
