import type { register as vi } from '../vi/register.ts';

export const register: typeof vi = {};
