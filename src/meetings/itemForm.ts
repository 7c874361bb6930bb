/** The form of one entry of a record. Pure. */
import type { Form } from '../chat/form.ts';
import type { MeetingItemKind } from '../database/codes.ts';
import type { Locale } from '../locale/locale.ts';
import type { Item } from './meeting.ts';

/** `item` null: a new one. */
export function itemForm(
  { action, id, kind, item }: { action: string; id: number; kind: MeetingItemKind; item: Item | null },
  { t, who }: { t: Locale; who: { name: string } },
): Form {
  const { form } = t.meetings;
  const saidBy = item ? item.saidBy : who.name;
  return {
    action,
    id: `${id}`,
    title: item ? form.editItem : form.item[kind],
    submit: form.save,
    fields: [
      {
        name: 'text',
        label: form.text,
        ...(kind === 'task' ? { hint: form.taskHint } : {}),
        required: true,
        input: { kind: 'text', initial: item?.text ?? '' },
      },
      // A conclusion or task is the meeting's, whoever put it into words.
      ...(kind === 'note' || (item && item.saidBy !== '')
        ? [
            {
              name: 'saidBy',
              label: form.saidBy,
              hint: form.saidByHint,
              required: false,
              input: { kind: 'line' as const, initial: saidBy, maxLength: 200 },
            },
          ]
        : []),
    ],
  };
}
