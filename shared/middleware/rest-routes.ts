import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import type * as z from 'zod';
import { InvalidInputError, NotFoundError } from '../errors.ts';
import { asAlexError, describeFailure } from './failure.ts';
import { logger } from './logger.ts';
import { problemResponse } from './problem-json.ts';
import { validate } from './validate.ts';

export interface RestAnswer {
  status: number;
  body: unknown;
}
/** By method and resource as lambda.json writes them: "GET /documents/{id}". */
export type RestRoutes = Readonly<Record<string, (event: APIGatewayProxyEvent) => Promise<RestAnswer>>>;

/** Whether a function was called by a REST API (proxy events 1.0), and not by another function or a schedule. */
export const isRestEvent = (event: unknown): event is APIGatewayProxyEvent =>
  typeof event === 'object' && event !== null && 'httpMethod' in event && 'resource' in event;

/** Answers a program's request, errors as problem+json. The key has been checked by API Gateway. */
export async function answerRest(event: APIGatewayProxyEvent, routes: RestRoutes): Promise<APIGatewayProxyResult> {
  try {
    const name = `${event.httpMethod} ${event.resource}`;
    const route = routes[name];
    if (route === undefined) throw new NotFoundError(`There is no route ${name}.`);
    const { status, body } = await route(event);
    return { statusCode: status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  } catch (error) {
    const ours = asAlexError(error);
    if (ours.status >= 500) logger.error('request failed', { error: describeFailure(error) });
    const { statusCode = 500, headers = {}, body = '' } = problemResponse(ours);
    return { statusCode, headers, body };
  }
}

/** The JSON body as `schema` describes it. */
export function restBody<S extends z.ZodType>(event: APIGatewayProxyEvent, schema: S): z.output<S> {
  return validate(schema, parseBody(event), 'The body');
}

/** The query string as `schema` describes it; a parameter nobody knows is refused. */
export function restQuery<S extends z.ZodType>(event: APIGatewayProxyEvent, schema: S): z.output<S> {
  return validate(schema, event.queryStringParameters ?? {}, 'The query string');
}

function parseBody({ body, isBase64Encoded }: APIGatewayProxyEvent): unknown {
  try {
    const text = isBase64Encoded
      ? new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(body ?? '', 'base64'))
      : (body ?? '');
    return JSON.parse(text === '' ? '{}' : text);
  } catch (error) {
    const message = error instanceof Error ? error.message : 'it cannot be parsed';
    throw new InvalidInputError('The body is not JSON.', [{ path: '', message }]);
  }
}
