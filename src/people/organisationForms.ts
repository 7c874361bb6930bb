/** Fields of the forms of /donvi, and what they give back. Pure. */
import { UserError } from '../chat/errors.ts';
import { type FormField, type FormValues, fieldValue } from '../chat/form.ts';
import type { Locale } from '../locale/locale.ts';

const nameLengthMax = 200;
const codeLengthMax = 20;

export function lineField(
  name: string,
  label: string,
  more: { hint?: string; initial?: string; maxLength?: number } = {},
): FormField {
  const { hint, ...input } = more;
  return {
    name,
    label,
    required: true,
    ...(hint === undefined ? {} : { hint }),
    input: { kind: 'line', maxLength: nameLengthMax, ...input },
  };
}

export function codeField(t: Locale): FormField {
  const { forms } = t.people.org;
  return lineField('code', forms.code, { hint: forms.codeHint, maxLength: codeLengthMax });
}

/** Not empty, not too long, on one line. @throws UserError at the field */
export function neededLine(values: FormValues, field: string, t: Locale): string {
  const { mistakes } = t.people.org;
  const value = fieldValue(values, field).normalize('NFC').replace(/\s+/gu, ' ');
  if (value === '') throw new UserError(mistakes.needed, mistakes.fill, field);
  if (value.length > nameLengthMax) {
    throw new UserError(mistakes.tooLong(nameLengthMax), mistakes.shorten, field);
  }
  return value;
}

/** @throws UserError at the field */
export function neededCode(values: FormValues, t: Locale): string {
  const { mistakes } = t.people.org;
  const code = neededLine(values, 'code', t);
  if (code.length > codeLengthMax || !/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(code)) {
    throw new UserError(mistakes.badCode, mistakes.changeCode, 'code');
  }
  return code;
}
