import { request as ask, type IncomingMessage, type ServerResponse } from 'node:http';

import { listenOnLoopback, type LoopbackServer } from '../loopback-server.ts';

/** Where a request goes, and whom to tell that it is over; or why it goes nowhere, in a sentence. */
export type Reached = { address: string; done: () => void } | { why: string };

/**
 * The load balancer before a container: one address that stays the same however often the process behind it is started anew. A
 * request waits for `reach`, which starts a container that sleeps; where none comes of that, 503 with the reason.
 *
 * @throws PortTakenError where another program has the port
 */
export function startServiceGateway(options: {
  name: string;
  port: number;
  /** Where the container answers; waits for it as long as `gone` is not aborted. */
  reach: (gone: AbortSignal) => Promise<Reached>;
  onError: (error: unknown) => void;
}): Promise<LoopbackServer> {
  const { name, port, reach, onError } = options;
  return listenOnLoopback(
    async (request, response) => {
      const gone = new AbortController();
      response.once('close', () => {
        gone.abort();
      });
      const reached = await reach(gone.signal);
      if ('why' in reached) unavailable(request, response, reached.why);
      else if (gone.signal.aborted) reached.done();
      else {
        response.once('close', reached.done);
        forward(request, response, reached.address);
      }
    },
    { port, service: `the service ${name}`, onError },
  );
}

function forward(request: IncomingMessage, response: ServerResponse, to: string): void {
  const { method, headers, url = '/' } = request;
  // Its path alone: a request can be for a whole address, which may be any machine's.
  const { hostname, port } = new URL(to);
  const path = url.startsWith('/') ? url : '/';
  const onward = ask({ hostname, port, path, method, headers, agent: false }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
    answer.once('error', () => response.destroy());
  });
  onward.once('error', () => {
    if (response.headersSent) response.destroy();
    else unavailable(request, response, 'The container of this service stopped answering.');
  });
  response.once('close', () => onward.destroy());
  request.pipe(onward);
}

function unavailable(request: IncomingMessage, response: ServerResponse, detail: string): void {
  request.resume();
  response
    .writeHead(503, { 'content-type': 'application/problem+json', 'retry-after': '2' })
    .end(JSON.stringify({ type: 'about:blank', title: 'Service Unavailable', status: 503, detail }));
}
