/** Files that people sent: fetched with the bot's token when they are wanted. */
import { z } from 'zod';
import { PlatformError } from '../../src/chat/errors.ts';
import type { FileIn } from '../../src/chat/incoming.ts';
import { isTrusted } from './trustedAddress.ts';

export const slackFile = z.looseObject({
  name: z.string().nullish(),
  mimetype: z.string().nullish(),
  size: z.number().nullish(),
  url_private_download: z.string().nullish(),
  url_private: z.string().nullish(),
});

const timeoutMs = 60_000;

export function filesIn(
  files: readonly z.infer<typeof slackFile>[],
  { botToken, apiUrl }: { botToken: string; apiUrl: string },
): FileIn[] {
  return files.map((file) => {
    const mime = file.mimetype ?? 'application/octet-stream';
    const address = file.url_private_download ?? file.url_private ?? '';
    return {
      name: file.name ?? 'tep',
      mime,
      sizeBytes: file.size ?? 0,
      read: () => fetchFile(address, mime, botToken, apiUrl),
    };
  });
}

async function fetchFile(
  address: string,
  mime: string,
  botToken: string,
  apiUrl: string,
): Promise<Uint8Array> {
  if (!isTrusted(address, apiUrl)) throw refused('file_address_untrusted');
  const response = await fetch(address, {
    headers: { authorization: `Bearer ${botToken}` },
    signal: AbortSignal.timeout(timeoutMs),
  });
  if (!response.ok) throw refused(`file_http_${response.status}`);
  // Without the right to read it Slack answers 200 with its login page.
  const type = response.headers.get('content-type') ?? '';
  if (type.startsWith('text/html') && !mime.startsWith('text/html')) throw refused('file_login_page');
  return new Uint8Array(await response.arrayBuffer());
}

function refused(code: string): PlatformError {
  return new PlatformError({ platform: 'slack', code, kind: 'lasting' });
}
