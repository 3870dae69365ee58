import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { ConfigurationError } from '../../../shared/errors.ts';

export interface Listening {
  port: number;
  /** Takes no new connection, and resolves when the answers under way have ended or after `graceMilliseconds`. */
  close: (graceMilliseconds: number) => Promise<void>;
}

/**
 * An HTTP server with bounds on how slowly and how much a caller may send before it is known who it is.
 *
 * @throws {ConfigurationError} where the address cannot be listened on
 */
export async function listen(
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
  { host, port }: { host: string; port: number },
): Promise<Listening> {
  const server = createServer({ maxHeaderSize: 8_192 }, (request, response) => {
    void handle(request, response);
  });
  server.headersTimeout = 10_000;
  server.requestTimeout = 15_000;
  // Above the 60 s of a load balancer, which must be the one to end an idle connection.
  server.keepAliveTimeout = 65_000;
  server.maxRequestsPerSocket = 1_000;
  server.maxConnections = 200;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => {
      reject(new ConfigurationError(`The researcher cannot listen on ${host}:${port} (${error.message}).`));
    });
    server.listen(port, host, resolve);
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    close: (graceMilliseconds) =>
      new Promise((resolve) => {
        const cut = setTimeout(() => {
          server.closeAllConnections();
        }, graceMilliseconds);
        server.close(() => {
          clearTimeout(cut);
          resolve();
        });
        server.closeIdleConnections();
      }),
  };
}
