/** A form as plain data: a modal in Slack, a short conversation in Telegram, a dialog in the playground. */

export type Form = {
  /** The action that receives the values, and what it acts on: `<action>:<id>`, as with buttons. */
  action: string;
  id: string;
  title: string;
  /** A sentence above the fields. */
  intro?: string;
  fields: FormField[];
  submit: string;
};

export type FormField = {
  name: string;
  label: string;
  hint?: string;
  required: boolean;
  input: FieldInput;
};

export type FieldInput =
  | { kind: 'line'; initial?: string; maxLength?: number }
  | { kind: 'text'; initial?: string; maxLength?: number }
  /** Typed as words ("giữa tháng 4") or picked; `initial` as an ISO date or as words. `near`: the day at which a calendar
   *  opens while nothing is filled in, as an ISO date; without it today. */
  | { kind: 'date'; initial?: string; near?: string }
  | { kind: 'number'; initial?: number; min: number; max: number }
  | { kind: 'choice'; options: Option[]; initial?: string }
  | { kind: 'choices'; options: Option[]; initial?: string[] };

export type Option = { value: string; label: string };

/** What came back: one entry per field that was filled in; `choices` give several values. */
export type FormValues = Readonly<Record<string, readonly string[]>>;

/** The single value of a field, trimmed; '' when it was left empty. */
export function fieldValue(values: FormValues, name: string): string {
  return values[name]?.[0]?.trim() ?? '';
}
