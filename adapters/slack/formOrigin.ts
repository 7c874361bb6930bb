/** What an open modal carries along: what its values are for, and where its answer belongs. Kept by Slack itself in the view's
 *  `private_metadata`, so that a restart between opening and sending loses nothing. Pure. */
import { z } from 'zod';
import { limits } from './limits.ts';

/** `responseUrl`: Slack's own way back to the conversation, 30 minutes and five answers long. */
const origin = z.object({
  chatId: z.string(),
  threadTs: z.string(),
  private: z.boolean(),
  title: z.string(),
  messageTs: z.string().nullable(),
  ephemeral: z.boolean(),
  responseUrl: z.string().nullable(),
});

/** Where an answer belongs. `threadTs`: '' outside threads. `messageTs`: the message that was acted on. */
export type Origin = z.infer<typeof origin>;

const metadata = z.object({ action: z.string(), id: z.string(), origin });

export type FormTarget = z.infer<typeof metadata>;

/** @throws Error when it does not fit, which no id of ours can cause */
export function writeTarget(target: FormTarget): string {
  const whole = JSON.stringify(target);
  if (whole.length <= limits.privateMetadata) return whole;
  const { origin: full } = target;
  const short = JSON.stringify({ ...target, origin: { ...full, title: '', responseUrl: null } });
  if (short.length > limits.privateMetadata) throw new Error(`the form ${target.action} has too long an id`);
  return short;
}

/** Null: not a form of ours. */
export function readTarget(text: string): FormTarget | null {
  try {
    return metadata.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
