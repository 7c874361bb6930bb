import type { opinions as vi } from '../vi/opinions.ts';

export const opinions: typeof vi = {};
