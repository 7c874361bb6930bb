/** Where a person types: text, files, the message answered to; commands suggested, former lines with the arrow up. */
import type { MessageView } from '../messageView.ts';
import type { Seat } from '../story.ts';
import type { Acts } from './acts.ts';
import { createAttachments } from './attachments.ts';
import { pastedFiles } from './dropping.ts';
import { drawIcon, element, iconButton } from './element.ts';
import { beginningOf } from './messageRow.ts';
import type { Model } from './model.ts';
import { createSuggestions } from './suggestions.ts';

export type Composer = {
  root: HTMLElement;
  /** Puts a line there, ready to be sent. */
  type(line: string): void;
  replyTo(message: MessageView): void;
  attach(files: readonly File[]): void;
  focus(): void;
};

export function createComposer(seat: Seat, model: Model, acts: Acts, tell: (text: string) => void): Composer {
  const { words } = model.state;
  let replied: MessageView | null = null;
  let sending = false;
  const former = model
    .messagesOf(seat)
    .flatMap(({ userId, text }) => (userId === seat.userId && text ? [text] : []));
  let back = 0;

  const field = element('textarea', {
    rows: 1,
    class: 'composer-field',
    'aria-label': words.write,
    placeholder: words.writeHint,
    enterkeyhint: 'send',
  });
  const suggestions = createSuggestions(
    () => model.state.commands,
    words.suggestions,
    field,
    ({ word }) => {
      put(`/${word} `);
      field.focus();
    },
  );
  const files = createAttachments(model, { tell, changed: drawAbove });
  const note = element('div', { class: 'composer-note' });
  const above = element('div', { class: 'composer-above', hidden: true }, note, files.root);
  const chooser = element('input', { type: 'file', multiple: true, hidden: true, tabindex: -1 });
  const attach = iconButton('attach', words.attach, () => chooser.click());
  const send = element(
    'button',
    { type: 'submit', class: 'send', 'aria-label': words.send, title: words.send },
    drawIcon('send'),
  );
  const root = element(
    'form',
    { class: 'composer' },
    suggestions.root,
    above,
    element('div', { class: 'composer-line' }, attach, field, send),
    chooser,
  );

  function put(text: string) {
    field.value = text;
    field.setSelectionRange(text.length, text.length);
    suggestions.update(text);
    grow();
  }

  /** As high as its text, within reason: where the browser has `field-sizing`, the style does it. */
  function grow() {
    if (CSS.supports('field-sizing', 'content')) return;
    field.style.height = 'auto';
    field.style.height = `${Math.min(field.scrollHeight, 160)}px`;
  }

  function drawAbove() {
    note.replaceChildren(
      ...(replied
        ? [
            element(
              'span',
              { class: 'chip' },
              drawIcon('reply'),
              element('span', { class: 'chip-words' }, `${words.replyTo}: ${beginningOf(replied)}`),
              iconButton('close', words.cancelReply, () => {
                replied = null;
                drawAbove();
                field.focus();
              }),
            ),
          ]
        : []),
    );
    above.hidden = replied === null && files.count() === 0;
    // The one left out had the focus.
    if (document.activeElement === document.body) field.focus();
  }

  async function submit() {
    const text = field.value.trim();
    if (sending || (text === '' && files.count() === 0)) return;
    sending = true;
    send.setAttribute('aria-busy', 'true');
    const taken = { text, replyTo: replied?.id ?? null, files };
    put('');
    const sent = await acts.say(seat, taken);
    sending = false;
    send.removeAttribute('aria-busy');
    if (!sent) {
      if (field.value === '') put(text);
      return;
    }
    if (text !== '') former.push(text);
    back = 0;
    replied = null;
    files.clear();
  }

  function recall(step: number) {
    back = Math.min(Math.max(back + step, 0), former.length);
    put(back === 0 ? '' : (former[former.length - back] ?? ''));
    suggestions.hide();
  }

  field.addEventListener('input', () => {
    suggestions.update(field.value);
    grow();
  });
  field.addEventListener('blur', () => suggestions.hide());
  field.addEventListener('keydown', (event) => {
    // Telex and VNI compose their letters with Enter and arrows too.
    if (event.isComposing) return;
    const recalling = back > 0 && field.value === former[former.length - back];
    if (suggestions.key(event)) event.preventDefault();
    else if (event.key === 'ArrowUp' && (field.value === '' || recalling)) {
      event.preventDefault();
      recall(1);
    } else if (event.key === 'ArrowDown' && recalling) {
      event.preventDefault();
      recall(-1);
    } else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      void submit();
    }
  });
  root.addEventListener('submit', (event) => {
    event.preventDefault();
    void submit();
  });
  chooser.addEventListener('change', () => {
    files.add([...(chooser.files ?? [])]);
    chooser.value = '';
    field.focus();
  });
  field.addEventListener('paste', (event) => {
    const pasted = pastedFiles(event);
    if (pasted.length === 0) return;
    event.preventDefault();
    files.add(pasted);
  });

  return {
    root,
    type: (line) => {
      put(line);
      suggestions.hide();
      field.focus();
    },
    replyTo: (message) => {
      replied = message;
      drawAbove();
      field.focus();
    },
    attach: (added) => {
      files.add(added);
      field.focus();
    },
    focus: () => field.focus(),
  };
}
