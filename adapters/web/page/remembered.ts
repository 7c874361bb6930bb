/** What this browser remembers from one visit to the next. A browser that keeps nothing is no obstacle. */
import type { Seat } from '../story.ts';

export type Layout = { seats: Seat[]; guide: boolean };

/** By conversation, the number of the last message that was shown. */
export function readSeen(): Map<string, number> {
  const kept = read('seen');
  const entries = Object.entries(isRecord(kept) ? kept : {});
  return new Map(entries.flatMap(([chatId, last]) => (typeof last === 'number' ? [[chatId, last]] : [])));
}

export function writeSeen(seen: ReadonlyMap<string, number>): void {
  write('seen', Object.fromEntries(seen));
}

export function readLayout(): Layout | null {
  const kept = read('layout');
  if (!isRecord(kept) || !Array.isArray(kept.seats) || typeof kept.guide !== 'boolean') return null;
  const seats: unknown[] = kept.seats;
  return { seats: seats.filter(isSeat), guide: kept.guide };
}

export function writeLayout(layout: Layout): void {
  write('layout', layout);
}

function isSeat(value: unknown): value is Seat {
  return isRecord(value) && typeof value.userId === 'string' && typeof value.chatId === 'string';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function read(name: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(`daumoi.${name}`) ?? 'null');
  } catch {
    return null;
  }
}

function write(name: string, value: object): void {
  try {
    localStorage.setItem(`daumoi.${name}`, JSON.stringify(value));
  } catch {
    // Full, or forbidden: then it is forgotten.
  }
}
