/** Opens the window of a form in time. A press may be used to open one for three seconds only, and an answer comes from the
 *  database: when it is not there soon, a window that says so is opened first and filled afterwards. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { types } from '@slack/bolt';
import type { Button } from '../../src/chat/card.ts';
import { PlatformError } from '../../src/chat/errors.ts';
import type { Answer } from '../../src/chat/platform.ts';
import type { Answers, Asked } from './answers.ts';
import type { SlackClient } from './client.ts';
import { noticeView, renderForm } from './renderForm.ts';
import type { AdapterLog } from './slackLog.ts';

export type Windows = {
  /** Shows the answer to something that may open a window. `again`: the button that would do the same once more. */
  answer(triggerId: string, answering: Promise<Answer | null>, asked: Asked, again: Button): Promise<void>;
  /** Null: Slack does not open it any more. */
  open(triggerId: string, view: types.ModalView): Promise<string | null>;
  /** Puts another view in the place of an open one; one that was closed meanwhile is no trouble. */
  update(viewId: string, view: object): Promise<boolean>;
};

export type WindowsDeps = { client: SlackClient; answers: Answers; log: AdapterLog; loadingAfterMs: number };

/** Leaves a second for the way to Slack. */
export const loadingAfterMs = 1_800;

export function createWindows({ client, answers, log, loadingAfterMs }: WindowsDeps): Windows {
  const attempt = async <Result>(work: () => Promise<Result>): Promise<Result | null> => {
    try {
      return await work();
    } catch (err) {
      if (!(err instanceof PlatformError)) throw err;
      log.info({ err }, 'Slack did not show a window');
      return null;
    }
  };

  const windows: Windows = {
    open: (triggerId, view) =>
      attempt(async () => {
        const opened = await client.call((api) => api.views.open({ trigger_id: triggerId, view }));
        return opened.view?.id ?? null;
      }),

    update: async (viewId, view) =>
      (await attempt(() => client.call((api) => api.apiCall('views.update', { view_id: viewId, view })))) !==
      null,

    async answer(triggerId, answering, asked, again) {
      const { words, origin } = asked;
      const loading = (await isSlow(answering, loadingAfterMs))
        ? await windows.open(triggerId, noticeView(words.loadingTitle, words.loading, words))
        : null;
      const answer = await answering;
      if (answer?.reply.kind === 'form') {
        const view = renderForm(answer.reply.form, origin, words);
        const shown =
          loading === null
            ? (await windows.open(triggerId, view)) !== null
            : await windows.update(loading, view);
        if (!shown) await answers.offerForm(again, asked);
        return;
      }
      if (loading !== null) await windows.update(loading, noticeView(words.doneTitle, words.done, words));
      if (answer) await answers.show(answer, asked);
    },
  };
  return windows;
}

/** True when it is not there after `ms`. */
export async function isSlow(work: Promise<unknown>, ms: number): Promise<boolean> {
  const timer = new AbortController();
  const settled = work.then(
    () => false,
    () => false,
  );
  try {
    return await Promise.race([settled, sleep(ms, true, { signal: timer.signal })]);
  } finally {
    timer.abort();
  }
}
