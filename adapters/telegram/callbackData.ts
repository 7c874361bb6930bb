/** What a button carries back: `<action>:<id>`; `?<action>:<id>` when a question stands before it; `~<form>.<step>:<choice>`
 *  for the buttons of a form in progress. Pure. */
import type { Button } from '../../src/chat/card.ts';
import { limits } from './limits.ts';

export type Pressed =
  | { kind: 'action'; action: string; id: string; asks: boolean }
  | { kind: 'form'; conversation: number; step: number; choice: string }
  /** The No to a question. */
  | { kind: 'dismiss' };

export const dismissData = '~no';

/** @throws Error for a button that no platform could carry: a bug of the feature that made it */
export function buttonData({ action, id, confirm }: Pick<Button, 'action' | 'id' | 'confirm'>): string {
  const data = `${action}:${id}`;
  const asking = confirm && Buffer.byteLength(data) < limits.callbackDataBytes ? `?${data}` : data;
  return checked(asking);
}

export function formData(conversation: number, step: number, choice: string): string {
  return checked(`~${conversation}.${step}:${choice}`);
}

/** Null: nothing this bot ever put on a button. */
export function readData(data: string): Pressed | null {
  if (data === dismissData) return { kind: 'dismiss' };
  const form = /^~(\d{1,15})\.(\d{1,9}):(.*)$/su.exec(data);
  if (form)
    return { kind: 'form', conversation: Number(form[1]), step: Number(form[2]), choice: form[3] ?? '' };
  const action = /^(\??)([a-z][a-zA-Z]*\.[a-zA-Z]{1,30}):(.*)$/su.exec(data);
  if (!action) return null;
  return { kind: 'action', action: action[2] ?? '', id: action[3] ?? '', asks: action[1] === '?' };
}

function checked(data: string): string {
  const bytes = Buffer.byteLength(data);
  if (bytes > limits.callbackDataBytes) throw new Error(`a button of ${bytes} bytes: ${data}`);
  return data;
}
