import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The proxy that Chromium is told to use for everything, loopback too. It connects to nothing. */
export interface DeadEnd {
  server: string;
  /** What Chromium wanted to reach past the requests handed to us: "CONNECT host:port" or "GET http://…". */
  refused: readonly string[];
  close: () => Promise<void>;
}

const remembered = 100;

/** Chromium's own calls home (updates, accounts, safe browsing); they end here too and say nothing of a page. */
const chromiums = /^(?:CONNECT |\S+ http:\/\/)[a-z0-9.-]+\.(?:google|googleapis|gvt1|gstatic)\.com[:/]/;

/**
 * Starts the proxy on 127.0.0.1. A page's requests are answered by us before they get to the network; whatever is not
 * (a WebSocket, a worker's request, a prefetch, Chromium's own traffic) ends here with 403, so a way around the guard that
 * no one thought of leads nowhere.
 */
export async function startDeadEnd(): Promise<DeadEnd> {
  const refused: string[] = [];
  const note = (method: string | undefined, url: string | undefined) => {
    const line = `${method ?? ''} ${(url ?? '').slice(0, 300)}`;
    if (refused.length < remembered && !chromiums.test(line)) refused.push(line);
  };
  const server = createServer((request, response) => {
    note(request.method, request.url);
    response.writeHead(403, { connection: 'close', 'content-length': 0 }).end();
  });
  server.on('connect', (request, socket) => {
    note(request.method, request.url);
    socket.on('error', () => undefined);
    socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
  });
  server.on('clientError', (_error, socket) => socket.destroy());
  const { promise, resolve, reject } = Promise.withResolvers<AddressInfo>();
  server.once('error', reject).listen(0, '127.0.0.1', () => {
    const address = server.address();
    if (address !== null && typeof address === 'object') resolve(address);
  });
  const { port } = await promise;
  return {
    server: `http://127.0.0.1:${port}`,
    refused,
    close: () =>
      new Promise((closed) => {
        server.close(() => {
          closed();
        });
        server.closeAllConnections();
      }),
  };
}
