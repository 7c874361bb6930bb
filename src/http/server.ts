/** The bot's one HTTP server. */
import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';

export type HttpServer = {
  /** Where it listens: with port 0 the one it was given. */
  port: number;
  /** Takes no more requests; open ones may be finished, streams are cut. */
  close(): Promise<void>;
};

/** Something on the machine is in the way; the message says what and how to mend it. */
export class ServerUnavailable extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'ServerUnavailable';
  }
}

/** @throws ServerUnavailable when the port is taken or the address is not this machine's */
export async function startServer(app: Hono, at: { host: string; port: number }): Promise<HttpServer> {
  // Without options for TLS it is a server of node:http.
  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', reject);
  server.listen(at.port, at.host, resolve);
  try {
    await promise;
  } catch (error) {
    throw new ServerUnavailable(problemOf(error, at), error);
  }
  server.removeListener('error', reject);
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : at.port,
    close: () => close(server),
  };
}

function problemOf(error: unknown, { host, port }: { host: string; port: number }): string {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (code === 'EADDRINUSE') {
    return `Port ${port} is taken by another program. Stop that one, or set PORT to a free port.`;
  }
  if (code === 'EACCES') return `Port ${port} may not be used by this account. Set PORT to one above 1023.`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return `${host} is no address of this machine. Mend HOST, or leave it empty.`;
  }
  return `The server could not listen at ${host}:${port} (${String(code)}).`;
}

/** Requests get this long to be finished. */
const finishWithinMs = 1_000;
const idleLookMs = 50;

async function close(server: Server): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  server.close(() => resolve());
  // A connection whose request has been answered would be kept open for the next one.
  const idle = setInterval(() => server.closeIdleConnections(), idleLookMs);
  const over = setTimeout(() => server.closeAllConnections(), finishWithinMs);
  await promise;
  clearInterval(idle);
  clearTimeout(over);
}
