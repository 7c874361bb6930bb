import type { documents as vi } from '../vi/documents.ts';

export const documents: typeof vi = {};
