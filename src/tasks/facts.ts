/** The facts that notifications of tasks carry, as they come back from the database. */
import { z } from 'zod';

/** `assignmentId`: the part that is announced; null: the task is only shown again. */
export const cardFacts = z.object({ taskId: z.number(), assignmentId: z.number().nullable() });
export const consentFacts = z.object({ taskId: z.number(), assignmentIds: z.array(z.number()) });
/** `actionId`: the event whose undo takes the news back, too. */
export const newsFacts = z.object({ eventId: z.number(), actionId: z.number() });
/** `key`: of the message that no longer holds. */
export const undoneFacts = z.object({ eventId: z.number(), key: z.string() });
