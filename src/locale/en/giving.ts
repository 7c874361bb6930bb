import type { giving as vi } from '../vi/giving.ts';

export const giving: typeof vi = {};
