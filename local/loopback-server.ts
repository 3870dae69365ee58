import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

import { PortTakenError } from './errors.ts';
import { portOwner } from './port-owner.ts';

export type HttpHandler = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

export interface LoopbackServer {
  readonly port: number;
  /** http://127.0.0.1:PORT, without a slash at the end. */
  readonly url: string;
  /**
   * Takes no new connection, lets the requests under way end for at most `graceMilliseconds`, then cuts them.
   * A second call waits for the first.
   */
  close(graceMilliseconds?: number): Promise<void>;
}

const loopbackHost = /^(?:127(?:\.\d{1,3}){3}|localhost|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.localhost|\[::1\])(?::\d{1,5})?$/i;

/**
 * Whether a Host header names this machine. A page on the internet can point its own name at 127.0.0.1 (DNS rebinding)
 * and would then be talking to these servers with the reader's browser; its requests carry that name as Host.
 */
export function isLoopbackHost(host: string | undefined): boolean {
  return host !== undefined && loopbackHost.test(host);
}

/**
 * A server that only this machine can reach: it listens on 127.0.0.1 and refuses (403) a Host that is not loopback.
 * `port` 0 takes any free one.
 *
 * @throws PortTakenError where another program has the port
 */
export async function listenOnLoopback(
  handler: HttpHandler,
  options: { port: number; service: string; onError: (error: unknown) => void },
): Promise<LoopbackServer> {
  const server = createServer((request, response) => {
    if (!isLoopbackHost(request.headers.host)) {
      refuseHost(response);
      return;
    }
    void answer(handler, request, response, options.onError);
  });
  // Never closed for being idle, so that no client reuses a connection in the instant it is being closed.
  server.keepAliveTimeout = 0;
  server.headersTimeout = 70_000;
  const port = await listen(server, options);
  let closing: Promise<void> | undefined;
  server.on('request', (_request, response: ServerResponse) => {
    // A connection kept alive by the client would hold up the close after its last answer.
    response.once('close', () => {
      if (closing !== undefined)
        setImmediate(() => {
          server.closeIdleConnections();
        });
    });
  });
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    close: (graceMilliseconds = 2_000) => (closing ??= close(server, graceMilliseconds)),
  };
}

async function answer(
  handler: HttpHandler,
  request: IncomingMessage,
  response: ServerResponse,
  onError: (error: unknown) => void,
): Promise<void> {
  try {
    await handler(request, response);
  } catch (error) {
    onError(error);
    if (response.headersSent) response.destroy();
    else response.writeHead(500, { 'content-type': 'application/json' }).end('{"message":"Internal Server Error"}');
  }
}

function refuseHost(response: ServerResponse): void {
  response
    .writeHead(403, { 'content-type': 'application/json', connection: 'close' })
    .end('{"message":"Forbidden: this server answers only to 127.0.0.1 and localhost."}');
}

function listen(server: Server, options: { port: number; service: string }): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE' && error.code !== 'EACCES') reject(error);
      else reject(new PortTakenError(options.port, options.service, portOwner(options.port)));
    });
    server.listen(options.port, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error('the server has no TCP address'));
      else resolve(address.port);
    });
  });
}

function close(server: Server, graceMilliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => {
      server.closeAllConnections();
    }, graceMilliseconds);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });
}
