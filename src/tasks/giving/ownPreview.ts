/** The preview a button speaks of, checked: it exists, it belongs to the one who presses, it still waits. */
import type { Context } from '../../chat/context.ts';
import { UserError } from '../../chat/errors.ts';
import type { Preview } from './preview.ts';
import { lockPreview, makerOf } from './previewStore.ts';

/** The parts of an id such as `12.3.0.d5`; null where a part is no whole number. */
export function idParts(id: string): { previewId: number | null; rest: string[] } {
  const [first = '', ...rest] = id.split('.');
  return { previewId: wholeNumber(first), rest };
}

export function wholeNumber(text: string): number | null {
  const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
  return Number.isSafeInteger(value) ? value : null;
}

/** The presser's own preview in whatever state, held until the end of the transaction. @throws UserError */
export async function ownPreview(previewId: number | null, context: Context): Promise<Preview> {
  const { trx, who, t } = context;
  const { error } = t.giving;
  const preview = previewId === null ? null : await lockPreview(trx, previewId);
  if (!preview) throw new UserError(error.noPreview, error.giveAgain);
  if (preview.personId !== who.personId) {
    throw new UserError(error.othersPreview(await makerOf(trx, preview)), error.makeOwn);
  }
  return preview;
}

/** The same, and it waits to be confirmed. @throws UserError that says what has become of it */
export async function openPreview(previewId: number | null, context: Context): Promise<Preview> {
  const preview = await ownPreview(previewId, context);
  refuseClosed(preview, context);
  return preview;
}

/** @throws UserError when it was given or dropped */
export function refuseClosed({ status, taskId }: Preview, { t }: Pick<Context, 't'>): void {
  const { error } = t.giving;
  if (status === 'dropped') throw new UserError(error.dropped, error.giveAgain);
  if (taskId !== null) {
    const code = t.common.taskCode(taskId);
    throw new UserError(error.given(code), error.seeTask(code));
  }
}
