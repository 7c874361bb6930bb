import type { directions as vi } from '../vi/directions.ts';

export const directions: typeof vi = {};
