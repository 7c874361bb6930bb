/** What changed between two versions of a draft, as it is kept with the newer one. */
import { z } from 'zod';

/** One change quoted short. `changed`: the words that went and those that came, with a few around them. */
const sampleShape = z.object({
  kind: z.enum(['added', 'removed', 'changed', 'moved']),
  before: z.string(),
  after: z.string(),
});

export const changesShape = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('compared'),
    /** Number of the version it was compared with. */
    against: z.int(),
    /** Paragraphs. */
    added: z.int(),
    removed: z.int(),
    changed: z.int(),
    moved: z.int(),
    samples: z.array(sampleShape),
  }),
  z.object({
    kind: z.literal('notCompared'),
    against: z.int(),
    /** `format`: one of the two is neither Word (.docx) nor plain text. `tooMuch`: too big, or it took too long. `damaged`: the
     *  file does not hold what its name says. */
    why: z.enum(['format', 'tooMuch', 'damaged']),
  }),
]);

export type ChangeSample = z.infer<typeof sampleShape>;
export type DraftChanges = z.infer<typeof changesShape>;
/** What comparing gives; the caller knows against which version. */
export type Comparison =
  | Omit<Extract<DraftChanges, { kind: 'compared' }>, 'against'>
  | Omit<Extract<DraftChanges, { kind: 'notCompared' }>, 'against'>;
