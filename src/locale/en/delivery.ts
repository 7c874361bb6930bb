import type { delivery as vi } from '../vi/delivery.ts';

export const delivery: typeof vi = {};
