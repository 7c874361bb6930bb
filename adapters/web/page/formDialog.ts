/** A form of the bot in a dialog: stays open, with everything typed, until the bot takes it or the reader leaves. */
import type { Form, FormValues } from '../../../src/chat/form.ts';
import { button, element, iconButton } from './element.ts';
import { drawField, type FieldView, type FieldWords } from './fieldView.ts';

export type DialogWords = FieldWords & {
  cancel: string;
  close: string;
  confirm: string;
  confirmTitle: string;
};

/** What became of the values: errors keep the form open. Null: taken. */
export type Submitted = Record<string, string> | null;

let count = 0;

export function openForm(
  form: Form,
  words: DialogWords,
  submit: (values: FormValues) => Promise<Submitted>,
): void {
  count += 1;
  const prefix = `form-${count}`;
  const fields = new Map(form.fields.map((field) => [field.name, drawField(field, prefix, words)]));
  const error = element('p', { class: 'form-error', role: 'alert', hidden: true });
  const send = element('button', { type: 'submit', class: 'button button-primary' }, form.submit);
  const body = element(
    'form',
    { method: 'dialog', novalidate: true, class: 'form' },
    form.intro === undefined ? null : element('p', { class: 'form-intro' }, form.intro),
    error,
    ...[...fields.values()].map((field) => field.root),
    element(
      'div',
      { class: 'form-actions' },
      button({ class: 'button button-plain' }, () => dialog.close(), words.cancel),
      send,
    ),
  );
  const dialog = openDialog(form.title, words.close, body);
  body.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (send.disabled) return;
    send.disabled = true;
    try {
      const errors = await submit(readValues(fields));
      if (errors === null) dialog.close();
      else showErrors(errors, fields, error);
    } finally {
      send.disabled = false;
    }
  });
  [...fields.values()][0]?.focus();
}

/** A question before a press counts. */
export function askFirst(question: string, yes: string, words: DialogWords): Promise<boolean> {
  return new Promise((resolve) => {
    const agree = button({ class: 'button button-primary', autofocus: true }, () => dialog.close('yes'), yes);
    const body = element(
      'div',
      { class: 'form' },
      element('p', { class: 'form-intro' }, question),
      element(
        'div',
        { class: 'form-actions' },
        button({ class: 'button button-plain' }, () => dialog.close(), words.cancel),
        agree,
      ),
    );
    const dialog = openDialog(words.confirmTitle, words.close, body);
    dialog.addEventListener('close', () => resolve(dialog.returnValue === 'yes'));
    agree.focus();
  });
}

/** Esc closes it; the focus then goes back to where it was, by the browser. */
export function openDialog(title: string, close: string, body: HTMLElement): HTMLDialogElement {
  count += 1;
  const titleId = `dialog-${count}`;
  const dialog = element('dialog', { class: 'dialog', 'aria-labelledby': titleId });
  dialog.append(
    element(
      'header',
      { class: 'dialog-head' },
      element('h2', { id: titleId }, title),
      iconButton('close', close, () => dialog.close()),
    ),
    body,
  );
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

function readValues(fields: ReadonlyMap<string, FieldView>): FormValues {
  const entries = [...fields].map(([name, field]): [string, string[]] => [name, field.values()]);
  return Object.fromEntries(entries.filter(([, values]) => values.length > 0));
}

/** Under '' stands what concerns the whole form. The first field at fault gets the focus. */
function showErrors(
  errors: Readonly<Record<string, string>>,
  fields: ReadonlyMap<string, FieldView>,
  whole: HTMLElement,
): void {
  for (const [name, field] of fields) field.showError(errors[name] ?? null);
  const homeless = Object.entries(errors).flatMap(([name, text]) => (fields.has(name) ? [] : [text]));
  whole.textContent = homeless.join(' ');
  whole.hidden = homeless.length === 0;
  [...fields].find(([name]) => errors[name] !== undefined)?.[1].focus();
}
