/** What notifications of drafts carry, as it comes back from the database. */
import { z } from 'zod';

export type DraftNews = 'handedIn' | 'agreed' | 'allAgreed';

export const draftFacts = z.object({ versionId: z.int(), departmentId: z.int().nullable() });

/** The events of drafts: what an undo takes back. */
export const draftEventData = z.object({ versionId: z.int(), departmentId: z.int().nullish() });
