import * as z from 'zod';
import { expectThat, type Checks } from './checks.ts';
import type { Functions } from './invoke.ts';

const httpAnswer = z.object({ statusCode: z.number(), body: z.string().optional() });
const swept = z.object({ sent: z.number(), failed: z.number() });

/** The API, asked for its health as API Gateway would ask, and the sweeper, which is invoked by a schedule anyway. */
export async function smokeEdges(functions: Functions, run: Checks['run']): Promise<void> {
  await run('api', async () => {
    const { statusCode } = httpAnswer.parse(await functions.invoke('api', healthEvent()));
    expectThat(statusCode === 200, `GET /health answers ${statusCode}.`);
    return 'is well, and so is its database';
  });
  await run('sweeper', async () => {
    const { sent, failed } = swept.parse(await functions.invoke('sweeper', {}));
    return `sent ${sent} waiting analyses again, gave up on ${failed}`;
  });
}

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html, version 2.0 */
function healthEvent() {
  const http = {
    method: 'GET',
    path: '/health',
    protocol: 'HTTP/1.1',
    sourceIp: '127.0.0.1',
    userAgent: 'npm run smoke',
  };
  return {
    version: '2.0',
    routeKey: 'GET /health',
    rawPath: '/health',
    rawQueryString: '',
    headers: {},
    requestContext: {
      http,
      routeKey: 'GET /health',
      stage: '$default',
      requestId: 'smoke',
      time: '',
      timeEpoch: Date.now(),
    },
    isBase64Encoded: false,
  };
}
