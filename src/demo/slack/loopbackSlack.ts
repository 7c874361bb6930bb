/** A Slack of one workspace on the loopback interface: the Web API, response addresses, files and, with loopbackSocket.ts, Socket
 *  Mode. It refuses what Slack refuses (payloadLimits.ts), and fails on demand. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { answerOf, type Workspace } from './loopbackMethods.ts';
import { createSocketSide, type SocketSide } from './loopbackSocket.ts';

type Call = { method: string; args: Record<string, unknown>; token: string };

/** What happens to the next call of a method (or `upload`: the bytes of a file; or `response`: an answer to a response address) instead of its usual answer. `cutAfter`: taken, and the answer lost. */
type Fault =
  | { kind: 'status'; status: number; headers?: Record<string, string>; body?: object }
  | { kind: 'error'; error: string }
  | { kind: 'cutBefore' }
  /** Taken, and never answered. */
  | { kind: 'silent' }
  | { kind: 'cutAfter' };

type SharedFile = { content: string | Uint8Array; type: string };

export type LoopbackSlack = Workspace & {
  readonly apiUrl: string;
  readonly address: string;
  readonly calls: readonly Call[];
  readonly socket: SocketSide;
  fail(method: string, ...faults: Fault[]): void;
  /** Bodies sent to a response address. */
  readonly responses: { id: string; body: Record<string, unknown> }[];
  responseUrl(id: string): string;
  putFile(name: string, file: SharedFile): string;
  /** Resolves when `condition` gives something; looks at every call that comes in. */
  until<Result>(condition: () => Result | undefined | null | false): Promise<Result>;
  close(): Promise<void>;
};

export async function startSlack(): Promise<LoopbackSlack> {
  const workspace: Workspace = {
    granted: new Map(),
    codes: new Map(),
    people: new Map(),
    messages: [],
    uploads: [],
    ephemerals: [],
    views: new Map(),
    homes: new Map(),
    count: 0,
  };
  const calls: Call[] = [];
  const responses: LoopbackSlack['responses'] = [];
  const faults = new Map<string, Fault[]>();
  const files = new Map<string, SharedFile>();
  let changed = Promise.withResolvers<void>();
  const change = () => {
    changed.resolve();
    changed = Promise.withResolvers<void>();
  };

  async function api(method: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const args = readArguments(await bodyOf(request));
    const fault = faults.get(method)?.shift();
    if (fault?.kind === 'cutBefore') return void request.socket.destroy();
    if (fault?.kind === 'status') {
      response.writeHead(fault.status, { 'content-type': 'application/json', ...fault.headers });
      response.end(JSON.stringify(fault.body ?? { ok: false, error: 'ratelimited' }));
      return change();
    }
    const token = String(request.headers.authorization ?? '').replace('Bearer ', '');
    calls.push({ method, args, token });
    const answer =
      fault?.kind === 'error'
        ? { ok: false, error: fault.error }
        : method === 'apps.connections.open'
          ? { ok: true, url: socket.newAddress(address) }
          : answerOf(method, args, workspace, { address, token });
    if (fault?.kind === 'cutAfter') request.socket.destroy();
    else if (fault?.kind !== 'silent') {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(answer));
    }
    change();
  }

  async function takeBytes(id: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const content = await bytesOf(request);
    const fault = faults.get('upload')?.shift();
    if (fault?.kind === 'status') return void response.writeHead(fault.status, fault.headers).end();
    const upload = workspace.uploads.find((each) => each.id === id);
    if (upload) upload.content = content;
    if (fault) request.socket.destroy();
    else response.writeHead(upload ? 200 : 404).end();
    change();
  }

  const server = createServer(async (request, response) => {
    const path = request.url ?? '';
    const [, kind = '', name = ''] = path.split('/');
    if (kind === 'api') return await api(name, request, response);
    if (kind === 'response') {
      const body: Record<string, unknown> = JSON.parse(await bodyOf(request));
      const fault = faults.get('response')?.shift();
      if (fault?.kind === 'status') return void response.writeHead(fault.status).end();
      responses.push({ id: name, body });
      response.writeHead(200).end('ok');
      return change();
    }
    if (kind === 'upload') return await takeBytes(name, request, response);
    const file = kind === 'files' ? files.get(name) : undefined;
    if (!file) return void response.writeHead(404).end();
    const allowed = request.headers.authorization === 'Bearer xoxb-test';
    response.writeHead(200, { 'content-type': allowed ? file.type : 'text/html; charset=utf-8' });
    response.end(allowed ? file.content : '<html>login</html>');
  });
  const socket = createSocketSide(server, change);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  const address = `http://127.0.0.1:${typeof bound === 'object' && bound ? bound.port : 0}`;

  return Object.assign(workspace, {
    address,
    apiUrl: `${address}/api/`,
    calls,
    responses,
    socket,
    fail: (method: string, ...next: Fault[]) => {
      faults.set(method, [...(faults.get(method) ?? []), ...next]);
    },
    responseUrl: (id: string) => `${address}/response/${id}`,
    putFile: (name: string, file: SharedFile) => {
      files.set(name, file);
      return `${address}/files/${name}`;
    },
    until: async <Result>(condition: () => Result | undefined | null | false): Promise<Result> => {
      const late = AbortSignal.timeout(10_000);
      for (;;) {
        const found = condition();
        if (found) return found;
        if (late.aborted) {
          throw new Error(`it did not happen; last calls: ${JSON.stringify(calls.slice(-3)).slice(0, 2000)}`);
        }
        await Promise.race([changed.promise, sleep(200)]);
      }
    },
    close: async () => {
      socket.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  });
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  return (await bytesOf(request)).toString('utf8');
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}

/** Form fields; objects come as JSON strings. */
function readArguments(body: string): Record<string, unknown> {
  return Object.fromEntries(
    [...new URLSearchParams(body)].map(([name, value]) => [
      name,
      /^[[{]/u.test(value) ? JSON.parse(value) : value,
    ]),
  );
}
