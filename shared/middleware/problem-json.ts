import type { MiddlewareObj } from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { InvalidInputError, UnavailableError, type AlexError } from '../errors.ts';
import { asAlexError, describeFailure } from './failure.ts';
import { logger } from './logger.ts';

const TITLES: Record<number, string> = {
  400: 'The request does not fit',
  401: 'Who is calling is not known',
  404: 'Not found',
  409: 'Not in the present state of things',
  413: 'Too large',
  422: 'Not to be done as it was asked',
  500: 'Something went wrong on our side',
  502: 'A part of Alex failed',
  503: 'Not available right now',
};

/** Answers an error as problem+json (RFC 9457), naming every field at fault. What is nobody's business is logged, not answered. */
export function problemJson(): MiddlewareObj<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2> {
  return {
    onError: (request) => {
      const error = asAlexError(request.error);
      if (error.status >= 500) logger.error('request failed', { error: describeFailure(request.error ?? error) });
      request.response = problemResponse(error);
    },
  };
}

export function problemResponse(error: AlexError): APIGatewayProxyStructuredResultV2 {
  const { code, status, message } = error;
  const problem = {
    type: `urn:alex:problem:${code.replaceAll('_', '-')}`,
    title: TITLES[status] ?? 'Error',
    status,
    detail: error.status === 500 ? 'The error has been logged. Try again; if it stays, look at the logs.' : message,
    ...(error instanceof InvalidInputError && {
      errors: error.problems.map(({ path, message: detail }) => ({ path, detail })),
    }),
  };
  return {
    statusCode: status,
    headers: {
      'content-type': 'application/problem+json',
      ...(status === 401 && { 'www-authenticate': 'Bearer' }),
      ...(error instanceof UnavailableError && { 'retry-after': String(error.retryAfter) }),
    },
    body: JSON.stringify(problem),
  };
}
