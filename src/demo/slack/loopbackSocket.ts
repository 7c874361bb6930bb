/** The other end of Socket Mode: WebSocket frames by hand (RFC 6455), as far as text, ping, pong and close need it. */
import { createHash, randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import type { Duplex } from 'node:stream';

export type SocketSide = {
  /** How many connections are open now. */
  readonly open: number;
  /** How many were opened altogether. */
  readonly opened: number;
  newAddress(httpAddress: string): string;
  /** Gives what the bot acknowledged with. */
  deliver(type: 'events_api' | 'slash_commands' | 'interactive', payload: object): Promise<unknown>;
  /** Slack renews the oldest connection. */
  renewOne(): void;
  /** The network drops all of them without a word. */
  cutAll(): void;
  close(): void;
};

export function createSocketSide(server: Server, changed: () => void): SocketSide {
  const connections: Duplex[] = [];
  const waiting = new Map<string, (payload: unknown) => void>();
  let opened = 0;

  server.on('upgrade', (request, socket) => {
    const key = `${request.headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`;
    socket.write(
      'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n' +
        `Sec-WebSocket-Accept: ${createHash('sha1').update(key).digest('base64')}\r\n\r\n`,
    );
    connections.push(socket);
    opened += 1;
    send(socket, { type: 'hello', num_connections: 1, connection_info: { app_id: 'A1' }, debug_info: {} });
    const forget = () => {
      const at = connections.indexOf(socket);
      if (at >= 0) connections.splice(at, 1);
      changed();
    };
    socket.on('close', forget).on('error', forget);
    let pending = Buffer.alloc(0);
    socket.on('data', (data: Buffer) => {
      pending = Buffer.concat([pending, data]);
      for (let frame = readFrame(pending); frame; frame = readFrame(pending)) {
        pending = pending.subarray(frame.length);
        if (frame.opcode === 9) writeFrame(socket, 10, frame.body);
        if (frame.opcode === 8) {
          writeFrame(socket, 8, frame.body);
          socket.end();
        }
        if (frame.opcode === 1) acknowledged(frame.body.toString('utf8'));
      }
    });
    changed();
  });

  function acknowledged(text: string): void {
    const { envelope_id: id, payload } = JSON.parse(text);
    waiting.get(id)?.(payload);
    waiting.delete(id);
    changed();
  }

  return {
    get open() {
      return connections.length;
    },
    get opened() {
      return opened;
    },
    newAddress: (httpAddress) => `${httpAddress.replace('http', 'ws')}/link/${randomUUID()}`,
    deliver: (type, payload) => {
      const envelopeId = randomUUID();
      const { promise, resolve } = Promise.withResolvers<unknown>();
      waiting.set(envelopeId, resolve);
      const [socket] = connections;
      if (!socket) throw new Error('there is no connection');
      send(socket, { envelope_id: envelopeId, type, payload, accepts_response_payload: true });
      return promise;
    },
    renewOne: () => {
      const [socket] = connections;
      if (socket) send(socket, { type: 'disconnect', reason: 'refresh_requested' });
    },
    cutAll: () => {
      for (const socket of [...connections]) socket.destroy();
    },
    close: () => {
      for (const socket of [...connections]) socket.destroy();
    },
  };
}

function send(socket: Duplex, message: object): void {
  writeFrame(socket, 1, Buffer.from(JSON.stringify(message)));
}

function writeFrame(socket: Duplex, opcode: number, body: Buffer): void {
  if (socket.writableEnded || socket.destroyed) return;
  const short = body.length < 126;
  const head = Buffer.alloc(short ? 2 : 4);
  head[0] = 0x80 | opcode;
  head[1] = short ? body.length : 126;
  if (!short) head.writeUInt16BE(body.length, 2);
  socket.write(Buffer.concat([head, body]));
}

/** Null: not all of it is there yet. Clients mask their frames. */
function readFrame(data: Buffer): { opcode: number; body: Buffer; length: number } | null {
  if (data.length < 6) return null;
  const opcode = (data[0] ?? 0) & 0x0f;
  const short = (data[1] ?? 0) & 0x7f;
  const extra = short === 126 ? 2 : short === 127 ? 8 : 0;
  if (data.length < 2 + extra + 4) return null;
  const size = extra === 2 ? data.readUInt16BE(2) : extra === 8 ? Number(data.readBigUInt64BE(2)) : short;
  const start = 2 + extra + 4;
  if (data.length < start + size) return null;
  const mask = data.subarray(start - 4, start);
  const body = Buffer.from(data.subarray(start, start + size).map((byte, at) => byte ^ (mask[at % 4] ?? 0)));
  return { opcode, body, length: start + size };
}
