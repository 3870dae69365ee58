import type { IncomingMessage, ServerResponse } from 'node:http';

import type { LambdaConfig } from '../../shared/schemas/lambda-config.ts';
import { payloadText, type Invoker, type InvokeResult, type ReportProblem } from '../invoker.ts';
import { listenOnLoopback, type LoopbackServer } from '../loopback-server.ts';
import { readBody } from '../wire/request-body.ts';
import { isKnownKey } from './api-keys.ts';
import { fromHttpAnswer, fromRestAnswer } from './function-answer.ts';
import { send, type GatewayAnswer } from './gateway-answer.ts';
import { gatewayRequest, header, type GatewayRequest } from './gateway-request.ts';
import { httpEvent } from './http-event.ts';
import { refusals } from './refusals.ts';
import { restEvent } from './rest-event.ts';
import { RouteTable, type RouteMatch } from './routes.ts';

/** Both kinds of API take at most 10 MB. */
const maximumBody = 10 * 1024 * 1024;

export interface ApiGatewayOptions {
  functions: readonly { name: string; config: LambdaConfig }[];
  invoker: Invoker;
  /** 0 takes any free one. */
  port: number;
  /** The usage plan's keys as they are now, for the routes of REST APIs that ask for one. */
  apiKeys: () => readonly string[];
  /** Milliseconds a function has for its answer; AWS's own by default. */
  integrationTimeouts?: { http: number; rest: number };
  onProblem: ReportProblem;
}

/**
 * Answers the routes of every function's lambda.json, `http` and `rest` on the one address. There is no CORS
 * configuration in lambda.json, so a preflight (OPTIONS) gets the 404 it would get on AWS.
 *
 * @throws PortTakenError, DeploymentError
 */
export async function startApiGateway(options: ApiGatewayOptions): Promise<LoopbackServer> {
  const routes = new RouteTable(options.functions);
  const timeouts = options.integrationTimeouts ?? { http: 30_000, rest: 29_000 };

  async function handle(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const match = routes.match(incoming.method ?? 'GET', (incoming.url ?? '/').split('?', 1)[0] ?? '/');
    const body = await readBody(incoming, maximumBody);
    if (match === undefined) {
      send(response, refusals.http.notFound, incoming.method === 'HEAD');
      return;
    }
    const answer =
      body === undefined
        ? refusals[match.route.kind].tooLarge
        : await invoke(gatewayRequest(incoming, body, new Date()), match);
    send(response, answer, false);
  }

  async function invoke(request: GatewayRequest, match: RouteMatch): Promise<GatewayAnswer> {
    const { kind, functionName, apiKeyRequired } = match.route;
    const apiKey = apiKeyRequired ? header(request, 'x-api-key') : undefined;
    if (apiKeyRequired && !isKnownKey(apiKey, options.apiKeys())) return refusals.rest.forbidden;
    const event = kind === 'http' ? httpEvent(request, match) : restEvent(request, match, apiKey);
    const result = await within(timeouts[kind], options.invoker.invoke(functionName, JSON.stringify(event)));
    if (result === undefined) {
      options.onProblem(`${functionName}: ${request.method} ${request.rawPath} took longer than API Gateway waits`);
      return refusals[kind].timedOut;
    }
    return answerOf(result, match, options.onProblem);
  }

  return listenOnLoopback(handle, {
    port: options.port,
    service: 'the API',
    onError: (error) => {
      options.onProblem('the API could not answer a request', error);
    },
  });
}

function answerOf(result: InvokeResult, { route }: RouteMatch, onProblem: ReportProblem): GatewayAnswer {
  const refusal = refusals[route.kind];
  if (result.status === 413) return refusal.tooLarge;
  if (result.status === 429) return refusal.throttled;
  const text = payloadText(result);
  if (result.functionError !== undefined || result.status >= 300) {
    onProblem(`${route.functionName}: ${route.method} ${route.resource} failed: ${text.slice(0, 500)}`);
    return refusal.failed;
  }
  const answer = route.kind === 'http' ? fromHttpAnswer(text) : fromRestAnswer(text);
  if (answer === undefined) {
    onProblem(`${route.functionName}: ${route.method} ${route.resource} gave no valid answer: ${text.slice(0, 500)}`);
  }
  return answer ?? refusal.failed;
}

/** Undefined when the time is over; the function runs on, as on AWS. */
async function within(milliseconds: number, invocation: Promise<InvokeResult>): Promise<InvokeResult | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, milliseconds, undefined);
  });
  try {
    return await Promise.race([invocation, over]);
  } finally {
    clearTimeout(timer);
  }
}
