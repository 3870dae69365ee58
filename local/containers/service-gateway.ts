import { request as ask, type IncomingMessage, type ServerResponse } from 'node:http';

import { listenOnLoopback, type LoopbackServer } from '../loopback-server.ts';

/**
 * The load balancer before a container: one address that stays the same however often the process behind it is started anew. While
 * there is none, 503, as a load balancer answers without a healthy target.
 *
 * @throws PortTakenError where another program has the port
 */
export function startServiceGateway(options: {
  name: string;
  port: number;
  /** Where the container answers now. */
  target: () => string | undefined;
  onError: (error: unknown) => void;
}): Promise<LoopbackServer> {
  const { name, port, target, onError } = options;
  return listenOnLoopback(
    (request, response) => {
      const to = target();
      if (to === undefined) unavailable(request, response);
      else forward(request, response, to);
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
    else unavailable(request, response);
  });
  response.once('close', () => onward.destroy());
  request.pipe(onward);
}

function unavailable(request: IncomingMessage, response: ServerResponse): void {
  request.resume();
  response
    .writeHead(503, { 'content-type': 'application/problem+json', 'retry-after': '2' })
    .end(
      '{"type":"about:blank","title":"Service Unavailable","status":503,"detail":"No container of this service answers."}',
    );
}
