import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { database } from '../../shared/database/client.ts';
import { NotFoundError } from '../../shared/errors.ts';
import { authenticate, sentApiKey } from '../../shared/middleware/authenticate.ts';
import { accountRoutes } from './routes/accounts.ts';
import { analyzeRoutes } from './routes/analyze.ts';
import { healthRoutes } from './routes/health.ts';
import { instrumentRoutes } from './routes/instruments.ts';
import { jobRoutes } from './routes/jobs.ts';
import { portfolioRoutes } from './routes/portfolio.ts';
import { positionRoutes } from './routes/positions.ts';
import { userRoutes } from './routes/user.ts';
import type { Answer, OpenRoutes, Routes } from './route.ts';

/** Every route of lambda.json, by API Gateway's route key. */
export const openRoutes: OpenRoutes = { ...healthRoutes };
export const routes: Routes = {
  ...userRoutes,
  ...accountRoutes,
  ...portfolioRoutes,
  ...positionRoutes,
  ...instrumentRoutes,
  ...analyzeRoutes,
  ...jobRoutes,
};

/** Finds the route, finds out who is calling, runs it. */
export async function answer(event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> {
  const db = database();
  const open = openRoutes[event.routeKey];
  if (open !== undefined) return toResponse(await open.run({ db, event }));
  const route = routes[event.routeKey];
  if (route === undefined) throw new NotFoundError(`There is no route ${event.routeKey}.`);
  const answered = await route.runByKey?.({ db, event, key: sentApiKey(event) });
  return toResponse(answered ?? (await route.run({ db, event, user: await authenticate(db, event) })));
}

function toResponse({ status, body, headers = {} }: Answer): APIGatewayProxyStructuredResultV2 {
  if (body === undefined) return { statusCode: status, headers };
  return {
    statusCode: status,
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  };
}
