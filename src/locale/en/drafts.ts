import type { drafts as vi } from '../vi/drafts.ts';

export const drafts: typeof vi = {};
