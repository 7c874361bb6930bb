/** Leads people through forms: asks, takes answers, hands the filled form to the core. */
import { PlatformError } from '../../src/chat/errors.ts';
import type { Form } from '../../src/chat/form.ts';
import type { Account, Place } from '../../src/chat/place.ts';
import type { Answer, Receive } from '../../src/chat/platform.ts';
import { dayOf } from './calendarKeys.ts';
import type { TelegramDeps } from './deps.ts';
import { answeredScreen, closedScreen, formScreen } from './formScreen.ts';
import {
  beginForm,
  type FormStep,
  fieldAt,
  takeChoice,
  takeText,
  valuesOf,
  withErrors,
} from './formState.ts';
import { endForm, findForm, formOf, moveForm, noteQuestion, type OpenForm, startForm } from './formStore.ts';
import { type Outbox, patiently } from './outbox.ts';
import type { TelegramWords } from './words.ts';

export type FormFlow = ReturnType<typeof createFormFlow>;

/** Who answers, where, by which update; `replyTo`: the message a new question stands under, in a group. */
export type Turn = { place: Place; account: Account; updateId: number; replyTo: string | null };

/** `answer`: what the core said to the filled form. `toast`: a passing word for the one who pressed. */
export type FormOutcome = { answer: Answer | null; openedFrom: string | null; toast: string };

export function createFormFlow(
  { db, now, timeZone, wordsFor, dayMeantBy }: TelegramDeps,
  outbox: Outbox,
  receive: Receive,
  stop: AbortSignal,
) {
  const nothing = (toast = ''): FormOutcome => ({ answer: null, openedFrom: null, toast });

  /** In place of the earlier question, or below what was typed. */
  async function ask(open: OpenForm, turn: Turn, words: TelegramWords, anew: boolean): Promise<void> {
    const { html, keyboard } = formScreen(open.form, open.state, {
      conversation: open.id,
      step: open.step,
      words: words.form,
      today: now().toZonedDateTimeISO(timeZone).toPlainDate(),
      meant: await dayInWords(open),
      private: turn.place.private,
    });
    if (!anew && open.questionId !== null && (await edited(open, html, keyboard))) return;
    const { chatId, threadId } = turn.place;
    const replyTo = turn.place.private ? null : turn.replyTo;
    const question = await patiently(() => outbox.text({ chatId, threadId, replyTo }, html, keyboard), stop);
    await noteQuestion(db, open.id, question.messageId);
  }

  /** So that a calendar opens at "giữa tháng 4" where those words stand in the field. */
  async function dayInWords({ form, state, userId }: OpenForm): Promise<Temporal.PlainDate | null> {
    const field = fieldAt(form, state);
    const [words = ''] = field?.input.kind === 'date' ? (state.values[field.name] ?? []) : [];
    return words === '' || dayOf(words) ? null : await dayMeantBy(words, userId);
  }

  /** False: the question is not there any more. */
  async function edited(
    { chatId, threadId, questionId }: OpenForm,
    html: string,
    keyboard: Parameters<Outbox['edit']>[2],
  ): Promise<boolean> {
    if (questionId === null) return false;
    const message = { chatId, threadId, messageId: questionId };
    try {
      await patiently(() => outbox.edit(message, html, keyboard), stop);
      return true;
    } catch (error) {
      if (error instanceof PlatformError && error.failure.kind === 'gone') return false;
      throw error;
    }
  }

  async function close(open: OpenForm, words: string): Promise<void> {
    await endForm(db, open.id);
    const { html, keyboard } = closedScreen(open.form, words);
    await edited(open, html, keyboard);
  }

  /** `typed`: the words of the answer; null when a button was pressed. */
  async function take(
    open: OpenForm,
    step: FormStep,
    turn: Turn,
    typed: string | null,
  ): Promise<FormOutcome> {
    const words = await wordsFor(turn.account.userId);
    switch (step.kind) {
      case 'none':
        return nothing();
      case 'cancel':
        await close(open, words.form.cancelled);
        return nothing(words.form.cancelled);
      case 'ask': {
        const moved = await moveForm(db, now(), open, { state: step.state, updateId: turn.updateId });
        if (!moved) return nothing();
        if (typed !== null) await edited(open, answeredScreen(open.form, open.state, typed).html, []);
        await ask(moved, turn, words, typed !== null);
        return nothing();
      }
      case 'submit':
        return await submit(open, step.state, turn, words, typed);
    }
  }

  async function submit(
    open: OpenForm,
    state: OpenForm['state'],
    turn: Turn,
    words: TelegramWords,
    typed: string | null,
  ): Promise<FormOutcome> {
    const { form, openedFrom } = open;
    const message =
      openedFrom === null ? null : { chatId: open.chatId, threadId: open.threadId, messageId: openedFrom };
    const answer = await receive({
      // The same when the update is delivered again: the core does it once.
      eventId: `form:${open.id}.${open.step}`,
      sender: turn.account,
      place: turn.place,
      what: { kind: 'submit', action: form.action, id: form.id, values: valuesOf(state), message },
    });
    if (answer?.reply.kind === 'formErrors') {
      const mended = withErrors(form, state, answer.reply.errors);
      return await take(open, { kind: 'ask', state: mended }, turn, typed);
    }
    await close(open, words.form.sent);
    return { answer, openedFrom, toast: '' };
  }

  return {
    begin: async (form: Form, turn: Turn, openedFrom: string | null): Promise<void> => {
      const { chatId, threadId } = turn.place;
      const { userId } = turn.account;
      const earlier = await formOf(db, now(), { chatId, threadId, userId });
      const words = await wordsFor(userId);
      if (earlier) await close(earlier, words.form.over);
      const state = beginForm(form);
      const given = { chatId, threadId, userId, form, state, openedFrom, updateId: turn.updateId };
      await ask(await startForm(db, now(), given), turn, words, true);
    },

    /** Null: this is no answer to a form. `answers`: the message that was replied to. */
    typed: async (text: string, answers: string | null, turn: Turn): Promise<FormOutcome | null> => {
      const { chatId, threadId } = turn.place;
      const open = await formOf(db, now(), { chatId, threadId, userId: turn.account.userId });
      if (!open || open.state.at === null) return null;
      // In a private conversation what is simply written answers the question; a reply to another message does not.
      const meant = answers === null ? turn.place.private : answers === open.questionId;
      if (!meant) return null;
      if (turn.updateId <= open.updateId) return nothing();
      const words = await wordsFor(turn.account.userId);
      return await take(open, takeText(open.form, open.state, text, words.form), turn, text);
    },

    /** Null: no form is open here, or the command means something else. */
    commanded: async (word: string, line: string, turn: Turn): Promise<FormOutcome | null> => {
      if (line !== '') return null;
      const { chatId, threadId } = turn.place;
      const open = await formOf(db, now(), { chatId, threadId, userId: turn.account.userId });
      if (!open || turn.updateId <= open.updateId) return null;
      const words = await wordsFor(turn.account.userId);
      const meant = words.form.cancelCommands.includes(word.normalize('NFC').toLocaleLowerCase('vi'));
      return meant ? await take(open, { kind: 'cancel' }, turn, null) : null;
    },

    pressed: async (
      press: { conversation: number; step: number; choice: string },
      turn: Turn,
    ): Promise<FormOutcome> => {
      const words = await wordsFor(turn.account.userId);
      const open = await findForm(db, press.conversation);
      if (!open) return nothing(words.form.over);
      if (open.userId !== turn.account.userId) return nothing(words.form.notYours);
      if (open.step !== press.step || turn.updateId <= open.updateId) return nothing();
      return await take(open, takeChoice(open.form, open.state, press.choice, words.form), turn, null);
    },
  };
}
