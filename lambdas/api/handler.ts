import middy from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { invocation, untilLambdaEnds } from '../../shared/middleware/invocation.ts';
import { problemJson } from '../../shared/middleware/problem-json.ts';
import { answer } from './answer.ts';

export const handler = middy<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>(answer, untilLambdaEnds)
  .use(invocation())
  .use(problemJson());
