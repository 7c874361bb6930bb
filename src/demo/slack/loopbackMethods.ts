/** What the methods of the Web API do in the loopback workspace. */
import { problemsOf, viewProblems } from './payloadLimits.ts';

type PostedMessage = {
  /** Of its workspace. */
  teamId: string;
  channel: string;
  ts: string;
  threadTs: string | null;
  text: string;
  blocks: Record<string, unknown>[];
  metadata: unknown;
  /** Who wrote it, when that is a person. */
  user?: string;
};

/** `shared`: where it was completed to; null while only its bytes have come. */
type Upload = {
  id: string;
  name: string;
  length: number;
  content: Buffer | null;
  title: string;
  shared: { channel: string; threadTs: string | null }[];
};

/** Of a workspace that installed the app itself. */
type Granted = { teamId: string; botUserId: string; revoked: boolean };

export type Workspace = {
  /** By token. Every other token is that of the first workspace. */
  granted: Map<string, Granted>;
  /** What `oauth.v2.access` answers, by the code that was given at the installation. */
  codes: Map<string, Record<string, unknown>>;
  /** What differs from an ordinary member without an address, by person. */
  people: Map<string, Record<string, unknown>>;
  uploads: Upload[];
  messages: PostedMessage[];
  ephemerals: { channel: string; user: string; text: string; blocks: unknown }[];
  /** Open windows by id. */
  views: Map<string, Record<string, unknown>>;
  /** By person. */
  homes: Map<string, Record<string, unknown>>;
  count: number;
};

export const botUserId = 'U0BOT';

/** Channels the bot was not invited to. */
export const closedChannel = 'C0CLOSED';

/** `address`: of this Slack, for what it hands out. `token`: of the one who calls. */
export function answerOf(
  method: string,
  args: Record<string, unknown>,
  workspace: Workspace,
  { address, token }: { address: string; token: string },
): object {
  const channel = String(args.channel ?? args.channel_id ?? '');
  const refused = (error: string) => ({ ok: false, error });
  const next = () => {
    workspace.count += 1;
    return workspace.count;
  };
  const granted = workspace.granted.get(token);
  const teamId = granted?.teamId ?? 'T0001';
  if (granted?.revoked) return refused('token_revoked');
  if (channel === closedChannel) return refused('not_in_channel');
  switch (method) {
    case 'auth.test':
      return { ok: true, user_id: granted?.botUserId ?? botUserId, bot_id: 'B0BOT', team_id: teamId };
    case 'auth.revoke':
      if (granted) granted.revoked = true;
      return { ok: true, revoked: true };
    case 'oauth.v2.access':
      return workspace.codes.get(String(args.code)) ?? refused('invalid_code');
    case 'conversations.open':
      return { ok: true, channel: { id: `D${String(args.users).slice(1)}` } };
    case 'conversations.info':
      return { ok: true, channel: { id: channel, name: 'phong-tong-hop' } };
    case 'users.info':
      return {
        ok: true,
        user: { ...memberOf(String(args.user), teamId), ...workspace.people.get(String(args.user)) },
      };
    case 'chat.getPermalink':
      return { ok: true, permalink: `https://vidu.slack.com/archives/${channel}/p1` };
    case 'chat.postMessage': {
      const bad = problemsOf(args, 'message');
      if (bad.length > 0) return { ...refused('invalid_blocks'), response_metadata: { messages: bad } };
      const ts = `1459849260.${`${next()}`.padStart(6, '0')}`;
      workspace.messages.push(messageFrom(args, ts, teamId));
      return { ok: true, ts, channel };
    }
    case 'chat.update': {
      const at = workspace.messages.findIndex(
        (each) => each.ts === args.ts && each.channel === channel && each.teamId === teamId,
      );
      const old = workspace.messages[at];
      if (!old) return refused('message_not_found');
      const bad = problemsOf(args, 'message');
      if (bad.length > 0) return refused('invalid_blocks');
      workspace.messages[at] = {
        ...messageFrom(args, old.ts, teamId),
        metadata: old.metadata,
        threadTs: old.threadTs,
      };
      return { ok: true, ts: old.ts, channel };
    }
    case 'chat.postEphemeral':
      workspace.ephemerals.push({
        channel,
        user: String(args.user),
        text: String(args.text),
        blocks: args.blocks,
      });
      return { ok: true, message_ts: '1' };
    case 'files.getUploadURLExternal': {
      const length = Number(args.length);
      const name = String(args.filename ?? '');
      if (name === '' || !(length > 0)) return refused('invalid_arguments');
      const id = `F${next()}`;
      workspace.uploads.push({ id, name, length, content: null, title: '', shared: [] });
      return { ok: true, file_id: id, upload_url: `${address}/upload/${id}` };
    }
    case 'files.completeUploadExternal':
      return completeUpload(args, workspace);
    case 'files.info': {
      const found = workspace.uploads.find(({ id, shared }) => id === args.file && shared.length > 0);
      return found ? { ok: true, file: { id: found.id, name: found.name } } : refused('file_not_found');
    }
    case 'conversations.history':
    case 'conversations.replies':
      return {
        ok: true,
        messages: workspace.messages.filter((each) => each.channel === channel && each.teamId === teamId),
      };
    case 'views.open':
    case 'views.update':
      return openView(args, workspace, next);
    case 'views.publish': {
      const view = viewOf(args.view);
      if (viewProblems({ ...view, title: undefined }).length > 0) return refused('invalid_arguments');
      workspace.homes.set(String(args.user_id), view);
      return { ok: true, view };
    }
    default:
      return refused('unknown_method');
  }
}

function memberOf(id: string, teamId: string): object {
  return {
    id,
    team_id: teamId,
    deleted: false,
    is_bot: false,
    is_restricted: false,
    is_ultra_restricted: false,
    is_email_confirmed: true,
    profile: { display_name: `Người ${id}` },
  };
}

function completeUpload(args: Record<string, unknown>, { uploads }: Workspace): object {
  const given = Array.isArray(args.files) ? args.files : [];
  for (const { id, title } of given) {
    const upload = uploads.find((each) => each.id === id);
    if (upload?.content?.byteLength !== upload?.length) return { ok: false, error: 'file_not_found' };
    if (!upload) return { ok: false, error: 'file_not_found' };
    upload.title = String(title);
    const threadTs = typeof args.thread_ts === 'string' ? args.thread_ts : null;
    upload.shared.push({ channel: String(args.channel_id), threadTs });
  }
  return { ok: true, files: given };
}

function openView(args: Record<string, unknown>, { views }: Workspace, next: () => number): object {
  if (args.trigger_id === 'expired') return { ok: false, error: 'expired_trigger_id' };
  const view = viewOf(args.view);
  const bad = viewProblems(view);
  if (bad.length > 0) return { ok: false, error: 'invalid_arguments', response_metadata: { messages: bad } };
  const id = String(args.view_id ?? `V${next()}`);
  const opened = { ...view, id, hash: `${next()}` };
  views.set(id, opened);
  return { ok: true, view: opened };
}

function viewOf(given: unknown): Record<string, unknown> {
  return typeof given === 'object' && given !== null ? { ...given } : {};
}

function messageFrom(args: Record<string, unknown>, ts: string, teamId: string): PostedMessage {
  return {
    teamId,
    channel: String(args.channel),
    ts,
    threadTs: typeof args.thread_ts === 'string' ? args.thread_ts : null,
    text: String(args.text),
    blocks: Array.isArray(args.blocks) ? args.blocks : [],
    metadata: args.metadata ?? null,
  };
}
