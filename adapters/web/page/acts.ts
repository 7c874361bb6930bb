/** What happens when somebody speaks, presses or fills in: the request, then the form, the toast or the words of refusal. */
import type { Button } from '../../../src/chat/card.ts';
import type { Form } from '../../../src/chat/form.ts';
import type { Outcome } from '../conversation.ts';
import type { Seat } from '../story.ts';
import { api, Refused } from './api.ts';
import type { Attachments } from './attachments.ts';
import { askFirst, openForm, type Submitted } from './formDialog.ts';
import type { Model } from './model.ts';
import type { Toasts } from './toast.ts';

export type Acts = ReturnType<typeof createActs>;

export function createActs(model: Model, toasts: Toasts) {
  const words = () => model.state.words;

  function refuse(error: unknown) {
    if (error instanceof Refused && error.code === 'cancelled') return;
    const text = error instanceof Refused ? (error.text ?? wordsFor(error.code)) : words().failed;
    toasts.show(text, 'bad');
  }

  function wordsFor(code: string): string {
    const { tooLong, fileTooBig, gone, failed } = words();
    return { tooLong, fileTooBig, gone }[code] ?? failed;
  }

  /** Opens or tells what the reply brings beside the card, which comes by itself. */
  function follow(seat: Seat, messageId: string | null, { reply, message }: Outcome) {
    if (message) model.arrive(message);
    if (reply?.kind === 'toast') toasts.show(reply.text);
    if (reply?.kind === 'formErrors') toasts.show(Object.values(reply.errors).join(' '), 'bad');
    if (reply?.kind === 'form') fillIn(seat, messageId, reply.form);
  }

  function fillIn(seat: Seat, messageId: string | null, form: Form) {
    const { action, id } = form;
    openForm(form, words(), async (values): Promise<Submitted> => {
      try {
        const outcome = await api.submit({ ...seat, messageId, action, id, values });
        if (outcome.reply?.kind === 'formErrors') return outcome.reply.errors;
        follow(seat, messageId, outcome);
        return null;
      } catch (error) {
        return { '': error instanceof Refused ? (error.text ?? wordsFor(error.code)) : words().failed };
      }
    });
  }

  return {
    refuse,
    /** Gives whether it was sent; what was typed is kept otherwise. */
    async say(
      seat: Seat,
      { text, replyTo, files }: { text: string; replyTo: string | null; files: Attachments },
    ): Promise<boolean> {
      try {
        const fileIds = await files.upload();
        follow(seat, null, await api.say({ ...seat, text, replyTo, fileIds }));
        return true;
      } catch (error) {
        refuse(error);
        return false;
      }
    },
    async press(seat: Seat, messageId: string, pressed: Button, on: HTMLButtonElement): Promise<void> {
      if (on.getAttribute('aria-busy') === 'true') return;
      if (pressed.confirm !== undefined && !(await askFirst(pressed.confirm, pressed.label, words()))) return;
      // Not disabled: that would throw the focus away.
      on.setAttribute('aria-busy', 'true');
      try {
        const { action, id } = pressed;
        follow(seat, messageId, await api.press({ userId: seat.userId, messageId, action, id }));
      } catch (error) {
        refuse(error);
      } finally {
        on.removeAttribute('aria-busy');
      }
    },
  };
}
