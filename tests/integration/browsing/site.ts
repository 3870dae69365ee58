import { createServer, Server as HttpServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer as createTcpServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { createBrowsing } from '../../../services/researcher/browsing/browsing.ts';
import type { Browsing, BrowsingOptions } from '../../../services/researcher/browsing/browsing.ts';
import { PageRefusedError } from '../../../services/researcher/browsing/refusal.ts';

/** A server of ours on loopback, known to the guard as pages.test. */
export interface Site {
  port: number;
  /** "http://pages.test:PORT" */
  origin: string;
  /** Paths that were asked for, robots.txt not among them. */
  asked: string[];
  close: () => Promise<void>;
}

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A site that has no robots.txt unless `robots` answers for it. */
export async function startSite(answer: Answer, robots?: Answer): Promise<Site> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    if (request.url === '/robots.txt') {
      if (robots === undefined) response.writeHead(404).end();
      else robots(request, response);
      return;
    }
    asked.push(request.url ?? '');
    answer(request, response);
  });
  return { ...(await listening(server)), asked };
}

/** A server that does what it wants with each connection once it was sent something; robots.txt is answered with 404. */
export async function startRawSite(speak: (socket: Socket, head: string) => void): Promise<Site> {
  const asked: string[] = [];
  const sockets = new Set<Socket>();
  const server = createTcpServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
    socket.once('data', (data) => {
      const head = data.toString('latin1');
      const path = head.split(' ')[1] ?? '';
      if (path === '/robots.txt') {
        socket.end('HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n');
        return;
      }
      asked.push(path);
      speak(socket, head);
    });
  });
  const site = await listening(server);
  return {
    ...site,
    asked,
    close: () => {
      for (const socket of sockets) socket.destroy();
      return site.close();
    },
  };
}

async function listening(server: Server): Promise<Omit<Site, 'asked'>> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    origin: `http://pages.test:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        if (server instanceof HttpServer) server.closeAllConnections();
      }),
  };
}

/** Sends an HTML page. */
export function html(response: ServerResponse, body: string, status = 200): void {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end(body);
}

/** Enough text to be an article. */
export const article = `<article><h1>Rates hold</h1>${'<p>The central bank left its rate where it was, as most had expected it to do.</p>'.repeat(8)}</article>`;

/** Reads our site's pages without waiting between them; every name is at loopback unless `names` says otherwise. */
export function browsingOf(site: Site, options: BrowsingOptions = {}, names: Record<string, string[]> = {}): Browsing {
  return createBrowsing({
    admitLoopback: [`pages.test:${site.port}`],
    resolve: (host) => Promise.resolve(names[host] ?? ['127.0.0.1']),
    browser: false,
    ...options,
    limits: { hostDelayMs: 0, ...options.limits },
  });
}

/** The reason that a reading is refused for; what was read where it is not. */
export async function reasonOf(reading: Promise<unknown>): Promise<string> {
  try {
    return `read: ${JSON.stringify(await reading).slice(0, 300)}`;
  } catch (error) {
    return error instanceof PageRefusedError ? error.reason : String(error);
  }
}
