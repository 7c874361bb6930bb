/** What people write in forms and behind commands: the forms' common fields, and the checks on what came back. */
import { UserError } from '../chat/errors.ts';
import { type Form, type FormField, type FormValues, fieldValue } from '../chat/form.ts';
import type { Locale } from '../locale/locale.ts';
import { readTaskCode } from './task.ts';

/** The longest reason, note or comment, in characters; it has to fit on a card beside others. */
const wordsLengthMax = 1000;

/** A form that asks for one text. */
export function textForm(
  t: Locale,
  form: {
    action: string;
    id: number;
    title: string;
    intro?: string;
    label: string;
    required: boolean;
    initial?: string;
  },
): Form {
  const { action, id, title, intro, label, required, initial = '' } = form;
  return {
    action,
    id: `${id}`,
    title,
    ...(intro === undefined ? {} : { intro }),
    fields: [textField('words', label, required, undefined, initial)],
    submit: t.tasks.uses.send,
  };
}

export function textField(
  name: string,
  label: string,
  required: boolean,
  hint?: string,
  initial = '',
): FormField {
  const input = {
    kind: 'text' as const,
    maxLength: wordsLengthMax,
    ...(initial === '' ? {} : { initial }),
  };
  return { name, label, required, input, ...(hint === undefined ? {} : { hint }) };
}

/** A reason that has to be given. @throws UserError */
export function readReason(values: FormValues, t: Locale): string {
  const words = fieldValue(values, 'words');
  const { reasonMissing, reasonMend } = t.tasks.refusals;
  if (words === '') throw new UserError(reasonMissing, reasonMend, 'words');
  return checkLength(words, t, 'words');
}

/** A note that may be left out: null then. @throws UserError when it is too long */
export function readNote(values: FormValues, t: Locale): string | null {
  const words = fieldValue(values, 'words');
  return words === '' ? null : checkLength(words, t, 'words');
}

/** @throws UserError */
export function checkLength(words: string, t: Locale, field: string | null): string {
  const { tooLong, tooLongMend } = t.tasks.refusals;
  if (words.length > wordsLengthMax) throw new UserError(tooLong(wordsLengthMax), tooLongMend, field);
  return words;
}

/** Takes the task's code off the front of a line: "NV-12 vì chờ số liệu" → 12 and the rest. A bare number that is part of
 *  something else ("60%", "20/4") is no code. */
export function splitCode(line: string): { taskId: number | null; rest: string } {
  const text = line.trim();
  const found = /^(?<code>nv[\s-]*\d{1,15}|\d{1,15})(?=$|[\s:,;])[\s:,;]*/iu.exec(text);
  const taskId = found ? readTaskCode(found.groups?.code ?? '') : null;
  if (!found || taskId === null) return { taskId: null, rest: text };
  return { taskId, rest: text.slice(found[0].length).trim() };
}
