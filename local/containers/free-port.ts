import { createServer } from 'node:net';

/** A port of 127.0.0.1 that nobody listens on now; asked for anew at each start, should somebody have taken it meanwhile. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (typeof address === 'object' && address !== null) resolve(address.port);
        else reject(new Error('the probe has no TCP address'));
      });
    });
  });
}
