/** What the page may ask for, checked. */
import { z } from 'zod';

/** Of one message; longer text is a file. */
const textMax = 12_000;
export const fileBytesMax = 20 * 1024 * 1024;
/** Room for the longest message in any script, with its envelope. */
export const requestBytesMax = 256 * 1024;

const name = z.string().min(1).max(200);
const eventId = z.string().min(8).max(100);

export const saying = z.object({
  userId: name,
  chatId: name,
  text: z.string().trim().max(textMax),
  replyTo: name.nullable(),
  fileIds: z.array(name).max(10),
  eventId,
});

export const pressing = z.object({
  userId: name,
  messageId: name,
  action: name,
  id: z.string().max(200),
  eventId,
});

export const submitting = z.object({
  userId: name,
  chatId: name,
  messageId: name.nullable(),
  action: name,
  id: z.string().max(200),
  values: z.record(name, z.array(z.string().max(textMax)).max(100)),
  eventId,
});

/** `at`: as a date field gives it, in the zone of the page. */
export const clockMove = z.discriminatedUnion('move', [
  z.object({ move: z.literal('nextReminder') }),
  z.object({ move: z.literal('workingDay') }),
  z.object({ move: z.literal('hour') }),
  z.object({ move: z.literal('to'), at: z.iso.datetime({ local: true }) }),
]);

export const languageChoice = z.object({ language: z.enum(['vi', 'en']) });
