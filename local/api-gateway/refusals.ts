import { messageAnswer, type GatewayAnswer } from './gateway-answer.ts';
import type { ApiKind } from '../../shared/schemas/routes.ts';

interface Refusals {
  readonly notFound: GatewayAnswer;
  readonly forbidden: GatewayAnswer;
  readonly tooLarge: GatewayAnswer;
  /** The function failed or its answer is malformed. */
  readonly failed: GatewayAnswer;
  /** Lambda had no room for the invocation. */
  readonly throttled: GatewayAnswer;
  readonly timedOut: GatewayAnswer;
}

/**
 * What API Gateway itself answers; the two kinds of API differ, down to the capitals.
 * REST: https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html
 * (an unknown path of a REST API is 403 "Missing Authentication Token" there; here both kinds share one address and
 * an unknown path is an HTTP API's).
 */
export const refusals: Readonly<Record<ApiKind, Refusals>> = {
  http: {
    notFound: messageAnswer(404, 'Not Found'),
    forbidden: messageAnswer(403, 'Forbidden'),
    tooLarge: messageAnswer(413, 'Request Entity Too Large'),
    failed: messageAnswer(500, 'Internal Server Error'),
    throttled: messageAnswer(503, 'Service Unavailable'),
    timedOut: messageAnswer(503, 'Service Unavailable'),
  },
  rest: {
    notFound: messageAnswer(403, 'Missing Authentication Token'),
    forbidden: messageAnswer(403, 'Forbidden'),
    tooLarge: messageAnswer(413, 'Request Too Long'),
    failed: messageAnswer(502, 'Internal server error'),
    throttled: messageAnswer(429, 'Too Many Requests'),
    timedOut: messageAnswer(504, 'Endpoint request timed out'),
  },
};
