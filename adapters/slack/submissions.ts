/** A form that was sent: Slack waits three seconds for what to do with its window. */
import type { types } from '@slack/bolt';
import type { Answer } from '../../src/chat/platform.ts';
import type { Answers, Asked } from './answers.ts';
import { limits } from './limits.ts';
import { errorsByBlock, type SentView, withPickedDay, withTypedValues } from './readForm.ts';
import { noticeView, renderForm } from './renderForm.ts';
import { plainText } from './text.ts';
import { isSlow, type Windows } from './windows.ts';

/** What Slack is told; nothing closes the window. */
type SubmissionResponse =
  | { response_action: 'errors'; errors: Record<string, string> }
  | { response_action: 'update'; view: types.ModalView };

/** Nobody waits longer for the core before the window says that it is on its way. */
export const submissionWaitMs = 2_200;

/** `late`: the form was left by another process, and its window waits no longer. */
export type SentWindow = { ack: (response?: SubmissionResponse) => Promise<void>; late: boolean };

/** `ack` is called exactly once, unless it is late. */
export async function answerSubmission(
  view: SentView,
  answering: Promise<Answer | null>,
  asked: Asked,
  deps: { answers: Answers; windows: Windows; waitMs: number },
  { ack, late }: SentWindow,
): Promise<void> {
  const { words, origin } = asked;
  if (late) return await fillIn(view, await answering, asked, deps);
  if (await isSlow(answering, deps.waitMs)) {
    await ack({ response_action: 'update', view: noticeView(words.loadingTitle, words.loading, words) });
    await fillIn(view, await answering, asked, deps);
    return;
  }
  const answer = await answering;
  if (answer?.reply.kind === 'formErrors') {
    await ack({ response_action: 'errors', errors: errorsByBlock(view, answer.reply.errors) });
    return;
  }
  if (answer?.reply.kind === 'form') {
    await ack({ response_action: 'update', view: renderForm(answer.reply.form, origin, words) });
    return;
  }
  await ack();
  if (answer) await deps.answers.show(answer, asked);
}

/** The window already shows that it is waiting. Where it was closed meanwhile, the answer comes as a message. */
async function fillIn(
  sent: SentView,
  answer: Answer | null,
  asked: Asked,
  { answers, windows }: { answers: Answers; windows: Windows },
): Promise<void> {
  const { words, origin } = asked;
  if (answer?.reply.kind === 'formErrors') {
    const text = Object.values(answer.reply.errors).join('\n');
    const warning = { type: 'section', block_id: 'errors', text: plainText(`⚠️ ${text}`, limits.section) };
    const kept = withTypedValues(sent).filter((block) => block.block_id !== 'errors');
    const shown = await windows.update(sent.id, sentAgain(sent, [warning, ...kept]));
    if (!shown) await answers.show(answer, asked);
    return;
  }
  if (answer?.reply.kind === 'form') {
    const { form } = answer.reply;
    const shown = await windows.update(sent.id, renderForm(form, origin, words));
    if (!shown) await answers.offerForm({ label: words.openForm, action: form.action, id: form.id }, asked);
    return;
  }
  await windows.update(sent.id, noticeView(words.doneTitle, words.done, words));
  if (answer) await answers.show(answer, asked);
}

/** A day was picked beside a date field: it is written into the field. */
export async function writePickedDay(
  view: SentView,
  picked: { blockId: string; day: string },
  windows: Windows,
): Promise<void> {
  await windows.update(view.id, sentAgain(view, withPickedDay(view, picked.blockId, picked.day)));
}

/** The same window with other blocks: Slack's own, as it sent them. */
function sentAgain(view: SentView, blocks: readonly object[]): object {
  const { title, submit, callback_id, private_metadata } = view;
  return {
    type: 'modal',
    callback_id,
    private_metadata,
    title: plainText(title?.text ?? '', limits.viewTitle),
    ...(submit ? { submit: plainText(submit.text, limits.viewTitle) } : {}),
    blocks,
  };
}
