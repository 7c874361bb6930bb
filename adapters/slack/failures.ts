/** What Slack's refusals mean for delivery (docs.slack.dev, errors of chat.postMessage, chat.update, conversations.open). Pure. */
import { webApi } from '@slack/bolt';
import { type Failure, PlatformError } from '../../src/chat/errors.ts';

/** Codes not named here are passing: tried again, then listed by `doctor`. */
const kinds: Readonly<Record<string, Failure['kind']>> = {
  ...of('lasting', [
    // The room.
    'channel_not_found',
    'not_in_channel',
    'is_archived',
    'is_inactive',
    'restricted_action',
    'restricted_action_read_only_channel',
    'restricted_action_thread_only_channel',
    'restricted_action_non_threadable_channel',
    'messages_tab_disabled',
    'no_permission',
    'ekm_access_denied',
    // The person.
    'user_not_found',
    'user_disabled',
    'user_not_visible',
    'cannot_dm_bot',
    'user_not_in_channel',
    'users_not_found',
    // For files, as for messages.
    'posting_to_channel_denied',
    'invalid_channel',
  ]),
  ...of('gone', ['message_not_found', 'cant_update_message', 'edit_window_closed', 'block_mismatch']),
};

/** Of files: the conversation takes messages all the same. The scope may be missing where the app was installed by an earlier
 *  version of the bot. */
const filesOnly = new Set([
  'missing_scope',
  'file_uploads_disabled',
  'file_uploads_except_images_disabled',
  'file_upload_size_restricted',
  'storage_limit_reached',
  'blocked_file_type',
  'slack_connect_file_upload_sharing_blocked',
  'slack_connect_blocked_file_type',
]);

/** Slack may have taken the message although it says otherwise (`fatal_error`: "may have half succeeded"). */
const doubtful = new Set([
  'fatal_error',
  'internal_error',
  'service_unavailable',
  'request_timeout',
  'no_answer',
]);

/** The token itself is at fault. */
const tokens = new Set(['account_inactive', 'token_revoked', 'token_expired', 'invalid_auth', 'not_authed']);

/** The token or the app is at fault: an operator must see to it. */
const operators = new Set([...tokens, 'missing_scope', 'app_access_restricted']);

/** Blocks that Slack does not take: our bug, so the words go alone. */
const unshowable = new Set([
  'invalid_blocks',
  'invalid_blocks_format',
  'msg_blocks_too_long',
  'msg_too_long',
  'invalid_attachments',
]);

/** Anything a call of the SDK threw. What is no failure of Slack's comes back as it is: a bug. */
export function failureOf(error: unknown): unknown {
  const failed = (code: string, retryAfterMs?: number) =>
    new PlatformError(
      {
        platform: 'slack',
        code,
        kind: kinds[code] ?? 'passing',
        ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
      },
      error,
    );
  if (error instanceof webApi.WebAPIRateLimitedError) return failed('ratelimited', error.retryAfter * 1000);
  if (error instanceof webApi.WebAPIPlatformError) return failed(error.data.error);
  if (error instanceof webApi.WebAPIHTTPError) return failed(`http_${error.statusCode}`);
  if (error instanceof webApi.WebAPIRequestError) return failed('no_answer');
  return error;
}

/** What a call for a file threw: lasting for this file alone where Slack takes none. */
export function fileFailureOf(error: unknown): unknown {
  if (!(error instanceof PlatformError) || !filesOnly.has(error.failure.code)) return error;
  return new PlatformError({ ...error.failure, kind: 'lasting', onlyThis: true }, error);
}

export function mayHaveBeenTaken({ failure }: PlatformError): boolean {
  return doubtful.has(failure.code) || /^http_5/u.test(failure.code);
}

export function tokenIsRefused({ failure }: PlatformError): boolean {
  return tokens.has(failure.code);
}

export function isOperators({ failure }: PlatformError): boolean {
  return operators.has(failure.code);
}

export function cannotBeShown({ failure }: PlatformError): boolean {
  return unshowable.has(failure.code);
}

function of(kind: Failure['kind'], codes: readonly string[]): Record<string, Failure['kind']> {
  return Object.fromEntries(codes.map((code) => [code, kind]));
}
