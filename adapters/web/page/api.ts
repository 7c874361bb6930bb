/** The page's requests to its server. */
import type { FormValues } from '../../../src/chat/form.ts';
import type { Outcome } from '../conversation.ts';
import type { FileView, MessageView } from '../messageView.ts';
import type { PageState } from '../pageState.ts';
import type { PageLanguage } from '../playground.ts';
import type { Seat } from '../story.ts';

/** The server refused, or did not answer. `code` has words on the page; `text` is shown as it is. */
export class Refused extends Error {
  readonly code: string;
  readonly text: string | null;

  constructor(code: string, text: string | null) {
    super(code);
    this.code = code;
    this.text = text;
  }
}

export type ClockMove = { move: 'nextReminder' | 'workingDay' | 'hour' } | { move: 'to'; at: string };

export const api = {
  state: () => ask<PageState>('/playground/state'),
  messages: async ({ userId, chatId }: Seat) =>
    (
      await ask<{ messages: MessageView[] }>(
        `/playground/messages?${new URLSearchParams({ userId, chatId })}`,
      )
    ).messages,
  say: (said: Seat & { text: string; replyTo: string | null; fileIds: string[] }) =>
    post<Outcome>('say', said),
  press: (press: { userId: string; messageId: string; action: string; id: string }) =>
    post<Outcome>('press', press),
  submit: (form: Seat & { messageId: string | null; action: string; id: string; values: FormValues }) =>
    post<Outcome>('submit', form),
  moveClock: (move: ClockMove) => post<{ now: string; moved: boolean }>('clock', move),
  chooseLanguage: (language: PageLanguage) => post<object>('language', { language }),
  /** Under the name that the server gives it. */
  sampleDraft: async (version: 1 | 2): Promise<File> => {
    const response = await fetch(`/playground/sample-draft/${version}`);
    if (!response.ok) throw new Refused('failed', null);
    const [, name = ''] =
      /filename\*=UTF-8''(\S+)/.exec(response.headers.get('content-disposition') ?? '') ?? [];
    return new File([await response.blob()], decodeURIComponent(name));
  },
  addFile: sendUp,
};

/** Sent again once when the connection breaks: the event keeps its name, so that it is handled once all the same. */
async function post<Answer>(act: string, body: object): Promise<Answer> {
  const request = {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ ...body, eventId: crypto.randomUUID() }),
  };
  const address = `/playground/${act}`;
  try {
    return await ask<Answer>(address, request);
  } catch (error) {
    if (error instanceof Refused) throw error;
    return ask<Answer>(address, request);
  }
}

async function ask<Answer>(address: string, request: RequestInit = {}): Promise<Answer> {
  const response = await fetch(address, request);
  const answer = await response.json();
  if (response.ok) return answer;
  throw new Refused(typeof answer.error === 'string' ? answer.error : 'failed', answer.text ?? null);
}

/** By XMLHttpRequest: `fetch` does not tell how much has gone up. `progress`: 0 to 1. */
function sendUp(
  file: File,
  { signal, progress }: { signal: AbortSignal; progress: (part: number) => void },
): Promise<FileView> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('PUT', `/playground/files?${new URLSearchParams({ name: file.name })}`);
    request.setRequestHeader('Content-Type', file.type || 'application/octet-stream');
    request.responseType = 'json';
    request.upload.addEventListener('progress', ({ loaded, total }) => progress(loaded / total));
    request.addEventListener('load', () => {
      const answer = request.response;
      if (request.status === 200) resolve(answer);
      else reject(new Refused(answer?.error ?? 'failed', answer?.text ?? null));
    });
    request.addEventListener('error', () => reject(new Refused('failed', null)));
    request.addEventListener('abort', () => reject(new Refused('cancelled', null)));
    signal.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}
