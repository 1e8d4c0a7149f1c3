/** The HTTP server around the app: claims the port first, answers 503 until there is something to answer with. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ApiError } from '../api.ts';

export type Listener = (request: IncomingMessage, response: ServerResponse) => void;

/** The port cannot be had. The message is one line that says what to do. */
export class ListenError extends Error {
  override readonly name = 'ListenError';
}

/** A port that is ours. `address` is the URL to open. */
export interface Listening {
  readonly server: Server;
  readonly address: string;
  /** Hands all further requests to `listener`. */
  answerWith(listener: Listener): void;
  /** Stops listening and ends open connections, which stops what they were waiting for. */
  close(): Promise<void>;
}

const starting: Listener = (_request, response) => {
  const body: ApiError = {
    error: { code: 'starting', message: 'Threadline is starting; try again shortly.' },
  };
  response.writeHead(503, { 'Content-Type': 'application/json', 'Retry-After': '1' });
  response.end(JSON.stringify(body));
};

const reasons: Readonly<Record<string, string>> = {
  EADDRINUSE: 'is already in use. Stop what uses it, or choose another with PORT or --port.',
  EACCES: 'may not be used by this account. Choose one above 1023 with PORT or --port.',
  EADDRNOTAVAIL: 'cannot be used: this machine has no such address. Set HOST or --host to 127.0.0.1.',
};

function explain(error: NodeJS.ErrnoException, host: string, port: number): Error {
  const reason = reasons[error.code ?? ''];
  return reason ? new ListenError(`Port ${port} on ${host} ${reason}`, { cause: error }) : error;
}

/** All addresses of a machine are no address to open; its own one is among them. */
const EVERYWHERE: Readonly<Record<string, string>> = { '0.0.0.0': '127.0.0.1', '::': '[::1]' };

const hostToOpen = (host: string): string => EVERYWHERE[host] ?? (host.includes(':') ? `[${host}]` : host);

/** @throws ListenError the port is taken or not allowed */
export async function listen(host: string, port: number): Promise<Listening> {
  let current = starting;
  const server = createServer((request, response) => current(request, response));
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explain(error, host, port)));
    server.listen(port, host, resolve);
  });
  const bound = (server.address() as AddressInfo).port;
  return {
    server,
    address: `http://${hostToOpen(host)}:${bound}`,
    answerWith: (listener) => {
      current = listener;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
