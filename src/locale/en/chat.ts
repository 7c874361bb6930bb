import type { chat as vi } from '../vi/chat.ts';

export const chat: typeof vi = {};
