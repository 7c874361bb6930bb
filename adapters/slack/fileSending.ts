/** Files to people and channels, by Slack's upload in three steps (docs.slack.dev/messaging/working-with-files): an address is
 *  asked for, the bytes go there, and only the completion shows the file. */
import { PlatformError } from '../../src/chat/errors.ts';
import type { FileOut } from '../../src/chat/platform.ts';
import type { SlackClient } from './client.ts';
import type { Doubts } from './doubts.ts';
import { fileFailureOf, mayHaveBeenTaken } from './failures.ts';
import { isTrusted } from './trustedAddress.ts';

/** `threadTs`: '' for the conversation itself. `key`: the same when it is sent again. */
type OutgoingFile = { channel: string; threadTs: string; file: FileOut; key: string };

export type FileSending = {
  /** Gives the id of the file at Slack. @throws PlatformError */
  post(outgoing: OutgoingFile): Promise<string>;
};

export type FileSendingDeps = {
  client: SlackClient;
  apiUrl: string;
  doubts: Doubts;
  /** For the bytes alone; the calls have a time of their own. */
  uploadWithinMs: number;
};

export const usualUploadMs = 60_000;

export function createFileSending({ client, apiUrl, doubts, uploadWithinMs }: FileSendingDeps): FileSending {
  /** Who stopped waiting for a slow upload asks again while it is still under way. */
  const underWay = new Map<string, Promise<string>>();

  async function upload({ name, content }: FileOut): Promise<string> {
    const given = await client.call((api) =>
      api.files.getUploadURLExternal({ filename: name, length: content.byteLength }),
    );
    const { upload_url: address = '', file_id: fileId } = given;
    if (!fileId) throw new Error('files.getUploadURLExternal gave no file');
    if (!isTrusted(address, apiUrl)) throw untrusted();
    await sendBytes(address, content, uploadWithinMs);
    return fileId;
  }

  async function complete(fileId: string, { channel, threadTs, file, key }: OutgoingFile): Promise<void> {
    await doubts.note(key, fileId);
    const files: [{ id: string; title: string }] = [{ id: fileId, title: file.name }];
    try {
      await client.call((api) =>
        api.files.completeUploadExternal(
          threadTs === ''
            ? { files, channel_id: channel }
            : { files, channel_id: channel, thread_ts: threadTs },
        ),
      );
    } catch (error) {
      if (!(error instanceof PlatformError) || !mayHaveBeenTaken(error)) await doubts.settle(key);
      throw error;
    }
  }

  /** An upload that was never completed is no file yet. Where it is shared appears some time later: that it exists is enough,
   *  for nobody else completes it. */
  async function exists(fileId: string): Promise<boolean> {
    try {
      await client.call((api) => api.files.info({ file: fileId }));
      return true;
    } catch (error) {
      if (error instanceof PlatformError && error.failure.code === 'file_not_found') return false;
      throw error;
    }
  }

  async function post(outgoing: OutgoingFile): Promise<string> {
    const doubtful = await doubts.about(outgoing.key);
    if (doubtful !== null && (await exists(doubtful))) return doubtful;
    const fileId = doubtful ?? (await upload(outgoing.file));
    await complete(fileId, outgoing);
    return fileId;
  }

  return {
    async post(outgoing) {
      const { key } = outgoing;
      const posting =
        underWay.get(key) ??
        post(outgoing)
          .catch((error) => {
            throw fileFailureOf(error);
          })
          .finally(() => underWay.delete(key));
      underWay.set(key, posting);
      return await posting;
    },
  };
}

async function sendBytes(address: string, content: Uint8Array, withinMs: number): Promise<void> {
  let response: Response;
  try {
    response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      redirect: 'error',
      signal: AbortSignal.timeout(withinMs),
      // Its own buffer: that of a view may be shared, which `fetch` does not take.
      body: Uint8Array.from(content),
    });
    await response.body?.cancel();
  } catch (error) {
    throw new PlatformError({ platform: 'slack', code: 'upload_no_answer', kind: 'passing' }, error);
  }
  if (response.ok) return;
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  throw new PlatformError({
    platform: 'slack',
    code: `upload_http_${response.status}`,
    kind: 'passing',
    ...(seconds > 0 ? { retryAfterMs: seconds * 1000 } : {}),
  });
}

function untrusted(): PlatformError {
  const failure = { platform: 'slack', code: 'upload_address_untrusted', kind: 'lasting' } as const;
  return new PlatformError({ ...failure, onlyThis: true });
}
