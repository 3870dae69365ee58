import type { HttpHandler } from './loopback-server.ts';

/**
 * A handler for a server that must listen before there is anything to answer with, since its port is part of what is
 * being set up: requests wait until `open`.
 */
export function deferredHandler(): { handler: HttpHandler; open: (handler: HttpHandler) => void } {
  const { promise, resolve } = Promise.withResolvers<HttpHandler>();
  return { handler: async (request, response) => (await promise)(request, response), open: resolve };
}
